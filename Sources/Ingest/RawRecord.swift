import NewsModel

/// One record as it stands in its source, mostly not yet parsed: reading is one thread's work, parsing that of many.
public struct RawRecord: Sendable {
    /// The number of the record in its source, from 0.
    public var number: Int
    /// "line 12" or "entry 2024/rain.html", or empty for a source that is one record.
    public var place: String
    /// The key of the article when the record brings none.
    public var fallbackID: String
    /// How many bytes of the innermost file (unpacked) stand before the record.
    public var offset = 0
    /// The address that the source gives for the record.
    public var url: String?
    /// The character set that the transport declared.
    public var charset: String?
    public var content: RawContent

    /// Whether the record is a whole page, with all that stands around a story.
    public var isPage: Bool {
        switch content {
        case .page, .html: true
        case .object, .row, .fields: false
        }
    }

    /// About how many bytes the record holds.
    public var size: Int { content.size }
}

/// What a raw record is made of.
public enum RawContent: Sendable {
    /// The plain text of a whole page.
    case page([UInt8])
    /// An HTML page.
    case html([UInt8])
    /// The text of a JSON object.
    case object([UInt8])
    /// A row of a table, with its line end.
    case row([UInt8], of: TableHeader)
    /// Fields that were parsed while reading, since their format cannot be cut into records without parsing it.
    case fields(ArticleFields)

    var size: Int {
        switch self {
        case .page(let bytes), .html(let bytes), .object(let bytes), .row(let bytes, _): bytes.count
        case .fields(let fields): (fields.text?.utf8.count ?? 0) + (fields.html?.utf8.count ?? 0) + 256
        }
    }
}
