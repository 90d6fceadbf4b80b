/// Figures of the blocks around the one that is looked at, so that a page costs linear time.
struct PageContext {
    var endings = 0
    var windowProse = 0.0
    var windowPhrases = 0.0
    var proseAfter = 0.0
    var proseBefore = 0.0
    var bulletRun = 0
    var headlineRun = 0
    /// The share of the page's prose that stands in the core.
    let coreShare: Double
    /// The share that was seen already and stands outside the core.
    var foreignBefore = 0.0
    /// Whether each block is a short line with a date, a name, a byline.
    private(set) var hasDate: [Bool] = []
    private(set) var isName: [Bool] = []
    private(set) var isByline: [Bool] = []
    /// How many blocks away running text stands before and after each block.
    private(set) var sinceProse: [Int] = []
    private(set) var untilProse: [Int] = []
    /// The share of the page's prose in the stretch of running text that each block belongs to or follows; whether it is
    /// the greatest one; how much prose the stretches before it have.
    private(set) var segmentShare: [Double] = []
    private(set) var segmentRank: [Double] = []
    private(set) var previousSegments: [Double] = []
    /// Sums up to each block, from which the average of any window is taken.
    private(set) var dates: [Double] = [0]
    private(set) var shortWords: [Double] = [0]
    private(set) var headlines: [Double] = [0]
    private(set) var repeats: [Double] = [0]
    private(set) var readers: [Double] = [0]
    private(set) var links: [Double] = [0]
    private let page: Page
    private let core: Range<Int>
    private var seen = 0.0
    private let total: Double
    private var titleWords: Set<UInt64> = []

    /// From this on a block counts as running text.
    private static let strongProse = 0.5

    init(_ page: Page, _ core: Range<Int>, title: Int?) {
        self.page = page
        self.core = core
        total = max(page.features.reduce(0) { $0 + $1.prose }, 0.001)
        coreShare = page.features[core].reduce(0) { $0 + $1.prose } / total
        if let title { titleWords = Set(page.features[title].scan.words.filter { !StopWords.all.contains($0) }) }
        sumUp()
        measureDistances()
        findSegments()
    }

    /// The average over the blocks at most `reach` away.
    func around(_ index: Int, _ reach: Int, _ sums: [Double]) -> Double {
        let start = max(0, index - reach)
        let end = min(sums.count - 1, index + reach + 1)
        return (sums[end] - sums[start]) / Double(end - start)
    }

    /// The share of a block's words that the headline has, and the share of the headline's words that the block has.
    func titleOverlap(_ scan: WordScan) -> (ofBlock: Double, ofTitle: Double) {
        guard !titleWords.isEmpty, scan.wordCount > 0 else { return (0, 0) }
        let shared = Set(scan.words.lazy.filter { titleWords.contains($0) }).count
        return (min(1, Double(shared) / Double(scan.wordCount)), Double(shared) / Double(titleWords.count))
    }

    private mutating func sumUp() {
        for (block, feature) in zip(page.blocks, page.features) {
            let scan = feature.scan
            let isShort = scan.wordCount < 25
            let date = isShort && scan.digits >= 4 && DateParser.first(in: block.text) != nil
            hasDate.append(date)
            isName.append(isShort && BylineParser.isNameLine(block.text))
            isByline.append(isShort && BylineParser.labelled(block.text) != nil)
            dates.append((dates.last ?? 0) + (date ? 1 : 0))
            shortWords.append((shortWords.last ?? 0) + Double(min(scan.wordCount, 60)) / 60)
            let isHeadline = !scan.endsSentence && (4...22).contains(scan.wordCount) && feature.line.phrases == 0
            headlines.append((headlines.last ?? 0) + (isHeadline ? 1 : 0))
            repeats.append((repeats.last ?? 0) + (feature.repetitions > 1 ? 1 : 0))
            let reader = Double(Vocabulary.reader.count(in: scan.words)) * 6 / Double(max(scan.wordCount, 1))
            readers.append((readers.last ?? 0) + min(1, reader))
            links.append((links.last ?? 0) + block.linkShare)
        }
    }

    private mutating func measureDistances() {
        var distance = 100
        for feature in page.features {
            distance += 1
            sinceProse.append(distance)
            if feature.prose >= Self.strongProse { distance = 0 }
        }
        distance = 100
        for feature in page.features.reversed() {
            distance += 1
            untilProse.append(distance)
            if feature.prose >= Self.strongProse { distance = 0 }
        }
        untilProse.reverse()
    }

    private mutating func findSegments() {
        let longestGap = 5
        var segments: [(start: Int, end: Int, prose: Double)] = []
        for (index, feature) in page.features.enumerated() where feature.prose >= Self.strongProse {
            if let last = segments.last, index - last.end <= longestGap {
                segments[segments.count - 1].end = index
                segments[segments.count - 1].prose += feature.prose
            } else {
                segments.append((index, index, feature.prose))
            }
        }
        let greatest = segments.map(\.prose).max() ?? 0
        var next = 0
        var before = 0.0
        for index in page.blocks.indices {
            while next < segments.count, segments[next].end < index {
                before += segments[next].prose
                next += 1
            }
            let segment = next < segments.count && segments[next].start <= index ? segments[next] : nil
            segmentShare.append((segment?.prose ?? 0) / total)
            segmentRank.append(segment.map { $0.prose == greatest ? 1 : 0 } ?? 0)
            previousSegments.append(min(1, before / total))
        }
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
