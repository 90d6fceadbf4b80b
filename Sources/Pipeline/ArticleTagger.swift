import Extraction
import Focus
import Gazetteers
import Ingest
import Linking
import NewsModel
import Recognition
import Salience
import Tokenization
import Topics

/// All pure stages in their order: a raw record in, a tagged article out. For one thread at a time; it keeps its scratch
/// memory from article to article.
///
///     let tagger = try ArticleTagger(resources: resources, configuration: TaggerConfiguration())
///     let tagged = try tagger.tag(record)
public final class ArticleTagger {
    private let parser: RecordParser
    private let extractor: Extractor
    private let tokenizer: Tokenizer
    private let recognizer: Recognizer
    private let linker: Linker
    private let focusFinder: FocusFinder
    private let entityScorer: EntityScorer
    private let index: GazetteerIndex
    private let diacritics: Diacritics
    private let topicScorer: TopicScorer?
    private var tokenized = TokenizedArticle()

    /// Makes a tagger over shared resources.
    /// - Throws: `TokenizationError` when ICU has no data.
    public init(resources: TaggerResources, configuration: TaggerConfiguration) throws(TokenizationError) {
        parser = RecordParser(names: configuration.fieldNames, textIsBody: configuration.extraction.textIsBody)
        extractor = Extractor(configuration: configuration.extraction)
        tokenizer = try Tokenizer()
        index = resources.index
        diacritics = configuration.diacritics
        recognizer = Recognizer(index: index, model: resources.models.names, diacritics: configuration.diacritics)
        linker = Linker(index: index, model: resources.models.linking, decisions: resources.decisions)
        focusFinder = resources.focusFinder
        entityScorer = EntityScorer(weights: resources.models.salience)
        topicScorer = resources.models.topics.map { TopicScorer(model: $0) }
    }

    /// Parses, extracts and tags one record.
    /// - Throws: `RecordError` or `ExtractionError` when there is no article in it.
    public func tag(_ raw: RawRecord) throws -> TaggedArticle {
        tag(try extractor.article(from: try parser.parse(raw)))
    }

    /// Tags an article; a page that is no story stays without tags.
    public func tag(_ article: Article) -> TaggedArticle {
        guard article.pageKind == .story else {
            return TaggedArticle(article: article, mentions: [], entities: [], topics: [])
        }
        let (recognized, facts) = recognize(article)
        let linked = linker.link(recognized, in: tokenized, facts)
        let builder = TagBuilder(article: article, tokenized: tokenized)
        let mentions = builder.mentions(linked)
        return TaggedArticle(
            article: article, mentions: mentions, entities: builder.entities(linked, mentions, entityScorer),
            topics: topicScorer?.topics(with: linked) ?? [], focus: focusFinder.countries(of: linked, in: tokenized))
    }

    /// The words for the full-text index of the story that was tagged last.
    public func searchWords() -> SearchWords {
        let title = tokenized.tokens.prefix { Int($0.start) < tokenized.bodyStart }
        return tokenized.bytes.withUnsafeBufferPointer { bytes in
            SearchWords(
                title: Tokenizer.searchWords(title, of: bytes),
                text: Tokenizer.searchWords(tokenized.tokens[title.endIndex...], of: bytes))
        }
    }

    /// What linking decided on each mention of an article and why, with the article as its stages see it.
    public func explain(_ article: Article) -> (article: TokenizedArticle, verdicts: [Verdict]) {
        let (mentions, facts) = recognize(article)
        return (tokenized, linker.verdicts(on: mentions, in: tokenized, facts))
    }

    /// Why an article has its scores for topics, by id, or for all topics that it has; with the article as its stages see
    /// it. The places of terms are ranges of its tokens.
    public func explainTopics(
        _ ids: [String]?, of article: Article
    ) -> (article: TokenizedArticle, explanations: [TopicExplanation]) {
        let (mentions, facts) = recognize(article)
        let linked = linker.link(mentions, in: tokenized, facts)
        return (tokenized, topicScorer?.explanations(of: ids, article, tokenized, linked) ?? [])
    }

    /// What became of a name in an article, wherever its words stand, and why.
    public func explain(_ name: String, in article: Article) -> NameExplanation {
        let (tokenized, verdicts) = explain(article)
        return NameExplanation(name, tokenizer.tokensOfName(name), tokenized, verdicts, index, diacritics)
    }

    /// The stages before linking.
    private func recognize(_ article: Article) -> ([RecognizedMention], StoryFacts) {
        tokenized.read(article, tokenizer: tokenizer, index: index)
        var facts = StoryFacts(
            topics: topicScorer?.topics(of: article, tokenized) ?? [],
            siteCountry: StoryFacts.country(ofSite: article.site, url: article.url, index: index, tokenizer: tokenizer))
        (facts.article, facts.site) = (article.id, article.site)
        return (recognizer.mentions(in: tokenized), facts)
    }
}

/// Choices of the pure stages.
public struct TaggerConfiguration: Sendable {
    public var extraction = ExtractionConfiguration()
    public var fieldNames: FieldNames
    public var diacritics = Diacritics.loose

    /// The defaults, with fields under the given names.
    public init(fieldNames: FieldNames) { self.fieldNames = fieldNames }
}
