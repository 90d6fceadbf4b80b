import Export
import NewsModel
import Storage

let showCommand = Command(
    name: "show", summary: "Show an article with its tags marked.",
    usage: "ARTICLE [--database FILE] [options]",
    options: [SharedOptions.database, Option("json", nil, "as one line of JSON, as annotate prints it")],
    examples: [
        ("gazette show 000_62f4774eb39e6342", "by the article's id, as stories lists it"),
        ("gazette show 17", "by its number in the database"),
    ],
    run: { arguments in
        guard arguments.positional.count == 1, let id = arguments.positional.first else {
            throw UsageError("name one article by its id")
        }
        let database = try Database(path: SharedOptions.databasePath(arguments))
        for article in try SharedOptions.articles(id, database) {
            if arguments.has("json") {
                try Terminal.write(annotation(article.tagged))
            } else {
                try Terminal.write(ArticlePage(article, showsColours: Terminal.showsColours).text)
                try Terminal.write(copyList(try database.copies(of: article.key, limit: 20), of: article))
            }
        }
        return .done
    })

/// The other articles that tell the same story.
private func copyList(_ copies: [ArticleCopy], of article: StoredArticle) -> String {
    guard !copies.isEmpty else { return "" }
    var text = "\ncopies\n"
    for copy in copies {
        let day = copy.published.map { String($0.prefix(10)) } ?? "no date   "
        text += "  \(day)  \(copy.title)\(copy.site.map { " (\($0))" } ?? "")  [\(copy.id)]\n"
    }
    if copies.count < article.copies { text += "  … and \(article.copies - copies.count) more\n" }
    return text
}

/// An article for reading in a terminal.
struct ArticlePage {
    private let stored: StoredArticle
    private let showsColours: Bool

    init(_ stored: StoredArticle, showsColours: Bool) {
        self.stored = stored
        self.showsColours = showsColours
    }

    /// The whole page: metadata, the story with its mentions marked, entities, topics.
    var text: String {
        let article = stored.tagged.article
        let mentions = stored.tagged.mentions
        let facts = [article.published, article.byline, article.site, article.section, article.url].compactMap { $0 }
        var page = bold(marked(article.title, mentions.filter { $0.zone == .title })) + "\n"
        page += facts.joined(separator: " · ") + "\n\n"
        if article.pageKind != .story {
            page += "no story (\(article.pageKind.rawValue)): not tagged\n\n"
        }
        page += marked(article.text, mentions.filter { $0.zone != .title }) + "\n\n"
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
