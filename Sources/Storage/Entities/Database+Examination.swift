import NewsModel

extension Database {
    /// The most stories whose texts are read for a profile: enough for shares to be right within two in a hundred.
    private static let mostExamined = 2000

    /// Reads how stories call an entity and which sites they are of.
    ///
    /// - Parameter forms: keys of the entity and of other forms of its name.
    func examine(
        _ stories: [EntityStory], forms: [Int], limit: Int
    ) throws(DatabaseError) -> (stories: Int, names: [NamedCount], sites: [NamedCount]) {
        let count = min(stories.count, Self.mostExamined)
        let examined = (0..<count).map { stories[$0 * stories.count / count].article }
        let list = forms.map { "\($0)" }.joined(separator: ", ")
        let mentions = try connection.prepare(
            "SELECT zone, start, end FROM mention WHERE article = ? AND +entity IN (\(list)) ORDER BY sentence, start")
        let article = try connection.prepare("SELECT site, title, text FROM article WHERE key = ?")
        var (names, sites): ([String: Int], [String: Int]) = ([:], [:])
        for key in examined {
            guard try article.reset().bind(key).step() else { continue }
            if let site = article.optionalText(0) { sites[site, default: 0] += 1 }
            let (title, text) = (CodePointText(article.bytes(1)), CodePointText(article.bytes(2)))
            mentions.reset().bind(key)
            while try mentions.step() {
                let place = CodePointSpan(start: mentions.integer(1), end: mentions.integer(2))
                let words = mentions.text(0) == Zone.title.rawValue ? title[place] : text[place]
                names[words, default: 0] += 1
            }
        }
        return (count, mostFrequent(names, limit), mostFrequent(sites, limit))
    }

    private func mostFrequent(_ counts: [String: Int], _ limit: Int) -> [NamedCount] {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(limit).map { .init(name: $0.key, count: $0.value) }
    }
}

/// A text in which stretches are found by code points.
private struct CodePointText {
    private let text: String
    private let converter: OffsetConverter?

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        // In ASCII a code point is a byte.
        converter = bytes.allSatisfy { $0 < 0x80 } ? nil : OffsetConverter(text)
    }

    /// The words of a stretch on one line.
    subscript(_ place: CodePointSpan) -> String {
        let count = text.utf8.count
        let span =
            converter?.utf8Span(place)
            ?? UTF8Span(start: min(max(0, place.start), count), end: min(max(0, place.start, place.end), count))
        guard span.start <= span.end else { return "" }
        let (start, end) = (
            text.utf8.index(text.utf8.startIndex, offsetBy: span.start),
            text.utf8.index(text.utf8.startIndex, offsetBy: span.end)
        )
        return String(text[start..<end]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
