import NewsModel

/// An article that answers a question, with the sentence that says why.
public struct Story: Sendable, Equatable {
    public var id: String
    public var published: String?
    public var title: String
    public var site: String?
    public var url: String?
    /// Mentions of the first entity or country asked for.
    public var mentions: Int
    public var salience: Double
    /// The first sentence that mentions the first entity or country asked for, on one line; the story's first paragraph
    /// where none does or a topic alone is asked for.
    public var sentence: String
    /// Other articles of its cluster that answer the question too; 0 where each is listed by itself.
    public var copies: Int
}

/// Which stories are asked for.
public struct StoryQuery: Sendable, Equatable {
    /// Keys of entities that must all be mentioned.
    public var entities: [Int]
    /// Keys of countries that the story must be about.
    public var countries: [Int] = []
    public var period = Period.always
    /// Keys of topics that the story must all be about.
    public var topics: [Int] = []
    /// The score from which on a story is about a topic.
    public var leastTopicScore = Self.leastTopicScore
    public var limit = 20
    /// Whether copies of a story are listed beside it.
    public var listsCopies = false

    /// The score from which on a story is about a topic rather than not, unless another is asked for.
    public static let leastTopicScore = 0.5

    /// Asks for the stories that mention all of these entities and are about all of these countries and topics.
    public init(entities: [Int], countries: [Int] = [], topics: [Int] = []) {
        self.entities = entities
        self.countries = countries
        self.topics = topics
    }
}

extension Database {
    /// The stories that mention all the entities and are about all the countries and topics, newest first: a range scan
    /// of the first and a look-up for each other.
    ///
    /// Of copies the earliest that answers the question is given, unless the query lists copies.
    public func stories(_ query: StoryQuery) throws(DatabaseError) -> [Story] {
        guard let first = query.entities.first ?? query.countries.first ?? query.topics.first else { return [] }
        let rows =
            !query.entities.isEmpty
            ? "article_entity" : !query.countries.isEmpty ? Self.countryRows : topicRows(query.leastTopicScore)
        // Articles of the same cluster that answer the question.
        let members = """
            FROM article AS member CROSS JOIN \(rows) AS same
              ON same.entity = ?1 AND same.day = member.day AND same.article = member.key
              \(conditions(query, on: "same"))
            WHERE member.cluster = article.cluster AND member.day BETWEEN ?2 AND ?3
            """
        let isFirst = "NOT EXISTS (SELECT 1 \(members) AND (\(Self.rank("member"))) < (\(Self.rank("article"))))"
        let select = try connection.prepare(
            """
            SELECT article.id, article.published, article.title, article.site, article.url, found.mentions, found.salience,
              iif(found.mentions > 0, substr(article.text, found.sentence_start + 1,
                found.sentence_end - found.sentence_start),
                substr(article.text, 1, instr(article.text || char(10), char(10)) - 1)),
              \(query.listsCopies ? "0" : "(SELECT count(*) \(members)) - 1")
            FROM \(rows) AS found
            CROSS JOIN article ON article.key = found.article\(conditions(query, on: "found"))
            WHERE found.entity = ?1 AND found.day BETWEEN ?2 AND ?3 AND \(query.listsCopies ? "1" : isFirst)
            ORDER BY found.day DESC, found.article DESC LIMIT ?4
            """)
        select.bind(first).bind(query.period.first).bind(query.period.last).bind(query.limit)
        var stories: [Story] = []
        while try select.step() {
            stories.append(
                Story(
                    id: select.text(0), published: select.optionalText(1), title: select.text(2),
                    site: select.optionalText(3), url: select.optionalText(4), mentions: select.integer(5),
                    salience: select.double(6), sentence: onOneLine(select.text(7)), copies: select.integer(8)))
        }
        return stories
    }

    /// The stories about a country, each with what `article_entity` says of it where it is mentioned.
    private static let countryRows = """
        (SELECT article_country.country AS entity, article_country.day, article_country.article,
           ifnull(named.mentions, 0) AS mentions, ifnull(named.salience, 0.0) AS salience,
           ifnull(named.sentence_start, 0) AS sentence_start, ifnull(named.sentence_end, 0) AS sentence_end
         FROM article_country LEFT JOIN article_entity AS named ON named.entity = article_country.country
           AND named.day = article_country.day AND named.article = article_country.article
         WHERE article_country.score >= \(FocusCountry.leastScore))
        """

    /// The stories about a topic, as if each mentioned nothing.
    private func topicRows(_ leastScore: Double) -> String {
        """
        (SELECT topic AS entity, day, article, 0 AS mentions, 0.0 AS salience, 0 AS sentence_start, 0 AS sentence_end
         FROM article_topic WHERE score >= \(leastScore))
        """
    }

    /// What an article must have besides the first that is asked for; `found` is its row there.
    private func conditions(_ query: StoryQuery, on found: String) -> String {
        var conditions = ""
        for country in query.entities.isEmpty ? query.countries.dropFirst() : query.countries[...] {
            conditions += """
                 AND EXISTS (SELECT 1 FROM article_country AS about WHERE about.country = \(country)
                 AND about.day = \(found).day AND about.article = \(found).article
                 AND about.score >= \(FocusCountry.leastScore))
                """
        }
        for entity in query.entities.dropFirst() {
            conditions += """
                 AND EXISTS (SELECT 1 FROM article_entity AS other WHERE other.entity = \(entity)
                 AND other.day = \(found).day AND other.article = \(found).article)
                """
        }
        let topicIsFirst = query.entities.isEmpty && query.countries.isEmpty
        for topic in topicIsFirst ? query.topics.dropFirst() : query.topics[...] {
            conditions += """
                 AND EXISTS (SELECT 1 FROM article_topic AS topical WHERE topical.topic = \(topic)
                 AND topical.day = \(found).day AND topical.article = \(found).article
                 AND topical.score >= \(query.leastTopicScore))
                """
        }
        return conditions
    }

    private func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
