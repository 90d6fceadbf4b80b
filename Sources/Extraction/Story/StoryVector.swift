/// The numbers that the classifier weighs for one block.
enum StoryVector {
    /// The names of the numbers, in order; the weights table has the same order.
    static let names: [String] = localNames + neighbourNames + htmlNames

    private static let localNames = [
        "bias", "logWords", "words", "endsSentence", "sentences", "stopShare", "capitalShare", "bullet", "label",
        "ending",
        "teaser", "phrases", "phraseDensity", "digitShare", "allCapitals", "repeated", "address", "separators", "prose",
        "startsLowercase", "gapBefore", "question", "colon", "date", "short", "unfinishedLong", "isTitle", "quoteStart",
        "credit",
    ]
    private static let neighbourNames = [
        "inCore", "distanceBefore", "distanceAfter", "beforeTitle", "endingsSeen", "previousProse", "nextProse",
        "previous2Prose", "next2Prose", "windowProse", "previousLabel", "nextLabel", "previousBullet", "nextBullet",
        "windowPhrases", "shortBetweenProse", "relativePosition", "proseAfter", "proseBefore", "bulletRun",
        "headlineRun",
        "coreShort", "coreBullet", "afterCoreProse", "beforeCoreProse",
        "coreShare", "coreEndings", "foreignBefore", "coreProseGap",
    ]
    private static let htmlNames = [
        "linkShare", "linkShort", "heading", "heading1", "navigation", "header", "footer", "aside", "comments", "share",
        "related",
        "promotion", "form", "article", "main", "storyBody", "byline", "dateHint", "titleHint", "paragraphElement",
        "caption", "table", "outerShare", "outerCore", "containerShare", "smallContainer", "quote", "containerShort",
    ]

    /// The vector of every block of a page.
    static func vectors(of page: Page, core: Range<Int>, title: Int?) -> [[Double]] {
        var result: [[Double]] = []
        forEach(of: page, core: core, title: title) { result.append($0) }
        return result
    }

    /// Hands out the vector of one block after the other; a page of millions of lines must not hold them all.
    static func forEach(of page: Page, core: Range<Int>, title: Int?, _ body: ([Double]) -> Void) {
        var context = Context(page, core)
        for index in page.blocks.indices {
            context.advance(to: index)
            body(
                local(page, index, title: title) + neighbours(page, index, core, title: title, context)
                    + html(page, index, core))
        }
    }

    private static func flag(_ value: Bool) -> Double { value ? 1 : 0 }

    private static func local(_ page: Page, _ index: Int, title: Int?) -> [Double] {
        let block = page.blocks[index]
        let feature = page.features[index]
        let scan = feature.scan
        let words = Double(max(scan.wordCount, 1))
        let phrases = Double(min(feature.line.phrases, 3))
        return [
            1, Log.natural(1 + words) / 4, min(words, 60) / 60, flag(scan.endsSentence),
            Double(min(scan.sentences, 4)) / 4,
            min(1, Double(scan.stopWords) / words * 2), Double(scan.capitalized) / words,
            flag(block.shape == .listItem),
            flag(feature.line.isLabel), flag(feature.line.isEnding), flag(feature.line.isTeaser), phrases,
            min(1, phrases * 6 / words), min(1, Double(scan.digits) / words),
            flag(scan.allCapitals * 2 > scan.wordCount),
            flag(feature.repetitions > 1), flag(scan.hasAddress), flag(scan.separators > 0), feature.prose,
            flag(scan.startsLowercase), flag(block.gapBefore), flag(scan.lastByte == 0x3F), flag(scan.lastByte == 0x3A),
            flag(scan.wordCount < 25 && scan.digits >= 4 && DateParser.first(in: block.text) != nil),
            flag(scan.wordCount < 4),
            flag(!scan.endsSentence && scan.wordCount > 30),
            flag(title == index || (title.map { page.blocks[$0].text == block.text } ?? false)),
            flag(block.text.utf8.first == 0x22 || block.text.utf8.starts(with: [0xE2, 0x80, 0x9C])),
            flag(
                scan.wordCount < 60 && scan.separators + (block.text.utf8.last == 0x29 ? 1 : 0) > 0
                    && !scan.endsSentence),
        ]
    }

    private static func neighbours(
        _ page: Page, _ index: Int, _ core: Range<Int>, title: Int?, _ context: Context
    ) -> [Double] {
        let features = page.features
        let blocks = page.blocks
        func prose(_ position: Int) -> Double { features.indices.contains(position) ? features[position].prose : 0 }
        func isLabel(_ position: Int) -> Double {
            features.indices.contains(position)
                ? flag(features[position].line.isLabel || features[position].line.isEnding) : 0
        }
        func isBullet(_ position: Int) -> Double {
            blocks.indices.contains(position) ? flag(blocks[position].shape == .listItem) : 0
        }
        let inCore = core.contains(index)
        let short = features[index].scan.wordCount < 15
        let before = index < core.lowerBound ? Double(min(core.lowerBound - index, 30)) / 30 : 0
        let after = index >= core.upperBound ? Double(min(index - core.upperBound + 1, 30)) / 30 : 0
        let around = (prose(index - 1) + prose(index - 2), prose(index + 1) + prose(index + 2))
        return [
            flag(inCore), before, after, flag(title.map { index < $0 } ?? false), Double(min(context.endings, 3)) / 3,
            prose(index - 1), prose(index + 1), prose(index - 2), prose(index + 2), context.windowProse,
            isLabel(index - 1),
            isLabel(index + 1), isBullet(index - 1), isBullet(index + 1), context.windowPhrases,
            flag(short) * min(1, around.0) * min(1, around.1), Double(index) / Double(max(blocks.count, 1)),
            context.proseAfter, context.proseBefore, Double(min(context.bulletRun, 5)) / 5,
            Double(min(context.headlineRun, 5)) / 5,
            flag(inCore && short), flag(inCore && blocks[index].shape == .listItem),
            after > 0 ? features[index].prose : 0, before > 0 ? features[index].prose : 0,
            inCore ? context.coreShare : 0, inCore ? Double(min(context.endings, 3)) / 3 : 0, context.foreignBefore,
            inCore ? 0 : features[index].prose * (1 - context.coreShare),
        ]
    }

    private static func html(_ page: Page, _ index: Int, _ core: Range<Int>) -> [Double] {
        let block = page.blocks[index]
        guard block.hints.contains(.html) else { return [Double](repeating: 0, count: htmlNames.count) }
        let feature = page.features[index]
        func hint(_ hint: BlockHints) -> Double { flag(block.hints.contains(hint)) }
        let short = feature.scan.wordCount < 15
        return [
            block.linkShare, flag(short) * block.linkShare, flag(block.headingLevel > 1), flag(block.headingLevel == 1),
            hint(.navigation),
            hint(.header), hint(.footer), hint(.aside), hint(.comments), hint(.share), hint(.related), hint(.promotion),
            hint(.form), hint(.article), hint(.main), hint(.storyBody), hint(.byline), hint(.date), hint(.title),
            hint(.paragraphElement), hint(.caption), hint(.table),
            feature.outerShare, core.contains(index) ? feature.outerShare : 0, feature.containerShare,
            flag(feature.containerShare < 0.05), flag(block.shape == .quote), flag(short) * feature.containerShare,
        ]
    }
}

/// Running figures of the blocks around the one that is looked at, so that a page costs linear time.
private struct Context {
    var endings = 0
    var windowProse = 0.0
    var windowPhrases = 0.0
    var proseAfter = 0.0
    var proseBefore = 0.0
    var bulletRun = 0
    var headlineRun = 0
    private let page: Page
    private let core: Range<Int>
    /// The share of the page's prose that stands in the core.
    let coreShare: Double
    /// The share that was seen already and stands outside the core.
    var foreignBefore = 0.0
    private var seen = 0.0
    private let total: Double

    init(_ page: Page, _ core: Range<Int>) {
        self.page = page
        self.core = core
        total = max(page.features.reduce(0) { $0 + $1.prose }, 0.001)
        coreShare = page.features[core].reduce(0) { $0 + $1.prose } / total
    }

    mutating func advance(to index: Int) {
        let feature = page.features[index]
        if index > core.lowerBound, feature.line.isEnding { endings += 1 }
        bulletRun = page.blocks[index].shape == .listItem ? bulletRun + 1 : 0
        let isHeadline = !feature.scan.endsSentence && (3...25).contains(feature.scan.wordCount)
        headlineRun = isHeadline ? headlineRun + 1 : 0
        let window = max(0, index - 4)...min(page.blocks.count - 1, index + 4)
        windowProse = 0
        windowPhrases = 0
        for position in window {
            windowProse += page.features[position].prose / 9
            windowPhrases += Double(min(page.features[position].line.phrases, 2)) / 9
        }
        proseBefore = seen / total
        seen += feature.prose
        if !core.contains(index) { foreignBefore += feature.prose / total }
        proseAfter = 1 - seen / total
    }
}

/// The natural logarithm, without a library: exact enough for features.
enum Log {
    static func natural(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        let exponent = Double(value.exponent)
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        return exponent * 0.693_147_180_559_945 + 2 * ratio
            * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
    }
}
