/// Who held which office when: a table with the columns `person office organization country from until`.
public struct OfficeTable: Sendable {
    /// One line: a person in an office.
    public struct Row: Sendable, Hashable {
        /// Entity id of the person.
        public var person: String
        /// The office as people call it: "Minister of Defence".
        public var office: String
        /// Entity id of the organization, or empty.
        public var organization: String
        /// ISO 3166 alpha-2 code, or empty.
        public var country: String
        public var from: CalendarDate?
        public var until: CalendarDate?

        /// Makes a row; what is not given is unknown.
        public init(
            person: String, office: String, organization: String = "", country: String = "",
            from: CalendarDate? = nil, until: CalendarDate? = nil
        ) {
            self.person = person
            self.office = office
            self.organization = organization
            self.country = country
            self.from = from
            self.until = until
        }
    }

    public static let columns = ["person", "office", "organization", "country", "from", "until"]

    public let file: String
    /// The usable rows with their line numbers.
    public private(set) var rows: [(line: Int, row: Row)] = []
    /// What is wrong with the others.
    public private(set) var issues: [TableIssue] = []

    /// Reads a table. Lines that cannot be used become issues.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        do {
            var reader = try TableReader(
                file: file, bytes: bytes, required: ["person", "office"], known: Self.columns)
            let places = Self.columns.map { reader.column($0) ?? -1 }
            while let (line, fields) = reader.nextLine() { read(fields, places, line) }
            issues += reader.issues
        } catch {
            issues.append(error)
        }
    }

    private mutating func read(_ fields: [Substring], _ places: [Int], _ line: Int) {
        func field(_ column: Int) -> Substring {
            places[column] >= 0 && places[column] < fields.count ? fields[places[column]] : ""
        }
        guard !field(0).isEmpty, !field(1).isEmpty else {
            issues.append(
                TableIssue(file: file, line: line, severity: .error, message: "person and office are needed"))
            return
        }
        for column in 4...5 where !field(column).isEmpty && CalendarDate(field(column)) == nil {
            issues.append(
                TableIssue(
                    file: file, line: line, severity: .warning,
                    message: "bad date \"\(field(column))\": write 2024, 2024-01 or 2024-01-17"))
        }
        rows.append(
            (
                line,
                Row(
                    person: String(field(0)), office: String(field(1)), organization: String(field(2)),
                    country: String(field(3)), from: CalendarDate(field(4)), until: CalendarDate(field(5)))
            ))
    }
}

extension OfficeTable.Row {
    /// "Prime Minister 2023-08-09–".
    public var text: String { "\(office) \(from?.text ?? "")–\(until?.text ?? "")" }
}
