import NewsModel

/// A word, a number or an ampersand of a text: what gazetteer names and running text have in common.
///
/// Punctuation makes no token of its own; the `gap` before a token says what stood there.
public struct Token: Sendable, Equatable {
    /// Byte offset of the first byte in the text.
    public var start: Int32
    /// Byte offset after the last byte.
    public var end: Int32
    /// Hash of the normalized key (`TokenKey`): equal for "Niger", "NIGER" and its decomposed form.
    public var key: UInt64
    /// Index of the sentence in `TokenizedText.sentences`.
    public var sentence: Int32
    /// How the token is written.
    public var shape: TokenShape
    /// What stands between the token before and this one.
    public var gap: Gap

    /// Where the token stands in the text.
    public var span: UTF8Span { UTF8Span(start: Int(start), end: Int(end)) }
}

/// How a token is written: what case rules and name guessing look at.
public struct TokenShape: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is an upper-case or title-case letter.
    public static let capitalized = TokenShape(rawValue: 1)
    /// Every letter is upper-case.
    public static let upper = TokenShape(rawValue: 2)
    /// Some letter is lower-case.
    public static let hasLower = TokenShape(rawValue: 4)
    /// Some character is a digit.
    public static let hasDigit = TokenShape(rawValue: 8)
    /// The first token of a sentence.
    public static let sentenceStart = TokenShape(rawValue: 16)
    /// The "'s" split off a word.
    public static let possessive = TokenShape(rawValue: 32)
    /// Letters with full stops between them, such as "U.S.".
    public static let dotted = TokenShape(rawValue: 64)
    /// A single letter.
    public static let initial = TokenShape(rawValue: 128)
    /// The sign "&", which has the key of "and".
    public static let ampersand = TokenShape(rawValue: 256)
    /// Holds a character above U+007F.
    public static let nonASCII = TokenShape(rawValue: 512)
}

/// What stands between two tokens, by how strongly it divides them.
public enum Gap: UInt8, Sendable, Comparable {
    /// Nothing: "AT&T", or a possessive after its word.
    case none
    /// One or more blanks or one line end.
    case blank
    /// A hyphen or dash without blanks: "Yunus-Bek".
    case hyphen
    /// An apostrophe: "Côte d'Ivoire" where ICU divides it.
    case apostrophe
    /// A full stop, as after an initial or an abbreviation.
    case period
    /// A comma.
    case comma
    /// An opening bracket, alone or after a blank.
    case openBracket
    /// Any other punctuation.
    case punctuation
    /// A blank line or the beginning of the text.
    case paragraph

    public static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }

    /// Whether a name may go on over the gap.
    public var joinsName: Bool { self <= .period }
}

/// The tokens and sentences of one text.
///
/// Made to be used again for the next text: the arrays keep their storage.
public struct TokenizedText: Sendable, Equatable {
    /// The tokens in order.
    public internal(set) var tokens: [Token] = []
    /// The sentences in order; together they cover every token, and none goes over a blank line.
    public internal(set) var sentences: [UTF8Span] = []

    /// An empty text.
    public init() {}
}
