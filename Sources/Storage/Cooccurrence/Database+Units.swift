import NewsModel

extension Database {
    /// The articles that a query counts.
    func countedArticles(_ query: CooccurrenceQuery) throws(DatabaseError) -> CountedArticles {
        let select = try connection.prepare(
            """
            SELECT key, day FROM article
            WHERE cluster IS NOT NULL AND day BETWEEN \(query.period.first) AND \(query.period.last)
              AND \(Self.isCounted("key", query.counting, in: query.period))
              \(Self.isAboutAll("key", query.topics, leastScore: query.leastTopicScore))
            """)
        var articles: [(key: Int, day: Int)] = []
        while try select.step() { articles.append((select.integer(0), select.integer(1))) }
        return CountedArticles(articles, by: query.slices)
    }

    /// The entities of whole articles: one pass over `article_entity`, turned from order of entity to order of time.
    func articleUnits(
        _ query: CooccurrenceQuery, _ articles: CountedArticles, _ entities: CountedEntities
    ) throws(DatabaseError) -> Units {
        let needsSalience = query.leastSalience > 0
        let select = try connection.prepare(
            """
            SELECT entity, article\(needsSalience ? ", salience" : "") FROM article_entity
            WHERE \(query.period == .always ? "1" : "day BETWEEN \(query.period.first) AND \(query.period.last)")
            """)
        var found: [UInt32] = []
        var places: [UInt32] = []
        var mentionsAny = [Bool](repeating: false, count: articles.keys.count)
        while try select.step() {
            guard let place = articles.place(ofKey: select.integer(1)) else { continue }
            mentionsAny[Int(place)] = true
            guard let number = entities.number(ofKey: select.integer(0)),
                !needsSalience || select.double(2) >= query.leastSalience
            else { continue }
            found.append(number)
            places.append(place)
        }
        let byArticle = Postings(cells: places, in: places.indices, entityCount: articles.keys.count)
        var units = Units()
        for place in articles.keys.indices where mentionsAny[place] {
            units.append(byArticle.places(of: place).lazy.map { found[Int($0)] }, article: place)
        }
        return units
    }

    /// The entities of parts of articles, article by article.
    func partUnits(
        _ query: CooccurrenceQuery, _ articles: CountedArticles, _ entities: CountedEntities, _ places: MentionPlaces?
    ) throws(DatabaseError) -> Units {
        let read = try MentionReader(query, entities, connection)
        var units = Units()
        for (place, key) in articles.keys.enumerated() {
            let mentions = try read.mentions(of: key)
            let parts = try places?.paragraphs(of: mentions, text: read.text(of: key)) ?? mentions.map(\.sentence)
            var first = 0
            for next in 1..<mentions.count + 1 where next == mentions.count || parts[next] != parts[first] {
                units.append(mentions[first..<next].lazy.compactMap(\.entity), article: place)
                first = next
            }
        }
        return units
    }

    /// The mentions of articles with their tokens.
    func windowMentions(
        _ query: CooccurrenceQuery, _ articles: CountedArticles, _ entities: CountedEntities, _ places: MentionPlaces
    ) throws(DatabaseError) -> Mentions {
        let read = try MentionReader(query, entities, connection)
        var places = places
        var result = Mentions()
        for (place, key) in articles.keys.enumerated() {
            let mentions = try read.mentions(of: key)
            guard !mentions.isEmpty else { continue }
            let tokens = places.tokens(of: mentions, title: try read.title(of: key), text: try read.text(of: key))
            let counted = zip(mentions, tokens).compactMap { mention, token in
                mention.entity.map { (entity: $0, token: token) }
            }
            result.append(counted, article: place)
        }
        return result
    }
}

/// Reads the mentions and the words of one article after the other.
private struct MentionReader {
    private let entities: CountedEntities
    private let mentions: Statement
    private let title: Statement
    private let text: Statement
    /// Pairs of article and entity whose mentions do not count; `nil` where all do.
    private let faint: HashSet64?

    init(_ query: CooccurrenceQuery, _ entities: CountedEntities, _ connection: Connection) throws(DatabaseError) {
        self.entities = entities
        mentions = try connection.prepare(
            "SELECT sentence, start, entity, zone = 'title' FROM mention WHERE article = ? ORDER BY sentence, start")
        title = try connection.prepare("SELECT title FROM article WHERE key = ?")
        text = try connection.prepare("SELECT text FROM article WHERE key = ?")
        guard query.leastSalience > 0 else {
            faint = nil
            return
        }
        let select = try connection.prepare("SELECT article, entity FROM article_entity WHERE salience < ?")
        select.bind(query.leastSalience)
        var pairs: [UInt64] = []
        while try select.step() { pairs.append(Self.pair(select.integer(0), select.integer(1))) }
        faint = HashSet64(pairs)
    }

    /// In order of place; those without an entity are not of the kinds that are counted, or too faint.
    func mentions(of article: Int) throws(DatabaseError) -> [CountedMention] {
        mentions.reset().bind(article)
        var result: [CountedMention] = []
        while try mentions.step() {
            let key = mentions.integer(2)
            let isFaint = faint?.contains(Self.pair(article, key)) ?? false
            result.append(
                CountedMention(
                    entity: isFaint ? nil : entities.number(ofKey: key), sentence: mentions.integer(0),
                    start: mentions.integer(1), isInTitle: mentions.integer(3) != 0))
        }
        return result
    }

    func title(of article: Int) throws(DatabaseError) -> String { try Self.text(title, article) }

    func text(of article: Int) throws(DatabaseError) -> String { try Self.text(text, article) }

    private static func text(_ select: Statement, _ article: Int) throws(DatabaseError) -> String {
        try select.reset().bind(article).step() ? select.text(0) : ""
    }

    private static func pair(_ article: Int, _ entity: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: article << 32 | entity)
    }
}
