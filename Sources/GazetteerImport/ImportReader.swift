import FileAccess
import Gazetteers
import Ingest
import NewsModel

/// Reads files that others keep names in, and gives the rows of our tables: in the order of the files, in memory that does
/// not grow with them, but for a number a row, by which a repeated id is known. Only EntityRuler's patterns and Wikidata's
/// offices wait for the end of the last file.
///
///     let reader = ImportReader(paths: ["dump.json.bz2"], format: .wikidata, options: options)
///     while let item = reader.next() { … }
public final class ImportReader {
    /// A row, or what could not be made one.
    public enum Item: Sendable {
        /// A row that a table can hold as it is.
        case entity(EntityRow)
        case office(OfficeTable.Row)
        case reject(Reject)
    }

    /// How many records held nothing that was asked for.
    public private(set) var passedOver = 0

    private var paths: ArraySlice<String>
    private let configuration: IngestConfiguration
    private var importer: any Importer
    private var source: SourceReader?
    /// The file and the place of the last record, for what goes wrong behind it.
    private var path = ""
    private var place = ""
    private var record = 0
    private var isLastRefused = false
    private var isFinished = false
    /// What was found and not yet given, the last first.
    private var waiting: [Item] = []
    /// Hashes of the ids so far.
    private var ids: Set<UInt64> = []

    /// Reads bytes that are in memory as if they were a file.
    public convenience init(bytes: [UInt8], named path: String, format: ImportFormat, options: ImportOptions) {
        self.init(paths: [], format: format, options: options)
        self.path = path
        source = SourceReader(Source(path: path), bytes: bytes, configuration)
    }

    /// Reads files one after the other; "-" is standard input.
    public init(paths: [String], format: ImportFormat, options: ImportOptions) {
        self.paths = paths[...]
        importer =
            switch format {
            case .wikidata: WikidataImporter(options)
            case .followthemoney: FollowTheMoneyImporter(options)
            case .geonames: GeoNamesImporter(options)
            case .entityruler: EntityRulerImporter(options)
            case .csv: CSVImporter(options)
            }
        var configuration = IngestConfiguration()
        configuration.inputFormat = importer.inputFormat
        configuration.delimiter = options.separator
        configuration.limits.mostRecordBytes = options.mostRecordBytes
        // A dump of Wikidata is one file of more than a terabyte.
        configuration.limits.mostEntryBytes = configuration.limits.mostSourceBytes
        self.configuration = configuration
    }

    /// The next row or reject; `nil` at the end.
    public func next() -> Item? {
        while true {
            if let item = waiting.popLast() { return item }
            if let source {
                advance(source)
            } else if let path = paths.popFirst() {
                open(path)
            } else if !isFinished {
                isFinished = true
                for outcome in importer.finish() { take(outcome, place: "") }
                waiting.reverse()
            } else {
                return nil
            }
        }
    }

    private func open(_ path: String) {
        self.path = path
        place = ""
        isLastRefused = false
        do {
            source = try SourceReader(Source(path: path), configuration)
        } catch {
            waiting = [.reject(Reject(source: path, record: -1, place: "", reason: error.reason))]
        }
    }

    private func advance(_ reader: SourceReader) {
        do {
            switch try reader.next() {
            case .record(let raw):
                place = raw.place
                take(importer.read(raw.content), place: raw.place)
                waiting.reverse()
            case .reject(var reject):
                isLastRefused = true
                if reject.place.isEmpty, !place.isEmpty { reject.place = "after \(place)" }
                waiting = [.reject(reject)]
            case nil: endFile()
            }
        } catch {
            source = nil
            waiting = [.reject(Reject(source: path, record: -1, place: place, reason: error.reason))]
        }
    }

    private func endFile() {
        source = nil
        let outcome = importer.endFile()
        // Where the last record was refused, the cut is named already.
        if !isLastRefused { take(outcome, place: place.isEmpty ? "" : "after \(place)") }
    }

    /// Puts what an outcome holds behind what waits.
    private func take(_ outcome: ImportOutcome, place: String) {
        isLastRefused = false
        func refuse(_ reason: String) {
            isLastRefused = true
            waiting.append(.reject(Reject(source: path, record: record, place: place, reason: reason)))
        }
        switch outcome {
        case .nothing: return
        case .passedOver: passedOver += 1
        case .office(let office): if office.tableLine != nil { waiting.append(.office(office)) }
        case .refused(let reason): refuse(reason)
        case .entity(let row, let offices):
            guard let row = row.writable else {
                return refuse("no usable id and name: \"\(row.id.prefix(60))\", \"\(row.name.prefix(60))\"")
            }
            guard ids.insert(row.id.stableHash).inserted else {
                return refuse("id \(row.id) has been there before: the first is taken")
            }
            waiting.append(.entity(row))
            for office in offices where office.tableLine != nil { waiting.append(.office(office)) }
        }
        record += 1
    }
}
