import NewsModel

/// A table of entities as people edit it, with what is wrong in it.
///
/// Columns: `id kind name` at least; also `role aliases country from until weight note`, in any order. A line whose kind
/// is a verb changes earlier layers (`TableEdit`).
public struct EntityTable: Sendable {
    public static let columns = [
        "id", "kind", "role", "name", "aliases", "country", "from", "until", "weight", "note",
    ]

    public let file: String
    /// The usable rows with their line numbers.
    public private(set) var rows: [(line: Int, row: EntityRow)] = []
    /// What the table changes in earlier layers, with line numbers.
    public private(set) var edits: [(line: Int, id: String, edit: TableEdit)] = []
    /// What is wrong with the others.
    public private(set) var issues: [TableIssue] = []

    private var isAscending = true
    private var lineOfID: [String: Int] = [:]

    /// Reads a table. Lines that cannot be used become issues; a table without a usable header has no rows.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        do {
            var reader = try TableReader(
                file: file, bytes: bytes, required: ["id", "kind", "name"], known: Self.columns)
            let places = Places(reader)
            while let (line, fields) = reader.nextLine() {
                read(fields, places, line, columnCount: reader.columns.count)
            }
            issues += reader.issues
            lineOfID = [:]
            if rows.isEmpty, edits.isEmpty, issues.isEmpty {
                issues = [TableIssue(file: file, line: 0, severity: .warning, message: "the table has no rows")]
            }
        } catch {
            issues.append(error)
        }
    }

    /// Where each column stands; -1 where the table lacks it.
    private struct Places {
        let id, kind, role, name, aliases, country, from, until, weight: Int

        init(_ reader: TableReader) {
            func place(_ column: String) -> Int { reader.column(column) ?? -1 }
            (id, kind, role, name) = (place("id"), place("kind"), place("role"), place("name"))
            (aliases, country) = (place("aliases"), place("country"))
            (from, until, weight) = (place("from"), place("until"), place("weight"))
        }
    }

    private mutating func read(_ fields: [Substring], _ places: Places, _ line: Int, columnCount: Int) {
        func report(_ message: String, _ severity: TableIssue.Severity = .error) {
            issues.append(TableIssue(file: file, line: line, severity: severity, message: message))
        }
        guard fields.count <= columnCount else {
            return report("\(fields.count) fields, but the header has \(columnCount): a tab too many?")
        }
        func field(_ place: Int) -> Substring { place >= 0 && place < fields.count ? fields[place] : "" }
        func date(_ place: Int, _ column: String) -> CalendarDate? {
            let text = field(place)
            guard !text.isEmpty else { return nil }
            if let date = CalendarDate(text) { return date }
            report("bad date \"\(text)\" in column \(column): write 2024, 2024-01 or 2024-01-17", .warning)
            return nil
        }
        let id = field(places.id)
        guard !id.isEmpty else {
            return report("an id is needed: Q… or gz:…")
        }
        do {
            if let edit = try TableEdit(verb: field(places.kind), name: field(places.name)) {
                return edits.append((line, String(id), edit))
            }
        } catch {
            return report(error.description)
        }
        guard let kind = Kind(rawValue: String(field(places.kind))) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            return report(
                "unknown kind \"\(field(places.kind))\"; known are \(known), and the verbs remove, merge and rename")
        }
        guard !field(places.name).isEmpty else { return report("the name is empty") }
        var weight: Double?
        if !field(places.weight).isEmpty {
            if let number = Double(field(places.weight)), (0...10).contains(number) {
                weight = number
            } else {
                report("bad weight \"\(field(places.weight))\": a number from 0 to 10", .warning)
            }
        }
        let from = date(places.from, "from")
        let until = date(places.until, "until")
        if let from, let until, from.number / 10_000 > until.number / 10_000 {
            report("\"from\" is after \"until\"", .warning)
        }
        let country = field(places.country)
        if !country.isEmpty, country.utf8.count != 2 || !country.utf8.allSatisfy({ $0 &- 65 < 26 }) {
            report("bad country \"\(country)\": a two-letter ISO 3166 code", .warning)
        }
        let aliases = field(places.aliases).utf8.split(separator: UInt8(ascii: "|")).map { Substring($0) }
        if aliases.count > EntityRow.mostAliases {
            report("\(aliases.count) aliases: the first \(EntityRow.mostAliases) are used, as no entity has more")
        }
        let row = EntityRow(
            id: String(id), kind: kind, role: String(field(places.role)), name: String(field(places.name)),
            aliases: aliases.prefix(EntityRow.mostAliases).map { Alias(written: $0) },
            country: country.utf8.count == 2 ? String(country) : "", from: from, until: until, weight: weight)
        if let first = lineHolding(row.id) {
            issues.append(
                TableIssue(
                    file: file, line: line, severity: .error,
                    message: "id \(row.id) stands in line \(first) already, which is used: make the two one row",
                    cause: .duplicate))
        } else {
            rows.append((line, row))
            if !isAscending { lineOfID[row.id] = line }
        }
    }

    /// The line of an earlier row with this id. While ids ascend, as in tables that are sorted, there is none.
    private mutating func lineHolding(_ id: String) -> Int? {
        if isAscending {
            guard let last = rows.last, last.row.id >= id else { return nil }
            isAscending = false
            for (line, row) in rows { lineOfID[row.id] = line }
        }
        return lineOfID[id]
    }
}
