import CICU

/// Makes tokens of ICU's word segments: divides the possessive off, joins the last full stop of "U.S.", notes the shape.
struct TokenWriter {
    let text: UnsafeBufferPointer<UInt8>
    /// Where the token before ended; -1 at the beginning.
    let previousEnd: Int

    /// Appends the one or two tokens of a segment and returns where the last of them ends.
    func append(_ segment: Range<Int>, to tokens: inout TokenBuffer) -> Int {
        let possessive = possessiveLength(segment)
        let wordEnd = segment.upperBound - possessive
        var token = makeToken(segment.lowerBound..<wordEnd)
        token.gap = Gap(of: text, from: previousEnd, to: segment.lowerBound)
        tokens.append(token)
        guard possessive > 0 else { return Int(token.end) }
        var mark = makeToken(wordEnd..<segment.upperBound)
        mark.shape = [.possessive, .hasLower]
        mark.gap = .none
        tokens.append(mark)
        return segment.upperBound
    }

    /// Appends a word of ASCII letters and digits and returns where it ends.
    @inline(__always)
    func append(_ word: ASCIIWord, at start: Int, to tokens: inout TokenBuffer) -> Int {
        let end = start + word.length
        tokens.append(
            Token(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), key: word.key,
                sentence: 0, shape: word.shape, gap: Gap(of: text, from: previousEnd, to: start)))
        return end
    }

    private func makeToken(_ range: Range<Int>) -> Token {
        var end = range.upperBound
        let bytes = UnsafeBufferPointer(rebasing: text[range])
        var shape = bytes.allSatisfy { $0 < 0x80 } ? shapeOfASCII(bytes) : shapeOfUnicode(bytes)
        // "U.S" is one segment and its last full stop another.
        if shape.contains(.dotted), end < text.count, text[end] == UInt8(ascii: ".") { end += 1 }
        let key: UInt64
        if bytes.count == 1, bytes[0] == UInt8(ascii: "&") {
            shape = [.ampersand]
            key = Self.keyOfAnd
        } else {
            key = TokenKey.hash(of: bytes)
        }
        return Token(
            start: Int32(range.lowerBound), end: Int32(end), key: key, sentence: 0, shape: shape, gap: .none)
    }

    private static let keyOfAnd = TokenKey.hash(of: "and")

    /// The bytes of a final "'s" or "’s" after at least one letter, else 0.
    private func possessiveLength(_ segment: Range<Int>) -> Int {
        guard segment.count >= 3, text[segment.upperBound - 1] | 0x20 == UInt8(ascii: "s") else { return 0 }
        let before = segment.upperBound - 2
        if text[before] == UInt8(ascii: "'") { return 2 }
        guard segment.count >= 5, text[before] == 0x99, text[before - 1] == 0x80, text[before - 2] == 0xE2 else {
            return 0
        }
        return 4
    }

    private func shapeOfASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> TokenShape {
        var shape: TokenShape = []
        var letters = 0
        var uppers = 0
        var stops = 0
        for byte in bytes {
            let lowered = byte | 0x20
            if lowered &- UInt8(ascii: "a") < 26 {
                letters += 1
                if byte < 0x60 { uppers += 1 }
            } else if byte &- UInt8(ascii: "0") < 10 {
                shape.insert(.hasDigit)
            } else if byte == UInt8(ascii: ".") {
                stops += 1
            }
        }
        if bytes[0] &- UInt8(ascii: "A") < 26 { shape.insert(.capitalized) }
        return shape.union(TokenShape(letters: letters, uppers: uppers, lowers: letters - uppers, stops: stops))
    }

    private func shapeOfUnicode(_ bytes: UnsafeBufferPointer<UInt8>) -> TokenShape {
        var shape: TokenShape = [.nonASCII]
        var (letters, uppers, lowers, stops) = (0, 0, 0, 0)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let codePoint = Int32(bitPattern: scalar.value)
            if cicu_is_letter(codePoint) {
                letters += 1
                if cicu_is_upper(codePoint) {
                    if letters == 1 { shape.insert(.capitalized) }
                    uppers += 1
                } else if cicu_is_lower(codePoint) {
                    lowers += 1
                }
            } else if cicu_is_digit(codePoint) {
                shape.insert(.hasDigit)
            } else if scalar == "." {
                stops += 1
            }
        }
        return shape.union(TokenShape(letters: letters, uppers: uppers, lowers: lowers, stops: stops))
    }
}

extension TokenShape {
    /// What the numbers of letters and full stops of a token say of its shape.
    @inline(__always)
    init(letters: Int, uppers: Int, lowers: Int, stops: Int) {
        self = []
        if letters > 0, uppers == letters { insert(.upper) }
        if lowers > 0 { insert(.hasLower) }
        if letters == 1 { insert(.initial) }
        if stops > 0, letters > 0, letters <= 2 * stops + 1 { insert(.dotted) }
    }
}
