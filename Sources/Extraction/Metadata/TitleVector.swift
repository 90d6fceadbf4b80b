/// The numbers by which the headline is told from the other short lines around the start of a story.
enum TitleVector {
    /// The names of the numbers, in order; the table of weights has them with "title." before.
    static let names = [
        "bias", "fourToTwenty", "three", "words", "before", "justBefore", "inside", "phrases", "bullet", "endsSentence",
        "question", "separators", "menu", "again", "againBelow", "gapBefore", "digits", "credit", "name", "label",
        "afterHeadline", "afterHeadlines", "beforeHeadline", "date", "dateSoon", "dateNext", "bylineSoon", "partOfLine",
        "heading1", "heading", "titleHint", "outside", "overlap", "storyOverlap", "capitals", "allCapitals",
        "startsSmall",
        "reader", "related", "beforeSentence", "beforeProse", "first", "colon", "quotes", "linkShare", "afterShort",
        "copies",
    ]

    /// Which blocks may be the headline: short lines from well before the core to just inside.
    static func candidates(in page: Page, core: Range<Int>) -> [Int] {
        guard !core.isEmpty else { return [] }
        let end = min(core.lowerBound + 3, core.upperBound, page.blocks.count)
        return (max(0, core.lowerBound - 60)..<end).filter { index in
            let feature = page.features[index]
            return (2...35).contains(feature.scan.wordCount) && !feature.line.isLabel && !feature.line.isTeaser
        }
    }

    /// The vector of one block.
    static func vector(of page: Page, _ index: Int, core: Range<Int>, story: Set<UInt64>) -> [Double] {
        let block = page.blocks[index]
        let feature = page.features[index]
        let scan = feature.scan
        let words = Double(scan.wordCount)
        let lines = TitleSurroundings(page, index, core: core)
        let before = Double(max(0, core.lowerBound - index))
        return [
            1, flag((4...20).contains(scan.wordCount)), flag(scan.wordCount == 3), min(words, 24) / 24,
            min(before, 60) / 30, min(before, 6) / 6, Double(max(0, index - core.lowerBound + 1)) / 3,
            Double(min(feature.line.phrases, 2)), flag(block.shape == .listItem), flag(scan.lastByte == 0x2E),
            flag(scan.lastByte == 0x3F), flag(scan.separators > 0), flag(TitleFinder.isMenu(block.text)),
            flag(feature.repetitions > 1 && !lines.comesAgain), flag(lines.comesAgain), flag(block.gapBefore),
            Double(scan.digits) / Double(max(block.text.utf8.count, 1)),
            flag(block.shape == .caption || TitleFinder.isCredit(block.text)),
            flag(BylineParser.isNameLine(block.text)),
            flag(BylineParser.labelled(block.text) != nil), flag(lines.headlinesBefore > 0),
            flag(lines.headlinesBefore > 2), flag(lines.isBeforeHeadline), flag(lines.hasDate),
            flag(lines.dateDistance > 0),
            flag(lines.dateDistance == 1 || lines.dateDistance == 2), flag(lines.bylineDistance > 0),
            flag(TitleFinder.appearsInside(page, index)), flag(block.headingLevel == 1), flag(block.headingLevel > 1),
            flag(block.hints.contains(.title)), flag(!block.hints.isDisjoint(with: .outside)),
            TitleFinder.overlap(page, index, story), TitleFinder.overlap(page, index, story) * min(words, 10) / 10,
            Double(scan.capitalized) / max(words, 1), flag(scan.allCapitals * 2 > scan.wordCount),
            flag(scan.startsLowercase), flag(Vocabulary.reader.count(in: scan.words) > 0), flag(lines.isRelated),
            flag(lines.isBeforeSentence), flag(lines.isBeforeProse), flag(index == 0), flag(scan.lastByte == 0x3A),
            flag(scan.hasQuotes), block.linkShare, flag(lines.isAfterShort),
            Double(min(feature.repetitions, 4) - 1) / 3,
        ]
    }

    private static func flag(_ value: Bool) -> Double { value ? 1 : 0 }
}

/// What stands around a line that may be the headline.
private struct TitleSurroundings {
    var hasDate = false
    /// How many lines below the line a date and a byline stand; 0 for none near.
    var dateDistance = 0
    var bylineDistance = 0
    var headlinesBefore = 0
    var isBeforeHeadline = false
    var isBeforeSentence = false
    var isBeforeProse = false
    var isAfterShort = false
    var comesAgain = false
    var isRelated = false

    private static let reach = 6

    init(_ page: Page, _ index: Int, core: Range<Int>) {
        hasDate = DateParser.first(in: page.blocks[index].text) != nil
        comesAgain = TitleFinder.comesAgain(page, index, core: core)
        isRelated = TitleFinder.isRelated(page, index, core: core)
        for next in index + 1..<min(index + Self.reach, page.blocks.count) {
            let text = page.blocks[next].text
            guard text.utf8.count < 160 else { break }
            if dateDistance == 0, DateParser.first(in: text) != nil { dateDistance = next - index }
            if bylineDistance == 0, BylineParser.labelled(text) != nil { bylineDistance = next - index }
        }
        while headlinesBefore < 4, index - headlinesBefore > 0,
            TitleFinder.isHeadlineLike(page, index - headlinesBefore - 1)
        {
            headlinesBefore += 1
        }
        isAfterShort = index > 0 && page.features[index - 1].scan.wordCount <= 2
        guard index + 1 < page.blocks.count else { return }
        isBeforeHeadline = TitleFinder.isHeadlineLike(page, index + 1)
        let next = page.features[index + 1]
        isBeforeSentence = next.scan.endsSentence && next.scan.wordCount > 6
        isBeforeProse = next.prose > 0.5
    }
}
