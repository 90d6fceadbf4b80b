/// Text as it stands in an attribute of XML 1.0.
enum XMLText {
    /// The text with what XML reserves as references. Characters that XML has no way to write become U+FFFD; line ends
    /// and tabs are kept as references, which readers do not turn into blanks.
    static func attribute(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "\t", "\n", "\r": bytes += "&#\(scalar.value);".utf8
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
            default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        return bytes
    }
}
