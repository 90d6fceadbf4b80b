import Export
import NewsModel
import Storage

let storiesCommand = Command(
    name: "stories", summary: "List all stories that mention an entity, or several together, or are about a country.",
    usage: "NAME… [--about-country NAME] [--database FILE] [options]",
    options: [
        SharedOptions.database,
        Option("about-country", "NAME", "only stories about this country, named or not; may be given again"),
        SharedOptions.since, SharedOptions.until,
        Option("topic", "TOPIC", "only stories about this topic, by name or id"), SharedOptions.kind,
        SharedOptions.limit, Option("copies", nil, "list copies of a story by themselves, not once with their number"),
        SharedOptions.format, SharedOptions.quiet,
    ] + SharedOptions.gazetteers,
    examples: [
        ("gazette stories Niger", "newest first, each with the sentence that says so, of copies the earliest"),
        ("gazette stories Niger \"European Union\" --since 2024", "stories that mention both"),
        (
            "gazette stories Q1032 --topic \"conflict, war and peace\" --format csv",
            "by id and topic, for a spreadsheet"
        ),
        ("gazette stories --about-country Niger", "also those that name only Niamey, none that name Niger in passing"),
        ("gazette stories Chelsea --kind organization", "the club, not the place"),
    ],
    run: { arguments in
        let countryNames = arguments.allValues("about-country")
        guard !arguments.positional.isEmpty || !countryNames.isEmpty else {
            throw UsageError("name an entity: a name, an alias or an id; or --about-country NAME")
        }
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let resolver = EntityResolver(database: database, arguments: arguments)
        let kind: Kind? = try arguments.optionalChoice("kind")
        let entities = try arguments.positional.map { try resolver.resolve($0, kind: kind) }
        // The rarest first: it has the fewest stories to look through.
        var query = StoryQuery(entities: entities.sorted { $0.articles < $1.articles }.map(\.key))
        query.countries = try countryNames.map { try resolver.country($0) }
        query.period = try SharedOptions.period(arguments)
        query.limit = try arguments.number("limit", default: 20)
        query.listsCopies = arguments.has("copies")
        if let topic = arguments.value("topic") { query.topic = try topicKey(topic, database) }
        var table = RowTable(columns: [
            .init("published"), .init("id"), .init("mentions", isNumber: true), .init("title"), .init("sentence"),
            .init("site"), .init("url"), .init("copies", isNumber: true),
        ])
        for story in try database.stories(query) {
            table.add([
                story.published ?? "", story.id, String(story.mentions), story.title, story.sentence, story.site ?? "",
                story.url ?? "", String(story.copies),
            ])
        }
        let format: RowTable.Format = try arguments.choice("format", default: .table)
        if format == .table {
            try Terminal.write(storyList(table.rows))
        } else {
            try Terminal.write(table.formatted(format, width: nil))
        }
        return .done
    })

/// Stories for reading: a line of place and title, and the sentence below.
private func storyList(_ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "no stories\n" }
    return rows.map { row in
        let day = row[0].isEmpty ? "no date   " : String(row[0].prefix(10))
        let site = row[5].isEmpty ? "" : " (\(row[5]))"
        let sentence = row[4].isEmpty ? "" : "\n            \(row[4])"
        let copies = row[7] == "0" ? "" : row[7] == "1" ? "  (+1 copy)" : "  (+\(row[7]) copies)"
        return "\(day)  \(row[3])\(site)  [\(row[1])]\(copies)\(sentence)\n"
    }.joined()
}

/// The key of a topic by id or name.
func topicKey(_ text: String, _ database: Database) throws -> Int {
    let topics = try database.topics(period: .always)
    let wanted = text.lowercased()
    if let topic = topics.first(where: { $0.id == text || $0.name.lowercased() == wanted }) { return topic.key }
    let near = topics.filter { $0.name.lowercased().contains(wanted) }
    if near.count == 1 { return near[0].key }
    throw Failure("no topic \"\(text)\"; known are: \(topics.map(\.name).joined(separator: "; "))")
}
