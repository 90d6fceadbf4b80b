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
        switch raw.format {
        case .html: content = .html(raw.bytes)
        case .jsonl: content = .fields(try fields(of: raw.bytes))
        case .page, .auto: content = .page(raw.bytes)
        }
        return SourceRecord(number: raw.number, place: raw.place, fallbackID: raw.fallbackID, content: content)
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

/// Gathers the fields of one JSON object; of several spellings of a field the preferred one wins.
private final class FieldCollector {
    let names: FieldNames
    private(set) var fields = ArticleFields()
    /// Names that are not fields of an article, for the message when there is no article.
    private(set) var unknown: [String] = []
    private var ranks: [AnyKeyPath: (rank: Int, name: String)] = [:]

    init(names: FieldNames) { self.names = names }

    func take(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
        let name = String(decoding: name, as: UTF8.self)
        guard let place = names.place(of: name) else {
            if unknown.count < 8 { unknown.append(name) }
            return
        }
        let text = String(decoding: value, as: UTF8.self)
        guard !text.isEmpty else { return }
        if let (rank, other) = ranks[place.field] {
            // Several authors or paragraphs come as an array: the same name again.
            if other == name {
                fields[keyPath: place.field] = (fields[keyPath: place.field] ?? "") + divider(of: place.field) + text
                return
            }
            if rank <= place.rank { return }
        }
        ranks[place.field] = (place.rank, name)
        fields[keyPath: place.field] = text
    }

    /// What stands between the items of an array.
    private func divider(of field: AnyKeyPath) -> String {
        field == \ArticleFields.text || field == \ArticleFields.html ? "\n\n" : ", "
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
