import Export
import Pipeline

let retagCommand = Command(
    name: "retag", summary: "Tag again the stories that a change of gazetteers or decisions touches.",
    usage: "[--database FILE] [options]",
    options: [
        SharedOptions.database, Option("dry-run", nil, "only say how many stories may be touched, and why"),
        Option("articles", nil, "list the stories with other tags instead of the entities"),
        Option("limit", "N", "at most so many rows (default: 20)"), SharedOptions.format,
        SharedOptions.rawCells,
        Option("workers", "N", "threads that tag (default: one a core)"), SharedOptions.decisions,
    ] + SharedOptions.gazetteers + SharedOptions.topics + [SharedOptions.quiet],
    examples: [
        ("gazette retag --gazetteer mine.tsv", "after an edit of mine.tsv, which the stories were tagged with"),
        ("gazette retag", "after new decisions; as tag, with the decisions beside the database"),
        ("gazette retag --gazetteer mine.tsv --dry-run", "how many stories it would tag again"),
        (
            "gazette retag --format csv --limit 1000000",
            "the entities with other stories than before, for a spreadsheet"
        ),
    ],
    run: { arguments in
        guard arguments.positional.isEmpty else {
            throw UsageError("retag reads the stories from the database; it takes no \"\(arguments.positional[0])\"")
        }
        let path = SharedOptions.databasePath(arguments)
        let run = RetaggingRun(
            resources: try SharedOptions.resources(
                arguments, decisions: try SharedOptions.decisions(arguments, database: path)),
            configuration: try SharedOptions.tagger(arguments), builtIn: try SharedOptions.builtInFolder(),
            workers: try SharedOptions.workers(arguments))
        var line = ProgressLine(isQuiet: arguments.has("quiet"))
        let summary = try run.run(
            database: path, program: Program.nameAndVersion, isTrial: arguments.has("dry-run")
        ) { done in
            line.show("\(done.touched) stories tagged again, \(done.changed) changed")
        }
        line.end()
        if !arguments.has("quiet") { report(summary, path: path, isTrial: arguments.has("dry-run")) }
        if !arguments.has("dry-run") {
            try SharedOptions.write(try table(of: summary, arguments), arguments)
        }
        return .done
    })

private func report(_ summary: RetaggingRun.Summary, path: String, isTrial: Bool) {
    for reason in summary.reasonsForAll { Terminal.note("every story is touched: \(reason)") }
    guard summary.stories > 0 else {
        return Terminal.note("\(path): all stories are as these tables and decisions tag them")
    }
    Terminal.note(
        isTrial
            ? "\(path): \(summary.touched) of \(summary.stories) stories may be touched"
            : "\(path): \(summary.touched) of \(summary.stories) stories tagged again, \(summary.changed) have other tags"
    )
}

/// The entities with other stories than before, those that changed most first; or the stories with other tags.
private func table(of summary: RetaggingRun.Summary, _ arguments: Arguments) throws -> RowTable {
    let limit = try arguments.number("limit", default: 20)
    if arguments.has("articles") {
        var table = RowTable(columns: [.init("article")])
        for article in summary.changedArticles.prefix(limit) { table.add([article]) }
        return table
    }
    var table = RowTable(columns: [
        .init("entity"), .init("name"), .init("kind"), .init("stories_gained", isNumber: true),
        .init("stories_lost", isNumber: true),
    ])
    let entities = summary.entities.sorted { left, right in
        (right.value.gained + right.value.lost, left.key) < (left.value.gained + left.value.lost, right.key)
    }
    for (id, change) in entities.prefix(limit) {
        table.add([id, change.name, change.kind.rawValue, String(change.gained), String(change.lost)])
    }
    return table
}
