/// Finds the authors near the headline of a page.
struct BylineFinder {
    private let page: Page
    private let title: Int?
    private let storyStart: Int
    private let storyEnd: Int

    /// The names as the page prints them, or `nil` if it names nobody.
    static func find(in page: Page, title: Int?, storyStart: Int, storyEnd: Int) -> String? {
        let finder = BylineFinder(page: page, title: title, storyStart: storyStart, storyEnd: storyEnd)
        return finder.labelled() ?? finder.unlabelled() ?? finder.afterStory()
    }

    /// The lines around the headline; where none was found, those before the story.
    private var head: Range<Int> {
        let first = max(0, title.map { $0 - 4 } ?? storyStart - 10)
        return first..<max(first, min(page.blocks.count, max(storyStart + 3, (title ?? 0) + 14)))
    }

    private func labelled() -> String? {
        for index in head where index != title {
            if let names = BylineParser.labelled(page.blocks[index].text) { return names }
            // "By" on a line of its own, the name on the next.
            if index + 1 < head.upperBound, page.features[index].scan.wordCount == 1,
                Vocabulary.bylineOpenings.isWhole(page.features[index].scan),
                let names = BylineParser.names(Substring(page.blocks[index + 1].text))
            {
                return names
            }
        }
        return nil
    }

    /// A short line of its own between the headline and the story, or just inside it, that is a name or a handle.
    private func unlabelled() -> String? {
        let first = title.map { $0 + 1 } ?? head.lowerBound
        let end = min(page.blocks.count, max(first, min(storyStart + 4, first + 14)))
        for index in first..<end {
            let block = page.blocks[index]
            let feature = page.features[index]
            guard !feature.line.isLabel, block.shape != .listItem, block.shape != .caption,
                block.hints.isDisjoint(with: .outside)
            else { continue }
            // Below the summary, and where no headline is known, only what is beside a date or a role is surely a name.
            if title != nil && index <= storyStart || isBesideDateOrRole(index) {
                if let names = AuthorLine.names(in: block.text) { return names }
            }
            // A single word is a name only beside a date: "new5nuke", then "Last updated: …".
            if index <= storyStart, title != nil, feature.line.phrases == 0, hasDate(index + 1),
                BylineParser.isHandle(block.text), !Vocabulary.notNames.isWhole(feature.scan)
            {
                return block.text
            }
        }
        return nil
    }

    private func isBesideDateOrRole(_ index: Int) -> Bool {
        if hasDate(index) || hasDate(index + 1) || hasDate(index - 1) || hasDate(index + 2) { return true }
        guard index + 1 < page.blocks.count else { return false }
        let next = page.blocks[index + 1].text
        return next.hasPrefix("@") || (page.features[index + 1].scan.wordCount <= 6 && BylineParser.holdsRole(next))
    }

    private func hasDate(_ index: Int) -> Bool {
        guard page.blocks.indices.contains(index), page.features[index].scan.wordCount <= 20 else { return false }
        return DateParser.first(in: page.blocks[index].text) != nil
    }

    /// A byline at the end of the story, or what is said there about its author.
    private func afterStory() -> String? {
        guard storyEnd < page.blocks.count else { return nil }
        for index in max(0, storyEnd - 1)..<min(page.blocks.count, storyEnd + 4)
        where page.features[index].scan.wordCount < 25 {
            if let names = BylineParser.labelled(page.blocks[index].text) { return names }
        }
        for index in max(0, storyEnd - 2)..<min(page.blocks.count, storyEnd + 8) {
            if let name = AuthorLine.inBiography(page.blocks[index].text) { return name }
        }
        return nil
    }
}
