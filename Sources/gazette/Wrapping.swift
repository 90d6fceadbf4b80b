/// A text with line ends at blanks where lines become longer than a terminal, further lines indented; as it is where the width
/// is not known.
///
/// What switches colours on and off takes no room. A word that is longer than a line stays whole.
func wrapped(_ text: String, width: Int?, indent: Int = 0) -> String {
    guard let width, width > indent + 20 else { return text }
    var result = ""
    var column = indent
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        let room = shownWidth(word)
        if column > indent {
            if column + 1 + room > width {
                result += "\n" + String(repeating: " ", count: indent)
                column = indent
            } else {
                result += " "
                column += 1
            }
        }
        result += word
        column += room
    }
    return result
}

/// How many columns a text takes: a code point each, two for the wide ones of East Asia, none for escape sequences.
private func shownWidth(_ text: Substring) -> Int {
    var count = 0
    var isEscape = false
    for scalar in text.unicodeScalars {
        if scalar == "\u{1B}" { isEscape = true }
        if !isEscape { count += isWide(scalar) ? 2 : 1 }
        if isEscape, scalar == "m" { isEscape = false }
    }
    return count
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0x1F300...0x1F9FF, 0x20000...0x3FFFD:
        true
    default: false
    }
}
