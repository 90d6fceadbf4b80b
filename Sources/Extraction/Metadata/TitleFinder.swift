/// Finds the headline among the blocks of a page.
enum TitleFinder {
    /// The block that is the headline, or `nil` if none looks like one.
    static func find(in page: Page, core: Range<Int>) -> Int? {
        guard !core.isEmpty else { return nil }
        let end = min(core.lowerBound + 3, core.upperBound, page.blocks.count)
        var best: Int?
        var bestScore = 2.0
        for index in max(0, core.lowerBound - 60)..<end {
            let score = score(page, index, core: core)
            // Of two equal lines the later is the headline; the earlier is a menu or a running head.
            if score >= bestScore {
                best = index
                bestScore = score
            }
        }
        return best
    }

    private static func score(_ page: Page, _ index: Int, core: Range<Int>) -> Double {
        let block = page.blocks[index]
        let feature = page.features[index]
        let scan = feature.scan
        guard (2...35).contains(scan.wordCount), !feature.line.isLabel, !feature.line.isTeaser else { return -1 }
        var score = (4...20).contains(scan.wordCount) ? 3.0 : scan.wordCount >= 3 ? 1.5 : 0
        score -= Double(abs(core.lowerBound - index)) * 0.06
        if index >= core.lowerBound { score -= Double(index - core.lowerBound) * 0.5 }
        score -= Double(feature.line.phrases) * 3
        if block.shape == .listItem { score -= 2 }
        if scan.lastByte == 0x2E { score -= 1.5 }
        if scan.separators > 0 { score -= 1.5 }
        if isMenu(block.text) { score -= 3 }
        let isRelated = isRelated(page, index, core: core)
        if feature.repetitions > 1, !isRelated { score += 0.5 }
        if block.gapBefore { score += 0.7 }
        if scan.separators == 0, scan.digits * 3 > block.text.utf8.count { score -= 2 }
        if block.shape == .caption || isCredit(block.text) || BylineParser.isNameLine(block.text) { score -= 3 }
        // A standfirst reads like a sentence and follows the headline; headlines hardly ever follow one another.
        if index > 0, isHeadlineLike(page, index - 1), !Self.isRelated(page, index - 1, core: core) { score -= 1.2 }
        if index > 3, (1...3).allSatisfy({ isHeadlineLike(page, index - $0) }) { score -= 1 }
        if DateParser.first(in: block.text) != nil || BylineParser.labelled(block.text) != nil { score -= 3 }
        for next in index + 1..<min(index + 6, page.blocks.count) {
            let text = page.blocks[next].text
            guard text.utf8.count < 160 else { break }
            // The date belongs to the last headline before it.
            if isRelated, isHeadlineLike(page, next) { break }
            if DateParser.first(in: text) != nil || BylineParser.labelled(text) != nil {
                score += 1.5
                break
            }
        }
        if appearsInside(page, index) { score += 2 }
        if block.headingLevel == 1 { score += 4 } else if block.headingLevel > 1 { score += 0.5 }
        if block.hints.contains(.title) { score += 1 }
        if !block.hints.isDisjoint(with: .outside) { score -= 2 }
        return score
    }

    /// Whether the line is a headline of another story: one of several without a gap, or under a label, that all come
    /// again after the story.
    private static func isRelated(_ page: Page, _ index: Int, core: Range<Int>) -> Bool {
        guard comesAgain(page, index, core: core) else { return false }
        if index > 0, page.features[index - 1].line.isLabel { return true }
        if index > 0, !page.blocks[index].gapBefore, comesAgain(page, index - 1, core: core) { return true }
        return index + 1 < core.lowerBound && !page.blocks[index + 1].gapBefore
            && comesAgain(page, index + 1, core: core)
    }

    /// Whether the line stands once before the story and again after it.
    private static func comesAgain(_ page: Page, _ index: Int, core: Range<Int>) -> Bool {
        guard page.features[index].repetitions > 1, page.blocks[index].headingLevel == 0,
            !page.features[index].line.isLabel
        else { return false }
        let text = page.blocks[index].text
        return page.blocks[core.upperBound...].contains { $0.text == text }
            && !page.blocks[..<core.lowerBound].indices.contains { $0 != index && page.blocks[$0].text == text }
    }

    /// Whether a line could be a headline by its shape alone.
    private static func isHeadlineLike(_ page: Page, _ index: Int) -> Bool {
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
    private static func isMenu(_ text: String) -> Bool {
        [" - ", " – ", " · ", " • "].contains { text.places(of: $0).count >= 3 }
    }

    /// "Photo: Jane Doe", "(Credit: …)", "Jane Doe/Agency".
    private static func isCredit(_ text: String) -> Bool {
        let opening = UTF8Bytes.lowercased(text.prefix(12))
        return text.hasPrefix("(") || text.holds("©")
            || ["photo", "credit", "image", "picture", "illustration", "styled"].contains { opening.hasPrefix($0) }
            || (WordScan(text).wordCount < 8 && text.holds("/"))
    }

    /// Whether another line near the top is this line and a little more: "Reading: …", "Site > News > …", "… | Site".
    private static func appearsInside(_ page: Page, _ index: Int) -> Bool {
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
