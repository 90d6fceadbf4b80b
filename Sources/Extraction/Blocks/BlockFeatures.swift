/// What is known of a block by itself, before its neighbours are asked.
struct BlockFeatures: Sendable {
    var scan: WordScan
    var line: FurnitureLine
    /// How often the same text stands in the page.
    var repetitions = 1
    /// On how many other pages with other stories the same line stands; 0 where only one page is known.
    var storiesElsewhere = 0
    /// How much of running text the block is, 0…1: whole sentences, little words, few capitals.
    var prose = 0.0
    /// The share of the page's prose that stands in the same element; 0 in plain text.
    var containerShare = 0.0
    /// The same for the outer container.
    var outerShare = 0.0
    /// The same for the article, section or main element around.
    var regionShare = 0.0
    /// The share of the page's prose that stands in elements with the same tags and classes around.
    var pathShare = 0.0
    /// How much deeper than the page's prose the block stands.
    var depthDifference = 0.0
    /// The share of the block's phrases that the page's linked data has in its body; `nil` where it gives none.
    var linkedShare: Double?

    init(_ block: Block) {
        scan = WordScan(block.text)
        line = FurnitureLine(block, scan)
        prose = Self.prose(block, scan, line)
    }

    /// A word count that saturates, cut down by all that sentences do not have.
    private static func prose(_ block: Block, _ scan: WordScan, _ line: FurnitureLine) -> Double {
        guard scan.wordCount >= 4, !line.isLabel else { return 0 }
        let words = Double(scan.wordCount)
        var value = min(1, words / 30)
        let stopShare = Double(scan.stopWords) / words
        value *= min(1, stopShare / 0.25)
        if !scan.endsSentence { value *= scan.wordCount > 30 && scan.sentences > 0 ? 0.8 : 0.4 }
        if Double(scan.capitalized) > words * 0.6 { value *= 0.4 }
        if line.isTeaser { value *= 0.2 }
        if line.phrases > 0 { value /= Double(1 + line.phrases * (scan.wordCount < 40 ? 2 : 1)) }
        value *= 1 - 0.8 * block.linkShare
        return value
    }
}
