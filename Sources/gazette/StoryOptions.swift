import NewsModel
import Storage

/// The options of `stories` and `search` that say which stories are asked for.
enum StoryOptions {
    static let filters =
        [
            Option("any", "NAME", "only stories that mention one of these; may be given again"),
            Option("without", "NAME", "only stories that do not mention it; may be given again"),
            Option(
                "about", "NAME", "only stories that are about it, not those that only mention it; may be given again"),
            Option("least-salience", "S", "only where what is named is so salient, 0 to 1 (--about: 0.5)"),
            Option("about-country", "NAME", "only stories about this country, named or not; may be given again"),
            Option("mentions-kind", "KIND", "only stories that mention a person, an event, …; may be given again"),
            Option(
                "mentions-role", "ROLE", "only stories that mention a footballer, a river, …; may be given again"),
            SharedOptions.topic, SharedOptions.topicScore,
            SharedOptions.site,
            Option("section", "NAME", "only stories of this section, or one of them"),
            Option("language", "CODE", "only stories in this language, such as en, or one of them"),
            SharedOptions.since, SharedOptions.until,
            Option("kind", "KIND", "what a NAME is: person, organization, country, place, event, product or other"),
        ]

    static func order(default standard: StoryQuery.Order) -> Option {
        Option("order", "ORDER", "newest, oldest or relevant (default: \(standard.rawValue))")
    }

    static let page = [
        SharedOptions.limit, Option("after", "CURSOR", "go on behind a story, as \"more:\" says at the end of a page"),
        Option("copies", nil, "list copies of a story by themselves, not once with their number"),
        Option("count", nil, "print only how many stories there are"),
        SharedOptions.format, SharedOptions.rawCells, SharedOptions.quiet,
    ]

    /// The query that the options ask for, of stories that mention these names and have these words.
    static func query(
        _ arguments: Arguments, _ database: Database, names: [String], text: String?, order: StoryQuery.Order
    ) throws -> StoryQuery {
        // What is wrong on the command line is said before anything is looked for.
        var query = StoryQuery()
        query.period = try SharedOptions.period(arguments)
        query.order = try arguments.choice("order", default: order)
        query.limit = try arguments.number("limit", default: 20)
        query.after = try cursor(arguments, query.order)
        query.listsCopies = arguments.has("copies")
        query.leastTopicScore = try SharedOptions.leastTopicScore(arguments)
        query.kinds = try arguments.choices("mentions-kind")
        query.roles = arguments.allValues("mentions-role")
        query.sites = try SharedOptions.sites(arguments, database)
        query.sections = arguments.allValues("section")
        query.languages = arguments.allValues("language")
        query.text = try text.map { try fullText($0, database) }
        try addSubjects(to: &query, arguments, database, names: names)
        let resolver = EntityResolver(database: database, arguments: arguments)
        query.countries = try arguments.allValues("about-country").map { try resolver.country($0) }
        if arguments.has("topic") {
            query.topics = try TopicResolver(database: database, arguments: arguments).resolve(arguments).map(\.key)
        }
        return query
    }

    private static func addSubjects(
        to query: inout StoryQuery, _ arguments: Arguments, _ database: Database, names: [String]
    ) throws {
        let kind: Kind? = try arguments.optionalChoice("kind")
        let about = arguments.allValues("about")
        let any = arguments.allValues("any")
        let least = try leastSalience(arguments)
        if least != nil, names.isEmpty, about.isEmpty, any.isEmpty {
            throw UsageError("--least-salience wants a NAME, --any or --about: what is to be salient")
        }
        let resolver = EntityResolver(database: database, arguments: arguments)
        func forms(_ name: String) throws -> [Int] { try database.forms(of: try resolver.key(name, kind: kind)) }
        query.subjects = try names.map { StoryQuery.Subject(anyOf: try forms($0), leastSalience: least ?? 0) }
        query.subjects += try about.map {
            StoryQuery.Subject(anyOf: try forms($0), leastSalience: least ?? StoryQuery.leastSalience)
        }
        if !any.isEmpty {
            var keys: [Int] = []
            for key in try any.flatMap(forms) where !keys.contains(key) { keys.append(key) }
            query.subjects.append(StoryQuery.Subject(anyOf: keys, leastSalience: least ?? 0))
        }
        query.excluded = try arguments.allValues("without").flatMap(forms)
    }

    private static func fullText(_ text: String, _ database: Database) throws -> FullTextQuery {
        do {
            return try FullTextQuery(text, tokenizer: try database.tokenizer())
        } catch let error as FullTextError {
            throw UsageError("\"\(text)\": \(error)")
        }
    }

    private static func leastSalience(_ arguments: Arguments) throws -> Double? {
        guard let text = arguments.value("least-salience") else { return nil }
        guard let salience = Double(text), (0...1).contains(salience) else {
            throw UsageError("--least-salience wants a number from 0 to 1, not \"\(text)\"")
        }
        return salience
    }

    private static func cursor(_ arguments: Arguments, _ order: StoryQuery.Order) throws -> StoryCursor? {
        guard let text = arguments.value("after") else { return nil }
        guard let cursor = StoryCursor(text, order: order) else {
            let example = order == .relevant ? "0.83:20240117:4711" : "20240117:4711"
            throw UsageError(
                "--after wants what \"more:\" printed for --order \(order.rawValue), such as \(example), not \"\(text)\""
            )
        }
        return cursor
    }
}
