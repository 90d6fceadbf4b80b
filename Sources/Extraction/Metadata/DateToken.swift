/// A number or word of a text that may hold a date.
struct DateToken {
    enum Content {
        case number(Int, digits: Int)
        case month(Int)
        case word(UInt64)
    }

    var content: Content
    /// Byte offsets in the text.
    var start: Int
    var end: Int

    private var isMonth: Bool {
        if case .month = content { return true }
        return false
    }

    /// The tokens of the first bytes of a text; dates stand near the start of their line.
    static func tokens(of text: String, limit: Int = 600) -> (bytes: [UInt8], tokens: [DateToken]) {
        let bytes = Array(text.utf8.prefix(limit))
        var tokens: [DateToken] = []
        var index = 0
        while index < bytes.count {
            let start = index
            if UTF8Bytes.isDigit(bytes[index]) {
                var value = 0
                while index < bytes.count, UTF8Bytes.isDigit(bytes[index]) {
                    value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
                    index += 1
                }
                // "Dec 22 20234:46 AM", "9 Oct 20239 Oct", "Oct 17, 202357 shares": a year and what ran into it.
                let length = index - start
                let isGlued =
                    (5...9).contains(length) && tokens.suffix(2).contains(where: \.isMonth)
                    || (5...6).contains(length) && index < bytes.count && bytes[index] == 0x3A
                if isGlued, bytes[start] == 0x32 || bytes[start] == 0x31 {
                    let scale = repeatElement(10, count: length - 4).reduce(1, *)
                    tokens.append(DateToken(content: .number(value / scale, digits: 4), start: start, end: start + 4))
                    let rest = DateToken.Content.number(value % scale, digits: length - 4)
                    tokens.append(DateToken(content: rest, start: start + 4, end: index))
                } else {
                    tokens.append(DateToken(content: .number(value, digits: index - start), start: start, end: index))
                }
            } else if isLetter(bytes[index]) {
                var hash = WordHash.seed
                while index < bytes.count, isLetter(bytes[index]) {
                    // "SamDecember 20": a name and a month that ran together.
                    if index > start, UTF8Bytes.isUppercase(bytes[index]), UTF8Bytes.isLowercase(bytes[index - 1]) {
                        break
                    }
                    hash = WordHash.combine(
                        hash, WordHash.folded(bytes[index], after: index > start ? bytes[index - 1] : 0))
                    index += 1
                }
                let month = MonthNames.number[hash]
                tokens.append(DateToken(content: month.map(Content.month) ?? .word(hash), start: start, end: index))
            } else {
                index += 1
            }
        }
        return (bytes, tokens)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        // Bytes of accented letters, but not of typographic punctuation (E2…) or signs such as "·" (C2…).
        UTF8Bytes.isASCIILetter(byte) || (0xC3...0xDF).contains(byte) || (byte >= 0x80 && byte < 0xC0)
    }
}
