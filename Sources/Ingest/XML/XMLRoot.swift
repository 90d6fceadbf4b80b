/// The outermost element of an XML document, as far as its beginning shows it.
struct XMLRoot {
    /// Its name without a prefix.
    let name: String

    /// Finds it behind the declaration, comments and the document type; `nil` when there is none.
    init?(_ content: ArraySlice<UInt8>) {
        var rest = content.drop { FormatGuess.isBlank($0) }
        while rest.first == UInt8(ascii: "<") {
            if rest.starts(with: "<?".utf8) {
                rest = Self.behind("?>", in: rest)
            } else if rest.starts(with: "<!--".utf8) {
                rest = Self.behind("-->", in: rest)
            } else if rest.starts(with: "<!".utf8) {
                rest = Self.behindDoctype(rest)
            } else {
                break
            }
            rest = rest.drop { FormatGuess.isBlank($0) }
        }
        guard rest.first == UInt8(ascii: "<"), content.starts(with: "<?xml".utf8) || Self.isKnown(rest) else {
            return nil
        }
        name = Self.name(rest)
    }

    private static func isKnown(_ rest: ArraySlice<UInt8>) -> Bool {
        ["rss", "feed", "RDF", "nitf", "NewsML", "newsMessage", "newsItem"].contains(name(rest))
    }

    private static func name(_ rest: ArraySlice<UInt8>) -> String {
        let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return XMLName.local(String(decoding: name.prefix(64), as: UTF8.self))
    }

    /// What to do with a document of such a root.
    var guess: FormatGuess {
        switch name {
        case "rss", "RDF", "feed": .format(.feed)
        case "nitf", "NewsML", "newsMessage", "newsItem", "NewsItem": .format(.newsml)
        case "html": .format(.html)
        default: .refused("XML of <\(name)>: neither a feed nor news; see --input-format")
        }
    }

    private static func behind(_ end: StaticString, in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let pattern = Array("\(end)".utf8)
        var place = rest.startIndex
        while place < rest.endIndex {
            if rest[place...].starts(with: pattern) { return rest[(place + pattern.count)...] }
            place += 1
        }
        return []
    }

    private static func behindDoctype(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var depth = 0
        for (place, byte) in zip(rest.indices, rest) {
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ">"), depth <= 0 { return rest[(place + 1)...] }
        }
        return []
    }
}

/// Names of XML elements.
enum XMLName {
    /// A name without its prefix: feeds and news use the same elements with and without one.
    static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
