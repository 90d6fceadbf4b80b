import NewsModel

/// Articles as CSV: a line an article, with the topics and countries that it is about.
public struct ArticleTable {
    private var csv: CSVWriter
    private let hasText: Bool
    private let leastTopicScore: Double

    /// A table without rows.
    ///
    /// - Parameters:
    ///   - hasText: whether the last column is the text.
    ///   - leastTopicScore: the score from which on an article is about a topic.
    public init(keepsFormulas: Bool, hasText: Bool, leastTopicScore: Double) {
        csv = CSVWriter(keepsFormulas: keepsFormulas)
        self.hasText = hasText
        self.leastTopicScore = leastTopicScore
    }

    /// The header line.
    public mutating func header() -> [UInt8] {
        csv.line(
            [
                "id", "published", "title", "byline", "site", "section", "language", "url", "canonical_url", "topics",
                "countries", "mentions", "characters",
            ] + (hasText ? ["text"] : []))
        return csv.takeBytes()
    }

    /// The line of an article; ids of topics and countries are divided by `|`.
    public mutating func line(of tagged: TaggedArticle) -> [UInt8] {
        let article = tagged.article
        let metadata = [
            article.published, article.title, article.byline, article.site, article.section, article.language,
            article.url, article.canonicalURL,
        ]
        csv.field(article.id)
        for value in metadata { csv.field(value ?? "") }
        csv.field(tagged.topics(from: leastTopicScore).joined(separator: "|"))
        csv.field(tagged.countries.joined(separator: "|"))
        csv.field(tagged.mentions.count)
        csv.field(article.text.unicodeScalars.count)
        if hasText { csv.field(article.text) }
        csv.endLine()
        return csv.takeBytes()
    }
}

extension TaggedArticle {
    /// Ids of the topics that the article is about.
    func topics(from leastScore: Double) -> [String] { topics.filter { $0.score >= leastScore }.map(\.topic) }

    /// Ids of the countries that the article is about.
    var countries: [String] { focus.filter { $0.score >= FocusCountry.leastScore }.map(\.entity) }
}
