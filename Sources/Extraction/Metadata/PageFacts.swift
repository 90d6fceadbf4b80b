/// The metadata that the text of a page gives: what its blocks near the headline say.
struct PageFacts {
    var published: String?
    var byline: String?
    var site: String?
    var section: String?

    init(_ page: Page, title: Int?, storyStart: Int, storyEnd: Int) {
        let anchor = title ?? storyStart
        let titleText = title.map { page.blocks[$0].text }
        published = DateFinder.find(in: page, title: anchor, storyStart: storyStart, storyEnd: storyEnd)
        byline = BylineFinder.find(in: page, title: title, storyStart: storyStart, storyEnd: storyEnd)
        let crumb = Self.breadcrumb(page, before: storyStart, title: titleText)
        site = SiteFinder.find(
            in: page, title: title, story: storyStart..<max(storyStart, storyEnd), breadcrumb: crumb)
        section = crumb?.sections.last ?? Self.sectionLine(page, above: title)
    }

    private static func breadcrumb(_ page: Page, before end: Int, title: String?) -> Breadcrumb? {
        for index in page.blocks.indices.prefix(end + 1).reversed() where page.features[index].scan.wordCount < 50 {
            if let crumb = Breadcrumb(page.blocks[index].text, title: title),
                crumb.title != nil || !crumb.sections.isEmpty
            {
                return crumb
            }
        }
        return nil
    }

    /// A short line just above the headline that is also an item of the menu.
    private static func sectionLine(_ page: Page, above title: Int?) -> String? {
        guard let title else { return nil }
        for index in stride(from: title - 1, through: max(0, title - 3), by: -1) where index >= 0 {
            let feature = page.features[index]
            guard feature.scan.wordCount <= 3, !feature.line.isLabel, feature.repetitions > 1, feature.scan.digits == 0
            else { continue }
            return page.blocks[index].text
        }
        return nil
    }
}
