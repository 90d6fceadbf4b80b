import NewsModel

/// The mentions of articles as CSV: a line a mention, with what one needs to know of the article and the entity.
public struct MentionTable {
    private var csv: CSVWriter

    /// The columns; `start` and `end` count code points of the title where `zone` is `title`, else of the text.
    public static let columns = [
        "article", "published", "title", "sentence", "start", "end", "words", "entity", "name", "kind", "form", "zone",
        "confidence",
    ]

    /// A table without rows; `keepsFormulas` as in `CSVWriter`.
    public init(keepsFormulas: Bool) { csv = CSVWriter(keepsFormulas: keepsFormulas) }

    /// The header line.
    public mutating func header() -> [UInt8] {
        csv.line(Self.columns)
        return csv.takeBytes()
    }

    /// The lines of some mentions of an article.
    public mutating func lines(of mentions: [Mention], in article: Article) -> [UInt8] {
        for mention in mentions {
            csv.field(article.id)
            csv.field(article.published ?? "")
            csv.field(article.title)
            csv.field(mention.sentence)
            csv.field(mention.codePoints.start)
            csv.field(mention.codePoints.end)
            csv.field(mention.text)
            csv.field(mention.entity)
            csv.field(mention.name)
            csv.field(mention.kind.rawValue)
            csv.field(mention.form.rawValue)
            csv.field(mention.zone.rawValue)
            csv.field("\(mention.confidence)")
            csv.endLine()
        }
        return csv.takeBytes()
    }
}
