/// Finds the authors near the headline of a page.
enum BylineFinder {
    static func find(in page: Page, title: Int?, storyStart: Int, storyEnd: Int) -> String? {
        let first = max(0, (title ?? storyStart) - 4)
        let end = min(page.blocks.count, max(storyStart + 3, (title ?? 0) + 14))
        guard first < end else { return nil }
        for index in first..<end where index != title {
            if let names = BylineParser.labelled(page.blocks[index].text) { return names }
            // "By" on a line of its own, the name on the next.
            if index + 1 < end, page.features[index].scan.wordCount == 1,
                Vocabulary.bylineOpenings.isWhole(page.features[index].scan),
                let names = BylineParser.names(Substring(page.blocks[index + 1].text))
            {
                return names
            }
        }
        if let title, let name = unlabelled(page, after: title, before: min(storyStart + 1, title + 10)) { return name }
        guard storyEnd < page.blocks.count else { return nil }
        for index in max(0, storyEnd - 1)..<min(page.blocks.count, storyEnd + 4)
        where page.features[index].scan.wordCount < 25 {
            if let names = BylineParser.labelled(page.blocks[index].text) { return names }
        }
        for index in max(0, storyEnd - 2)..<min(page.blocks.count, storyEnd + 8) {
            if let name = BylineParser.fromBiography(page.blocks[index].text) { return name }
        }
        return nil
    }

    /// A short line of its own between the headline and the story that is a name or a handle.
    private static func unlabelled(_ page: Page, after title: Int, before end: Int) -> String? {
        guard title + 1 < end else { return nil }
        for index in title + 1..<end {
            let block = page.blocks[index]
            let feature = page.features[index]
            guard !feature.line.isLabel, feature.line.phrases == 0, block.shape != .listItem, block.shape != .caption
            else { continue }
            if BylineParser.isNameLine(block.text) { return block.text }
            if let name = BylineParser.beforeDate(block.text) { return name }
            // A single word is a name only beside a date: "new5nuke", then "Last updated: …".
            let isBesideDate = index + 1 < page.blocks.count && DateParser.first(in: page.blocks[index + 1].text) != nil
            if isBesideDate, BylineParser.isHandle(block.text), !Vocabulary.notNames.isWhole(feature.scan) {
                return block.text
            }
        }
        return nil
    }
}
