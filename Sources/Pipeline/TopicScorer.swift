import NewsModel
import Recognition
import Tokenization
import Topics

/// Gives the topic model the words of an article as it wants them. For one thread at a time.
final class TopicScorer {
    private let model: TopicModel
    private var keys: [UInt64] = []

    init(model: TopicModel) { self.model = model }

    /// The topics of an article, best first.
    func topics(of article: TokenizedArticle) -> [ArticleTopic] {
        keys.removeAll(keepingCapacity: true)
        for token in article.tokens where !token.shape.contains(.possessive) {
            // No pair of words goes over a sentence end or punctuation.
            if token.shape.contains(.sentenceStart) || token.gap > .hyphen { keys.append(0) }
            keys.append(token.key)
        }
        return model.scores(keys: keys)
    }
}
