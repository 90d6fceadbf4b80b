import NewsModel

/// Makes an article from the fields of a structured record.
struct FieldsExtraction {
    let fields: ArticleFields
    let configuration: ExtractionConfiguration

    func article(fallbackID: String) throws(ExtractionError) -> Article {
        var article = try body().article(id: fields.id ?? fallbackID)
        if let title = fields.title { article.title = Self.plain(title) }
        if let published = fields.published { article.published = DateParser.iso(published) ?? article.published }
        if let byline = fields.byline, !byline.isEmpty {
            let plain = Self.plain(byline)
            article.byline = BylineParser.labelled(plain) ?? plain
        }
        if let site = fields.site { article.site = Self.plain(site) }
        if let section = fields.section { article.section = Self.plain(section) }
        if let url = fields.url { article.url = url }
        return article
    }

    /// The page that the fields hold; `nil` when their text is a clean body.
    func page() throws(ExtractionError) -> PageExtraction? {
        guard case .page(let page) = try body() else { return nil }
        return page
    }

    /// The body of a record, by how much there is left to do.
    private enum Body {
        case clean(Article)
        case page(PageExtraction)

        func article(id: String) throws(ExtractionError) -> Article {
            switch self {
            case .clean(var article):
                article.id = id
                return article
            case .page(let page): return try page.article(id: id)
            }
        }
    }

    private func body() throws(ExtractionError) -> Body {
        if let text = fields.text {
            if configuration.textIsBody { return .clean(Article(id: "", title: "", text: text)) }
            if let article = try plainArticle(text) { return .clean(article) }
            let decoded = try TextDecoder.utf8(Array(text.utf8))
            let normalized = String(decoding: TextBlocks.normalized(decoded), as: UTF8.self)
            if let article = try plainArticle(normalized) { return .clean(article) }
            return try body(of: TextBlocks.blocks(of: decoded))
        }
        guard let html = fields.html else { throw .empty }
        let page = HTMLPage(Array(html.utf8))
        return .page(PageExtraction(blocks: page.blocks, metadata: page.metadata, configuration: configuration))
    }

    private func body(of blocks: [Block]) throws(ExtractionError) -> Body {
        if blocks.isEmpty { throw .empty }
        let lines = blocks.map { BodyLine($0.text) }
        guard CleanBody.isClean(lines, wordCount: { WordScan(blocks[$0].text).wordCount }) else {
            return .page(PageExtraction(blocks: blocks, configuration: configuration))
        }
        var story = StoryText()
        for index in CleanBody.kept(lines) { story.append(blocks[index].text) }
        return .clean(Article(id: "", title: "", text: story.text, zones: story.zones))
    }

    /// The article of a body that needs no more than to lose a line here and there; `nil` for any other text.
    private func plainArticle(_ text: String) throws(ExtractionError) -> Article? {
        var text = text
        guard let plain = text.withUTF8({ PlainArticle($0) }) else { return nil }
        return plain.article(of: text)
    }

    private static func plain(_ value: String) -> String { HTMLEntities.text(Array(value.utf8)[...]) }
}
