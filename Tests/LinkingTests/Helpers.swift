import Linking
import Recognition
import TestSupport

extension Story {
    /// What a story mentions: "words entity" in order.
    func linked(_ text: String, title: String = "", published: String? = nil) -> [String] {
        let article = read(text, title: title, published: published)
        let mentions = Recognizer(index: index).mentions(in: article)
        return Linker(index: index).link(mentions, in: article).map { "\(article.flatText($0.tokens)) \($0.entity)" }
    }

    /// The mentions with all that linking says of them.
    func links(_ text: String) -> [LinkedMention] {
        let article = read(text)
        return Linker(index: index).link(Recognizer(index: index).mentions(in: article), in: article)
    }
}
