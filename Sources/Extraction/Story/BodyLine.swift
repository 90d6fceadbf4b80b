/// What a line of a body may be besides a paragraph; only short lines are looked at closely.
struct BodyLine: Sendable {
    /// The number of words; of long lines only that it is more than `longest`.
    private(set) var wordCount = 0
    /// Whether the line is short and no sentence: a heading, or an item of a menu.
    private(set) var isFragment = false
    /// Whether the line is nothing but a label or a pointer to another story.
    private(set) var isDropped = false
    /// What a furniture line is told from other ones by; `nil` for a line of the story.
    private(set) var furniture: UInt64?

    /// No line with more words is ever dropped from a body.
    static let longest = FurnitureLine.longestTeaser
    /// Headings and items of menus have fewer words.
    private static let leastSentence = 12
    /// Phrases make shorter lines furniture.
    private static let leastParagraph = 20

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { BodyLine($0) }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        wordCount = Self.wordCount(bytes)
        guard wordCount <= Self.longest else { return }
        if wordCount >= Self.leastParagraph, !Self.mayBeTeaser(bytes) { return }
        let scan = WordScan(bytes)
        let line = FurnitureLine(bytes, scan)
        isFragment = wordCount < Self.leastSentence && !scan.endsSentence
        isDropped = line.isLabel || line.isTeaser
        if line.isLabel || line.isEnding || (line.phrases > 0 && wordCount < Self.leastParagraph) {
            furniture = bytes.reduce(WordHash.seed, WordHash.combine)
        }
    }

    /// The number of words, counted as `WordScan` does, up to one more than `longest`.
    private static func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var inside = false
        var index = 0
        while index < bytes.count {
            let width = WordHash.separatorWidth(bytes, at: index)
            if width == 0 {
                if !inside { count += 1 }
                if count > longest { break }
                inside = true
                index += 1
            } else {
                if inside, !WordHash.isApostrophe(bytes, at: index) { inside = false }
                index += width
            }
        }
        return count
    }

    /// Whether the first words are those of a teaser.
    private static func mayBeTeaser(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let words = WordHash.words(of: bytes, limit: Vocabulary.longestOpening)
        return Vocabulary.teaserOpenings.prefix(of: words) > 0 || Vocabulary.labels.prefix(of: words) > 0
            || Vocabulary.calls.prefix(of: words) > 0
    }
}
