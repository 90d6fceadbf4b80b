import FileAccess
import Glibc
import NewsModel
import Testing

@testable import Ingest

/// Everything that reading a source gives.
struct ReadSource {
    var records: [RawRecord] = []
    var rejects: [Reject] = []

    init(_ path: String, _ configuration: IngestConfiguration = IngestConfiguration()) throws {
        let reader = try SourceReader(Source(path: path), configuration)
        while let item = try reader.next() {
            switch item {
            case .record(let record): records.append(record)
            case .reject(let reject): rejects.append(reject)
            }
        }
    }

    var texts: [String] { records.map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// The fields of records that were parsed while reading.
    var fields: [ArticleFields] {
        records.compactMap { if case .fields(let fields) = $0.content { fields } else { nil } }
    }

    /// The place and reason of each reject.
    var complaints: [String] { rejects.map { $0.place.isEmpty ? $0.reason : "\($0.place): \($0.reason)" } }
}

extension RawRecord {
    /// The bytes of a record that was not parsed while reading.
    var bytes: [UInt8] {
        switch content {
        case .page(let bytes), .html(let bytes), .object(let bytes), .row(let bytes, _): bytes
        case .fields: []
        }
    }

    /// What the record was taken for.
    var kind: String { String("\(content)".prefix { $0 != "(" }) }
}

/// The fields of one line of JSON.
func fields(_ json: String, _ given: [(field: String, name: String)] = []) throws -> ArticleFields {
    let raw = RawRecord(number: 0, place: "line 1", fallbackID: "1", content: .object(Array(json.utf8)))
    let record = try RecordParser(names: try FieldNames(given)).parse(raw)
    guard case .fields(let fields) = record.content else { throw NoFields() }
    return fields
}

struct NoFields: Error {}
