import NewsModel

/// An article that answers a question, with the sentence that says why.
public struct Story: Sendable, Equatable {
    public var id: String
    public var published: String?
    public var title: String
    public var site: String?
    public var url: String?
    /// Mentions of the first entity asked for.
    public var mentions: Int
    public var salience: Double
    /// The first sentence that mentions the first entity asked for, on one line.
    public var sentence: String
}

/// Which stories are asked for.
public struct StoryQuery: Sendable, Equatable {
    /// Keys of entities that must all be mentioned.
    public var entities: [Int]
    public var period = Period.always
    /// Key of a topic that must have at least `leastTopicScore`.
    public var topic: Int?
    public var limit = 20

    /// The score from which on an article counts as being about a topic.
    public static let leastTopicScore = 0.3

    /// Asks for the stories that mention all of these entities.
    public init(entities: [Int]) { self.entities = entities }
}

extension Database {
    /// The stories that mention all the entities, newest first: a range scan of the first and a look-up for each other.
    public func stories(_ query: StoryQuery) throws(DatabaseError) -> [Story] {
        guard let first = query.entities.first else { return [] }
        var joins = ""
        for number in query.entities.indices.dropFirst() {
            joins += """
                 JOIN article_entity AS other\(number) ON other\(number).entity = \(query.entities[number])
                 AND other\(number).day = found.day AND other\(number).article = found.article
                """
        }
        if let topic = query.topic {
            joins += """
                 JOIN article_topic ON article_topic.topic = \(topic) AND article_topic.day = found.day
                 AND article_topic.article = found.article AND article_topic.score >= \(StoryQuery.leastTopicScore)
                """
        }
        let select = try connection.prepare(
            """
            SELECT article.id, article.published, article.title, article.site, article.url, found.mentions, found.salience,
              substr(article.text, found.sentence_start + 1, found.sentence_end - found.sentence_start)
            FROM article_entity AS found\(joins) JOIN article ON article.key = found.article
            WHERE found.entity = ?1 AND found.day BETWEEN ?2 AND ?3
            ORDER BY found.day DESC, found.article DESC LIMIT ?4
            """)
        select.bind(first).bind(query.period.first).bind(query.period.last).bind(query.limit)
        var stories: [Story] = []
        while try select.step() {
            stories.append(
                Story(
                    id: select.text(0), published: select.optionalText(1), title: select.text(2),
                    site: select.optionalText(3), url: select.optionalText(4), mentions: select.integer(5),
                    salience: select.double(6), sentence: onOneLine(select.text(7))))
        }
        return stories
    }

    private func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
