import CSimdjson
import NewsModel

/// Parses raw records. For one thread at a time: it owns simdjson's buffers.
public final class RecordParser {
    private let names: FieldNames
    private let parser: OpaquePointer

    /// A parser that knows fields under the given names.
    public init(names: FieldNames) {
        self.names = names
        parser = csimdjson_open()
    }

    deinit { csimdjson_close(parser) }

    /// Parses a record.
    /// - Throws: `RecordError` when a line is not a JSON object, or has nothing that could be an article.
    public func parse(_ raw: RawRecord) throws(RecordError) -> SourceRecord {
        let content: RecordContent
        switch raw.content {
        case .page(let bytes): content = .page(bytes)
        case .html(let bytes): content = .html(bytes)
        case .object(let text): content = .fields(try fields(of: text))
        case .row: content = .page([])
        case .fields(let fields): content = .fields(fields)
        }
        var record = SourceRecord(number: raw.number, place: raw.place, fallbackID: raw.fallbackID, content: content)
        record.url = raw.url
        record.charset = raw.charset
        return record
    }

    private func fields(of line: [UInt8]) throws(RecordError) -> ArticleFields {
        let collector = FieldCollector(names: names)
        let message = line.withUnsafeBytes { bytes in
            csimdjson_visit(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
                { context, name, nameLength, value, valueLength in
                    guard let context, let name, let value else { return }
                    let collector = Unmanaged<FieldCollector>.fromOpaque(context).takeUnretainedValue()
                    collector.take(
                        name: UnsafeRawBufferPointer(start: name, count: nameLength),
                        value: UnsafeRawBufferPointer(start: value, count: valueLength))
                }, Unmanaged.passUnretained(collector).toOpaque())
        }
        if let message { throw .notAnObject(String(cString: message)) }
        let fields = collector.fields
        guard fields.text != nil || fields.html != nil || fields.title != nil else {
            throw .noArticle(found: collector.unknown)
        }
        return fields
    }
}

/// Why a record is no article.
public enum RecordError: Error, Equatable, Sendable, CustomStringConvertible {
    /// simdjson's own words.
    case notAnObject(String)
    /// No title and no text under any known name; the first names that were there.
    case noArticle(found: [String])

    public var description: String {
        switch self {
        case .notAnObject(let message): "not a JSON object: \(message)"
        case .noArticle(let found):
            "no title or text among the fields \(found.joined(separator: ", ")); name yours with --field text=NAME"
        }
    }
}
