/// What a character is to a shingle of words.
enum ShingleScript {
    /// What a code point does to the word it stands in.
    enum Role {
        /// A letter or digit, in lower case.
        case letter(UInt32)
        /// A letter of a script without blanks between words: a word by itself.
        case wholeWord
        /// Neither belongs to a word nor divides it: soft hyphens, joiners, marks of direction.
        case invisible
        /// Divides words.
        case divider
    }

    /// The role of a code point that is not ASCII.
    static func role(of codePoint: UInt32) -> Role {
        switch codePoint {
        case 0xAD, 0x640, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: .invisible
        case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA: .letter(codePoint)
        case 0x80...0xBF, 0xD7, 0xF7, 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965: .divider
        case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0xFE10...0xFE6F, 0xFF01...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
            .divider
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
            .wholeWord
        default: .letter(lowercased(codePoint))
        }
    }

    /// Lower case of the letters of Latin, Greek and Cyrillic alphabets, by their places in Unicode.
    private static func lowercased(_ codePoint: UInt32) -> UInt32 {
        switch codePoint {
        case 0xC0...0xDE, 0x391...0x3AB, 0x410...0x42F: codePoint + 0x20
        case 0x400...0x40F: codePoint + 0x50
        case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x460...0x52F: codePoint | 1
        case 0x139...0x148, 0x179...0x17E: codePoint & 1 == 1 ? codePoint + 1 : codePoint
        default: codePoint
        }
    }
}
