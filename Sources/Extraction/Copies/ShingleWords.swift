/// The words of a text as hashes, letter case and punctuation gone: what shingles are made of.
struct ShingleWords {
    private(set) var words: [UInt64] = []
    /// Which of them hold a digit, or begin with a capital behind nothing but a blank: numbers and names, which are
    /// what differs when a form is filled in anew.
    private(set) var particulars: [UInt64] = []
    private var hash = Self.seed
    private var length = 0
    private var isParticular = false
    /// Characters since the last word.
    private var gap = 0

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Reads the words of a text.
    init(_ text: String) {
        var text = text
        words.reserveCapacity(text.utf8.count / 5)
        text.withUTF8 { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if UTF8Bytes.isWordASCII(byte) {
                    if UTF8Bytes.isDigit(byte) { isParticular = true }
                    add(UInt32(UTF8Bytes.lowercased(byte)), isCapital: UTF8Bytes.isUppercase(byte))
                } else {
                    endWord()
                    // A line's end is a sentence's end too.
                    gap += byte == 0x20 ? 1 : 2
                }
                index += 1
            } else {
                let (codePoint, width) = Self.codePoint(bytes, at: index)
                add(beyondASCII: codePoint)
                index += width
            }
        }
        endWord()
    }

    private mutating func add(beyondASCII codePoint: UInt32) {
        switch ShingleScript.role(of: codePoint) {
        case .letter(let letter): add(letter, isCapital: letter != codePoint)
        case .wholeWord:
            endWord()
            add(codePoint, isCapital: false)
            endWord()
        case .invisible: break
        case .divider:
            endWord()
            gap += 2
        }
    }

    /// FNV-1a (Fowler, Noll, Vo), a code point at a time.
    @inline(__always) private mutating func add(_ codePoint: UInt32, isCapital: Bool) {
        if isCapital, length == 0, gap == 1 { isParticular = true }
        hash = (hash ^ UInt64(codePoint)) &* 0x0000_0100_0000_01B3
        length += 1
    }

    @inline(__always) private mutating func endWord() {
        guard length > 0 else { return }
        words.append(hash)
        if isParticular { particulars.append(hash) }
        hash = Self.seed
        (length, gap) = (0, 0)
        isParticular = false
    }

    /// The code point that begins at `index` of valid UTF-8, and its bytes.
    private static func codePoint(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + width <= bytes.count else { return (0xFFFD, bytes.count - index) }
        var codePoint = first & (0x7F >> UInt32(width))
        for place in 1..<width { codePoint = codePoint << 6 | UInt32(bytes[index + place] & 0x3F) }
        return (codePoint, width)
    }
}
