/// What a character is to the rules of UAX #29 for word and sentence boundaries, for the characters that news in Latin
/// script is made of. Everything else is `other`: there ICU decides.
enum CharacterClass: UInt8 {
    /// Whitespace within a line.
    case blank
    /// LF and CR.
    case lineEnd
    case upper
    case lower
    case digit
    /// "_": Extend_Num_Let.
    case joiner
    /// "." : Mid_Num_Let and ATerm.
    case period
    /// Apostrophes: Mid_Num_Let, and Close for sentences.
    case apostrophe
    /// ",": Mid_Num and SContinue.
    case comma
    /// ";": Mid_Num.
    case semicolon
    /// "!" "?" : STerm.
    case terminator
    /// Brackets and quotation marks.
    case close
    /// Punctuation after which a sentence goes on: dashes and ":".
    case goesOn
    /// Symbols and punctuation that no rule names.
    case symbol
    /// Not covered.
    case other

    /// Whether the character is a letter or a digit.
    @inline(__always)
    var isAlphanumeric: Bool { self == .lower || self == .upper || self == .digit }

    /// Whether the character joins letters or digits on both sides of it: Mid_Letter, Mid_Num, Mid_Num_Let.
    @inline(__always)
    var mayJoin: Bool { self == .period || self == .apostrophe || self == .comma || self == .semicolon }

    /// Whether a word begins behind the character and ends before it, where it does not join.
    @inline(__always)
    var divides: Bool { !isAlphanumeric && self != .joiner && self != .other }

    /// Whether the character is a letter.
    var isLetter: Bool { self == .lower || self == .upper }
}

/// A character of UTF-8 text with its class.
struct ClassifiedCharacter {
    var kind: CharacterClass
    /// Bytes.
    var length: Int

    /// The character at `offset`, which must be a character's first byte.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, table: UnsafeBufferPointer<CharacterClass>) {
        let byte = text[offset]
        if byte < 0x80 {
            self.init(kind: table[Int(byte)], length: 1)
        } else {
            self.init(unicode: text, at: offset, first: byte)
        }
    }

    private init(kind: CharacterClass, length: Int) {
        self.kind = kind
        self.length = length
    }

    /// Latin letters up to U+017F and the punctuation of typesetters; the rest is `other`.
    private init(unicode text: UnsafeBufferPointer<UInt8>, at offset: Int, first: UInt8) {
        let second = offset + 1 < text.count ? text[offset + 1] : 0
        switch first {
        case 0xC2: self.init(kind: second == 0xA0 ? .blank : .other, length: 2)
        case 0xC3:
            let isSign = second == 0x97 || second == 0xB7
            self.init(kind: isSign ? .other : (second < 0x9F ? .upper : .lower), length: 2)
        case 0xE2 where second == 0x80:
            self.init(kind: Self.generalPunctuation(offset + 2 < text.count ? text[offset + 2] : 0), length: 3)
        case 0xC4...0xDF: self.init(kind: .other, length: 2)
        case 0xE0...0xEF: self.init(kind: .other, length: 3)
        default: self.init(kind: .other, length: 4)
        }
    }

    private static func generalPunctuation(_ third: UInt8) -> CharacterClass {
        switch third {
        case 0x93, 0x94: .goesOn
        case 0x98, 0x99: .apostrophe
        case 0x9C, 0x9D: .close
        default: .other
        }
    }

    /// The classes of ASCII.
    static let ascii: [CharacterClass] = (0..<128).map { code in
        switch UInt8(code) {
        case 0x0A, 0x0D: .lineEnd
        case 0x09, 0x20: .blank
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "_"): .joiner
        case UInt8(ascii: "."): .period
        case UInt8(ascii: "'"): .apostrophe
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"):
            .close
        case UInt8(ascii: "-"), UInt8(ascii: ":"): .goesOn
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F, UInt8(ascii: "@"): .other
        default: .symbol
        }
    }
}
