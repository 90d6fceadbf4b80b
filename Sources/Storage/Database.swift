import NewsModel

/// A database opened for questions. For one thread at a time.
///
///     let database = try Database(path: "news.db")
///     let niger = try database.entities(named: "Niger", kind: nil).first
public final class Database {
    let connection: Connection
    private var statements: [String: Statement] = [:]

    /// Opens a database that `gazette tag` made.
    public init(path: String) throws(DatabaseError) {
        connection = try Connection.forReading(path: path)
    }

    /// The compiled statement of a text that is asked for again and again, ready for binding. Its rows must have been read
    /// before the next call with the same text.
    func reused(_ sql: String) throws(DatabaseError) -> Statement {
        if let statement = statements[sql] { return statement.reset() }
        let statement = try connection.prepare(sql)
        statements[sql] = statement
        return statement
    }
}

/// An entity with how much of the database mentions it.
public struct EntityCount: Sendable, Equatable {
    public var key: Int
    public var id: String
    public var kind: String
    public var role: String
    public var name: String
    /// Articles that mention it.
    public var articles: Int
    /// Mentions in all of them.
    public var mentions: Int
}

extension Database {
    /// Entities with this id, or with this name in whatever letter case; the most mentioned first.
    public func entities(named name: String, kind: Kind?) throws(DatabaseError) -> [EntityCount] {
        try entities(
            matching: "(entity.id = ?1 OR entity.name = ?1 COLLATE NOCASE)", name, kind)
    }

    /// The entities with one of these ids that the database has; the most mentioned first.
    public func entities(ids: [String], kind: Kind?) throws(DatabaseError) -> [EntityCount] {
        var result: [EntityCount] = []
        for id in ids { result += try entities(matching: "entity.id = ?1", id, kind) }
        return result.sorted { ($0.articles, $1.id) > ($1.articles, $0.id) }
    }

    /// The articles that named an entity may have been replaced; its row stays.
    static let isMentioned = "EXISTS (SELECT 1 FROM article_entity WHERE article_entity.entity = entity.key)"

    private func entities(matching condition: String, _ value: String, _ kind: Kind?) throws(DatabaseError)
        -> [EntityCount]
    {
        let select = try connection.prepare(
            """
            SELECT entity.key, entity.id, entity.kind, entity.role, entity.name,
              (SELECT count(*) FROM article_entity AS counted WHERE counted.entity = entity.key),
              (SELECT total(mentions) FROM article_entity AS counted WHERE counted.entity = entity.key)
            FROM entity WHERE \(condition) AND \(Self.isMentioned) \(kind == nil ? "" : "AND entity.kind = ?2") ORDER BY 6 DESC, 2
            """)
        select.bind(value)
        if let kind { select.bind(kind.rawValue) }
        return try rows(of: select)
    }

    func rows(of select: Statement) throws(DatabaseError) -> [EntityCount] {
        var result: [EntityCount] = []
        while try select.step() {
            result.append(
                EntityCount(
                    key: select.integer(0), id: select.text(1), kind: select.text(2), role: select.text(3),
                    name: select.text(4), articles: select.integer(5), mentions: select.integer(6)))
        }
        return result
    }
}

/// A range of days as numbers such as 20240117, both inside; articles without a date have day 0.
public struct Period: Sendable, Equatable {
    public var first: Int
    public var last: Int

    /// All time, undated articles included.
    public static let always = Period(first: 0, last: 99_999_999)

    /// The days from `first` to `last`.
    public init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }
}
