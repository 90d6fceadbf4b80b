import Export
import Pipeline
import Storage

let retagCommand = Command(
    name: "retag", summary: "Tag again the stories that a change of gazetteers or decisions touches.",
    usage: "[--database FILE] [options]",
    options: [
        SharedOptions.database, Option("dry-run", nil, "only say how many stories may be touched, and why"),
        Option("articles", nil, "list the stories with other tags instead of the entities"),
        Option("limit", "N", "at most so many rows (default: 20)"), SharedOptions.format,
        SharedOptions.rawCells,
        Option("workers", "N", "threads that tag (default: one a core)"), SharedOptions.decisions,
        Option("gazetteer", "PATH", "as for tag (default: those that the stories were tagged with, as they are now)"),
        Option("no-own-gazetteers", nil, "with the built-in gazetteers alone"),
        Option("no-default-gazetteers", nil, "leave the built-in gazetteers out"),
    ] + SharedOptions.topics + [SharedOptions.quiet],
    examples: [
        ("gazette retag", "after an edit of the tables that the stories were tagged with, or a new decision"),
        ("gazette retag --dry-run", "how many stories it would tag again"),
        ("gazette retag --gazetteer mine.tsv --gazetteer more.tsv", "with other tables than before"),
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
        let arguments = try withGazetteers(of: Database(path: path), arguments)
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

/// The arguments with the tables that the stories were tagged with, unless others are named.
private func withGazetteers(of database: Database, _ arguments: Arguments) throws -> Arguments {
    if arguments.has("gazetteer") || arguments.has("no-own-gazetteers") || arguments.has("no-default-gazetteers") {
        return arguments
    }
    guard let own = try database.ownGazetteers() else {
        throw UsageError(
            "the database does not tell which tables its stories were tagged with; name them with --gazetteer, or say "
                + "--no-own-gazetteers")
    }
    if !own.isEmpty, !arguments.has("quiet") { Terminal.note("with \(own.joined(separator: ", "))") }
    return arguments.adding(own.map { ("gazetteer", $0) })
}

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
