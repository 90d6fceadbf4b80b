import Export
import NewsModel
import Storage

let storiesCommand = Command(
    name: "stories", summary: "List all stories that mention some entities, or are about a country or topic.",
    usage: "[NAME…] [--about-country NAME] [--topic TOPIC] [--database FILE] [options]",
    options: [
        SharedOptions.database,
        Option("about-country", "NAME", "only stories about this country, named or not; may be given again"),
        SharedOptions.topic, SharedOptions.topicScore, SharedOptions.since, SharedOptions.until, SharedOptions.kind,
        SharedOptions.limit, Option("copies", nil, "list copies of a story by themselves, not once with their number"),
        SharedOptions.format, SharedOptions.rawCells, SharedOptions.quiet,
    ] + SharedOptions.gazetteers,
    examples: [
        ("gazette stories Niger", "newest first, each with the sentence that says so, of copies the earliest"),
        ("gazette stories Niger \"European Union\" --since 2024", "stories that mention both"),
        (
            "gazette stories Q1032 --topic \"conflict, war and peace\" --format csv",
            "by id and topic, for a spreadsheet"
        ),
        ("gazette stories --about-country Niger", "also those that name only Niamey, none that name Niger in passing"),
        ("gazette stories --topic coup --topic \"economic sanction\"", "all stories about both, whoever is in them"),
        ("gazette stories Chelsea --kind organization", "the club, not the place"),
    ],
    run: { arguments in
        let countryNames = arguments.allValues("about-country")
        guard !arguments.positional.isEmpty || !countryNames.isEmpty || arguments.has("topic") else {
            throw UsageError("name an entity: a name, an alias or an id; or --about-country NAME or --topic TOPIC")
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
        query.leastTopicScore = try SharedOptions.leastTopicScore(arguments)
        query.topics = try TopicResolver(database: database, arguments: arguments).resolve(arguments).map(\.key)
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
            try Terminal.write(table.formatted(format, width: nil, keepsFormulas: arguments.has("raw-cells")))
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
