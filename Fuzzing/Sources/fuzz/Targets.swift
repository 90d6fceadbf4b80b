import Extraction
import FileAccess
import GazetteerImport
import Gazetteers
import Glibc
import Ingest
import NewsModel

/// What is fuzzed, by name: each takes any bytes and must come back.
let fuzzTargets: [String: @Sendable ([UInt8]) -> Void] = [
    "html": { extract(.html($0)) },
    "page": { extract(.page($0)) },
    // Any format, and containers of any.
    "source": { read($0, .auto) },
    "archive": { read($0, .page) },
    "jsonl": { read($0, .jsonl) },
    "json": { read($0, .json) },
    "csv": { read($0, .csv) },
    "feed": { read($0, .feed) },
    "newsml": { read($0, .newsml) },
    "warc": { read($0, .warc) },
    "mhtml": { read($0, .mhtml) },
    "table": { readTable($0) },
    "layers": { layOver($0) },
    "decisions": { decide($0) },
    "topics": { ownTopics.score($0) },
    "full-text": { searchedStories?.search($0) },
    "name-model": { compiledFiles?.recognize(weights: $0) },
    "index": { compiledFiles?.lookUp(changes: $0) },
    "wikidata": { importTable($0, .wikidata) },
    "followthemoney": { importTable($0, .followthemoney) },
    "geonames": { importTable($0, .geonames) },
    "entityruler": { importTable($0, .entityruler) },
    "names": { importTable($0, .csv) },
]

/// Made before the first input that needs it. Inputs come one after the other.
nonisolated(unsafe) private let compiledFiles = CompiledFiles()

nonisolated(unsafe) private let searchedStories = SearchedStories()

/// Immutable, made before the first input that needs it.
private let ownTopics = OwnTopics()

@Sendable private func extract(_ content: RecordContent) {
    _ = try? Extractor().article(from: SourceRecord(number: 0, place: "", fallbackID: "1", content: content))
}

/// Reads and parses every record; records are numbered without a gap, whatever is wrong with them.
@Sendable private func read(_ bytes: [UInt8], _ format: InputFormat) {
    var configuration = IngestConfiguration()
    configuration.inputFormat = format
    configuration.limits.mostRecordBytes = 1 << 16
    configuration.limits.mostEntryBytes = 1 << 22
    configuration.limits.mostSourceBytes = 1 << 24
    guard let names = try? FieldNames() else { return }
    let parser = RecordParser(names: names)
    let reader = SourceReader(Source(path: "fuzz"), bytes: bytes, configuration)
    var number = 0
    while let item = try? reader.next() {
        switch item {
        case .record(let record):
            precondition(record.number == number && record.offset >= 0)
            _ = try? parser.parse(record)
        case .reject(let reject): precondition(reject.record == number && !reject.reason.isEmpty)
        }
        number += 1
    }
}

/// Reads an entity table, writes what it understood, and reads that again: nothing may be lost on the way.
@Sendable private func readTable(_ bytes: [UInt8]) {
    let table = EntityTable(file: "fuzz", bytes: bytes)
    precondition(table.issues.allSatisfy { $0.line >= 0 && !$0.message.isEmpty })
    // What is cleaned may be two rows of the same id.
    var ids: Set<String> = []
    readBack(table.rows.compactMap(\.row.writable).filter { ids.insert($0.id).inserted })
    _ = OfficeTable(file: "fuzz", bytes: bytes)
    _ = StopTable(file: "fuzz", bytes: bytes)
    _ = WordTable(file: "fuzz", bytes: bytes, counts: ("lower", "upper"))
    _ = NameList(file: "fuzz", bytes: bytes)
}

private func readBack(_ rows: [EntityRow]) {
    let text = TableText.header(EntityTable.columns) + rows.map(\.tableLine).joined()
    let again = EntityTable(file: "fuzz", bytes: Array(text.utf8))
    precondition((rows.isEmpty || again.issues.isEmpty) && again.rows.map(\.row) == rows)
}

/// Lays a table over another; entities stand in order, each once, whatever the edits are.
@Sendable private func layOver(_ bytes: [UInt8]) {
    let base =
        "id\tkind\tname\taliases\nQ1\tplace\tZonga\tZ|ambiguous:Zo\nQ2\tperson\tBoubou\t\nQ3\tperson\tB. Zonga\t\n"
    // One folder a process, since several may fuzz at the same time.
    let folder = "/tmp/gazette-fuzz-\(getpid())"
    guard (try? makeFolder(folder)) != nil,
        (try? writeFileAtomically(Array(base.utf8), to: "\(folder)/base.tsv")) != nil,
        (try? writeFileAtomically(bytes, to: "\(folder)/own.tsv")) != nil,
        let sources = try? GazetteerSources(layers: ["\(folder)/base.tsv", "\(folder)/own.tsv"]),
        let contents = try? GazetteerContents(sources)
    else { return }
    let ids = contents.entities.map(\.id)
    precondition(zip(ids, ids.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    precondition(contents.entities.allSatisfy { !$0.name.isEmpty })
}

/// Reads decisions and writes what was understood: it is read back as the same, and each line is a decision or an issue.
@Sendable private func decide(_ bytes: [UInt8]) {
    let table = DecisionTable(file: "fuzz", bytes: bytes)
    precondition(table.issues.allSatisfy { $0.line >= 0 && !$0.message.isEmpty })
    precondition(table.decisions.allSatisfy { $0.decision.problem == nil })
    let text = "\(DecisionTable.header)\n" + table.decisions.map(\.decision.tableLine).joined()
    let again = DecisionTable(file: "fuzz", bytes: Array(text.utf8))
    precondition(again.issues.isEmpty && again.decisions.count == table.decisions.count)
    precondition(again.decisions.map(\.decision.tableLine).joined() == text.dropFirst(DecisionTable.header.count + 1))
}

/// Imports every record; each row can be written and read back, each reject has its reason.
@Sendable private func importTable(_ bytes: [UInt8], _ format: ImportFormat) {
    var options = ImportOptions()
    options.wantsOffices = true
    options.countries = ["Q1": "NE"]
    let reader = ImportReader(bytes: bytes, named: "fuzz", format: format, options: options)
    var rows: [EntityRow] = []
    while let item = reader.next() {
        switch item {
        case .entity(let row): rows.append(row)
        case .office(let office): precondition(office.tableLine != nil)
        case .reject(let reject): precondition(!reject.reason.isEmpty)
        }
    }
    readBack(rows)
}
