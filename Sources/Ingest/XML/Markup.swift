/// Writes markup that was parsed as a part of a document out again.
enum Markup {
    /// A start tag.
    static func tag(_ name: String, _ attributes: [String: String]) -> String {
        // In the order of names, so that the same input always gives the same text.
        let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(escaped($0.value))\"" }
        return "<\(name)\(written.joined())>"
    }

    /// Text with the characters that mean something in markup written as entities.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for character in text.unicodeScalars {
            switch character {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// Whether a text has tags or entities in it.
    static func isIn(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { place in
            guard bytes[place] == UInt8(ascii: "<") || bytes[place] == UInt8(ascii: "&"), place + 2 < bytes.count else {
                return false
            }
            let next = bytes[place + 1]
            if bytes[place] == UInt8(ascii: "<") {
                return next == UInt8(ascii: "/") || (0x61...0x7A).contains(next | 0x20)
            }
            return bytes[(place + 1)...].prefix(10).contains(UInt8(ascii: ";")) && next > 0x20
        }
    }
}
