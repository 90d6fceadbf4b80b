import FileAccess
import NewsModel

/// What all layers of a gazetteer say together: each entity once, edits applied, in byte order of id.
///
///     let contents = try GazetteerContents(try GazetteerSources(layers: ["Gazetteers", "mine.tsv"]))
public struct GazetteerContents: Sendable {
    /// Where a table says something of an entity.
    public struct Origin: Sendable, Equatable {
        public var file: String
        /// From 1.
        public var line: Int
    }

    public private(set) var entities: [EntityRow] = []
    /// Offices by the id of their person.
    public private(set) var offices: [String: [OfficeTable.Row]] = [:]
    public private(set) var stops: Set<String> = []
    var commonWords: [WordTable.Row] = []
    var nameWords: [WordTable.Row] = []
    /// What cannot be used, and what edits found nothing to change.
    public private(set) var issues: [TableIssue] = []
    /// FNV-1a over the bytes of all tables.
    public private(set) var contentHash = bytesHash(UnsafeRawBufferPointer(start: nil, count: 0))
    /// The lines that each entity was made from; empty unless they were asked for.
    public private(set) var origins: [String: [Origin]] = [:]

    private var numberOfID: [String: Int] = [:]
    /// What edits did with entities that are no longer there.
    private var fates: [String: Fate] = [:]
    private let keepsOrigins: Bool

    private enum Fate {
        case removed
        case merged(into: String)
    }

    /// Reads the tables in their order.
    /// - Throws: `ContentsError` when a table cannot be read, or nothing in it can be used.
    public init(_ sources: GazetteerSources, keepsOrigins: Bool = false) throws(ContentsError) {
        self.keepsOrigins = keepsOrigins
        try read(sources.tables[...])
        finish()
    }

    /// Reads two gazetteers that are to be compared; the tables that both begin with are read once.
    /// - Throws: `ContentsError` as for one.
    public static func both(
        _ old: GazetteerSources, _ new: GazetteerSources
    ) throws(ContentsError) -> (old: GazetteerContents, new: GazetteerContents) {
        let common = zip(old.tables, new.tables).prefix { $0.path == $1.path && $0.folder == $1.folder }.count
        var (before, after) = (GazetteerContents(), GazetteerContents())
        try before.read(old.tables[..<common])
        after = before
        try before.read(old.tables[common...])
        try after.read(new.tables[common...])
        before.finish()
        after.finish()
        return (before, after)
    }

    private init() { keepsOrigins = false }

    private mutating func read(_ tables: ArraySlice<GazetteerSources.TableFile>) throws(ContentsError) {
        for table in tables {
            let bytes: [UInt8]
            do { bytes = try readFile(table.path) } catch { throw .file(error) }
            contentHash = bytes.withUnsafeBytes { bytesHash($0, from: contentHash) }
            try read(table, bytes)
        }
    }

    /// Applies what later tables say of earlier ones, and puts the entities in order.
    private mutating func finish() {
        moveOffices()
        if !fates.isEmpty { entities.removeAll { fates[$0.id] != nil } }
        entities.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private mutating func read(_ table: GazetteerSources.TableFile, _ bytes: [UInt8]) throws(ContentsError) {
        let found: (issues: [TableIssue], isUseless: Bool)
        switch table.kind {
        case .entities:
            let read = EntityTable(file: table.path, bytes: bytes)
            add(read, isOwn: table.isOwn)
            found = (read.issues, read.rows.isEmpty && read.edits.isEmpty)
        case .names:
            let read = NameList(file: table.path, bytes: bytes)
            add(read)
            found = (read.issues, read.names.isEmpty)
        case .offices:
            let read = OfficeTable(file: table.path, bytes: bytes)
            for (_, row) in read.rows { offices[row.person, default: []].append(row) }
            found = (read.issues, read.rows.isEmpty)
        case .stops:
            let read = StopTable(file: table.path, bytes: bytes)
            stops.formUnion(read.names)
            found = (read.issues, read.names.isEmpty)
        case .commonWords:
            let read = WordTable(file: table.path, bytes: bytes, counts: ("lower", "upper"))
            commonWords += read.rows
            found = (read.issues, read.rows.isEmpty)
        case .nameWords:
            let read = WordTable(file: table.path, bytes: bytes, counts: ("given", "family"))
            nameWords += read.rows
            found = (read.issues, read.rows.isEmpty)
        }
        if found.isUseless, let error = found.issues.first(where: { $0.severity == .error }) { throw .table(error) }
        issues += found.issues
    }
}

extension GazetteerContents {
    // MARK: Rows

    private mutating func add(_ table: EntityTable, isOwn: Bool) {
        for (line, row) in table.rows {
            note(row.id, table.file, line)
            add(row, isOwn: isOwn)
            if !row.aliases.isEmpty { limitNames(of: row.id, table.file, line) }
        }
        for (line, id, edit) in table.edits {
            if let problem = apply(edit, to: id) {
                issues.append(
                    TableIssue(file: table.file, line: line, severity: .error, message: problem, cause: .edit))
            } else {
                note(successor(of: id), table.file, line)
                limitNames(of: id, table.file, line)
            }
        }
    }

    /// Layers could give an entity names without end, and each is compared with all others of the entity.
    private mutating func limitNames(of id: String, _ file: String, _ line: Int) {
        guard let number = numberOfID[successor(of: id)], entities[number].dropExcessNames() else { return }
        let message =
            "\(entities[number].id) has more than \(EntityRow.mostAliases) names by now: those of this line are left out"
        issues.append(TableIssue(file: file, line: line, severity: .error, message: message))
    }

    /// Adds an entity; where it is known already, what the row says wins, and its names are added.
    private mutating func add(_ row: EntityRow, isOwn: Bool) {
        // A row brings back what an earlier layer took out; what was merged stays one with the other.
        if !fates.isEmpty, case .removed = fates[row.id] {
            fates[row.id] = nil
            if let number = numberOfID[row.id] {
                entities[number] = weighted(row, isOwn: isOwn)
                return
            }
        }
        let id = successor(of: row.id)
        if let number = numberOfID[id] {
            if id == row.id { entities[number].merge(row) } else { entities[number].absorb(row) }
            if isOwn, row.weight == nil { raiseWeight(of: number) }
        } else {
            numberOfID[id] = entities.count
            entities.append(weighted(row, isOwn: isOwn))
        }
    }

    /// An entity of which no table says how well known it is: obscure, unless somebody names it in a table of their own.
    private func weighted(_ row: EntityRow, isOwn: Bool) -> EntityRow {
        var row = row
        row.weight = row.weight ?? (isOwn ? Self.weightOfOwn : Self.weightOfOthers)
        return row
    }

    /// Who names an entity wants to find it, however obscure it is to others.
    private mutating func raiseWeight(of number: Int) {
        entities[number].weight = max(entities[number].weight ?? 0, Self.weightOfOwn)
    }

    private static let weightOfOwn = 3.0
    private static let weightOfOthers = 1.0

    /// Gives the offices of entities that were merged to those that stand for them.
    private mutating func moveOffices() {
        guard !fates.isEmpty else { return }
        for person in offices.keys.sorted() {
            let heir = successor(of: person)
            guard heir != person else { continue }
            for var office in offices.removeValue(forKey: person) ?? [] {
                office.person = heir
                offices[heir, default: []].append(office)
            }
        }
    }

    /// A name that one entity has as its name means that one; any other is an entity of its own.
    private mutating func add(_ list: NameList) {
        guard !list.names.isEmpty else { return }
        var owners: [String: [Int]] = [:]
        let wanted = Set(list.names.map(\.name))
        for (number, entity) in entities.enumerated() where wanted.contains(entity.name) {
            if fates[entity.id] == nil { owners[entity.name, default: []].append(number) }
        }
        for (line, name) in list.names {
            if let known = owners[name], known.count == 1 {
                raiseWeight(of: known[0])
                note(entities[known[0]].id, list.file, line)
                continue
            }
            let id = NameList.id(of: name, list.kind)
            note(id, list.file, line)
            add(
                EntityRow(
                    id: id, kind: list.kind, role: "", name: name, aliases: [], country: "", from: nil, until: nil,
                    weight: nil), isOwn: true)
            limitNames(of: id, list.file, line)
        }
    }

    private mutating func note(_ id: String, _ file: String, _ line: Int) {
        if keepsOrigins { origins[id, default: []].append(Origin(file: file, line: line)) }
    }

    // MARK: Edits

    /// The entity that stands for `id` after all merges. Those on the way are led there directly, so that a chain of merges
    /// is walked once.
    private mutating func successor(of id: String) -> String {
        if fates.isEmpty { return id }
        var end = id
        while case .merged(let next) = fates[end] { end = next }
        var step = id
        while case .merged(let next) = fates[step], next != end {
            fates[step] = .merged(into: end)
            step = next
        }
        return end
    }

    /// Applies an edit and returns what is wrong with it, if anything is.
    private mutating func apply(_ edit: TableEdit, to id: String) -> String? {
        guard let number = numberOfID[id], fates[id] == nil else {
            return "no entity \(id) in this or an earlier table" + (fates[id] == nil ? "" : ": an edit took it away")
        }
        switch edit {
        case .remove: fates[id] = .removed
        case .removeName(let name): return entities[number].remove(name: name)
        case .rename(let name): return entities[number].rename(name)
        case .merge(let other):
            let target = successor(of: other)
            if target == id { return "\(other) is merged into \(id) already: a circle" }
            guard let place = numberOfID[target], fates[target] == nil else {
                return "no entity \(other) in this or an earlier table to merge \(id) into"
            }
            entities[place].absorb(entities[number])
            fates[id] = .merged(into: target)
            let room = EntityRow.mostAliases - (origins[target]?.count ?? 0)
            if keepsOrigins { origins[target, default: []] += (origins[id] ?? []).prefix(max(0, room)) }
        }
        return nil
    }
}

/// Why the tables cannot be used at all.
public enum ContentsError: Error, CustomStringConvertible {
    case file(FileError)
    /// Nothing in the table can be used; its first fault.
    case table(TableIssue)

    public var description: String {
        switch self {
        case .file(let error): error.description
        case .table(let issue): "\(issue); nothing in this table can be used"
        }
    }
}
