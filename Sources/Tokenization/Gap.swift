extension Gap {
    /// Tells what stands in `text` between two tokens; `start` is -1 before the first.
    @inline(__always)
    init(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        if start < 0 {
            self = .paragraph
            return
        }
        // By far the commonest: nothing, or a single blank.
        if start >= end {
            self = .none
            return
        }
        if end == start + 1, text[start] == 0x20 {
            self = .blank
            return
        }
        self = Self.scan(text, start, end)
    }

    private static func scan(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Gap {
        var blanks = 0
        var lineEnds = 0
        var marks = 0
        var mark = Gap.punctuation
        var at = start
        while at < end {
            let (length, found) = piece(text, at, end)
            switch found {
            case .blank:
                blanks += 1
                if text[at] == UInt8(ascii: "\n") { lineEnds += 1 }
            case .none: break
            default:
                marks += 1
                mark = found
            }
            at += length
        }
        if lineEnds >= 2 { return .paragraph }
        if marks == 0 { return .blank }
        if marks > 1 { return .punctuation }
        let isTight = blanks == 0
        switch mark {
        case .hyphen, .apostrophe: return isTight ? mark : .punctuation
        default: return mark
        }
    }

    /// The length of the character at `at`, and what it is; `.none` for what is invisible.
    private static func piece(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (Int, Gap) {
        switch text[at] {
        case 0x09...0x0D, 0x20: return (1, .blank)
        case UInt8(ascii: "-"): return (1, .hyphen)
        case UInt8(ascii: "'"): return (1, .apostrophe)
        case UInt8(ascii: "."): return (1, .period)
        case UInt8(ascii: ","): return (1, .comma)
        case UInt8(ascii: "("), UInt8(ascii: "["): return (1, .openBracket)
        case 0xC2 where at + 1 < end && text[at + 1] == 0xA0: return (2, .blank)
        case 0xC2 where at + 1 < end && text[at + 1] == 0xAD: return (2, .none)
        case 0xE2 where at + 2 < end: return (3, generalPunctuation(text[at + 1], text[at + 2]))
        case 0xC0...0xDF: return (2, .punctuation)
        case 0xE0...0xEF: return (3, .punctuation)
        case 0xF0...0xFF: return (4, .punctuation)
        default: return (1, .punctuation)
        }
    }

    /// Characters of U+2000–U+206F: spaces, hyphens and dashes, apostrophes.
    private static func generalPunctuation(_ second: UInt8, _ third: UInt8) -> Gap {
        guard second == 0x80 else { return .punctuation }
        switch third {
        case 0x80...0x8A, 0xAF, 0xA8: return .blank
        case 0x8B...0x8F: return .none
        case 0x90...0x93: return .hyphen
        case 0x98, 0x99: return .apostrophe
        default: return .punctuation
        }
    }
}
