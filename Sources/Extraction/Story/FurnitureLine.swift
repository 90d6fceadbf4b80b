/// What a single line says about being furniture, whatever stands around it.
struct FurnitureLine: Sendable {
    /// The line is nothing but a known label.
    var isLabel = false
    /// The line opens what comes after a story.
    var isEnding = false
    /// The line points to another story or asks the reader to do something.
    var isTeaser = false
    /// How many furniture phrases stand in it.
    var phrases = 0

    /// A teaser is one headline; nothing longer than this is dropped as one.
    static let longestTeaser = 40
    private static let longestCall = 25

    init(_ block: Block, _ scan: WordScan) {
        var text = block.text
        self = text.withUTF8 { FurnitureLine($0, scan) }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ scan: WordScan) {
        isLabel = Vocabulary.wholeLines.isWhole(scan) || scan.wordCount == 0
        phrases = Vocabulary.phrases.count(in: scan.words)
        // A phrase or two in a long paragraph is a story about newsletters, not one.
        if scan.wordCount > 60, phrases * 30 < scan.words.count { phrases = 0 }
        if scan.wordCount <= 8 {
            let length = Vocabulary.endings.prefix(of: scan.words)
            isEnding = length > 0 && (length == scan.wordCount || length >= 2)
        }
        isTeaser = Self.isTeaser(bytes, scan)
    }

    private static func isTeaser(_ text: UnsafeBufferPointer<UInt8>, _ scan: WordScan) -> Bool {
        guard scan.wordCount <= longestTeaser else { return false }
        if Vocabulary.teaserOpenings.prefix(of: scan.words) > 0, scan.sentences <= 3 { return true }
        if isCall(text, scan) { return true }
        let label = Vocabulary.labels.prefix(of: scan.words)
        guard label > 0, scan.sentences <= 2 else { return false }
        let rest = text.dropFirst(Self.endOfWord(label, in: text))
        guard let mark = rest.first(where: { $0 != 0x20 }) else { return true }
        if mark == 0x3A || mark == 0x7C || mark == 0x3E { return true }
        // "READ MORE Some headline": the label in capitals, or one that is hardly ever the start of a sentence.
        let isShouted = text.prefix(Self.endOfWord(label, in: text)).allSatisfy { !UTF8Bytes.isLowercase($0) }
        let opensHeadline = UTF8Bytes.isUppercase(mark) || mark >= 0x80
        if isShouted { return opensHeadline && label >= 2 }
        return opensHeadline && Vocabulary.readMore.prefix(of: scan.words) > 0
    }

    /// Whether the line tells the reader to follow, get or join something of the site.
    private static func isCall(_ text: UnsafeBufferPointer<UInt8>, _ scan: WordScan) -> Bool {
        guard scan.wordCount <= longestCall, scan.sentences <= 2, Vocabulary.calls.prefix(of: scan.words) > 0,
            Vocabulary.offers.count(in: scan.words) > 0
        else { return false }
        // Somebody who says so in a story is quoted.
        return !text.contains(0x22) && !text.contains(0x9D)
    }

    /// The offset after the `number`-th word of the text.
    private static func endOfWord(_ number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var words = 0
        var inside = false
        var index = 0
        while index < bytes.count {
            let width = WordHash.separatorWidth(bytes, at: index)
            if width == 0 {
                if !inside { words += 1 }
                inside = true
                index += 1
            } else {
                if inside, !WordHash.isApostrophe(bytes, at: index) {
                    if words == number { return index }
                    inside = false
                }
                index += width
            }
        }
        return bytes.count
    }
}
