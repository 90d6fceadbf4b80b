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
        switch record.content {
        case .page(let bytes):
            let text = try TextDecoder.utf8(bytes)
            return try PageExtraction(blocks: TextBlocks.blocks(of: text)).article(id: record.fallbackID)
        case .html(let bytes):
            return try htmlArticle(bytes, id: record.fallbackID)
        case .fields(let fields):
            return try FieldsExtraction(fields: fields, configuration: configuration).article(
                fallbackID: record.fallbackID)
        }
    }

    private func htmlArticle(_ bytes: [UInt8], id: String) throws(ExtractionError) -> Article {
        let text = try TextDecoder.utf8(bytes, declaredCharset: CharsetDeclaration.find(in: bytes))
        let page = HTMLPage(text)
        return try PageExtraction(blocks: page.blocks, metadata: page.metadata).article(id: id)
    }
}
