/// The shape of a page at large: how much connected text it has, and how many headlines and teasers.
struct PageOutline {
    /// The place of a block in the outline of its page.
    private enum Role {
        case sentences, headline, other
    }

    /// The words of all blocks.
    private(set) var words = 0
    /// The words of the longest run of story paragraphs without a headline between them.
    private(set) var longestRun = 0
    /// The sentences and the paragraphs of that run.
    private(set) var sentencesInRun = 0
    private(set) var paragraphsInRun = 0
    /// Lines that are headlines by their shape; in HTML only those that are links.
    private(set) var headlines = 0
    /// Headlines with one short summary each.
    private(set) var teasers = 0
    /// The words of all running text, and of those summaries.
    private(set) var proseWords = 0
    private(set) var teaserWords = 0
    /// The paragraphs of the story, and how many of them share a word with the headline.
    private(set) var paragraphs = 0
    private(set) var paragraphsOnTitle = 0
    /// How many phrases of each sort the page has.
    private(set) var barriers = 0
    private(set) var gates = 0
    private(set) var requests = 0
    private(set) var absences = 0
    private(set) var media = 0

    /// A summary in a list of stories has no more words.
    private static let longestSummary = 60
    private static let headlineWords = 4...25
    /// Pages that ask for something do so in lines and short paragraphs.
    private static let longestRequest = 120
    private static let longestLabel = 12

    private let isHTML: Bool

    /// Measures a page; `head` is the title of the window, where walls often say all that they have to say.
    init(_ page: Page, isStory: [Bool], title: Int?, head: String?) {
        isHTML = page.blocks.first?.hints.contains(.html) ?? false
        if let head { _ = notePhrases(of: WordScan(head)) }
        let titleWords = Self.titleWords(page, title)
        var run = (words: 0, sentences: 0, paragraphs: 0)
        var item: (words: Int, isUnderHeadline: Bool) = (0, false)
        for index in page.blocks.indices {
            let size = Self.size(of: page, index)
            words += size
            if notePhrases(of: page.features[index].scan) { continue }
            if Self.isCounter(page.blocks[index].text) { media += 1 }
            switch role(of: page, index, size: size, isStory: isStory[index]) {
            case .sentences:
                proseWords += size
                item.words += size
                guard isStory[index] else { continue }
                paragraphs += 1
                if page.features[index].scan.words.contains(where: titleWords.contains) { paragraphsOnTitle += 1 }
                run.words += size
                run.sentences += max(1, page.features[index].scan.sentences)
                run.paragraphs += 1
                if run.words > longestRun { (longestRun, sentencesInRun, paragraphsInRun) = run }
            case .headline:
                run = (0, 0, 0)
                finish(item)
                item = (0, index != title)
                if index != title { headlines += 1 }
            case .other: continue
            }
        }
        finish(item)
    }

    /// The words of a headline that mean something; none of a title that is only a word or two.
    private static func titleWords(_ page: Page, _ title: Int?) -> Set<UInt64> {
        guard let title, headlineWords.contains(size(of: page, title)) else { return [] }
        return Set(page.features[title].scan.words.filter { !StopWords.all.contains($0) })
    }

    private mutating func finish(_ item: (words: Int, isUnderHeadline: Bool)) {
        guard item.isUnderHeadline, (1...Self.longestSummary).contains(item.words) else { return }
        teasers += 1
        teaserWords += item.words
    }

    /// Counts the phrases of a piece, and says whether it asks the reader for something.
    private mutating func notePhrases(of scan: WordScan) -> Bool {
        let words = scan.words
        guard PageKindWords.all.occurs(in: words) else { return false }
        if scan.wordCount <= Self.longestLabel, PageKindWords.media.prefix(of: words) > 0 { media += 1 }
        guard scan.wordCount <= Self.longestRequest else { return false }
        absences += PageKindWords.absences.count(in: words)
        let found = (
            PageKindWords.barriers.count(in: words), PageKindWords.gates.count(in: words),
            PageKindWords.requests.count(in: words)
        )
        barriers += found.0
        gates += found.1
        requests += found.2
        return found.0 > 0 || found.1 > 0 || found.2 > 1
    }

    /// "2:31", "1 / 24": how long a video is, and which picture is shown.
    private static func isCounter(_ text: String) -> Bool {
        guard text.utf8.count <= 9 else { return false }
        var marks = 0
        for byte in text.utf8 where !UTF8Bytes.isDigit(byte) && byte != 0x20 {
            guard byte == 0x3A || byte == 0x2F else { return false }
            marks += 1
        }
        return marks == 1
    }

    private func role(of page: Page, _ index: Int, size: Int, isStory: Bool) -> Role {
        let feature = page.features[index]
        let block = page.blocks[index]
        if feature.line.isLabel || feature.line.isTeaser { return .other }
        let isLinked = block.linkShare > 0.7
        if Self.endsSentence(page, index), size >= 5, !isLinked, feature.line.phrases == 0 || isStory {
            return .sentences
        }
        guard Self.headlineWords.contains(size), feature.line.phrases == 0, isHTML ? isLinked : true else {
            return .other
        }
        // Numbered headings divide a story.
        if block.text.utf8.first.map(UTF8Bytes.isDigit) ?? true { return .other }
        return isHTML || feature.scan.digits < 6 ? .headline : .other
    }

    /// The number of words; for scripts without blanks, what would be that many in others.
    static func size(of page: Page, _ index: Int) -> Int {
        let count = page.features[index].scan.wordCount
        let bytes = page.blocks[index].text.utf8.count
        return bytes > 24 * count ? bytes / 6 : count
    }

    /// Whether the text ends as sentences do, in any of the bigger scripts.
    static func endsSentence(_ page: Page, _ index: Int) -> Bool {
        if page.features[index].scan.endsSentence { return true }
        return page.blocks[index].text.unicodeScalars.last.map(sentenceEnds.contains) ?? false
    }

    private static let sentenceEnds = Set("。！？」』؟۔।".unicodeScalars)
}
