import NewsModel

/// A topic as the database has it.
public struct TopicRow: Sendable, Equatable {
    /// Its number in this database.
    public var key: Int
    /// `medtop:…`, or `own:…` for a topic of the user's.
    public var id: String
    /// The name that the last article about it gave it.
    public var name: String
    /// The id of the broader topic, which may be none of the database; `nil` at the top.
    public var parent: String?

    /// Makes a row.
    public init(key: Int, id: String, name: String, parent: String?) {
        self.key = key
        self.id = id
        self.name = name
        self.parent = parent
    }
}

/// A topic with how many articles are about it.
public struct TopicCount: Sendable, Equatable {
    /// What is counted.
    public var topic: TopicRow
    /// How many articles are about it.
    public var articles: Int
}

/// How many articles of a time are about a topic.
public struct DatedTopicCount: Sendable, Equatable {
    /// A day, week, month or year as ISO 8601 writes it; `nil` for articles without a date.
    public var date: String?
    /// What is counted.
    public var topic: TopicRow
    /// How many articles of the time are about it.
    public var articles: Int
}

/// Which articles are counted by topic.
public struct TopicQuery: Sendable, Equatable {
    /// Keys of the only topics that are counted; empty for all.
    public var topics: [Int] = []
    /// The days of the articles that are counted.
    public var period = Period.always
    /// Whether the copies of a story count too.
    public var counting = CountedUnit.article
    /// The score from which on an article is about a topic.
    public var leastScore = StoryQuery.leastTopicScore

    /// Asks for all topics at all times.
    public init() {}

    /// A condition on the rows of `article_topic`: topics, time and score.
    var isAbout: String {
        let isAsked = topics.isEmpty ? "" : " AND topic IN (\(topics.map { "\($0)" }.joined(separator: ", ")))"
        return "score >= \(leastScore) AND day BETWEEN \(period.first) AND \(period.last)\(isAsked)"
    }

    /// The same, of the articles that are counted; "+" keeps SQLite from looking each of these up by itself.
    var isCounted: String { "\(isAbout) AND \(Database.isCounted("+article", counting, in: period))" }
}

extension Database {
    /// All topics, in order of id.
    public func topics() throws(DatabaseError) -> [TopicRow] { try connection.topics() }

    /// The topics by number of articles; those that no article is about are there with 0.
    public func topicCounts(_ query: TopicQuery = TopicQuery()) throws(DatabaseError) -> [TopicCount] {
        let select = try connection.prepare(
            "SELECT topic, count(*) FROM article_topic WHERE \(query.isCounted) GROUP BY topic")
        var articles: [Int: Int] = [:]
        while try select.step() { articles[select.integer(0)] = select.integer(1) }
        let counts = try topics().filter { query.topics.isEmpty || query.topics.contains($0.key) }
            .map { TopicCount(topic: $0, articles: articles[$0.key] ?? 0) }
        return counts.sorted { ($1.articles, $0.topic.id) < ($0.articles, $1.topic.id) }
    }

    /// How many articles of each day, week, month or year are about each topic.
    ///
    /// In order of time, the undated last; then by number of articles. Topics that no article of a time is about are
    /// left out. One pass over the rows of the topics, whose order is that of the days.
    public func topicCounts(
        by unit: CalendarUnit, _ query: TopicQuery = TopicQuery()
    ) throws(DatabaseError) -> [DatedTopicCount] {
        let select = try connection.prepare(
            "SELECT topic, day, count(*) FROM article_topic WHERE \(query.isCounted) GROUP BY topic, day")
        var articles: [String?: [Int: Int]] = [:]
        while try select.step() {
            articles[unit.name(ofDay: select.integer(1)), default: [:]][select.integer(0), default: 0] +=
                select.integer(2)
        }
        let topics = try topics()
        let dates = articles.keys.compactMap { $0 }.sorted().map(Optional.some) + [nil]
        return dates.flatMap { date in
            let counts = topics.compactMap { topic in
                articles[date]?[topic.key].map { DatedTopicCount(date: date, topic: topic, articles: $0) }
            }
            return counts.sorted { ($1.articles, $0.topic.id) < ($0.articles, $1.topic.id) }
        }
    }

    /// A condition on an article's key that holds for articles that are about all these topics.
    static func isAboutAll(_ key: String, _ topics: [Int], leastScore: Double) -> String {
        topics.map { topic in
            " AND \(key) IN (SELECT article FROM article_topic WHERE topic = \(topic) AND score >= \(leastScore))"
        }.joined()
    }
}

extension Connection {
    /// All topics, in order of id.
    func topics() throws(DatabaseError) -> [TopicRow] {
        let select = try prepare("SELECT key, id, name, parent FROM topic ORDER BY id")
        var topics: [TopicRow] = []
        while try select.step() {
            topics.append(
                TopicRow(
                    key: select.integer(0), id: select.text(1), name: select.text(2), parent: select.optionalText(3)))
        }
        return topics
    }
}
