import Export
import Pipeline

let annotateCommand = Command(
    name: "annotate", summary: "Print tagged articles as JSON lines, without a database.",
    usage: "PATH… [options]",
    options: SharedOptions.tagging + [Option("strict", nil, "fail when a record cannot be read")],
    examples: [
        ("gazette annotate page.txt", "one page, as one line of JSON"),
        ("gazette annotate --input-format jsonl --text-is-body articles.jsonl", "offsets count in the text as it came"),
        ("curl -s https://example.org/story | gazette annotate -", "a page from a pipe"),
    ],
    run: { arguments in
        guard !arguments.positional.isEmpty else {
            throw UsageError("name a file or folder to annotate, or - for standard input")
        }
        let run = AnnotationRun(
            resources: try SharedOptions.resources(
                arguments, decisions: try SharedOptions.decisions(arguments, database: nil)),
            configuration: try SharedOptions.tagger(arguments),
            ingest: try SharedOptions.ingest(arguments), workers: try SharedOptions.workers(arguments))
        let rejects = try run.run(
            paths: arguments.positional, format: { annotation($0) }, write: { try Terminal.write($0) })
        for reject in rejects.prefix(20) {
            Terminal.note("\(reject)")
        }
        if rejects.count > 20 { Terminal.note("… and \(rejects.count - 20) more") }
        guard !rejects.isEmpty else { return .done }
        return arguments.has("strict") ? .failed : .doneWithRejects
    })
