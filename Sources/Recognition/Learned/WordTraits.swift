import Gazetteers
import Tokenization

/// What the features of the learned recognizer see of a single token.
struct WordTraits {
    /// The key, digits of it made equal.
    var key: UInt64 = 0
    var shape = WordShape.lower
    var isCapitalized = false
    var isSentenceStart = false
    /// How many known people have the word as first and as last word of their name, in powers of two.
    var given = 0
    var family = 0
    /// The binary logarithm of how much more often news writes the word with a capital than without, -6…6.
    var capitalRatio = 0
    /// How often news has the word at all, in powers of two.
    var frequency = 0
    var cues: CueClass = []

    init() {}

    init(_ token: Token, _ word: WordRecord, _ bytes: [UInt8]) {
        let text = bytes[token.span.start..<token.span.end]
        key = token.shape.contains(.hasDigit) ? Self.keyWithoutDigits(text) : token.key
        shape = WordShape(token.shape, text)
        isCapitalized = !token.shape.isDisjoint(with: [.capitalized, .upper])
        isSentenceStart = token.shape.contains(.sentenceStart)
        given = Self.bucket(Int(word.given))
        family = Self.bucket(Int(word.family))
        frequency = Self.bucket(Int(word.lower) + Int(word.upper))
        if frequency > 0 {
            capitalRatio = max(-6, min(6, Self.logarithm(Int(word.upper) + 1) - Self.logarithm(Int(word.lower) + 1)))
        }
        cues = CueClass(ofWord: token.key)
    }

    /// 0 for 0, else one more than the binary logarithm, at most 9.
    private static func bucket(_ count: Int) -> Int { count == 0 ? 0 : min(9, logarithm(count) + 1) }

    private static func logarithm(_ number: Int) -> Int { Int.bitWidth - 1 - number.leadingZeroBitCount }

    /// FNV-1a over the word with every digit as a zero: "2024" and "1987" are one word.
    private static func keyWithoutDigits(_ text: ArraySlice<UInt8>) -> UInt64 {
        text.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
            (hash ^ UInt64(UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? UInt8(ascii: "0") : byte))
                &* 0x100_0000_01B3
        }
    }
}

/// How a word is written, finer than `TokenShape`. The raw values are part of the model's format.
enum WordShape: Int {
    case lower, capitalized, shortCapitalized, innerCapital, upper, shortUpper
    case initial, dotted, number, capitalizedWithDigit, lowerWithDigit, possessive
    /// Beyond the sentence.
    case none

    init(_ shape: TokenShape, _ text: ArraySlice<UInt8>) {
        if shape.contains(.possessive) {
            self = .possessive
        } else if shape.isSuperset(of: [.initial, .capitalized]) {
            self = .initial
        } else if shape.contains(.dotted) {
            self = .dotted
        } else if shape.contains(.hasDigit) {
            self =
                shape.contains(.capitalized)
                ? .capitalizedWithDigit : shape.contains(.hasLower) ? .lowerWithDigit : .number
        } else if shape.contains(.upper) {
            self = text.count <= 5 ? .shortUpper : .upper
        } else if shape.contains(.capitalized) {
            let isInner = text.dropFirst().contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
            self = isInner ? .innerCapital : text.count <= 3 ? .shortCapitalized : .capitalized
        } else {
            self = .lower
        }
    }
}
