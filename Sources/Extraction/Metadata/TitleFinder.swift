/// Finds the headline among the blocks of a page: the line that the weights find most like one, if any is.
enum TitleFinder {
    /// The block that is the headline, or `nil` if none looks like one.
    static func find(in page: Page, core: Range<Int>, weights: StoryWeights) -> Int? {
        let isHTML = page.blocks.first?.hints.contains(.html) ?? false
        let weights = isHTML ? weights.titleInHTML : weights.titleInText
        let story = storyWords(page, core)
        if !isHTML, let index = repeatedFirstLine(page, core: core) { return index }
        var best: Int?
        var bestScore = 0.0
        for index in TitleVector.candidates(in: page, core: core) {
            let vector = TitleVector.vector(of: page, index, core: core, story: story)
            let score = zip(vector, weights).reduce(0) { $0 + $1.0 * $1.1 }
            // Of two equal lines the later is the headline; the earlier is a menu or a running head.
            if score >= bestScore {
                best = index
                bestScore = score
            }
        }
        return best
    }

    /// The line that opens the page and stands in it again, as the title of the window does in the text of a page.
    ///
    /// "Headline | Site" and then, near the story, "Headline". A name or motto of the site has no word of the story.
    private static func repeatedFirstLine(_ page: Page, core: Range<Int>) -> Int? {
        guard let first = page.blocks.first?.text, first.utf8.count < 300 else { return nil }
        let headlines = TitleText.headlines(inWindowTitle: first)
        let story = storyWords(page, core, without: 0)
        var found: Int?
        for index in 1..<max(1, min(core.upperBound, page.blocks.count)) {
            let text = page.blocks[index].text
            guard page.features[index].scan.wordCount >= 4, text.utf8.count < 300,
                headlines.contains(TitleText.folded(text)), overlap(page, index, story) > 0
            else { continue }
            if isBeforeDate(page, index) { return index }
            if found == nil || index < core.lowerBound + 3 { found = index }
        }
        return found
    }

    /// Whether a date or a byline stands in one of the next lines.
    private static func isBeforeDate(_ page: Page, _ index: Int) -> Bool {
        page.blocks[(index + 1)...].prefix(6).contains {
            $0.text.utf8.count < 160
                && (DateParser.first(in: $0.text) != nil || BylineParser.labelled($0.text) != nil)
        }
    }

    /// The words of the core that mean something; headlines are made of them.
    ///
    /// Without the first blocks, as the headline itself may be one of them.
    static func storyWords(_ page: Page, _ core: Range<Int>, without blocks: Int = 2) -> Set<UInt64> {
        var words: Set<UInt64> = []
        for index in core.dropFirst(blocks) where page.features[index].prose > 0.3 {
            for word in page.features[index].scan.words where !StopWords.all.contains(word) { words.insert(word) }
            if words.count > 2000 { break }
        }
        return words
    }

    /// The share of a line's words that the story has too.
    static func overlap(_ page: Page, _ index: Int, _ story: Set<UInt64>) -> Double {
        let words = page.features[index].scan.words.filter { !StopWords.all.contains($0) }
        guard words.count >= 2 else { return 0 }
        return Double(words.reduce(0) { $0 + (story.contains($1) ? 1 : 0) }) / Double(words.count)
    }

    /// Whether the line is a headline of another story: one of several without a gap, or under a label, that all come
    /// again after the story.
    static func isRelated(_ page: Page, _ index: Int, core: Range<Int>) -> Bool {
        guard comesAgain(page, index, core: core) else { return false }
        if index > 0, page.features[index - 1].line.isLabel { return true }
        if index > 0, !page.blocks[index].gapBefore, comesAgain(page, index - 1, core: core) { return true }
        return index + 1 < core.lowerBound && !page.blocks[index + 1].gapBefore
            && comesAgain(page, index + 1, core: core)
    }

    /// Whether the line stands once before the story and again after it.
    static func comesAgain(_ page: Page, _ index: Int, core: Range<Int>) -> Bool {
        guard page.features[index].repetitions > 1, page.blocks[index].headingLevel == 0,
            !page.features[index].line.isLabel
        else { return false }
        let text = page.blocks[index].text
        return page.blocks[core.upperBound...].contains { $0.text == text }
            && !page.blocks[..<core.lowerBound].indices.contains { $0 != index && page.blocks[$0].text == text }
    }

    /// Whether a line could be a headline by its shape alone.
    static func isHeadlineLike(_ page: Page, _ index: Int) -> Bool {
        let scan = page.features[index].scan
        let line = page.features[index].line
        return (4...22).contains(scan.wordCount) && scan.lastByte != 0x2E && line.phrases == 0 && !line.isLabel
            && !line.isTeaser
            && page.blocks[index].shape != .listItem && scan.separators == 0 && scan.digits < 6
            && !isMenu(page.blocks[index].text)
            && BylineParser.labelled(page.blocks[index].text) == nil
            && !BylineParser.isNameLine(page.blocks[index].text)
    }

    /// "Front page - Business - World - Archive": the items of a menu in one line.
    static func isMenu(_ text: String) -> Bool {
        [" - ", " – ", " · ", " • "].contains { text.places(of: $0).count >= 3 }
    }

    /// "Photo: Jane Doe", "(Credit: …)", "Jane Doe/Agency".
    static func isCredit(_ text: String) -> Bool {
        let opening = UTF8Bytes.lowercased(text.prefix(12))
        return text.hasPrefix("(") || text.holds("©")
            || ["photo", "credit", "image", "picture", "illustration", "styled"].contains { opening.hasPrefix($0) }
            || (WordScan(text).wordCount < 8 && text.holds("/"))
    }

    /// Whether another line near the top is this line and a little more: "Reading: …", "Site > News > …", "… | Site".
    static func appearsInside(_ page: Page, _ index: Int) -> Bool {
        let text = page.blocks[index].text
        guard text.utf8.count >= 16 else { return false }
        for other in max(0, index - 100)..<index {
            let candidate = page.blocks[other].text
            if candidate.utf8.count > text.utf8.count, candidate.utf8.count < text.utf8.count + 120,
                candidate.hasSuffix(text) || candidate.hasPrefix(text)
            {
                return true
            }
        }
        return false
    }
}
