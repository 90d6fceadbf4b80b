/// A line of a table that changes what earlier layers say, instead of adding to it: its kind column holds a verb.
///
///     id      kind    name
///     Q123    remove
///     Q123    remove  Some Name
///     gz:a    merge   Q5
///     Q5      rename  New Name
public enum TableEdit: Sendable, Equatable {
    /// Takes the entity out.
    case remove
    /// Takes one name away from the entity.
    case removeName(String)
    /// Gives the entity's names and offices to another, which stays.
    case merge(into: String)
    /// Gives the entity another usual name; the old one stays an alias.
    case rename(String)

    /// Reads the kind and name columns of a line; `nil` when the kind is no verb.
    /// - Throws: `TableEditError` when the verb lacks what it needs.
    init?(verb: Substring, name: Substring) throws(TableEditError) {
        switch verb {
        case "remove": self = name.isEmpty ? .remove : .removeName(String(name))
        case "merge":
            if name.isEmpty { throw TableEditError(description: "merge wants the other entity's id in column name") }
            self = .merge(into: String(name))
        case "rename":
            if name.isEmpty { throw TableEditError(description: "rename wants the new name in column name") }
            self = .rename(String(name))
        default: return nil
        }
    }
}

/// What a line with a verb lacks.
struct TableEditError: Error, CustomStringConvertible {
    let description: String
}
