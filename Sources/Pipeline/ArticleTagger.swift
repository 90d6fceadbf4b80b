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
    private let focusFinder: FocusFinder?
    private let entityScorer: EntityScorer
    private let index: GazetteerIndex
    private let topicScorer: TopicScorer?
    private var tokenized = TokenizedArticle()

    /// Makes a tagger over shared resources.
    /// - Throws: `TokenizationError` when ICU has no data.
    public init(resources: TaggerResources, configuration: TaggerConfiguration) throws(TokenizationError) {
        parser = RecordParser(names: configuration.fieldNames, textIsBody: configuration.extraction.textIsBody)
        extractor = Extractor(configuration: configuration.extraction)
        tokenizer = try Tokenizer()
        index = resources.index
        recognizer = Recognizer(index: index, diacritics: configuration.diacritics)
        linker = Linker(index: index)
        focusFinder = resources.focusFinder
        entityScorer = EntityScorer(weights: resources.salience)
        topicScorer = resources.topics.map { TopicScorer(model: $0) }
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
        tokenized.read(article, tokenizer: tokenizer, index: index)
        let linked = linker.link(recognizer.mentions(in: tokenized), in: tokenized)
        let builder = TagBuilder(article: article, tokenized: tokenized)
        let mentions = builder.mentions(linked)
        return TaggedArticle(
            article: article, mentions: mentions, entities: builder.entities(linked, mentions, entityScorer),
            topics: topicScorer?.topics(of: tokenized) ?? [],
            focus: focusFinder?.countries(of: linked, in: tokenized) ?? [])
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
