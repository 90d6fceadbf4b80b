import Tokenization

/// A long personal name word by word, to be compared with other spellings of it.
///
/// Words are the normalized keys of tokens without diacritics.
public struct NameSpelling: Sendable {
    private let words: [String]
    private let spelled: [SpelledWord]
    /// Equal for all spellings that may be of one name.
    let key: UInt64

    /// Shorter names have too many neighbours: fewer letters than this in all, or fewer words than two.
    static let leastLetters = 12

    /// `nil` for names that are too short, or not made of Latin letters.
    public init?(words: [String]) {
        guard (2...5).contains(words.count) else { return nil }
        var spelled: [SpelledWord] = []
        for word in words {
            guard let one = SpelledWord(word.utf8) else { return nil }
            spelled.append(one)
        }
        guard spelled.reduce(0, { $0 + $1.letterCount }) >= Self.leastLetters else { return nil }
        self.words = words
        self.spelled = spelled
        var frame: [UInt8] = []
        for word in spelled { frame += word.frame + [1] }
        key = frame.withUnsafeMutableBytes { bytesHash(UnsafeRawBufferPointer($0)) }
    }

    /// The words of tokens as `NameSpelling` compares them; `bytes` are the text of the tokens.
    public static func words(of tokens: some Sequence<Token>, in bytes: [UInt8]) -> [String] {
        tokens.map { token in
            bytes[token.span.start..<token.span.end].withUnsafeBufferPointer {
                withoutMarks(String(decoding: TokenKey.key(of: $0), as: UTF8.self))
            }
        }
    }

    /// A name of a table: its words stand between blanks and hyphens.
    init?(name: String) {
        self.init(
            words: name.split { $0 == " " || $0 == "-" }.map { word in
                var copy = String(word)
                return copy.withUTF8 { withoutMarks(String(decoding: TokenKey.key(of: $0), as: UTF8.self)) }
            })
    }

    /// Whether this name of a text is another spelling of `name`; `isKnown` tells whether a word of the text, by its number,
    /// is a word of other known names: then it is most likely another person's.
    ///
    /// One or two words may differ, each of six letters or more: in how consonants are romanized, and in one vowel (two from
    /// ten letters on) that is exchanged for its neighbour or, from eight letters on, left out.
    func isSpelling(of name: NameSpelling, isKnown: (Int) -> Bool) -> Bool {
        guard key == name.key, words.count == name.words.count else { return false }
        let differing = words.indices.filter { words[$0] != name.words[$0] }
        guard (1...2).contains(differing.count) else { return false }
        return differing.allSatisfy { number in
            let (own, other) = (spelled[number], name.spelled[number])
            // "MacPherson" and "McPherson" are two families.
            guard min(own.letterCount, other.letterCount) >= 6, !words[number].hasPrefix("mac"),
                !name.words[number].hasPrefix("mac"), let difference = own.difference(from: other)
            else { return false }
            let letters = max(own.letterCount, other.letterCount)
            if difference.leftOut > 0, letters < 8 { return false }
            if isKnown(number) { return difference.leftOut == 1 && difference.exchanged == 0 }
            return difference.leftOut + difference.exchanged <= (letters >= 10 ? 2 : 1)
        }
    }
}
