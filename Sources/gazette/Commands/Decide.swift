import FileAccess
import Gazetteers
import Glibc

let decideCommand = Command(
    name: "decide", summary: "Correct tags: what a name means, or does not, from now on.",
    usage: "not|means NAME ENTITY | never NAME | merge ENTITY ENTITY | list [options]",
    options: [
        Option("article", "ID", "only in this article"), Option("site", "NAME", "only in articles of this site"),
        Option("note", "TEXT", "why, for whoever reads the file"),
        Option("decisions", "FILE", "the file to write to (default: decisions.tsv beside the database)"),
        SharedOptions.database,
    ],
    examples: [
        ("gazette decide not Modi Q1058 --article a17", "\"Modi\" is not Narendra Modi in article a17"),
        ("gazette decide means Modi nil:person/salifou-modi", "\"Modi\" is Salifou Modi, everywhere"),
        ("gazette decide means Reading Q161491 --site \"Berkshire News\"", "a town, for one site"),
        ("gazette decide never \"Breaking News\"", "tag no \"Breaking News\""),
        ("gazette decide merge nil:person/a-tiani Q117468471", "two entities are one"),
        ("gazette decide not \"*\" Q1058 --article a17", "nothing in a17 means Narendra Modi"),
    ],
    run: { arguments in
        let path =
            arguments.value("decisions")
            ?? SharedOptions.decisionsPath(besideDatabase: SharedOptions.databasePath(arguments))
        if arguments.positional == ["list"] { return try listDecisions(path) }
        let decision = try decision(arguments)
        let bytes = (try? FileStatus(path: path)) == nil ? [] : try readFile(path)
        let before = DecisionTable(file: path, bytes: bytes)
        if let issue = before.issues.first, before.decisions.isEmpty { throw Failure("\(issue)") }
        try writeFileAtomically(DecisionTable.appending(decision, to: bytes), to: path)
        try Terminal.write(decision.tableLine)
        Terminal.note("written to \(path); it holds from the next run of tag")
        return .done
    })

/// Prints the file as it is understood; what cannot be used goes to standard error.
private func listDecisions(_ path: String) throws -> ExitStatus {
    let table = DecisionTable(file: path, bytes: try readFile(path))
    for (line, decision) in table.decisions { try Terminal.write("\(line)\t\(decision.tableLine)") }
    for issue in table.issues { Terminal.note("\(issue)") }
    return table.issues.isEmpty ? .done : .failed
}

private func decision(_ arguments: Arguments) throws -> Decision {
    let words = arguments.positional
    guard let first = words.first else { throw UsageError("decide wants not, means, never, merge or list") }
    guard let verb = Decision.Verb(rawValue: first) else {
        throw UsageError("decide has not, means, never, merge and list, not \"\(first)\"")
    }
    let wanted = verb == .never ? 2 : 3
    guard words.count == wanted else {
        throw UsageError("decide \(first) wants \(wanted == 2 ? "one name" : "two words: put a name in quotes")")
    }
    var scope = Decision.Scope.everywhere
    switch (arguments.value("article"), arguments.value("site")) {
    case (nil, nil): break
    case (let id?, nil): scope = .article(id)
    case (nil, let site?): scope = .site(site)
    default: throw UsageError("--article and --site exclude one another: an article is of one site")
    }
    let decision = Decision(
        verb, words[1], wanted == 3 ? words[2] : "", scope: scope, date: today(), note: arguments.value("note") ?? "")
    if let problem = decision.problem { throw UsageError(problem) }
    return decision
}

/// The day by the clock, in Greenwich.
private func today() -> String {
    var (seconds, parts) = (time(nil), tm())
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
}
