import NewsModel

/// One story of a news format while its elements come in.
struct NewsItem {
    /// How deep the body stands that is being read.
    var bodyDepth: Int?
    var isTooLong = false
    /// How many bytes its texts have.
    private(set) var size = 0
    private let offset: Int
    private var fields = ArticleFields()
    /// How well the title and the date are known, by what they were taken from.
    private var ranks: [WritableKeyPath<ArticleFields, String?>: Int] = [:]
    private var paragraphs: [String] = []
    private var paragraph: [UInt8] = []

    init(offset: Int) { self.offset = offset }

    var isBody: Bool { bodyDepth != nil }

    /// Elements whose text is of use.
    static func hasText(_ element: String, in parent: String) -> Bool {
        switch element {
        case "headline", "hl1", "HeadLine", "title", "byline", "ByLine", "by", "name", "creator", "versionCreated",
            "firstCreated", "contentCreated", "FirstCreated", "ThisRevisionCreated", "NewsItemId", "story.date",
            "person":
            parent != "subject" || element != "name"
        default: false
        }
    }

    /// Takes what stands in an element's attributes.
    mutating func take(attributes: [String: String], of element: String, in parent: String) {
        switch element {
        case "newsItem":
            set(\.id, attributes["guid"], rank: 1)
            set(\.language, attributes["xml:lang"], rank: 3)
        case "nitf": set(\.language, attributes["xml:lang"], rank: 4)
        case "language" where parent == "contentMeta": set(\.language, attributes["tag"], rank: 1)
        case "Language": set(\.language, attributes["FormalName"], rank: 1)
        case "doc-id": set(\.id, attributes["id-string"], rank: 2)
        case "date.issue": set(\.published, attributes["norm"], rank: 2)
        case "story.date": set(\.published, attributes["norm"], rank: 3)
        case "pubdata":
            set(\.published, attributes["date.publication"], rank: 4)
            set(\.site, attributes["name"], rank: 1)
            set(\.section, attributes["position.section"], rank: 1)
            set(\.url, attributes["ex-ref"], rank: 1)
        default: break
        }
    }

    /// Takes the text of an element.
    mutating func take(_ text: String, of element: String, in parent: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        size += text.utf8.count
        switch (element, parent) {
        case ("headline", _), ("hl1", _), ("HeadLine", _): set(\.title, text, rank: 1)
        case ("title", _): set(\.title, text, rank: 2)
        case ("name", "provider"): set(\.site, text, rank: 2)
        case ("by", _), ("byline", _), ("ByLine", _): set(\.byline, text, rank: 1)
        case ("person", "byline"): set(\.byline, text, rank: 2)
        case ("name", "creator"), ("creator", _): set(\.byline, text, rank: 3)
        case ("contentCreated", _): set(\.published, text, rank: 1)
        case ("firstCreated", _), ("FirstCreated", _): set(\.published, text, rank: 5)
        case ("versionCreated", _), ("ThisRevisionCreated", _): set(\.published, text, rank: 6)
        case ("NewsItemId", _): set(\.id, text, rank: 1)
        default: break
        }
    }

    mutating func addText(_ bytes: UnsafeRawBufferPointer) {
        size += bytes.count
        paragraph.append(contentsOf: bytes)
    }

    mutating func endParagraph() {
        let text = String(decoding: paragraph, as: UTF8.self)
        paragraph.removeAll(keepingCapacity: true)
        // Text that is not divided by elements is divided by empty lines.
        for part in text.split(separator: "\n\n") {
            let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !words.isEmpty { paragraphs.append(words) }
        }
    }

    /// The record, when nothing more will come.
    func record(_ number: Int, mostBytes: Int) -> FoundRecord {
        var fields = fields
        if !paragraphs.isEmpty { fields.text = paragraphs.joined(separator: "\n\n") }
        let outcome: FoundRecord.Outcome =
            isTooLong
            ? .refused(FoundRecord.tooLong("item", limit: mostBytes))
            : fields.text == nil && fields.title == nil
                ? .refused("an item without title and text") : .content(.fields(fields))
        return FoundRecord(outcome: outcome, place: "item \(number)", key: "\(number)", offset: offset)
    }

    /// Sets a field unless something better has.
    private mutating func set(_ field: WritableKeyPath<ArticleFields, String?>, _ value: String?, rank: Int) {
        guard var value, !value.isEmpty, rank < ranks[field] ?? .max else { return }
        if field == \.published { value = Self.date(value) }
        fields[keyPath: field] = value
        ranks[field] = rank
    }

    /// "20240117T100500+0100" as "2024-01-17T10:05:00+01:00"; other forms as they are.
    private static func date(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 8 else { return text }
        let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
        let rest = text.dropFirst(8)
        let time = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard rest.first == "T", time.count == 6 else { return day }
        var zone = String(rest.dropFirst(7))
        if zone.count == 5 { zone.insert(":", at: zone.index(zone.startIndex, offsetBy: 3)) }
        return "\(day)T\(time.prefix(2)):\(time.dropFirst(2).prefix(2)):\(time.suffix(2))\(zone)"
    }
}
