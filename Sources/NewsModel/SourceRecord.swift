/// One article as it came from a source, before anything is cut away.
public struct SourceRecord: Sendable {
    /// The number of the record in its source, from 0.
    public var number: Int
    /// Where a person finds the record in its source: "line 12", or empty for a file that holds one article.
    public var place: String
    /// The key to use when the record itself brings none: a file's name without extension, or the number.
    public var fallbackID: String
    /// The address that the source gives for the record (a web archive does); the page may know better.
    public var url: String?
    /// The character set that the transport declared, such as in an HTTP header; the page may say otherwise.
    public var charset: String?
    /// What the record holds.
    public var content: RecordContent

    /// Makes a record.
    public init(number: Int, place: String, fallbackID: String, content: RecordContent) {
        self.number = number
        self.place = place
        self.fallbackID = fallbackID
        self.content = content
    }
}

/// What a record holds, by how much of the work of extraction is done already.
public enum RecordContent: Sendable {
    /// The plain text of a whole page: story, menus, footers and all. Any bytes; normally UTF-8.
    case page([UInt8])
    /// An HTML page. Any bytes; the charset is the page's own.
    case html([UInt8])
    /// Fields of a data format such as JSONL.
    case fields(ArticleFields)
}

/// The fields of a structured record; what the record did not bring is `nil`.
public struct ArticleFields: Sendable, Equatable {
    public var id: String?
    public var title: String?
    /// The body, or the text of the whole page.
    public var text: String?
    /// The body or page as HTML.
    public var html: String?
    public var url: String?
    public var published: String?
    public var byline: String?
    public var site: String?
    public var section: String?
    public var language: String?

    /// Makes a record without any field.
    public init() {}
}
