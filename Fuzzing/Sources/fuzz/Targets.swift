import Extraction
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
]

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
