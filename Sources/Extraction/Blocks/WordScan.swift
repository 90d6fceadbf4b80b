/// What one pass over the bytes of a piece of text finds: words, sentences, shape.
struct WordScan: Sendable {
    /// Hashes of the words, folded to lower case; only the first `limit`.
    var words: [UInt64] = []
    var wordCount = 0
    var stopWords = 0
    var capitalized = 0
    var allCapitals = 0
    var sentences = 0
    var digits = 0
    var separators = 0
    var commas = 0
    var hasQuotes = false
    /// Whether a sign of money stands before a digit.
    var hasPrice = false
    var hasAddress = false
    var startsLowercase = false
    var endsSentence = false
    /// The last byte that is no closing quote or bracket.
    var lastByte: UInt8 = 0

    /// How many words keep their hash: furniture phrases stand in short pieces or at the start of long ones.
    static let limit = 120

    init(_ text: String) {
        var text = text
        text.withUTF8 { self.scan($0) }
    }

    /// Scans bytes of valid UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { scan(bytes) }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hash = WordHash.seed
        var length = 0
        var wordStart: UInt8 = 0
        var upper = 0
        var index = 0
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            let width = WordHash.separatorWidth(bytes, at: index)
            if width == 0 {
                let lower = WordHash.folded(byte, after: index > 0 ? bytes[index - 1] : 0)
                if length == 0 { wordStart = byte }
                if lower != byte { upper += 1 }
                if UTF8Bytes.isDigit(byte) { digits += 1 }
                hash = WordHash.combine(hash, lower)
                length += 1
                index += 1
                continue
            }
            if WordHash.isApostrophe(bytes, at: index), length > 0 {
                index += width
                continue
            }
            if length > 0 {
                finishWord(hash, length: length, start: wordStart, upper: upper)
                hash = WordHash.seed
                length = 0
                upper = 0
            }
            note(bytes, at: index, width: width)
            index += width
        }
        if length > 0 { finishWord(hash, length: length, start: wordStart, upper: upper) }
        noteEnd(bytes)
    }

    private mutating func finishWord(_ hash: UInt64, length: Int, start: UInt8, upper: Int) {
        if wordCount == 0 { startsLowercase = UTF8Bytes.isLowercase(start) }
        wordCount += 1
        if words.count < Self.limit { words.append(hash) }
        if StopWords.all.contains(hash) { stopWords += 1 }
        if upper > 0, UTF8Bytes.isUppercase(start) || start >= 0xC3 { capitalized += 1 }
        if upper == length, length > 1 { allCapitals += 1 }
    }

    private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, width: Int) {
        switch bytes[index] {
        case 0x2E, 0x21, 0x3F:  // . ! ?
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            if next == 0x20 || next == 0x22 || next == 0xE2 || next == 0x27 { sentences += 1 }
            if bytes[index] == 0x2E, UTF8Bytes.isLowercase(next), index > 0, UTF8Bytes.isLowercase(bytes[index - 1]) {
                hasAddress = true
            }
        case 0x7C, 0x3E: separators += 1  // | >
        case 0x40: hasAddress = true
        case 0x2C: commas += 1
        case 0x22: hasQuotes = true
        case 0xE2:
            guard index + 2 < bytes.count else { break }
            if bytes[index + 1] == 0x80, (0x9C...0x9E).contains(bytes[index + 2]) { hasQuotes = true }
            if bytes[index + 1] == 0x82, bytes[index + 2] == 0xAC { notePrice(bytes, after: index + 3) }
        case 0xC2: if index + 1 < bytes.count, bytes[index + 1] == 0xA3 { notePrice(bytes, after: index + 2) }
        case 0x24: notePrice(bytes, after: index + 1)
        default: break
        }
    }

    private mutating func notePrice(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int) {
        if index < bytes.count, UTF8Bytes.isDigit(bytes[index]) { hasPrice = true }
    }

    private mutating func noteEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
        var end = bytes.count
        while end > 0 {
            let byte = bytes[end - 1]
            if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte == 0x20 {
                end -= 1
            } else if end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, byte == 0x9D || byte == 0x99 {
                end -= 3
            } else if end >= 2, bytes[end - 2] == 0xC2, byte == 0xBB {
                end -= 2
            } else {
                break
            }
        }
        guard end > 0 else { return }
        lastByte = bytes[end - 1]
        endsSentence = lastByte == 0x2E || lastByte == 0x21 || lastByte == 0x3F
        if end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0xA6 { endsSentence = true }
    }
}
