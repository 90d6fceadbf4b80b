import Recognition
import TestSupport

extension Story {
    /// The mentions of a story as "words" with their guessed kind, "?" for none.
    func mentions(_ text: String, title: String = "") throws -> [String] {
        let article = read(text, title: title)
        return try recognizer().mentions(in: article).map {
            "\(article.flatText($0.tokens)) \($0.guess?.rawValue ?? "?")"
        }
    }

    /// The words of the mentions of a story.
    func words(_ text: String, title: String = "") throws -> [String] {
        let article = read(text, title: title)
        return try recognizer().mentions(in: article).map { article.flatText($0.tokens) }
    }

    /// The words of the mentions that the gazetteer has.
    func knownWords(_ text: String, title: String = "") throws -> [String] {
        let article = read(text, title: title)
        return try recognizer().mentions(in: article).filter { !$0.names.isEmpty }.map { article.flatText($0.tokens) }
    }

    /// For each mention that is the short form of another: its words and the full name.
    func shortForms(_ text: String) throws -> [String] {
        let article = read(text)
        let mentions = try recognizer().mentions(in: article)
        return mentions.compactMap { mention in
            mention.antecedent.map { "\(article.flatText(mention.tokens)) = \(article.flatText(mentions[$0].tokens))" }
        }
    }
}
