extension EntityTable {
    /// A table with rows added at its end, in the columns that it has; those whose id stands there already are left out.
    ///
    /// - Parameters:
    ///   - bytes: the table as it is, comments and all; empty for a new one with all columns.
    ///   - file: the path for messages.
    /// - Throws: `TableIssue` when the table has no usable header.
    public static func appending(
        _ rows: [EntityRow], to bytes: [UInt8], file: String
    ) throws(TableIssue) -> (bytes: [UInt8], added: Int) {
        var bytes = bytes
        var columns = Self.columns
        var ids: Set<String> = []
        if bytes.isEmpty {
            bytes = Array(TableText.header(columns).utf8)
        } else {
            columns = try TableReader(
                file: file, bytes: bytes, required: ["id", "kind", "name"], known: Self.columns
            ).columns
            let table = EntityTable(file: file, bytes: bytes)
            ids = Set(table.rows.map(\.row.id) + table.edits.map(\.id))
            if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        }
        var added = 0
        for row in rows where ids.insert(row.id).inserted {
            guard let row = row.writable else { continue }
            bytes += TableText.line(columns.map(row.field)).utf8
            added += 1
        }
        return (bytes, added)
    }
}

extension EntityRow {
    /// What the row has in a column of `EntityTable.columns`, as tables write it.
    func field(_ column: String) -> String {
        switch column {
        case "id": id
        case "kind": kind.rawValue
        case "role": role
        case "name": name
        case "aliases": aliases.map(\.written).joined(separator: "|")
        case "country": country
        case "from": from?.text ?? ""
        case "until": until?.text ?? ""
        case "weight": weight.map { "\($0)" } ?? ""
        default: ""
        }
    }
}
