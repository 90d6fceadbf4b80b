/// The numbers that the classifier weighs for one block.
enum StoryVector {
    /// The names of the numbers, in order; the weights table has the same order.
    static let names: [String] = localNames + neighbourNames + htmlNames

    private static let localNames = [
        "bias", "logWords", "words", "endsSentence", "sentences", "stopShare", "capitalShare", "bullet", "label",
        "ending",
        "teaser", "phrases", "phraseDensity", "digitShare", "allCapitals", "repeated", "address", "separators", "prose",
        "startsLowercase", "gapBefore", "question", "colon", "date", "short", "unfinishedLong", "isTitle", "quoteStart",
        "credit", "reader", "commas", "quotes", "nameLine", "bylineLine", "photoCredit", "titleOverlap", "titleShare",
        "price", "startsWithDigit", "longWord",
    ]
    private static let neighbourNames = [
        "inCore", "distanceBefore", "distanceAfter", "beforeTitle", "endingsSeen", "previousProse", "nextProse",
        "previous2Prose", "next2Prose", "windowProse", "previousLabel", "nextLabel", "previousBullet", "nextBullet",
        "windowPhrases", "shortBetweenProse", "relativePosition", "proseAfter", "proseBefore", "bulletRun",
        "headlineRun",
        "coreShort", "coreBullet", "afterCoreProse", "beforeCoreProse",
        "coreShare", "coreEndings", "foreignBefore", "coreProseGap",
        "sinceProse", "untilProse", "datesAround", "wordsAround", "headlinesAround", "repeatedAround",
        "afterTitle", "readerAround", "segmentShare", "segmentRank", "previousSegments", "unfinishedBefore",
    ]
    private static let htmlNames = [
        "linkShare", "linkShort", "heading", "heading1", "navigation", "header", "footer", "aside", "comments", "share",
        "related",
        "promotion", "form", "article", "main", "storyBody", "byline", "dateHint", "titleHint", "paragraphElement",
        "caption", "table", "outerShare", "outerCore", "containerShare", "smallContainer", "quote", "containerShort",
        "regionShare", "pathShare", "depth", "cards1", "cards2", "cards3", "linked", "unlinked", "linksAround",
        "samePathAsPrevious", "samePathAsNext", "pathShort", "region",
    ]

    /// The vector of every block of a page.
    static func vectors(of page: Page, core: Range<Int>, title: Int?) -> [[Double]] {
        var result: [[Double]] = []
        forEach(of: page, core: core, title: title) { result.append($0) }
        return result
    }

    /// Hands out the vector of one block after the other; a page of millions of lines must not hold them all.
    static func forEach(of page: Page, core: Range<Int>, title: Int?, _ body: ([Double]) -> Void) {
        var context = PageContext(page, core, title: title)
        for index in page.blocks.indices {
            context.advance(to: index)
            body(
                local(page, index, title: title, context) + neighbours(page, index, core, title: title, context)
                    + html(page, index, core, context))
        }
    }

    private static func flag(_ value: Bool) -> Double { value ? 1 : 0 }

    private static func local(_ page: Page, _ index: Int, title: Int?, _ context: PageContext) -> [Double] {
        let block = page.blocks[index]
        let feature = page.features[index]
        let scan = feature.scan
        let words = Double(max(scan.wordCount, 1))
        let phrases = Double(min(feature.line.phrases, 3))
        let reader = Double(Vocabulary.reader.count(in: scan.words))
        let (overlap, titleShare) = context.titleOverlap(scan)
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
            flag(context.hasDate[index]),
            flag(scan.wordCount < 4),
            flag(!scan.endsSentence && scan.wordCount > 30),
            flag(title == index || (title.map { page.blocks[$0].text == block.text } ?? false)),
            flag(block.text.utf8.first == 0x22 || block.text.utf8.starts(with: [0xE2, 0x80, 0x9C])),
            flag(
                scan.wordCount < 60 && scan.separators + (block.text.utf8.last == 0x29 ? 1 : 0) > 0
                    && !scan.endsSentence),
            min(1, reader * 6 / words), min(1, Double(scan.commas) * 6 / words), flag(scan.hasQuotes),
            flag(context.isName[index]), flag(context.isByline[index]),
            min(1, Double(Vocabulary.photoCredits.count(in: scan.words))), overlap, titleShare, flag(scan.hasPrice),
            flag(UTF8Bytes.isDigit(block.text.utf8.first ?? 0)), min(1, Double(block.text.utf8.count) / words / 12),
        ]
    }

    private static func neighbours(
        _ page: Page, _ index: Int, _ core: Range<Int>, title: Int?, _ context: PageContext
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
            Double(min(context.sinceProse[index], 12)) / 12, Double(min(context.untilProse[index], 12)) / 12,
            context.around(index, 6, context.dates), context.around(index, 5, context.shortWords),
            context.around(index, 6, context.headlines), context.around(index, 4, context.repeats),
            title.map { index > $0 ? Double(min(index - $0, 40)) / 40 : 0 } ?? 0,
            context.around(index, 3, context.readers), context.segmentShare[index], context.segmentRank[index],
            context.previousSegments[index],
            flag(index > 0 && features[index].scan.startsLowercase && !features[index - 1].scan.endsSentence),
        ]
    }

    private static func html(_ page: Page, _ index: Int, _ core: Range<Int>, _ context: PageContext) -> [Double] {
        let block = page.blocks[index]
        guard block.hints.contains(.html) else { return [Double](repeating: 0, count: htmlNames.count) }
        let feature = page.features[index]
        func hint(_ hint: BlockHints) -> Double { flag(block.hints.contains(hint)) }
        let short = feature.scan.wordCount < 15
        func hasPath(of position: Int) -> Double {
            page.blocks.indices.contains(position) ? flag(page.blocks[position].path == block.path) : 0
        }
        func cards(_ position: Int) -> Double { Log.natural(1 + Double(min(block.likeness[position], 64))) / 4 }
        return [
            block.linkShare, flag(short) * block.linkShare, flag(block.headingLevel > 1), flag(block.headingLevel == 1),
            hint(.navigation),
            hint(.header), hint(.footer), hint(.aside), hint(.comments), hint(.share), hint(.related), hint(.promotion),
            hint(.form), hint(.article), hint(.main), hint(.storyBody), hint(.byline), hint(.date), hint(.title),
            hint(.paragraphElement), hint(.caption), hint(.table),
            feature.outerShare, core.contains(index) ? feature.outerShare : 0, feature.containerShare,
            flag(feature.containerShare < 0.05), flag(block.shape == .quote), flag(short) * feature.containerShare,
            feature.regionShare, feature.pathShare, max(-1, min(1, feature.depthDifference / 8)), cards(0), cards(1),
            cards(2), max(0, (feature.linkedShare ?? 0) - 0.3), max(0, 0.3 - (feature.linkedShare ?? 0.3)),
            context.around(index, 3, context.links), hasPath(of: index - 1), hasPath(of: index + 1),
            flag(short) * feature.pathShare, flag(block.region > 0),
        ]
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
