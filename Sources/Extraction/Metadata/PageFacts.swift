/// The metadata that the text of a page gives: what its blocks near the headline say.
struct PageFacts {
    var printed: DateFinder.Printed?
    var byline: String?
    var site: String?
    var section: String?

    init(_ page: Page, title: Int?, storyStart: Int, storyEnd: Int) {
        let anchor = title ?? storyStart
        let titleText = title.map { page.blocks[$0].text }
        printed = DateFinder.find(in: page, title: anchor, storyStart: storyStart, storyEnd: storyEnd)
        byline = BylineFinder.find(in: page, title: title, storyStart: storyStart, storyEnd: storyEnd)
        let crumb = Self.breadcrumb(page, before: storyStart, title: titleText)
        let story = storyStart..<max(storyStart, storyEnd)
        site = SiteFinder.find(in: page, title: title, story: story, breadcrumb: crumb)
        section = SectionFinder.find(in: page, title: title, story: story, breadcrumb: crumb, site: site)
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
}
