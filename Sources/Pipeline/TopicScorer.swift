import Linking
import NewsModel
import Recognition
import Tokenization
import Topics

/// Gives the topic model what it wants to know of an article. For one thread at a time.
public final class TopicScorer {
    private let model: TopicModel
    private var terms: ArticleTerms
    private var keys: [UInt64] = []

    /// A scorer with scratch memory of its own.
    public init(model: TopicModel) {
        self.model = model
        terms = ArticleTerms(model: model)
    }

    /// The topics by the words of an article, its section and address alone, best first.
    public func topics(of article: Article, _ tokenized: TokenizedArticle) -> [ArticleTopic] {
        terms.removeAll()
        keys.removeAll(keepingCapacity: true)
        Self.forEachWord(of: tokenized) { keys.append($1) }
        terms.add(words: keys)
        for word in SectionWords.words(section: article.section, url: article.url) { terms.add(.section(word)) }
        return model.scores(of: terms)
    }

    /// The topics of the article read last by the entities too that it mentions.
    public func topics(with mentions: [LinkedMention]) -> [ArticleTopic] {
        for mention in mentions where mention.entityNumber != nil {
            if !mention.role.isEmpty { terms.add(.role(mention.role)) }
            terms.add(.entity(mention.entity))
        }
        return model.scores(of: terms)
    }

    /// Why the article read last has its scores: for the topics named, or all that it has. The places of terms are tokens.
    func explanations(
        of ids: [String]?, _ article: Article, _ tokenized: TokenizedArticle, _ mentions: [LinkedMention]
    ) -> [TopicExplanation] {
        let features = Self.features(article, mentions)
        let tokens = Self.tokenOfWord(in: tokenized)
        let numbers = (ids ?? topics(with: mentions).map(\.topic)).compactMap { id in
            model.topics.firstIndex { $0.id == id }
        }
        return model.explanations(of: numbers, words: keys, features: features) { words in
            tokens[words.lowerBound]..<tokens[words.upperBound - 1] + 1
        }
    }

    private static func features(_ article: Article, _ mentions: [LinkedMention]) -> [ArticleFeature] {
        var features = SectionWords.words(section: article.section, url: article.url).map {
            ArticleFeature(term: .section($0), name: "section:\($0)")
        }
        for mention in mentions where mention.entityNumber != nil {
            if !mention.role.isEmpty {
                features.append(ArticleFeature(term: .role(mention.role), name: "role:\(mention.role)"))
            }
            features.append(ArticleFeature(term: .entity(mention.entity), name: "entity:\(mention.entity)"))
        }
        return features
    }

    /// The token of each word and boundary that `topics(of:_:)` gave to the model.
    private static func tokenOfWord(in tokenized: TokenizedArticle) -> [Int] {
        var tokens: [Int] = []
        forEachWord(of: tokenized) { token, _ in tokens.append(token) }
        return tokens
    }

    /// Calls `body` with the token and the key of each word; the key is 0 where a boundary stands before the token, which
    /// no phrase goes over: a sentence end or punctuation.
    @inline(__always)
    private static func forEachWord(of tokenized: TokenizedArticle, _ body: (_ token: Int, _ key: UInt64) -> Void) {
        for (number, token) in tokenized.tokens.enumerated() where !token.shape.contains(.possessive) {
            if token.shape.contains(.sentenceStart) || token.gap > .hyphen { body(number, 0) }
            body(number, token.key)
        }
    }
}
