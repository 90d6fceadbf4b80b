import NewsModel

/// A query in SQL: the tables that hold what is asked for, and what a story must have.
///
/// Each condition is on one of the things asked for. The one that the fewest stories meet can be the table to go through, as it
/// is in order of days; the others are then looked up story by story.
struct StoryConditions {
    private let conditions: [Condition]
    /// What the parameters stand for, from `firstParameter` on.
    let values: [String]

    /// The parameters before these are those of the statement itself.
    static let firstParameter = 10

    /// Where the day and the key of a story stand in a statement.
    struct Columns {
        var day: String
        var article: String

        static let found = Columns(day: "found.day", article: "found.article")
        static let page = Columns(day: "page.day", article: "page.key")
    }

    init(_ query: StoryQuery) {
        var conditions: [Condition] = query.subjects.map { .mentions($0) }
        conditions += query.countries.map { .isAboutCountry($0) }
        conditions += query.topics.map { .isAboutTopic($0, leastScore: query.leastTopicScore) }
        if !query.excluded.isEmpty { conditions.append(.mentionsNone(query.excluded)) }
        var values: [String] = []
        func parameter(_ value: String) -> String {
            values.append(value)
            return "?\(Self.firstParameter + values.count - 1)"
        }
        for (column, allowed) in [("site", query.sites), ("section", query.sections), ("language", query.languages)]
        where !allowed.isEmpty {
            conditions.append(.has(column: column, parameters: allowed.map(parameter)))
        }
        conditions += query.kinds.map { .mentionsSome(column: "kind", parameter: parameter($0.rawValue)) }
        conditions += query.roles.map { .mentionsSome(column: "role", parameter: parameter($0)) }
        self.conditions = conditions
        self.values = values
    }

    /// What can be gone through in order of days.
    var drivers: [Int] { conditions.indices.filter { conditions[$0].table != nil } }

    /// All conditions on a story but one, each with AND before it.
    func sql(on columns: Columns, without driver: Int? = nil) -> String {
        conditions.indices.filter { $0 != driver }.map { "\n AND \(conditions[$0].sql(on: columns))" }.joined()
    }

    /// The SELECT of columns that goes through a driver in order of days, newest first where `isDescending`.
    ///
    /// The first and last day are ?1 and ?2. A story may come several times in a row.
    func select(_ columns: String, from driver: Int, filter: String = "", isDescending: Bool = true) -> String {
        let condition = conditions[driver]
        guard let table = condition.table else { return "" }
        let direction = isDescending ? "DESC" : "ASC"
        let others = sql(on: .found, without: driver)
        // Branches that are in order already are merged, not sorted.
        let branches = condition.keys.map { key in
            """
            SELECT \(columns) FROM \(table.name) AS found
            WHERE found.\(table.keyColumn) = \(key) AND found.day BETWEEN ?1 AND ?2 \(table.filter) \(filter) \(others)
            """
        }
        return branches.joined(separator: "\nUNION ALL\n") + "\nORDER BY 1 \(direction), 2 \(direction)"
    }

    /// How many stories a driver has, as far as they are counted.
    func count(of driver: Int, limit: Int, _ connection: Connection) throws(DatabaseError) -> Int {
        let condition = conditions[driver]
        guard let table = condition.table else { return limit }
        let keys = condition.keys.map(String.init).joined(separator: ", ")
        return try connection.integer(
            "SELECT count(*) FROM (SELECT 1 FROM \(table.name) WHERE \(table.keyColumn) IN (\(keys)) LIMIT \(limit))")
    }

    /// An expression for how well a story answers by its entities, countries and topics: the product of their scores.
    func score(from driver: Int) -> String {
        let factors = conditions.indices.compactMap { place in
            // The row of the driver has it, unless a story may have several.
            place == driver && conditions[place].keys.count == 1
                ? conditions[place].table?.score : conditions[place].score(on: .found)
        }
        return factors.isEmpty ? "1.0" : factors.joined(separator: " * ")
    }

    /// The statement that gives a row where the story of day ?3 and key ?4 meets all conditions.
    var probe: String { "SELECT 1 FROM (SELECT ?3 AS day, ?4 AS key) AS page WHERE 1 \(sql(on: .page))" }
}

/// What a story must have.
private enum Condition {
    case mentions(StoryQuery.Subject)
    case mentionsNone([Int])
    case isAboutCountry(Int)
    case isAboutTopic(Int, leastScore: Double)
    /// One of some values in a column of `article`.
    case has(column: String, parameters: [String])
    /// Some entity with a value in a column of `entity`.
    case mentionsSome(column: String, parameter: String)

    /// A table in order of days for each of some keys.
    struct Table {
        var name: String
        var keyColumn: String
        var score: String
        /// Which of its rows count.
        var filter: String
    }

    var table: Table? {
        switch self {
        case .mentions(let subject):
            Table(
                name: "article_entity", keyColumn: "entity", score: "found.salience",
                filter: Self.least("found", subject))
        case .isAboutCountry:
            Table(
                name: "article_country", keyColumn: "country", score: "found.score",
                filter: "AND found.score >= \(FocusCountry.leastScore)")
        case .isAboutTopic(_, let least):
            Table(
                name: "article_topic", keyColumn: "topic", score: "found.score", filter: "AND found.score >= \(least)")
        case .mentionsNone, .has, .mentionsSome: nil
        }
    }

    var keys: [Int] {
        switch self {
        case .mentions(let subject): subject.entities
        case .isAboutCountry(let key), .isAboutTopic(let key, _): [key]
        case .mentionsNone, .has, .mentionsSome: []
        }
    }

    func sql(on columns: StoryConditions.Columns) -> String {
        switch self {
        case .mentions(let subject):
            "EXISTS (SELECT 1 \(Self.rows(of: subject.entities, columns)) \(Self.least("other", subject)))"
        case .mentionsNone(let entities): "NOT EXISTS (SELECT 1 \(Self.rows(of: entities, columns)))"
        case .isAboutCountry(let country):
            """
            EXISTS (SELECT 1 FROM article_country AS other WHERE other.country = \(country)
              AND other.day = \(columns.day) AND other.article = \(columns.article)
              AND other.score >= \(FocusCountry.leastScore))
            """
        case .isAboutTopic(let topic, let least):
            """
            EXISTS (SELECT 1 FROM article_topic AS other WHERE other.topic = \(topic)
              AND other.day = \(columns.day) AND other.article = \(columns.article) AND other.score >= \(least))
            """
        case .has(let column, let parameters):
            """
            EXISTS (SELECT 1 FROM article AS other WHERE other.key = \(columns.article)
              AND other.\(column) COLLATE NOCASE IN (\(parameters.joined(separator: ", "))))
            """
        case .mentionsSome(let column, let parameter):
            """
            EXISTS (SELECT 1 FROM mention AS other CROSS JOIN entity ON entity.key = other.entity
              WHERE other.article = \(columns.article) AND entity.\(column) = \(parameter) COLLATE NOCASE)
            """
        }
    }

    func score(on columns: StoryConditions.Columns) -> String? {
        switch self {
        case .mentions(let subject):
            "(SELECT max(other.salience) \(Self.rows(of: subject.entities, columns)))"
        case .isAboutCountry(let country):
            """
            (SELECT other.score FROM article_country AS other WHERE other.country = \(country)
              AND other.day = \(columns.day) AND other.article = \(columns.article))
            """
        case .isAboutTopic(let topic, _):
            """
            (SELECT other.score FROM article_topic AS other WHERE other.topic = \(topic)
              AND other.day = \(columns.day) AND other.article = \(columns.article))
            """
        case .mentionsNone, .has, .mentionsSome: nil
        }
    }

    private static func rows(of entities: [Int], _ columns: StoryConditions.Columns) -> String {
        """
        FROM article_entity AS other WHERE other.entity IN (\(entities.map(String.init).joined(separator: ", ")))
          AND other.day = \(columns.day) AND other.article = \(columns.article)
        """
    }

    private static func least(_ row: String, _ subject: StoryQuery.Subject) -> String {
        subject.leastSalience > 0 ? "AND \(row).salience >= \(subject.leastSalience)" : ""
    }
}
