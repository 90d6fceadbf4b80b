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
        let arguments = try asTagged(Database(path: path), arguments)
        // What is wrong on the command line is said before anything is done.
        _ = try arguments.number("limit", default: 20)
        _ = try arguments.choice("format", default: RowTable.Format.table)
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

/// The arguments with the tables, decisions and choices that the stories were tagged with, unless others are named.
private func asTagged(_ database: Database, _ arguments: Arguments) throws -> Arguments {
    var more: [(option: String, value: String)] = []
    let namesTables = ["gazetteer", "no-own-gazetteers", "no-default-gazetteers"].contains(where: arguments.has)
    guard let tagger = try database.commonTagger() else {
        if namesTables { return arguments }
        throw UsageError(
            "the database does not tell what all its stories were tagged with; name the tables with --gazetteer, or say "
                + "--no-own-gazetteers")
    }
    if !namesTables {
        more += tagger.layers.map { ("gazetteer", $0) }
        if !tagger.hasBuiltIn { more.append(("no-default-gazetteers", "")) }
    }
    if !arguments.has("decisions"), let decisions = tagger.decisions { more.append(("decisions", decisions)) }
    if tagger.isWithoutTopics, !arguments.has("topics"), !arguments.has("no-default-topics") {
        more.append(("no-topics", ""))
    }
    if !more.isEmpty, !arguments.has("quiet") {
        let list = more.map { $0.value.isEmpty ? "--\($0.option)" : "--\($0.option) \($0.value)" }
        Terminal.note("as the stories were tagged: \(list.joined(separator: " "))")
    }
    return arguments.adding(more)
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
