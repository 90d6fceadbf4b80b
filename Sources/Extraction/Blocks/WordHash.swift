/// Hashes of words and phrases, so that a vocabulary is looked up without making strings.
enum WordHash {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of a phrase from the hashes of its words.
    @inline(__always) static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
        (phrase &* 0x9E37_79B9_7F4A_7C15) ^ (word &+ (phrase >> 29))
    }

    /// Lower case of an ASCII letter, or of the second byte of a Latin-1 letter.
    @inline(__always) static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        if byte < 0x80 { return UTF8Bytes.lowercased(byte) }
        return previous == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte
    }

    /// How many bytes of a character that divides words start here; 0 inside a word.
    @inline(__always) static func separatorWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return UTF8Bytes.isWordASCII(byte) ? 0 : 1 }
        if byte == 0xC2, index + 1 < bytes.count { return 2 }
        // General punctuation, arrows, shapes and symbols: U+2000 to U+2BFF.
        if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] <= 0xAF { return 3 }
        return 0
    }

    @inline(__always) static func isApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        if bytes[index] == 0x27 { return true }
        return bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
    }

    /// The hashes of the words of a phrase.
    static func words(of phrase: String) -> [UInt64] {
        var phrase = phrase
        return phrase.withUTF8 { PhraseWords($0, limit: .max).words }
    }

    /// The hashes of the first words of a piece of text: the same as those of a `WordScan`.
    static func words(of bytes: UnsafeBufferPointer<UInt8>, limit: Int = WordScan.limit) -> [UInt64] {
        PhraseWords(bytes, limit: limit).words
    }

    /// The hash of a phrase.
    static func phrase(_ text: String) -> UInt64 { words(of: text).reduce(seed, join) }
}

/// The words of a vocabulary entry; apart from `WordScan`, which needs vocabularies itself.
private struct PhraseWords {
    var words: [UInt64] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
        var hash = WordHash.seed
        var length = 0
        var index = 0
        while index < bytes.count, words.count < limit {
            let width = WordHash.separatorWidth(bytes, at: index)
            if width == 0 {
                hash = WordHash.combine(hash, WordHash.folded(bytes[index], after: index > 0 ? bytes[index - 1] : 0))
                length += 1
                index += 1
                continue
            }
            if length > 0, !WordHash.isApostrophe(bytes, at: index) {
                words.append(hash)
                hash = WordHash.seed
                length = 0
            }
            index += width
        }
        if length > 0, words.count < limit { words.append(hash) }
    }
}
