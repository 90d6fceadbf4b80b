import NewsModel

/// An entity that articles about a topic mention.
public struct TopicEntity: Sendable, Equatable {
    /// What the articles are about.
    public var topic: TopicRow
    /// `Q…`, `gz:…` or `nil:…`.
    public var entity: String
    /// The entity's main name.
    public var name: String
    /// The raw value of its `Kind`.
    public var kind: String
    /// The articles about the topic, those that mention the entity, and those that do both.
    public var association: Association
}

extension Database {
    /// The entities that the articles about each topic mention: topics by number of articles, entities in an order.
    ///
    /// One pass over the topics of articles and one over their entities, which lie in order of entity.
    ///
    /// - Parameters:
    ///   - kind: the only kind of entities counted; `nil` for all.
    ///   - limit: at most so many entities a topic.
    public func topicEntities(
        _ query: TopicQuery, kind: Kind?, order: AssociationOrder, limit: Int
    ) throws(DatabaseError) -> [TopicEntity] {
        try connection.reading { () throws(DatabaseError) in
            let counted = try countedArticles(query)
            let (topics, articlesOfTopic) = try topicsOfArticles(query, counted)
            let ranks = try ranks(ofKind: kind)
            var strongest = try KeyTable(
                of: "topic", repeating: StrongestAssociations(order: order, limit: limit), connection)
            var together = try KeyTable(of: "topic", repeating: 0, connection)
            // Most entities are in articles about few of the topics: only these are walked.
            var touched: [Int] = []
            try forEachEntity(query, ranks, counted) { entity, articles in
                for topic in articles.lazy.flatMap({ topics[$0] }) {
                    if together[topic] == 0 { touched.append(topic) }
                    together[topic] += 1
                }
                for topic in touched {
                    let association = Association(
                        together: together[topic], first: articlesOfTopic[topic], second: articles.count,
                        total: counted.count)
                    strongest[topic].add(association, of: entity, rank: ranks[entity])
                    together[topic] = 0
                }
                touched.removeAll(keepingCapacity: true)
            }
            return try named(strongest, articlesOfTopic)
        }
    }

    /// The stories that are counted.
    private func countedArticles(_ query: TopicQuery) throws(DatabaseError) -> ArticleSet {
        var counted = ArticleSet()
        let select = try connection.prepare(
            """
            SELECT key FROM article
            WHERE cluster IS NOT NULL AND day BETWEEN \(query.period.first) AND \(query.period.last)
              AND \(Self.isCounted("key", query.counting, in: query.period))
            """)
        while try select.step() { counted.insert(select.integer(0)) }
        return counted
    }

    /// For each article key the keys of the topics that it is about; for each topic key the number of its articles.
    private func topicsOfArticles(
        _ query: TopicQuery, _ counted: ArticleSet
    ) throws(DatabaseError) -> (topics: KeyTable<[Int]>, articles: KeyTable<Int>) {
        var topics = try KeyTable<[Int]>(of: "article", repeating: [], connection)
        var articles = try KeyTable(of: "topic", repeating: 0, connection)
        let select = try connection.prepare(
            "SELECT topic, article FROM article_topic WHERE \(query.isAbout) ORDER BY topic")
        while try select.step() {
            guard counted.contains(select.integer(1)), articles.keys.contains(select.integer(0)) else { continue }
            topics[select.integer(1)].append(select.integer(0))
            articles[select.integer(0)] += 1
        }
        return (topics, articles)
    }

    /// Gives each entity of the kind with the keys of the counted articles that mention it.
    private func forEachEntity(
        _ query: TopicQuery, _ ranks: KeyTable<Int>, _ counted: ArticleSet,
        _ body: (_ entity: Int, _ articles: [Int]) -> Void
    ) throws(DatabaseError) {
        let select = try connection.prepare(
            "SELECT entity, article FROM article_entity WHERE day BETWEEN ? AND ? ORDER BY entity")
        select.bind(query.period.first).bind(query.period.last)
        var entity = 0
        var articles: [Int] = []
        while try select.step() {
            if select.integer(0) != entity {
                body(entity, articles)
                entity = select.integer(0)
                articles.removeAll(keepingCapacity: true)
            }
            if ranks[entity] > 0, counted.contains(select.integer(1)) { articles.append(select.integer(1)) }
        }
        body(entity, articles)
    }

    /// For each entity key its place in the order of ids, from 1; 0 where it is not of the kind asked for.
    private func ranks(ofKind kind: Kind?) throws(DatabaseError) -> KeyTable<Int> {
        var ranks = try KeyTable(of: "entity", repeating: 0, connection)
        let select = try connection.prepare("SELECT key, kind FROM entity ORDER BY id")
        var rank = 0
        while try select.step() {
            rank += 1
            if kind == nil || select.text(1) == kind?.rawValue { ranks[select.integer(0)] = rank }
        }
        return ranks
    }

    /// Puts the topics in order and says who their entities are.
    private func named(
        _ strongest: KeyTable<StrongestAssociations>, _ articlesOfTopic: KeyTable<Int>
    ) throws(DatabaseError) -> [TopicEntity] {
        let topics = try topics().sorted { (articlesOfTopic[$1.key], $0.id) < (articlesOfTopic[$0.key], $1.id) }
        let select = try connection.prepare("SELECT id, name, kind FROM entity WHERE key = ?")
        var result: [TopicEntity] = []
        for topic in topics {
            for entry in strongest[topic.key].sorted where try select.reset().bind(entry.entity).step() {
                result.append(
                    TopicEntity(
                        topic: topic, entity: select.text(0), name: select.text(1), kind: select.text(2),
                        association: entry.association))
            }
        }
        return result
    }
}
