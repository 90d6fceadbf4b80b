import Pipeline

let tagCommand = Command(
    name: "tag", summary: "Tag the articles of files and folders into a database.",
    usage: "PATH… [--database FILE] [options]",
    options: [SharedOptions.database] + SharedOptions.tagging + [
        Option("save-lines", "FILE", "keep the lines that repeat across the dump, for --lines"),
        Option("one-pass", nil, "do not look for lines that repeat across the dump first"),
        Option("strict", nil, "fail when a record cannot be read"),
    ],
    examples: [
        ("gazette tag dump/ --database news.db", "tag a folder; run it again and it goes on where it was"),
        ("gazette tag articles.jsonl --field text=content", "JSON lines whose text is called \"content\""),
        ("gazette tag dump/ --gazetteer people.tsv", "with names of your own beside the built-in ones"),
        ("gazette tag crawl.warc.gz pages.tar.zst feed.xml", "archives and files of any format, told by their content"),
        ("curl https://example.org/feed | gazette tag - --database news.db", "from a pipe"),
    ],
    run: { arguments in
        guard !arguments.positional.isEmpty else {
            throw UsageError("name a file or folder to tag, or - for standard input")
        }
        let resources = try SharedOptions.resources(
            arguments,
            decisions: try SharedOptions.decisions(arguments, database: SharedOptions.databasePath(arguments)))
        let configuration = try SharedOptions.tagger(arguments)
        let run = TaggingRun(
            resources: resources, configuration: configuration,
            ingest: try SharedOptions.ingest(arguments), workers: try SharedOptions.workers(arguments),
            lineCounting: try lineCounting(arguments), builtIn: try SharedOptions.builtInFolder())
        let path = SharedOptions.databasePath(arguments)
        var line = ProgressLine(isQuiet: arguments.has("quiet"))
        let summary = try run.run(
            paths: arguments.positional, database: path, program: Program.nameAndVersion,
            options: optionsThatDecideTags(arguments, configuration)
        ) { summary in
            if summary.articles == 0, summary.surveyedPages > 0 {
                line.show("\(summary.surveyedPages) pages looked through for repeated lines")
                return
            }
            let seconds = max(line.seconds, 0.001)
            line.show("\(summary.articles) articles, \(Int(Double(summary.articles) / seconds)) a second")
        }
        line.end()
        report(summary, seconds: line.seconds, path: path, isQuiet: arguments.has("quiet"))
        guard summary.rejects > 0 else { return .done }
        return arguments.has("strict") ? .failed : .doneWithRejects
    })

private func lineCounting(_ arguments: Arguments) throws -> TaggingRun.LineCounting {
    let path = arguments.value("save-lines")
    if arguments.has("lines") || arguments.has("one-pass") {
        guard path == nil else { throw UsageError("--save-lines goes with neither --lines nor --one-pass") }
        return .off
    }
    return .on(saveTo: path)
}

/// What an earlier run must have had the same, for its articles to stay as they are.
private func optionsThatDecideTags(_ arguments: Arguments, _ configuration: TaggerConfiguration) -> String {
    var options = ["input-format=\(arguments.value("input-format") ?? "auto")"]
    options += arguments.allValues("field").map { "field=\($0)" }
    if arguments.has("text-is-body") { options.append("text-is-body") }
    if configuration.diacritics != .loose { options.append("diacritics=\(configuration.diacritics.rawValue)") }
    if arguments.has("one-pass") { options.append("one-pass") }
    if arguments.has("lines") {
        options.append("lines=\(String(configuration.extraction.lines.contentHash, radix: 16))")
    }
    return options.joined(separator: " ")
}

private func report(_ summary: TaggingRun.Summary, seconds: Double, path: String, isQuiet: Bool) {
    if !isQuiet {
        let rate = Int(Double(summary.articles) / max(seconds, 0.001))
        Terminal.note(
            "\(path): \(summary.articles) articles tagged, \(summary.mentions) mentions, \(rate) articles a second")
        if !summary.otherPages.isEmpty {
            Terminal.note("pages without tags: \(pagesThatAreNoStories(summary.otherPages))")
        }
        if summary.skippedSources > 0 {
            Terminal.note("\(summary.skippedSources) sources were tagged before and have not changed")
        }
    }
    if summary.rejects > 0 {
        for reject in summary.firstRejects { Terminal.note("\(reject)") }
        Terminal.note("\(summary.rejects) records could not be read; see: gazette stats --database \(path)")
    }
}
