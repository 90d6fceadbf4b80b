import NewsModel

/// The steps from the blocks of a page to an article.
struct PageExtraction {
    let page: Page
    let metadata: PageMetadata?
    let core: Range<Int>
    let title: Int?
    /// For each block, whether it belongs to the story.
    let isStory: [Bool]

    init(blocks: [Block], metadata: PageMetadata? = nil, configuration: ExtractionConfiguration) {
        let lines = configuration.lines
        page = Page(
            blocks, storiesElsewhere: { max(0, lines.stories(with: $0) - 1) }, linkedBody: metadata?.linkedBody)
        self.metadata = metadata
        core = StoryCore.find(in: page)
        title = TitleFinder.find(in: page, core: core, weights: configuration.weights)
        var story = StoryClassifier.classify(page, core: core, title: title, weights: configuration.weights)
        if !story.contains(true) { story = Self.sentences(of: page) }
        isStory = story
    }

    /// The fallback for pages of a line or two: whatever is a sentence.
    private static func sentences(of page: Page) -> [Bool] {
        page.blocks.indices.map { index in
            let line = page.features[index].line
            return PageOutline.endsSentence(page, index) && PageOutline.size(of: page, index) >= 3 && !line.isLabel
                && line.phrases == 0
        }
    }

    /// The article; throws when the page has no text. A page that is no story has at least its lines.
    func article(id: String) throws(ExtractionError) -> Article {
        if page.blocks.isEmpty, metadata?.titleElement?.isEmpty ?? true { throw .empty }
        var story = StoryText()
        for index in page.blocks.indices where isStory[index] {
            story.append(page.blocks[index].text, isCaption: page.blocks[index].shape == .caption)
        }
        if story.text.isEmpty { for line in page.readableLines { story.append(line) } }
        let start = isStory.firstIndex(of: true) ?? 0
        let end = (isStory.lastIndex(of: true) ?? 0) + 1
        let facts = PageFacts(page, title: title, storyStart: start, storyEnd: end)
        var article = Article(
            id: id, title: titleText(site: metadata?.site ?? facts.site), text: story.text, zones: story.zones)
        article.published = published(facts)
        article.byline = byline(facts)
        article.site = metadata?.site ?? facts.site
        article.section = metadata?.section ?? facts.section
        article.canonicalURL = metadata?.canonicalURL
        article.language = metadata?.language
        article.pageKind = PageKindFinder(page, isStory: isStory, title: title, metadata: metadata).kind
        return article
    }

    private func titleText(site: String?) -> String {
        let printed = title.map { page.blocks[$0].text }
        guard let metadata else { return printed.map(Self.withoutLabel) ?? "" }
        let declared = metadata.openGraphTitle ?? metadata.linkedHeadline ?? metadata.titleElement
        if let printed, let title, page.blocks[title].headingLevel == 1 { return printed }
        guard let declared else { return printed ?? "" }
        return TitleText.withoutSite(declared, site: site, reference: printed ?? metadata.linkedHeadline)
    }

    /// "Headline" of "Reading: Headline".
    private static func withoutLabel(_ title: String) -> String {
        let label = "Reading: "
        return title.hasPrefix(label) ? String(title.dropFirst(label.utf8.count)) : title
    }

    private func published(_ facts: PageFacts) -> String? {
        guard let metadata else { return facts.printed?.iso }
        return DateChoice(metadata: metadata, printed: facts.printed).published
    }

    private func byline(_ facts: PageFacts) -> String? {
        guard let metadata else { return facts.byline }
        return BylineChoice(metadata: metadata, printed: facts.byline).byline
    }
}
