import Export
import FileAccess
import Gazetteers
import NewsModel
import Storage

let discoverCommand = Command(
    name: "discover", summary: "List names that no gazetteer has and many stories mention; take them into a table.",
    usage: "[--database FILE] [--least N] [--output FILE] | --accept FILE --output TABLE",
    options: [
        SharedOptions.database,
        Option("least", "N", "in at least so many stories, copies counted once (default: 3)"), SharedOptions.kind,
        SharedOptions.limit,
        Option("format", "FORMAT", "table, csv, json, jsonl, markdown or tsv: lines for a gazetteer"),
        SharedOptions.rawCells,
        Option("output", "FILE", "write there; with --accept, the table that lines are added to"),
        Option("accept", "FILE", "take the lines of this file, as --format tsv wrote them, into the table --output"),
    ] + SharedOptions.gazetteers,
    examples: [
        ("gazette discover --least 10 --kind person", "who is missing, with sentences about them"),
        ("gazette discover --format tsv --output found.tsv", "lines to look through: take out what is none"),
        ("gazette discover --accept found.tsv --output mine.tsv", "add them to a table for tag --gazetteer mine.tsv"),
    ],
    run: { arguments in
        guard arguments.positional.isEmpty else { throw UsageError("discover takes options only") }
        if let accepted = arguments.value("accept") { return try accept(accepted, arguments) }
        let kind: Kind? = try arguments.optionalChoice("kind")
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let found = try database.discoveries(
            least: try arguments.number("least", default: 3), kind: kind?.rawValue,
            limit: try arguments.number("limit", default: 20))
        let proposals = try proposals(found, arguments)
        let bytes: [UInt8]
        switch arguments.value("format") ?? "table" {
        case "table": bytes = Array(list(found, proposals).utf8)
        case "tsv":
            bytes = Array((TableText.header(EntityTable.columns) + proposals.map(\.tableLine).joined()).utf8)
        default:
            let format: RowTable.Format = try arguments.choice("format", default: .table)
            bytes = rows(found, proposals).formatted(
                format, width: nil, keepsFormulas: arguments.has("raw-cells"))
        }
        if let path = arguments.value("output") {
            try writeFileAtomically(bytes, to: path)
        } else {
            try Terminal.write(bytes)
        }
        return .done
    })

/// The gazetteer lines that the discoveries could become, in their order.
private func proposals(_ found: [Discovery], _ arguments: Arguments) throws -> [EntityRow] {
    let index = found.contains { $0.country != nil } ? try? SharedOptions.index(arguments) : nil
    return found.map { discovery in
        let country = discovery.country.flatMap { id in index?.entityNumber(ofID: id) }
            .flatMap { index?.country(ofEntity: $0).letters }
        let row = EntityRow(
            id: "gz:found/\(discovery.id.dropFirst("nil:".count))", kind: Kind(rawValue: discovery.kind) ?? .other,
            name: discovery.name, aliases: discovery.variants.map { Alias(name: $0) }, country: country ?? "")
        return row.writable ?? row
    }
}

private func rows(_ found: [Discovery], _ proposals: [EntityRow]) -> RowTable {
    var table = RowTable(columns: [
        .init("entity"), .init("name"), .init("kind"), .init("stories", isNumber: true),
        .init("articles", isNumber: true), .init("first"), .init("last"), .init("variants"), .init("contexts"),
        .init("line"),
    ])
    for (discovery, proposal) in zip(found, proposals) {
        table.add([
            discovery.id, discovery.name, discovery.kind, String(discovery.clusters), String(discovery.articles),
            day(discovery.firstDay), day(discovery.lastDay), discovery.variants.joined(separator: " | "),
            discovery.contexts.joined(separator: "\n"), String(proposal.tableLine.dropLast()),
        ])
    }
    return table
}

/// Discoveries for reading: name and counts, the other forms, sentences, the proposed line.
private func list(_ found: [Discovery], _ proposals: [EntityRow]) -> String {
    guard !found.isEmpty else { return "nothing that many stories mention is missing\n" }
    return zip(found, proposals).map { discovery, proposal in
        let (first, last) = (day(discovery.firstDay), day(discovery.lastDay))
        let days = first.isEmpty ? "" : first == last ? ", \(first)" : ", \(first) to \(last)"
        let copies = discovery.articles == discovery.clusters ? "" : " (\(discovery.articles) with copies)"
        let stories = discovery.clusters == 1 ? "1 story" : "\(discovery.clusters) stories"
        var text = "\(discovery.name)  \(discovery.kind)  \(stories)\(copies)\(days)\n"
        if !discovery.variants.isEmpty { text += "    also \(discovery.variants.joined(separator: ", "))\n" }
        for context in discovery.contexts { text += "    \(context)\n" }
        return text + "    \(proposal.tableLine)"
    }.joined()
}

/// A day for reading; empty for none.
private func day(_ number: Int?) -> String { number.map { CalendarDate(number: Int32(clamping: $0)).text } ?? "" }

/// Adds the lines of a file to the user's table.
private func accept(_ path: String, _ arguments: Arguments) throws -> ExitStatus {
    guard let output = arguments.value("output") else {
        throw UsageError("--accept wants --output TABLE: the table that the lines are added to")
    }
    let accepted = EntityTable(file: path, bytes: try readFile(path))
    for issue in accepted.issues { Terminal.note("\(issue)") }
    let isThere = (try? FileStatus(path: output)) != nil
    let table = try EntityTable.appending(
        accepted.rows.map(\.row), to: isThere ? try readFile(output) : [], file: output)
    if table.added > 0 { try writeFileAtomically(table.bytes, to: output) }
    Terminal.note("\(table.added) of \(accepted.rows.count) lines added to \(output)")
    return accepted.issues.contains { $0.severity == .error } ? .doneWithRejects : .done
}
