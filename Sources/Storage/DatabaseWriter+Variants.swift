/// An entity that no gazetteer has.
public struct UnknownEntity: Sendable, Equatable {
    public var key: Int
    /// `nil:…`
    public var id: String
    public var kind: String
    public var name: String
    /// Stories that mention it.
    public var articles: Int
}

extension DatabaseWriter {
    /// How many stories there are.
    public func storyCount() throws(DatabaseError) -> Int {
        try connection.integer("SELECT count(cluster) FROM article")
    }

    /// Goes through the entities that no gazetteer has and that some story mentions, in order of ids.
    public func forEachUnknownEntity(_ body: (UnknownEntity) throws -> Void) throws {
        let select = try connection.prepare(Self.unknownEntities + "ORDER BY id")
        while try select.step() { try body(Self.unknownEntity(select)) }
    }

    /// One of them.
    public func unknownEntity(_ key: Int) throws(DatabaseError) -> UnknownEntity? {
        let select = try connection.prepare(Self.unknownEntities + "AND key = ?")
        return try select.bind(key).step() ? Self.unknownEntity(select) : nil
    }

    private static let unknownEntities = """
        SELECT key, id, kind, name, (SELECT count(*) FROM article_entity WHERE entity = entity.key) FROM entity
        WHERE id >= 'nil:' AND id < 'nil;' AND \(Database.isMentioned) 
        """

    private static func unknownEntity(_ row: Statement) -> UnknownEntity {
        UnknownEntity(
            key: row.integer(0), id: row.text(1), kind: row.text(2), name: row.text(3), articles: row.integer(4))
    }

    /// The keys of the entities that more stories mention than `most`.
    public func entities(inMoreStoriesThan most: Int) throws(DatabaseError) -> Set<Int> {
        let select = try connection.prepare("SELECT entity FROM article_entity GROUP BY entity HAVING count(*) > ?")
        select.bind(most)
        var entities: Set<Int> = []
        while try select.step() { entities.insert(select.integer(0)) }
        return entities
    }

    /// The keys of the entities that the stories of an entity mention, itself included.
    public func companions(of entity: Int) throws(DatabaseError) -> Set<Int> {
        let select = try connection.prepare(
            """
            SELECT DISTINCT mention.entity FROM article_entity AS own CROSS JOIN mention ON mention.article = own.article
            WHERE own.entity = ?
            """)
        select.bind(entity)
        var companions: Set<Int> = []
        while try select.step() { companions.insert(select.integer(0)) }
        return companions
    }

    /// The acronyms by which stories call an entity that they name in full.
    public func acronyms(of entity: Int) throws(DatabaseError) -> [String] {
        let select = try connection.prepare(
            """
            SELECT DISTINCT substr(CASE zone WHEN 'title' THEN title ELSE text END, start + 1, end - start)
            FROM article_entity AS own CROSS JOIN mention
              ON mention.article = own.article AND mention.entity = own.entity AND form = 'acronym'
            JOIN article ON article.key = own.article WHERE own.entity = ?
            """)
        select.bind(entity)
        var acronyms: [String] = []
        while try select.step() { acronyms.append(select.text(0)) }
        return acronyms
    }

    /// Writes anew which entities are other forms of which.
    public func replaceVariants(_ mains: [Int: Int]) throws(DatabaseError) {
        try commit()
        try connection.transaction { () throws(DatabaseError) in
            try connection.run("DELETE FROM variant")
            let insert = try connection.prepare("INSERT INTO variant VALUES (?, ?)")
            for (entity, main) in mains.sorted(by: { $0.key < $1.key }) { try insert.bind(entity).bind(main).run() }
        }
    }
}
