import NewsModel

/// Turns a record into an article: the story and its metadata.
///
///     let article = try Extractor().article(from: record)
///     article.title  // "Rain in Niamey"
///
/// Plain-text pages and HTML are cut into the same blocks and go through the same classifier. Costs linear time and a
/// few times the memory of the page.
public struct Extractor: Sendable {
    private let configuration: ExtractionConfiguration

    /// Makes an extractor.
    public init(configuration: ExtractionConfiguration = ExtractionConfiguration()) {
        self.configuration = configuration
    }

    /// The article of a record; its `id` is the record's own or else its fallback.
    public func article(from record: SourceRecord) throws(ExtractionError) -> Article {
        guard case .fields(let fields) = record.content else {
            var article = try page(of: record).article(id: record.fallbackID)
            // Pages often declare the language of the software that they were made with.
            article.language = Language.code(of: article.text) ?? article.language
            article.url = record.url ?? article.canonicalURL
            return article
        }
        var article = try FieldsExtraction(fields: fields, configuration: configuration).article(
            fallbackID: record.fallbackID)
        article.url = article.url ?? record.url ?? article.canonicalURL
        article.language = fields.language.flatMap(PageMetadata.languageCode) ?? Language.code(of: article.text)
        return article
    }

    /// The lines of a record that is a whole page, and its story; `nil` for a clean body and for what cannot be read.
    public func survey(_ record: SourceRecord) -> PageSurvey? {
        do {
            guard case .fields(let fields) = record.content else { return PageSurvey(try page(of: record)) }
            return try FieldsExtraction(fields: fields, configuration: configuration).page().map(PageSurvey.init)
        } catch {
            return nil
        }
    }

    /// The page of a record that is one.
    func page(of record: SourceRecord) throws(ExtractionError) -> PageExtraction {
        switch record.content {
        case .page(let bytes):
            let text = try TextDecoder.utf8(bytes, declaredCharset: record.charset)
            return PageExtraction(blocks: TextBlocks.blocks(of: text), configuration: configuration)
        case .html(let bytes):
            let text = try TextDecoder.utf8(
                bytes, declaredCharset: record.charset ?? CharsetDeclaration.find(in: bytes))
            let page = HTMLPage(text)
            return PageExtraction(blocks: page.blocks, metadata: page.metadata, configuration: configuration)
        case .fields: throw .empty
        }
    }
}
