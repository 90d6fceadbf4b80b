import Export
import NewsModel
import Storage

let entitiesCommand = Command(
    name: "entities", summary: "List the entities that most stories mention.",
    usage: "[--kind KIND] [--database FILE] [options]",
    options: [
        SharedOptions.database, SharedOptions.kind, SharedOptions.since, SharedOptions.until, SharedOptions.limit,
        SharedOptions.format,
    ],
    examples: [
        ("gazette entities --kind person", "the people most written about"),
        ("gazette entities --since 2024-01 --until 2024-01 --format csv", "everything in a month, as CSV"),
    ],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        var table = RowTable(columns: [
            .init("entity"), .init("name"), .init("kind"), .init("role"), .init("stories", isNumber: true),
            .init("mentions", isNumber: true),
        ])
        let top = try database.topEntities(
            kind: try arguments.optionalChoice("kind"), period: try SharedOptions.period(arguments),
            limit: try arguments.number("limit", default: 20))
        for entity in top {
            table.add([
                entity.id, entity.name, entity.kind, entity.role, String(entity.articles), String(entity.mentions),
            ])
        }
        try SharedOptions.write(table, arguments)
        return .done
    })

let topicsCommand = Command(
    name: "topics", summary: "Count the stories of each topic.",
    usage: "[--database FILE] [options]",
    options: [SharedOptions.database, SharedOptions.since, SharedOptions.until, SharedOptions.format],
    examples: [("gazette topics --since 2024-01", "what the stories since then are about")],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        var table = RowTable(columns: [.init("topic"), .init("name"), .init("stories", isNumber: true)])
        for topic in try database.topics(period: try SharedOptions.period(arguments)) {
            table.add([topic.id, topic.name, String(topic.articles)])
        }
        try SharedOptions.write(table, arguments)
        return .done
    })

let statsCommand = Command(
    name: "stats", summary: "Say what a database holds, and what could not be read.",
    usage: "[--database FILE] [options]",
    options: [SharedOptions.database, Option("limit", "N", "at most so many rejects (default: 20)")],
    examples: [("gazette stats --database news.db", "counts, and the rejects with their reasons")],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let counts = try database.counts()
        var text = ""
        func line(_ name: String, _ value: String) {
            text += name + String(repeating: " ", count: 10 - name.count) + value + "\n"
        }
        line("articles", "\(counts.articles)")
        if let first = counts.firstDay, let last = counts.lastDay {
            line("published", "\(dashed(first)) to \(dashed(last))")
        }
        line("mentions", "\(counts.mentions)")
        line("entities", "\(counts.entities)")
        line("sources", "\(counts.sources), \(counts.finishedSources) of them read to the end")
        line("size", "\((counts.bytes + 500_000) / 1_000_000) MB")
        line("rejects", "\(counts.rejects)")
        let rejects = try database.rejects(limit: try arguments.number("limit", default: 20, atLeast: 0))
        for reject in rejects {
            text += "  \(reject.source): \(reject.place.isEmpty ? "" : "\(reject.place): ")\(reject.reason)\n"
        }
        if rejects.count < counts.rejects { text += "  … and \(counts.rejects - rejects.count) more; see --limit\n" }
        try Terminal.write(text)
        return .done
    })

private func dashed(_ day: Int) -> String {
    let digits = String(day)
    return digits.count == 8 ? "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))" : digits
}
