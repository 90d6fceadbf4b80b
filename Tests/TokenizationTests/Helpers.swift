import NewsModel
import TestSupport
import Tokenization

/// The tokens and sentences of a text.
func tokenized(_ text: String) throws -> TokenizedText {
    var result = TokenizedText()
    try Tokenizer().tokenize(text, into: &result)
    return result
}

/// The words of a text as they stand in it.
func words(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try tokenized(text).tokens.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
}

/// What stands before each word of a text.
func gaps(_ text: String) throws -> [Gap] { try tokenized(text).tokens.map(\.gap) }

/// The sentences of a text as they stand in it.
func sentences(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try tokenized(text).sentences.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
}

/// The normalized key of a word, as text.
func key(_ word: String) -> String {
    Array(word.utf8).withUnsafeBufferPointer { String(decoding: TokenKey.key(of: $0), as: UTF8.self) }
}

extension SeededGenerator {
    /// A text of pieces that break iterators and offsets stumble over: scripts mixed, marks, controls, rare scalars.
    mutating func text(ofAtMost most: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...most, using: &self) {
            switch Int.random(in: 0..<16, using: &self) {
            case 0...4:
                text.append(contentsOf: Self.pieces.randomElement(using: &self)?.unicodeScalars ?? "".unicodeScalars)
            case 5: text.append(scalar(in: 0x00...0x7F))
            case 6: text.append(scalar(in: 0x80...0x24F))
            case 7: text.append(scalar(in: 0x300...0x36F))
            case 8: text.append(scalar(in: 0x370...0x7FF))
            case 9: text.append(scalar(in: 0xE00...0xE7F))
            case 10: text.append(scalar(in: 0x2000...0x206F))
            case 11: text.append(scalar(in: 0x3040...0x9FFF))
            case 12: text.append(scalar(in: 0xD7F0...0xE00F))
            case 13: text.append(scalar(in: 0xFDF0...0xFFFF))
            case 14: text.append(scalar(in: 0x1F300...0x1FAFF))
            default: text.append(scalar(in: 0x10000...0x10FFFF))
            }
        }
        return String(text)
    }

    private mutating func scalar(in range: ClosedRange<UInt32>) -> Unicode.Scalar {
        while true {
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { return scalar }
        }
    }

    private static let pieces = [
        "Niger", "U.S.", "’s", "'s", " ", " ", " ", "\n", "\n\n", "\r\n", ".", ", ", " & ", "-", "–", "O'Brien", "d’",
        "3.14",
        "Mr. ", "F. W. ", "e\u{301}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{A0}", "(", ") ", "ไทย", "東京", "العربية",
        "ﬁ", "Ａ",
        "S", "s", "'", "’", "&", "🇳🇪", "👩‍👩‍👧", "\u{0}", "\u{1E9E}", "ǅ", "İ",
    ]
}
