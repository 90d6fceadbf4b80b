import Gazetteers
import Ingest
import NewsModel

/// Makes entities of the rows of a table whose columns the user names.
struct CSVImporter: Importer {
    private let options: ImportOptions
    private var header: TableHeader?
    /// Where our columns stand in the file.
    private var places: [String: [Int]] = [:]
    private var namedIDs = NamedIDs()

    init(_ options: ImportOptions) { self.options = options }

    var inputFormat: InputFormat { .csv }

    mutating func read(_ content: RawContent) -> ImportOutcome {
        guard case .row(let bytes, let header) = content else { return .nothing }
        if header != self.header { locate(header) }
        guard places["name"] != nil else {
            let found = header.names.joined(separator: ", ")
            return .refused("no column for names; the file has \(found): name one with --column name=COLUMN")
        }
        let values = header.values(of: bytes)
        guard values.dropFirst(header.names.count).allSatisfy(\.isEmpty) else {
            return .refused(
                "\(values.count) values in \(header.names.count) columns: a value that contains the separator needs quotes"
            )
        }
        return outcome(values)
    }

    private mutating func outcome(_ values: [String]) -> ImportOutcome {
        func all(_ column: String) -> [String] {
            (places[column] ?? []).compactMap { $0 < values.count && !values[$0].isEmpty ? values[$0] : nil }
        }
        func value(_ column: String) -> String { all(column).first ?? "" }
        let name = TableText.cleaned(value("name"))
        guard !name.isEmpty else { return .refused("the name is empty") }
        let kindText = value("kind").lowercased()
        guard let kind = options.kind ?? (kindText.isEmpty ? .other : Kind(rawValue: kindText)) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            return .refused("unknown kind \"\(kindText.prefix(60))\"; known are \(known), or give one with --kind")
        }
        for column in ["from", "until"] where !value(column).isEmpty && CalendarDate(value(column)) == nil {
            return .refused("bad date \"\(value(column).prefix(60))\": write 2024, 2024-01 or 2024-01-17")
        }
        if !value("weight").isEmpty, Double(value("weight")).map({ (0...10).contains($0) }) != true {
            return .refused("bad weight \"\(value("weight").prefix(60))\": a number from 0 to 10")
        }
        var row = EntityRow(
            id: TableText.cleaned(value("id")), kind: kind, role: value("role"), name: name,
            aliases: all("aliases").flatMap { aliases($0) }, country: value("country").uppercased(),
            from: CalendarDate(value("from")), until: CalendarDate(value("until")), weight: Double(value("weight")))
        if row.id.isEmpty { row.id = namedIDs.id(of: row) }
        return .entity(row)
    }

    private func aliases(_ value: String) -> [Alias] {
        let names =
            options.aliasSeparator.map { value.split(separator: $0) } ?? value.split { $0 == "|" || $0 == ";" }
        return names.map { Alias(written: TableText.cleaned(String($0))) }
    }

    private mutating func locate(_ header: TableHeader) {
        self.header = header
        places = [:]
        for column in ImportOptions.knownColumns {
            let wanted = (options.columns[column] ?? [column]).map { $0.lowercased() }
            let found = wanted.compactMap { name in header.names.firstIndex { $0.lowercased() == name } }
            if !found.isEmpty { places[column] = found }
        }
    }
}
