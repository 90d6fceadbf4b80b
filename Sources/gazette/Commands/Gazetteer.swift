import Export
import Gazetteers

let gazetteerCommand = Command(
    name: "gazetteer", summary: "Check, compile, import, search and compare the tables of names.",
    usage: "check|compile|find|diff|import [PATH… | NAME | FORMAT PATH…] [options]",
    options: SharedOptions.gazetteers + [
        Option("warnings", nil, "with check: show warnings too"),
        Option("database", "FILE", "with diff: count the articles of this database that a change may touch"),
        Option("articles", nil, "with diff and --database: list the ids of those articles"), SharedOptions.format,
        SharedOptions.rawCells,
    ] + importOptions,
    examples: [
        ("gazette gazetteer check people.tsv", "file, line and reason for everything wrong in a table"),
        ("gazette gazetteer compile", "make the index now; else it is made when first needed"),
        ("gazette gazetteer find Niger", "the entities that go by this name, their names, and where they come from"),
        (
            "gazette gazetteer diff old.tsv new.tsv --database news.db",
            "what changed, and how many articles it may touch"
        ),
        (
            "gazette gazetteer import wikidata dump.json.bz2 --class Q5 --output people.tsv",
            "a table of the people of a Wikidata dump; also followthemoney, geonames, entityruler, csv"
        ),
    ],
    run: { arguments in
        switch arguments.positional.first {
        case "check": return try checkTables(arguments)
        case "compile": return try compileTables(arguments)
        case "find": return try findName(arguments)
        case "diff": return try diffGazetteers(arguments)
        case "import": return try importTable(arguments)
        case let other?: throw UsageError("gazetteer has check, compile, find, diff and import, not \"\(other)\"")
        case nil: throw UsageError("gazetteer wants check, compile, find, diff or import")
        }
    })

/// Tables named on the command line are checked as a layer over the others, which are taken to be in order.
private func checkTables(_ arguments: Arguments) throws -> ExitStatus {
    let paths = Array(arguments.positional.dropFirst())
    let check = try GazetteerCheck(try GazetteerSources(layers: try SharedOptions.layers(arguments) + paths))
    let issues = check.issues.filter { issue in
        paths.isEmpty || paths.contains { issue.file == $0 || issue.file.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }
    let warnings = issues.filter { $0.severity == .warning }
    let errors = issues.count - warnings.count
    for issue in issues where issue.severity == .error || arguments.has("warnings") { try Terminal.write("\(issue)\n") }
    Terminal.note(
        "\(check.entityCount) entities, \(check.nameCount) names, \(check.officeCount) offices: \(errors) errors, "
            + "\(warnings.count) warnings"
            + (warnings.isEmpty || arguments.has("warnings") ? "" : " (shown with --warnings)"))
    for cause in TableIssue.Cause.allCases {
        let count = warnings.count { $0.cause == cause }
        if count > 0 { Terminal.note("  \(count) \(cause.rawValue)") }
    }
    return errors > 0 ? .failed : .done
}

private func compileTables(_ arguments: Arguments) throws -> ExitStatus {
    let compiled = try GazetteerCompiler.compile(try GazetteerSources(layers: try SharedOptions.layers(arguments)))
    SharedOptions.note(compiled.issues)
    try Terminal.write("\(compiled.path)\n")
    return compiled.issues.contains { $0.severity == .error } ? .failed : .done
}
