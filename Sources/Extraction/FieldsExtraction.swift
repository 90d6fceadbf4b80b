import NewsModel

/// Makes an article from the fields of a structured record.
struct FieldsExtraction {
    let fields: ArticleFields
    let configuration: ExtractionConfiguration

    func article(fallbackID: String) throws(ExtractionError) -> Article {
        var article = try body(id: fields.id ?? fallbackID)
        if let title = fields.title { article.title = Self.plain(title) }
        if let published = fields.published { article.published = DateParser.iso(published) ?? article.published }
        if let byline = fields.byline, !byline.isEmpty {
            let plain = Self.plain(byline)
            article.byline = BylineParser.labelled(plain) ?? plain
        }
        if let site = fields.site { article.site = Self.plain(site) }
        if let section = fields.section { article.section = Self.plain(section) }
        if let url = fields.url { article.url = url }
        if let language = fields.language { article.language = PageMetadata.languageCode(language) ?? article.language }
        return article
    }

    private func body(id: String) throws(ExtractionError) -> Article {
        if let text = fields.text {
            if configuration.textIsBody { return Article(id: id, title: "", text: text) }
            let decoded = try TextDecoder.utf8(Array(text.utf8))
            return try textArticle(TextBlocks.blocks(of: decoded), id: id)
        }
        guard let html = fields.html else { throw .empty }
        let page = HTMLPage(Array(html.utf8))
        return try PageExtraction(blocks: page.blocks, metadata: page.metadata).article(id: id)
    }

    private func textArticle(_ blocks: [Block], id: String) throws(ExtractionError) -> Article {
        if blocks.isEmpty { throw .empty }
        guard CleanBody.isClean(blocks) else { return try PageExtraction(blocks: blocks).article(id: id) }
        var story = StoryText()
        for block in CleanBody.withoutFurniture(blocks) { story.append(block.text) }
        if story.text.isEmpty { throw .noStory }
        var article = Article(id: id, title: "", text: story.text, zones: story.zones)
        article.language = StopWords.language(of: blocks.lazy.map { WordScan($0.text) })
        return article
    }

    private static func plain(_ value: String) -> String { HTMLEntities.text(Array(value.utf8)[...]) }
}

/// Tells a body that is clean already from the text of a whole page.
enum CleanBody {
    /// Whether nearly all words stand in whole sentences, and no menu leads in or out.
    static func isClean(_ blocks: [Block]) -> Bool {
        var words = 0
        var shortWords = 0
        var shortBlocks = 0
        var furniture: Set<String> = []
        for block in blocks {
            let scan = WordScan(block.text)
            let line = FurnitureLine(block, scan)
            words += scan.wordCount
            if scan.wordCount < 12, !scan.endsSentence {
                shortBlocks += 1
                shortWords += scan.wordCount
            }
            if line.isLabel || line.isEnding || (line.phrases > 0 && scan.wordCount < 20) {
                furniture.insert(block.text)
            }
        }
        // A page has menus: many short lines. A body has at most some headings, and teasers in the middle.
        if shortBlocks < 8 { return true }
        return furniture.count < 8
            && (shortWords * 6 < words || (furniture.count < 4 && shortBlocks * 2 < blocks.count))
    }

    /// The body without lines that are nothing but a label or a teaser; sentences stay.
    static func withoutFurniture(_ blocks: [Block]) -> [Block] {
        let kept = blocks.filter { block in
            let scan = WordScan(block.text)
            let line = FurnitureLine(block, scan)
            return !line.isLabel && !line.isTeaser
        }
        return kept.isEmpty ? blocks : kept
    }
}
