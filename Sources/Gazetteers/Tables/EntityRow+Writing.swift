extension EntityRow {
    /// The row as a table can hold it: blanks and marks that divide fields made single blanks, names once, nothing that
    /// the table would not read back; `nil` when there is no usable id or name.
    public var writable: EntityRow? {
        var row = self
        row.id = TableText.cleaned(id)
        row.name = TableText.cleaned(name)
        row.role = TableText.cleaned(role)
        guard TableText.canBegin(row.id), TableText.isName(row.name) else { return nil }
        if country.utf8.count != 2 || !country.utf8.allSatisfy({ $0 &- 65 < 26 }) { row.country = "" }
        if let weight { row.weight = weight.isNaN ? nil : min(max(weight, 0), 10) }
        if let from, let until, from.number / 10_000 > until.number / 10_000 { (row.from, row.until) = (nil, nil) }
        row.aliases = Self.writable(aliases, besides: row.name)
        return row
    }

    /// So many bytes of aliases are written at most; the longest line of our own tables has 2,000.
    private static let mostAliasBytes = 1 << 18

    private static func writable(_ aliases: [Alias], besides name: String) -> [Alias] {
        var seen: Set<String> = [name]
        var result: [Alias] = []
        var length = 0
        for var alias in aliases {
            alias.name = TableText.cleaned(alias.name)
            let written = alias.written
            length += written.utf8.count + 1
            guard length <= mostAliasBytes, result.count < mostAliases else { break }
            // A name such as "acronym: a study" would be read as something else.
            let key = alias.isAmbiguous ? written : alias.name
            guard TableText.isName(alias.name), Alias(written: written) == alias, seen.insert(key).inserted else {
                continue
            }
            result.append(alias)
        }
        return result
    }

    /// The line of a table with the columns of `EntityTable.columns`, for a row that is `writable`.
    public var tableLine: String { TableText.line(EntityTable.columns.map(field)) }
}

extension OfficeTable.Row {
    /// The line of a table with the columns of `OfficeTable.columns`; `nil` when person or office are empty.
    public var tableLine: String? {
        let fields = [person, office, organization, country, from?.text ?? "", until?.text ?? ""]
        let cleaned = fields.map(TableText.cleaned)
        guard TableText.canBegin(cleaned[0]), !cleaned[1].isEmpty else { return nil }
        return TableText.line(cleaned)
    }
}

/// Text as a field of a table may hold it.
public enum TableText {
    /// A longer name is damage, not a name.
    static let longestName = 1000

    /// The header line of a table.
    public static func header(_ columns: [String]) -> String { line(columns) }

    static func line(_ fields: [String]) -> String { fields.joined(separator: "\t") + "\n" }

    /// Whether a line may begin with the text: by its first byte, since an accent may follow the # of a comment.
    static func canBegin(_ text: String) -> Bool { !text.isEmpty && text.utf8.first != UInt8(ascii: "#") }

    static func isName(_ text: String) -> Bool { !text.isEmpty && text.utf8.count <= longestName }

    /// Single blanks in place of white space, control characters and the bar that divides aliases.
    public static func cleaned(_ text: String) -> String {
        if isClean(text) { return text }
        let words = text.unicodeScalars.split { scalar in
            scalar == "|" || scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        }
        return words.map { String($0) }.joined(separator: " ")
    }

    /// Whether the text is plain ASCII with single blanks inside, as most is.
    private static func isClean(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "|"), byte != 0x20 || last != 0x20 else {
                return false
            }
            last = byte
        }
        return text.isEmpty || last != 0x20
    }
}
