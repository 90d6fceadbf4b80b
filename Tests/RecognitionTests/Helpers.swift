import Recognition
import TestSupport

extension Story {
    /// The mentions of a story as "words" with their guessed kind, "?" for none.
    func mentions(_ text: String, title: String = "") -> [String] {
        let article = read(text, title: title)
        return Recognizer(index: index).mentions(in: article).map {
            "\(article.flatText($0.tokens)) \($0.guess?.rawValue ?? "?")"
        }
    }

    /// For each mention that is the short form of another: its words and the full name.
    func shortForms(_ text: String) -> [String] {
        let article = read(text)
        let mentions = Recognizer(index: index).mentions(in: article)
        return mentions.compactMap { mention in
            mention.antecedent.map { "\(article.flatText(mention.tokens)) = \(article.flatText(mentions[$0].tokens))" }
        }
    }
}
