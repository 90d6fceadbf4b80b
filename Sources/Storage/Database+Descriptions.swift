/// A table or view of a database with what it and its columns mean.
public struct TableDescription: Sendable, Equatable {
    public var name: String
    public var text: String
    /// In the order of the table.
    public var columns: [(name: String, text: String)]

    public static func == (left: TableDescription, right: TableDescription) -> Bool {
        left.name == right.name && left.text == right.text && left.columns.elementsEqual(right.columns, by: ==)
    }
}

extension Database {
    /// What the tables and views of this version mean.
    public static let descriptions: [TableDescription] = {
        var tables: [TableDescription] = []
        for description in Description.all {
            let parts = description.name.split(separator: ".", maxSplits: 1)
            if parts.count == 1 {
                tables.append(TableDescription(name: description.name, text: description.text, columns: []))
            } else {
                tables[tables.count - 1].columns.append((String(parts[1]), description.text))
            }
        }
        return tables
    }()
}
