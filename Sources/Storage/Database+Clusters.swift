import NewsModel

/// What is counted when the same story was published several times.
public enum CountedUnit: String, CaseIterable, Sendable {
    /// Every article.
    case article
    /// Each cluster once: its earliest article in the period asked for stands for all its copies.
    case cluster
}

/// An article that tells the same story as another.
public struct ArticleCopy: Sendable, Equatable {
    public var id: String
    public var published: String?
    public var title: String
    public var site: String?
    public var url: String?
}

extension Database {
    /// The other articles of an article's cluster, the earliest first and the undated last.
    public func copies(of article: Int, limit: Int) throws(DatabaseError) -> [ArticleCopy] {
        let select = try connection.prepare(
            """
            SELECT id, published, title, site, url FROM article
            WHERE cluster = (SELECT cluster FROM article WHERE key = ?1) AND key <> ?1
            ORDER BY \(Self.rank("article")) LIMIT ?2
            """)
        select.bind(article).bind(limit)
        var copies: [ArticleCopy] = []
        while try select.step() {
            copies.append(
                ArticleCopy(
                    id: select.text(0), published: select.optionalText(1), title: select.text(2),
                    site: select.optionalText(3), url: select.optionalText(4)))
        }
        return copies
    }

    /// The order of the articles of a cluster, for a table or alias with the columns of `article`: by day, the undated
    /// last, of one day the first article of the cluster before the others.
    static func rank(_ article: String) -> String {
        "\(article).day = 0, \(article).day, \(article).key <> \(article).cluster, \(article).key"
    }

    /// A condition on an article's key that holds for what is to be counted.
    static func isCounted(_ key: String, _ unit: CountedUnit, in period: Period) -> String {
        switch unit {
        case .article: "1"
        case .cluster:
            """
            \(key) IN (SELECT key FROM (
              SELECT key, row_number() OVER (PARTITION BY cluster ORDER BY \(rank("article"))) AS place FROM article
              WHERE cluster IS NOT NULL AND day BETWEEN \(period.first) AND \(period.last)) WHERE place = 1)
            """
        }
    }
}
