import Glibc

/// Tells HTML from plain text in a field whose name leaves it open.
enum MarkupGuess {
    /// Elements with which the HTML of a story begins.
    private static let beginnings = Set([
        "!doctype", "html", "head", "body", "p", "div", "article", "section", "main", "figure", "img", "h1", "h2", "h3",
        "h4",
        "ul", "ol", "table", "blockquote", "span", "strong", "em", "b", "i", "a", "br", "iframe", "center", "font",
    ])

    /// Text that merely quotes a tag or two is not taken for HTML: a story in HTML begins with an element and has more
    /// tags, or closes several paragraphs.
    static func isHTML(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            let tags = Tags(bytes)
            return tags.closedParagraphs >= 3 || (tags.closed >= 1 || tags.opened >= 3) && beginsWithElement(bytes)
        }
    }

    private static func beginsWithElement(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let content = bytes.drop { $0 <= 0x20 }
        guard content.first == UInt8(ascii: "<") else { return false }
        let name = content.dropFirst().prefix(10).prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        return beginnings.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    /// How many tags a text has.
    private struct Tags {
        var opened = 0
        var closed = 0
        var closedParagraphs = 0

        init(_ bytes: UnsafeRawBufferPointer) {
            var place = 0
            while place + 3 < bytes.count, let base = bytes.baseAddress,
                let hit = memchr(base + place, 0x3C, bytes.count - place - 3)
            {
                place = UnsafeRawPointer(hit) - base + 1
                if bytes[place] == UInt8(ascii: "/") {
                    closed += 1
                    if bytes[place + 1] | 0x20 == UInt8(ascii: "p"), bytes[place + 2] == 0x3E { closedParagraphs += 1 }
                } else if (0x61...0x7A).contains(bytes[place] | 0x20) {
                    opened += 1
                }
            }
        }
    }
}
