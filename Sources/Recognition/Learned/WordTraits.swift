import Gazetteers
import Tokenization

/// What the features of the learned recognizer see of a single token.
struct WordTraits {
    /// The key, digits of it made equal.
    var key: UInt64 = 0
    var shape = WordShape.lower
    var isCapitalized = false
    var isSentenceStart = false
    var cues: CueClass = []
    // Small numbers lie in bytes: there are as many traits as words.
    private var givenByte: Int8 = 0
    private var familyByte: Int8 = 0
    private var ratioByte: Int8 = 0
    private var frequencyByte: Int8 = 0

    /// How many known people have the word as first and as last word of their name, in powers of two.
    var given: Int { Int(givenByte) }
    var family: Int { Int(familyByte) }
    /// The binary logarithm of how much more often news writes the word with a capital than without, -6…6.
    var capitalRatio: Int { Int(ratioByte) }
    /// How often news has the word at all, in powers of two.
    var frequency: Int { Int(frequencyByte) }

    init() {}

    init(_ token: Token, _ word: WordRecord, _ bytes: UnsafeBufferPointer<UInt8>) {
        key = token.key
        cues = CueClass(ofWord: token.key)
        isSentenceStart = token.shape.contains(.sentenceStart)
        if !token.shape.isDisjoint(with: WordShape.toBeLookedAt) {
            let text = bytes[token.span.start..<token.span.end]
            if token.shape.contains(.hasDigit) { key = Self.keyWithoutDigits(text) }
            shape = WordShape(token.shape, text)
            isCapitalized = !token.shape.isDisjoint(with: [.capitalized, .upper])
        }
        // Of most words in lower case nothing is known.
        if word.key != 0 { count(word) }
    }

    private mutating func count(_ word: WordRecord) {
        givenByte = Self.bucket(Int(word.given))
        familyByte = Self.bucket(Int(word.family))
        frequencyByte = Self.bucket(Int(word.lower) + Int(word.upper))
        if frequencyByte > 0 {
            let ratio = Self.logarithm(Int(word.upper) + 1) - Self.logarithm(Int(word.lower) + 1)
            ratioByte = Int8(max(-6, min(6, ratio)))
        }
    }

    /// 0 for 0, else one more than the binary logarithm, at most 9.
    private static func bucket(_ count: Int) -> Int8 { count == 0 ? 0 : Int8(min(9, logarithm(count) + 1)) }

    private static func logarithm(_ number: Int) -> Int { Int.bitWidth - 1 - number.leadingZeroBitCount }

    /// FNV-1a over the word with every digit as a zero: "2024" and "1987" are one word.
    private static func keyWithoutDigits(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        text.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
            (hash ^ UInt64(UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? UInt8(ascii: "0") : byte))
                &* 0x100_0000_01B3
        }
    }
}

/// How a word is written, finer than `TokenShape`. The raw values are part of the model's format.
enum WordShape: Int {
    /// Words with none of these are in lower case.
    static let toBeLookedAt: TokenShape = [.capitalized, .upper, .hasDigit, .possessive, .dotted]

    case lower, capitalized, shortCapitalized, innerCapital, upper, shortUpper
    case initial, dotted, number, capitalizedWithDigit, lowerWithDigit, possessive
    /// Beyond the sentence.
    case none

    init(_ shape: TokenShape, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
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
