import NewsModel

/// One article of a feed while its elements come in.
struct FeedItem {
    var fields = ArticleFields()
    var isTooLong = false
    /// How many bytes its texts have.
    private(set) var size = 0
    private let offset: Int
    private var content = Body()
    private var summary = Body()
    private var updated: String?

    private struct Body {
        var text = ""
        var isMarkup = false
    }

    init(offset: Int) { self.offset = offset }

    private static let textElements = Set([
        "title", "link", "guid", "id", "pubDate", "published", "updated", "dc:date", "dc:creator", "author", "name",
        "category", "dc:subject", "description", "summary", "content", "content:encoded", "xhtml:body",
        "media:description",
        "media:text", "dc:language", "source",
    ])

    /// Whether the text in an element is of use. Atom's authors have their names in elements of their own.
    static func hasText(_ element: String) -> Bool { textElements.contains(element) }

    /// Takes what stands in an element's attributes.
    mutating func take(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "link":
            guard let href = attributes["href"], attributes["rel"] ?? "alternate" == "alternate" else { return }
            fields.url = fields.url ?? href
        case "category": fields.section = fields.section ?? attributes["label"] ?? attributes["term"]
        default: break
        }
    }

    /// Takes the content of an element.
    mutating func take(_ element: String, text: String, isMarkup: Bool) {
        size += text.utf8.count
        switch element {
        case "title": fields.title = fields.title ?? text
        case "link": fields.url = fields.url ?? text
        case "guid", "id": fields.id = fields.id ?? text
        case "pubDate", "published", "dc:date": fields.published = fields.published ?? MailDate.iso(text)
        case "updated": updated = MailDate.iso(text)
        case "dc:creator", "name": addAuthor(text)
        case "author": addAuthor(Self.name(ofAddress: text))
        case "category", "dc:subject": fields.section = fields.section ?? text
        case "dc:language": fields.language = text
        case "source": fields.site = text
        case "content", "content:encoded", "xhtml:body": content = Body(text: text, isMarkup: isMarkup)
        case "description", "summary": summary = Body(text: text, isMarkup: isMarkup)
        default: if summary.text.isEmpty { summary = Body(text: text, isMarkup: isMarkup) }
        }
    }

    /// The record, when nothing more will come.
    func record(_ number: Int, mostBytes: Int) -> FoundRecord {
        var fields = fields
        fields.published = fields.published ?? updated
        if fields.url == nil, let id = fields.id, id.hasPrefix("http") { fields.url = id }
        let body = content.text.isEmpty ? summary : content
        if body.isMarkup || Markup.isIn(body.text) { fields.html = body.text } else { fields.text = body.text }
        if fields.text?.isEmpty == true { fields.text = nil }
        let outcome: FoundRecord.Outcome =
            isTooLong
            ? .refused(FoundRecord.tooLong("item", limit: mostBytes))
            : fields.title == nil && body.text.isEmpty
                ? .refused("an item without title and text") : .content(.fields(fields))
        return FoundRecord(outcome: outcome, place: "item \(number)", key: "\(number)", offset: offset)
    }

    private mutating func addAuthor(_ name: String) {
        guard !name.isEmpty else { return }
        fields.byline = fields.byline.map { "\($0), \(name)" } ?? name
    }

    /// The name in "desk@example.org (Amina Oduya)".
    private static func name(ofAddress text: String) -> String {
        guard text.contains("@"), let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
        else { return text }
        return String(text[text.index(after: open)..<close])
    }
}
