import CSimdjson
import NewsModel

/// Parses raw records. For one thread at a time: it owns simdjson's buffers.
public final class RecordParser {
    private let names: FieldNames
    private let textIsBody: Bool
    private let parser: OpaquePointer

    /// A parser that knows fields under the given names.
    /// - Parameter textIsBody: whether the text field is to be taken as it is, even where it looks like HTML.
    public init(names: FieldNames, textIsBody: Bool = false) {
        self.names = names
        self.textIsBody = textIsBody
        parser = csimdjson_open()
    }

    deinit { csimdjson_close(parser) }

    /// Parses a record.
    /// - Throws: `RecordError` when it is not what its format asks for, or has nothing that could be an article.
    public func parse(_ raw: RawRecord) throws(RecordError) -> SourceRecord {
        let content: RecordContent
        switch raw.content {
        case .page(let bytes): content = .page(bytes)
        case .html(let bytes): content = .html(bytes)
        case .object(let text): content = .fields(try article(of: try fields(of: text), raw))
        case .row(let row, let header): content = .fields(try article(of: try fields(of: row, header), raw))
        case .fields(let fields): content = .fields(fields)
        }
        var record = SourceRecord(number: raw.number, place: raw.place, fallbackID: raw.fallbackID, content: content)
        record.url = raw.url
        record.charset = raw.charset
        return record
    }

    private func fields(of object: [UInt8]) throws(RecordError) -> FieldCollector {
        let collector = FieldCollector(names: names)
        let message = object.withUnsafeBytes { bytes in
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
        return collector
    }

    private func fields(of row: [UInt8], _ header: TableHeader) throws(RecordError) -> FieldCollector {
        let values = header.values(of: row)
        let additional = values.dropFirst(header.names.count)
        // More values than columns mean that a delimiter in a text was not quoted: all after it would be misplaced.
        guard additional.allSatisfy(\.isEmpty) else {
            throw .tooManyValues(values.count, columns: header.names.count)
        }
        let collector = FieldCollector(names: names)
        for (name, value) in zip(header.names, values) { collector.take(name: name, value: value) }
        return collector
    }

    private func article(of collector: FieldCollector, _ raw: RawRecord) throws(RecordError) -> ArticleFields {
        var fields = collector.fields
        guard fields.text != nil || fields.html != nil || fields.title != nil else {
            throw .noArticle(found: collector.unknown)
        }
        if !textIsBody, fields.html == nil, let text = fields.text, MarkupGuess.isHTML(text) {
            (fields.text, fields.html) = (nil, text)
        }
        if fields.url == nil { fields.url = raw.url }
        return fields
    }
}

/// Why a record is no article.
public enum RecordError: Error, Equatable, Sendable, CustomStringConvertible {
    /// simdjson's own words.
    case notAnObject(String)
    /// A row of a table has more values than the header has names.
    case tooManyValues(Int, columns: Int)
    /// No title and no text under any known name; the first names that were there.
    case noArticle(found: [String])

    public var description: String {
        switch self {
        case .notAnObject(let message): "not a JSON object: \(message)"
        case .tooManyValues(let count, let columns):
            "\(count) values in \(columns) columns: a value that contains the delimiter needs quotes"
        case .noArticle(let found):
            "no title or text among the fields \(found.joined(separator: ", ")); name yours with --field text=NAME"
        }
    }
}
