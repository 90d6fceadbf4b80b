import Tokenization

/// A long personal name word by word, to be compared with other spellings of it.
///
/// Words are the normalized keys of tokens without diacritics.
public struct NameSpelling: Sendable {
    /// A word, looked at once for all the names that it may be part of.
    public struct Word: Sendable {
        let text: String
        fileprivate let spelled: SpelledWord
        /// The frame of the word and its end.
        let frame: [UInt8]

        /// `nil` when the word is not made of Latin letters.
        init?(_ text: String) {
            guard let spelled = SpelledWord(text.utf8) else { return nil }
            self.text = text
            self.spelled = spelled
            frame = spelled.frame + [1]
        }

        /// The word of a token; `bytes` are the text of the tokens.
        public init?(_ token: Token, in bytes: [UInt8]) {
            self.init(
                bytes[token.span.start..<token.span.end].withUnsafeBufferPointer {
                    withoutMarks(String(decoding: TokenKey.key(of: $0), as: UTF8.self))
                })
        }
    }

    private let words: ArraySlice<Word>
    /// Equal for all spellings that may be of one name.
    let key: UInt64

    /// Shorter names have too many neighbours: fewer letters than this in all, or fewer words than two.
    public static let leastLetters = 12
    /// The most words of a name.
    public static let mostWords = 5

    /// `nil` for names that are too short or too long.
    public init?(words: [Word]) { self.init(words: words[...]) }

    /// Some words of a run; `nil` where they are too few, too short or too many for a name.
    public init?(words: ArraySlice<Word>) {
        guard (2...Self.mostWords).contains(words.count),
            words.reduce(0, { $0 + $1.spelled.letterCount }) >= Self.leastLetters
        else { return nil }
        self.words = words
        key = words.reduce(bytesHash(UnsafeRawBufferPointer(start: nil, count: 0))) { hash, word in
            word.frame.withUnsafeBytes { bytesHash($0, from: hash) }
        }
    }

    /// A name of a table: its words stand between blanks and hyphens.
    init?(name: String) {
        guard let words = Self.words(ofName: name) else { return nil }
        self.init(words: words)
    }

    /// The words of a name of a table; `nil` where one is not made of Latin letters.
    static func words(ofName name: String) -> [Word]? {
        var words: [Word] = []
        for part in name.split(whereSeparator: { $0 == " " || $0 == "-" }) {
            var copy = String(part)
            let text = copy.withUTF8 { withoutMarks(String(decoding: TokenKey.key(of: $0), as: UTF8.self)) }
            guard let word = Word(text) else { return nil }
            words.append(word)
        }
        return words
    }

    /// Whether this name of a text is another spelling of `name`; `isKnown` tells whether a word of the text, by its number,
    /// is a word of other known names: then it is most likely another person's.
    ///
    /// One or two words may differ, each of six letters or more: in how consonants are romanized, and in one vowel (two from
    /// ten letters on) that is exchanged for its neighbour or, from eight letters on, left out.
    func isSpelling(of name: NameSpelling, isKnown: (Int) -> Bool) -> Bool {
        guard key == name.key, words.count == name.words.count else { return false }
        let differing = zip(words, name.words).enumerated().filter { $0.element.0.text != $0.element.1.text }
        guard (1...2).contains(differing.count) else { return false }
        return differing.allSatisfy { number, pair in
            let (own, other) = (pair.0.spelled, pair.1.spelled)
            // "MacPherson" and "McPherson" are two families.
            guard min(own.letterCount, other.letterCount) >= 6, !pair.0.text.hasPrefix("mac"),
                !pair.1.text.hasPrefix("mac"), let difference = own.difference(from: other)
            else { return false }
            let letters = max(own.letterCount, other.letterCount)
            if difference.leftOut > 0, letters < 8 { return false }
            if isKnown(number) { return difference.leftOut == 1 && difference.exchanged == 0 }
            return difference.leftOut + difference.exchanged <= (letters >= 10 ? 2 : 1)
        }
    }
}
