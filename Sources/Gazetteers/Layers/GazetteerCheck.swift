import FileAccess

/// Looks through tables as a compiler looks through code: every line that cannot be used, and what an editor should see.
public struct GazetteerCheck: Sendable {
    /// Everything found, in order of file and line.
    public private(set) var issues: [TableIssue] = []
    /// How many entities, names and offices there are.
    public private(set) var entityCount = 0
    public private(set) var nameCount = 0
    public private(set) var officeCount = 0

    private var firstPlace: [String: (file: String, line: Int)] = [:]
    private var offices: [(file: String, line: Int, row: OfficeTable.Row)] = []

    /// Checks the tables of the sources, each by itself and all together.
    /// - Throws: `ContentsError` when a table cannot be read.
    public init(_ sources: GazetteerSources) throws(ContentsError) {
        for table in sources.tables {
            let bytes: [UInt8]
            do { bytes = try readFile(table.path) } catch { throw .file(error) }
            switch table.kind {
            case .entities: check(EntityTable(file: table.path, bytes: bytes))
            case .names: check(NameList(file: table.path, bytes: bytes))
            case .offices: check(OfficeTable(file: table.path, bytes: bytes))
            case .stops: issues += StopTable(file: table.path, bytes: bytes).issues
            case .commonWords:
                issues += WordTable(file: table.path, bytes: bytes, counts: ("lower", "upper")).issues
            case .nameWords:
                issues += WordTable(file: table.path, bytes: bytes, counts: ("given", "family")).issues
            }
        }
        checkOfficeHolders()
        try checkTogether(sources)
        issues.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// What only shows when the layers are laid over one another. A table that is of no use has its issues already.
    private mutating func checkTogether(_ sources: GazetteerSources) throws(ContentsError) {
        let contents: GazetteerContents
        do {
            contents = try GazetteerContents(sources, keepsOrigins: true)
        } catch {
            if case .table = error { return }
            throw error
        }
        issues += contents.issues.filter { $0.cause == .edit }
        issues += AmbiguityCheck(contents).issues
    }

    /// Whether some line cannot be used.
    public var hasErrors: Bool { issues.contains { $0.severity == .error } }

    private mutating func check(_ table: EntityTable) {
        issues += table.issues
        var owners: [String: (line: Int, row: EntityRow)] = [:]
        for (line, row) in table.rows {
            entityCount += 1
            nameCount += 1 + row.aliases.count
            if firstPlace[row.id] == nil { firstPlace[row.id] = (table.file, line) }
            checkNames(of: row, line, table.file, &owners)
        }
    }

    private mutating func check(_ list: NameList) {
        issues += list.issues
        entityCount += list.names.count
        nameCount += list.names.count
        var lines: [String: Int] = [:]
        for (line, name) in list.names {
            if let first = lines[name] {
                report(list.file, line, .warning, "\"\(name)\" stands in line \(first) already", .duplicate)
            } else {
                lines[name] = line
            }
        }
    }

    private mutating func checkNames(
        of row: EntityRow, _ line: Int, _ file: String, _ owners: inout [String: (line: Int, row: EntityRow)]
    ) {
        var seen: Set<String> = []
        for alias in row.aliases {
            if alias.name.isEmpty {
                report(file, line, .error, "an alias is empty: a | or a prefix too many")
            } else if !seen.insert(alias.name).inserted || (alias.name == row.name && !alias.isAmbiguous) {
                report(file, line, .warning, "the alias \"\(alias.name)\" repeats a name of the same row", .duplicate)
            }
        }
        let clash = owners[row.name]
        owners[row.name] = (line, row)
        // Two entities may share a name; a reader of the table must be able to tell them apart, and so must linking.
        guard let clash, clash.row.kind == row.kind, clash.row.role == row.role, clash.row.country == row.country,
            clash.row.from == row.from, clash.row.weight == row.weight
        else { return }
        report(
            file, line, .warning,
            "\"\(row.name)\" is also \(clash.row.id) in line \(clash.line), with nothing to tell the two apart: "
                + "give a country, role, date or weight", .namesake)
    }

    private mutating func check(_ table: OfficeTable) {
        issues += table.issues
        officeCount += table.rows.count
        offices += table.rows.map { (table.file, $0.line, $0.row) }
    }

    private mutating func checkOfficeHolders() {
        for (file, line, row) in offices where firstPlace[row.person] == nil {
            report(file, line, .error, "no table has a person \(row.person)", .office)
        }
        for (file, line, row) in offices where !row.organization.isEmpty && firstPlace[row.organization] == nil {
            report(file, line, .warning, "no table has an organization \(row.organization)", .office)
        }
        for (file, line, row) in offices {
            if let from = row.from, let until = row.until, from.number / 10_000 > until.number / 10_000 {
                report(file, line, .warning, "\"from\" is after \"until\"")
            }
        }
    }

    private mutating func report(
        _ file: String, _ line: Int, _ severity: TableIssue.Severity, _ message: String,
        _ cause: TableIssue.Cause = .line
    ) {
        issues.append(TableIssue(file: file, line: line, severity: severity, message: message, cause: cause))
    }
}
