import NewsModel
import Storage

/// An article for reading in a terminal.
struct ArticlePage {
    private let stored: StoredArticle
    private let showsColours: Bool
    private let width: Int?

    /// - Parameter width: that of the terminal in columns; lines stay as they are where it is not known.
    init(_ stored: StoredArticle, showsColours: Bool, width: Int?) {
        self.stored = stored
        self.showsColours = showsColours
        self.width = width
    }

    /// The whole page: metadata, the story with its mentions marked, entities, topics.
    var text: String {
        let article = stored.tagged.article
        let mentions = stored.tagged.mentions
        let facts = [article.published, article.byline, article.site, article.section, article.url].compactMap { $0 }
        var page = wrapped(bold(marked(article.title, mentions.filter { $0.zone == .title })), width: width) + "\n"
        page += facts.joined(separator: " · ") + "\n" + legend + "\n"
        if article.pageKind != .story {
            page += "no story (\(article.pageKind.rawValue)): not tagged\n\n"
        }
        page += lines(of: marked(article.text, mentions.filter { $0.zone != .title })) + "\n\n"
        for entity in stored.tagged.entities {
            page += "  \(colour(entity.kind, entity.name))  \(entity.kind.rawValue)  \(entity.entity)  "
            page += "\(entity.mentions) mention\(entity.mentions == 1 ? "" : "s"), salience \(entity.salience)"
            page += (entity.confidence.map { ", confidence \($0)" } ?? "") + "\n"
        }
        if !stored.tagged.focus.isEmpty { page += "\n" }
        for country in stored.tagged.focus {
            page += "  about \(country.name)  \(country.entity)  \((country.score * 100).rounded() / 100)"
            page += "  (\(country.evidenceText))\n"
        }
        if !stored.tagged.topics.isEmpty { page += "\n" }
        for topic in stored.tagged.topics {
            page += "  \(topic.name)  \(topic.topic)  \((topic.score * 100).rounded() / 100)\n"
        }
        return page
    }

    /// Which colour means what, of the kinds that the article mentions.
    private var legend: String {
        guard showsColours else { return "" }
        let mentioned = Set(stored.tagged.mentions.map(\.kind))
        let kinds = Kind.allCases.filter { mentioned.contains($0) }
        return kinds.isEmpty ? "" : kinds.map { colour($0, $0.rawValue) }.joined(separator: " ") + "\n"
    }

    /// The lines of a text, each wrapped by itself.
    private func lines(of text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(String($0), width: width) }
            .joined(separator: "\n")
    }

    private func marked(_ text: String, _ mentions: [Mention]) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var position = 0
        for mention in mentions where mention.span.start >= position {
            result += String(decoding: bytes[position..<mention.span.start], as: UTF8.self)
            result += showsColours ? colour(mention.kind, mention.text) : "[\(mention.text) \(mention.entity)]"
            position = mention.span.end
        }
        return result + String(decoding: bytes[position...], as: UTF8.self)
    }

    private func colour(_ kind: Kind, _ text: String) -> String {
        guard showsColours else { return text }
        let code =
            switch kind {
            case .person: 36
            case .organization: 35
            case .country: 33
            case .place: 32
            case .event, .product, .other: 34
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func bold(_ text: String) -> String { showsColours ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
