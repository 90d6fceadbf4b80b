import Export
import NewsModel
import Storage

let storiesCommand = Command(
    name: "stories", summary: "List all stories that mention some entities, or are about a country or topic.",
    usage: "[NAME…] [--about-country NAME] [--topic TOPIC] [--text QUERY] [--database FILE] [options]",
    options: [SharedOptions.database] + StoryOptions.filters + [
        Option("text", "QUERY", "only stories with these words, as for search"), StoryOptions.order(default: .newest),
    ] + StoryOptions.page + SharedOptions.gazetteers,
    examples: [
        ("gazette stories Niger", "newest first, each with the sentence that says so, of copies the earliest"),
        ("gazette stories Niger \"European Union\" --since 2024", "stories that mention both"),
        (
            "gazette stories Q1032 --topic \"conflict, war and peace\" --format csv",
            "by id and topic, for a spreadsheet"
        ),
        ("gazette stories --about-country Niger", "also those that name only Niamey, none that name Niger in passing"),
        ("gazette stories --about Chelsea --kind organization", "the club, where it is what the story is about"),
        ("gazette stories --any Mali --any Niger --without France", "one of two, but not the third"),
        ("gazette stories Niger --text '\"state of emergency\"' --order relevant", "with a phrase, the best first"),
        ("gazette stories --topic coup --topic \"economic sanction\"", "all stories about both, whoever is in them"),
    ],
    run: { arguments in
        guard !arguments.positional.isEmpty || storyQuestions.contains(where: arguments.has) else {
            let options = storyQuestions.map { "--\($0)" }.joined(separator: ", ")
            throw UsageError("name an entity: a name, an alias or an id; or give one of \(options)")
        }
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let query = try StoryOptions.query(
            arguments, database, names: arguments.positional, text: arguments.value("text"), order: .newest)
        return try answer(query, database, arguments)
    })

/// The options that say enough of a story to look for it.
private let storyQuestions = [
    "any", "about", "about-country", "topic", "text", "mentions-kind", "mentions-role", "site", "section", "language",
]

/// Prints the stories that a query asks for, or how many they are.
func answer(_ query: StoryQuery, _ database: Database, _ arguments: Arguments) throws -> ExitStatus {
    let format: RowTable.Format = try arguments.choice("format", default: .table)
    if arguments.has("count") {
        let count = try database.storyCount(query)
        if count == 0 { try expectKnownValues(query, database) }
        try Terminal.write("\(count)\n")
        return .done
    }
    let page = try database.stories(query)
    if page.stories.isEmpty, query.after == nil { try expectKnownValues(query, database) }
    try Terminal.write(StoryListing(page: page, keepsFormulas: arguments.has("raw-cells")).formatted(format))
    if let next = page.next, !arguments.has("quiet") { Terminal.note("more: --after \(next)") }
    return .done
}

/// Where nothing was found: says which section, language or role no story has.
private func expectKnownValues(_ query: StoryQuery, _ database: Database) throws {
    for (property, wanted) in [
        (StoryProperty.section, query.sections), (.language, query.languages), (.role, query.roles),
    ] where !wanted.isEmpty {
        let known = try database.values(of: property)
        for value in wanted where !known.contains(where: { $0.lowercased() == value.lowercased() }) {
            let suggestion = NameSuggestions(for: value, among: known).best.first
            throw Failure(
                "no story has the \(property.rawValue) \"\(value)\""
                    + (suggestion.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
    }
}
