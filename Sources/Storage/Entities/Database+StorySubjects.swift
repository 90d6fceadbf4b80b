import NewsModel

extension Database {
    /// The topics that stories are about, by stories.
    func topics(
        of own: ArticleSubset, _ stories: [EntityStory], leastScore: Double, limit: Int
    ) throws(DatabaseError) -> [NamedCount] {
        let counts = try subjects(
            of: own, stories, all: "SELECT topic, article FROM article_topic WHERE score >= \(leastScore)",
            ofOne: """
                SELECT one.topic FROM article_topic AS one WHERE one.article = ?1
                  AND (SELECT score FROM article_topic AS scored
                    WHERE scored.topic = one.topic AND scored.day = ?2 AND scored.article = ?1) >= \(leastScore)
                """)
        return try named(counts, "SELECT id, name FROM topic WHERE key = ?", limit)
    }

    /// The countries that stories are about, by stories.
    func countries(
        of own: ArticleSubset, _ stories: [EntityStory], limit: Int
    ) throws(DatabaseError) -> [NamedCount] {
        let counts = try subjects(
            of: own, stories,
            all: "SELECT country, article FROM article_country WHERE score >= \(FocusCountry.leastScore)",
            ofOne: """
                SELECT one.country FROM article_country AS one WHERE one.article = ?1
                  AND (SELECT score FROM article_country AS scored
                    WHERE scored.country = one.country AND scored.day = ?2 AND scored.article = ?1) >= \(FocusCountry.leastScore)
                """)
        return try named(counts, "SELECT id, name FROM entity WHERE key = ?", limit)
    }

    /// Counts by key what the stories are about: from the rows of all stories, or of each one where there are few.
    private func subjects(
        of own: ArticleSubset, _ stories: [EntityStory], all: String, ofOne: String
    ) throws(DatabaseError) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        if stories.count > Self.fewStories {
            let select = try connection.prepare(all)
            while try select.step() {
                if own.contains(select.integer(1)) { counts[select.integer(0), default: 0] += 1 }
            }
        } else {
            let select = try connection.prepare(ofOne)
            for story in stories {
                select.reset().bind(story.article).bind(story.day)
                while try select.step() { counts[select.integer(0), default: 0] += 1 }
            }
        }
        return counts
    }

    private func named(
        _ counts: [Int: Int], _ sql: String, _ limit: Int
    ) throws(DatabaseError) -> [NamedCount] {
        let select = try connection.prepare(sql)
        var named: [NamedCount] = []
        for (key, count) in counts {
            guard try select.reset().bind(key).step() else { continue }
            named.append(.init(id: select.text(0), name: select.text(1), count: count))
        }
        return Array(named.sorted { ($1.count, $0.id) < ($0.count, $1.id) }.prefix(limit))
    }
}
