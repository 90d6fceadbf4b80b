import Export
import NewsModel
import Storage

let statsCommand = Command(
    name: "stats", summary: "Say what a database holds, and what could not be read.",
    usage: "[--database FILE] [options]",
    options: [
        SharedOptions.database, Option("limit", "N", "at most so many rejects (default: 20)"),
        Option(
            "format", "FORMAT", "table; json: all as one object; csv, jsonl or markdown: the rejects (default: table)"),
        SharedOptions.rawCells,
    ],
    examples: [
        ("gazette stats --database news.db", "counts, and the rejects with their reasons"),
        ("gazette stats --format json", "all of it, with every site, topic and run, as one JSON object"),
        ("gazette stats --format csv --limit 1000000", "all rejects with their places, for a spreadsheet"),
    ],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let rejects = try database.rejects(limit: try arguments.number("limit", default: 20, atLeast: 0))
        let format: RowTable.Format = try arguments.choice("format", default: .table)
        switch format {
        case .table:
            try Terminal.write(summary(try database.counts(), try database.statistics(), rejects))
        case .json:
            try Terminal.write(statisticsObject(try database.counts(), try database.statistics(), rejects: rejects))
        case .csv, .jsonl, .markdown:
            try Terminal.write(
                table(of: rejects).formatted(format, width: nil, keepsFormulas: arguments.has("raw-cells")))
        }
        return .done
    })

private func summary(
    _ counts: DatabaseCounts, _ statistics: DatabaseStatistics, _ rejects: [StoredReject]
) -> String {
    var text = ""
    func line(_ name: String, _ value: String) {
        text += name + String(repeating: " ", count: 10 - name.count) + value + "\n"
    }
    line("articles", "\(counts.articles)")
    line("clusters", "\(counts.clusters), \(counted(counts.articles - counts.clusters, "copy", "copies")) in them")
    if !counts.otherPages.isEmpty { line("pages", pagesThatAreNoStories(counts.otherPages)) }
    if let first = counts.firstDay, let last = counts.lastDay {
        line("published", "\(dashed(first)) to \(dashed(last))")
    }
    line("mentions", "\(counts.mentions)")
    line("entities", "\(counts.entities)\(list(statistics.kinds, after: ": "))")
    line("languages", list(statistics.languages))
    line("sites", "\(statistics.sites.count)\(list(statistics.sites, after: ": "))")
    line("topics", "\(statistics.topics.count)\(list(statistics.topics, after: ": "))")
    line("countries", "\(statistics.countries.count)\(list(statistics.countries, after: ": "))")
    line("sources", "\(counts.sources), \(counts.finishedSources) of them read to the end")
    line("size", "\(megabytes(counts.bytes)), full-text index \(megabytes(statistics.searchBytes))")
    for (place, run) in statistics.runs.prefix(3).enumerated() { line(place == 0 ? "runs" : "", described(run)) }
    if statistics.runs.count > 3 { line("", "… and \(statistics.runs.count - 3) more; see --format json") }
    line("rejects", "\(counts.rejects)")
    for reject in rejects {
        let offset = reject.offset.map { " (byte \($0))" } ?? ""
        text += "  \(reject.source): \(reject.place.isEmpty ? "" : "\(reject.place): ")\(reject.reason)\(offset)\n"
    }
    if rejects.count < counts.rejects { text += "  … and \(counts.rejects - rejects.count) more; see --limit\n" }
    return text
}

/// The most frequent few, with their counts.
private func list(_ counts: [NamedCount], after opening: String = "") -> String {
    guard !counts.isEmpty else { return "" }
    let shown = counts.prefix(8).map { "\($0.name.isEmpty ? "unknown" : $0.name) \($0.count)" }.joined(separator: ", ")
    return opening + shown + (counts.count > 8 ? ", …" : "")
}

private func megabytes(_ bytes: Int) -> String { "\((bytes + 500_000) / 1_000_000) MB" }

private func described(_ run: StoredRun) -> String {
    let end = run.finished.map { "to \($0)" } ?? "not finished"
    return "\(run.started) \(end): \(counted(run.articles, "article", "articles")), "
        + "\(counted(run.rejects, "reject", "rejects")), \(run.skipped) sources unchanged (\(run.program))"
}

private func table(of rejects: [StoredReject]) -> RowTable {
    var table = RowTable(columns: [
        .init("source"), .init("record", isNumber: true), .init("place"), .init("offset", isNumber: true),
        .init("reason"),
    ])
    for reject in rejects {
        table.add([
            reject.source, String(reject.record), reject.place, reject.offset.map(String.init) ?? "", reject.reason,
        ])
    }
    return table
}

/// "12 are no stories: 7 listings, 3 walls, 2 fragments", the most first.
func pagesThatAreNoStories(_ pages: [PageKind: Int]) -> String {
    let kinds = pages.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { kind, count in
        switch kind {
        case .story: counted(count, "story", "stories")
        case .listing: counted(count, "listing", "listings")
        case .wall: counted(count, "wall", "walls")
        case .media: counted(count, "media page", "media pages")
        case .fragment: counted(count, "fragment", "fragments")
        }
    }
    let total = pages.values.reduce(0, +)
    return "\(total) \(total == 1 ? "is no story" : "are no stories"): \(kinds.joined(separator: ", "))"
}

private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

private func dashed(_ day: Int) -> String {
    let digits = String(day)
    return digits.count == 8 ? "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))" : digits
}
