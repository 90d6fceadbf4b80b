import FileAccess
import Glibc
import NewsModel
import Testing

@testable import Ingest

/// A random generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// A folder that is gone when the value is.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/gazette-test-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { remove(path) }

    /// Writes a file, folders above it included, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = "\(path)/\(name)"
        if let slash = file.lastIndex(of: "/") { try makeFolder(String(file[..<slash])) }
        try writeFileAtomically(Array(bytes), to: file)
        return file
    }

    private func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in (try? namesInFolder(path)) ?? [] { remove("\(path)/\(name)") }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

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
}

/// The fields of one line of JSON.
func fields(_ json: String, _ given: [(field: String, name: String)] = []) throws -> ArticleFields {
    let raw = RawRecord(number: 0, place: "line 1", fallbackID: "1", format: .jsonl, bytes: Array(json.utf8))
    let record = try RecordParser(names: try FieldNames(given)).parse(raw)
    guard case .fields(let fields) = record.content else { throw NoFields() }
    return fields
}

struct NoFields: Error {}
