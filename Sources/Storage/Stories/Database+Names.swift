import NewsModel

/// What stories, or entities that they mention, have one of a few values of.
public enum StoryProperty: String, Sendable {
    case section
    case language
    /// Of entities.
    case role
}

extension Database {
    /// The key of the entity with this id and kind that some story mentions.
    public func entity(id: String, kind: Kind?) throws(DatabaseError) -> Int? {
        let select = try connection.prepare(
            "SELECT key FROM entity WHERE id = ?1 AND kind = ifnull(?2, kind) AND \(Self.isMentioned)")
        select.bind(id)
        if let kind { select.bind(kind.rawValue) }
        return try select.step() ? select.integer(0) : nil
    }

    /// The names of all entities, for suggestions; an entity need not be mentioned any more.
    public func entityNames() throws(DatabaseError) -> [String] {
        let select = try connection.prepare("SELECT name FROM entity ORDER BY key")
        var names: [String] = []
        while try select.step() { names.append(select.text(0)) }
        return names
    }

    /// Every value that a property has, in order.
    public func values(of property: StoryProperty) throws(DatabaseError) -> [String] {
        let (column, table) = (property.rawValue, property == .role ? "entity" : "article")
        let select = try connection.prepare(
            "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) <> '' ORDER BY 1")
        var values: [String] = []
        while try select.step() { values.append(select.text(0)) }
        return values
    }

    /// Up to so many ids of articles that begin with these characters, in order.
    public func articleIDs(beginningWith start: String, limit: Int) throws(DatabaseError) -> [String] {
        let select = try connection.prepare(
            "SELECT DISTINCT id FROM article WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT ?2")
        select.bind(start).bind(limit)
        var ids: [String] = []
        while try select.step() { ids.append(select.text(0)) }
        return ids
    }
}
