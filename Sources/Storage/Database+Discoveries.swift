/// An entity that no gazetteer has and that many stories mention, with all forms of its name.
public struct Discovery: Sendable, Equatable {
    /// `nil:…`
    public var id: String
    public var kind: String
    public var name: String
    /// The other forms of its name, the most frequent first.
    public var variants: [String]
    /// Stories that mention it by any of its names.
    public var articles: Int
    /// The same with copies of a story counted once.
    public var clusters: Int
    /// First and last day, such as 20240117; `nil` where no story has a date.
    public var firstDay: Int?
    public var lastDay: Int?
    /// The first sentences about it in the newest two stories, each on one line.
    public var contexts: [String]
    /// The country that two thirds of its stories are about, if there is one.
    public var country: String?
}

extension Database {
    /// The entities without a gazetteer entry that at least so many stories mention, copies counted once; the most
    /// mentioned first.
    public func discoveries(least: Int, kind: String?, limit: Int) throws(DatabaseError) -> [Discovery] {
        let select = try connection.prepare(
            """
            WITH form AS (
              SELECT entity.key AS entity, ifnull(variant.main, entity.key) AS main
              FROM entity LEFT JOIN variant ON variant.entity = entity.key WHERE id >= 'nil:' AND id < 'nil;')
            SELECT form.main, main.id, main.kind, main.name, count(DISTINCT article.key) AS articles,
              count(DISTINCT article.cluster) AS clusters, min(nullif(article.day, 0)), max(nullif(article.day, 0))
            FROM form JOIN entity AS main ON main.key = form.main \(kind == nil ? "" : "AND main.kind = ?3")
              JOIN article_entity AS found ON found.entity = form.entity JOIN article ON article.key = found.article
            GROUP BY form.main HAVING clusters >= ?1 ORDER BY clusters DESC, articles DESC, main.id LIMIT ?2
            """)
        select.bind(least).bind(limit)
        if let kind { select.bind(kind) }
        var result: [Discovery] = []
        while try select.step() {
            let (key, articles) = (select.integer(0), select.integer(4))
            result.append(
                Discovery(
                    id: select.text(1), kind: select.text(2), name: select.text(3), variants: try variants(of: key),
                    articles: articles, clusters: select.integer(5), firstDay: select.optionalInteger(6),
                    lastDay: select.optionalInteger(7), contexts: try contexts(of: key),
                    country: try country(of: key, articles: articles)))
        }
        return result
    }

    /// Keys of an entity and of the other forms of its name.
    private static let forms = "SELECT ?1 UNION ALL SELECT entity FROM variant WHERE main = ?1"

    private func variants(of entity: Int) throws(DatabaseError) -> [String] {
        let select = try connection.prepare(
            """
            SELECT name FROM variant JOIN entity ON entity.key = variant.entity WHERE variant.main = ?
            ORDER BY (SELECT count(*) FROM article_entity AS found WHERE found.entity = variant.entity) DESC, id
            """)
        select.bind(entity)
        var names: [String] = []
        while try select.step() { names.append(select.text(0)) }
        return names
    }

    private func contexts(of entity: Int) throws(DatabaseError) -> [String] {
        let select = try connection.prepare(
            """
            SELECT substr(article.text, sentence_start + 1, sentence_end - sentence_start)
            FROM article_entity AS found JOIN article ON article.key = found.article
            WHERE found.entity IN (\(Self.forms)) AND sentence_end > sentence_start
            GROUP BY article.cluster ORDER BY max(found.day) DESC, found.article DESC LIMIT 2
            """)
        select.bind(entity)
        var sentences: [String] = []
        while try select.step() {
            sentences.append(select.text(0).split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        return sentences
    }

    private func country(of entity: Int, articles: Int) throws(DatabaseError) -> String? {
        let select = try connection.prepare(
            """
            SELECT entity.id, count(DISTINCT about.article) AS stories
            FROM article_entity AS found JOIN article_country AS about ON about.article = found.article
              JOIN entity ON entity.key = about.country
            WHERE found.entity IN (\(Self.forms)) AND about.score >= 0.5
            GROUP BY about.country ORDER BY stories DESC, entity.id LIMIT 1
            """)
        guard try select.bind(entity).step(), select.integer(1) * 3 >= articles * 2 else { return nil }
        return select.text(0)
    }
}
