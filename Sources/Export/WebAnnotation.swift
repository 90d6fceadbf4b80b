import NewsModel

/// The mentions of an article as W3C Web Annotations (JSON-LD, recommendation of 2017), a line each.
///
/// The body names the entity: its Wikidata address where it has one, and its name as a tag. The target is the article's
/// address, or `urn:gazette:article:…`; the quote finds the words on the page, the position counts code points of the text
/// as Gazette has it, and is left out for mentions of the title.
public func webAnnotations(_ article: Article, _ mentions: [Mention]) -> [UInt8] {
    let name = "urn:gazette:article:\(percentEncoded(article.id))"
    let (title, text) = (Array(article.title.unicodeScalars), Array(article.text.unicodeScalars))
    var json = JSONWriter()
    for mention in mentions {
        let isTitle = mention.zone == .title
        let place = mention.codePoints
        json.object { json in
            json.field("@context", "http://www.w3.org/ns/anno.jsonld")
            json.field("id", "\(name)#\(isTitle ? "title" : "text"),\(place.start),\(place.end)")
            json.field("type", "Annotation")
            json.field("motivation", "identifying")
            json.field("body") { write(entityOf: mention, to: &$0) }
            json.field("target") { json in
                json.object { json in
                    json.field("source", article.url ?? name)
                    json.field("selector") { json in
                        json.array { json in
                            writeQuote(of: place, in: isTitle ? title : text, to: &json)
                            if !isTitle { write(place, to: &json) }
                        }
                    }
                }
            }
        }
        json.endLine()
    }
    return json.bytes
}

private func write(entityOf mention: Mention, to json: inout JSONWriter) {
    json.array { json in
        if let address = wikidataAddress(mention.entity) {
            json.object { json in
                json.field("type", "SpecificResource")
                json.field("source", address)
                json.field("purpose", "identifying")
            }
        }
        for tag in [mention.name, mention.kind.rawValue] {
            json.object { json in
                json.field("type", "TextualBody")
                json.field("value", tag)
                json.field("purpose", "tagging")
            }
        }
    }
}

private func writeQuote(of place: CodePointSpan, in text: [Unicode.Scalar], to json: inout JSONWriter) {
    let (start, end) = (min(place.start, text.count), min(max(place.start, place.end), text.count))
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
    json.object { json in
        json.field("type", "TextQuoteSelector")
        json.field("exact", string(start..<end))
        json.field("prefix", string(max(0, start - 32)..<start))
        json.field("suffix", string(end..<min(text.count, end + 32)))
    }
}

private func write(_ place: CodePointSpan, to json: inout JSONWriter) {
    json.object { json in
        json.field("type", "TextPositionSelector")
        json.field("start", place.start)
        json.field("end", place.end)
    }
}

/// The address of an entity whose id is Wikidata's: "Q1032".
private func wikidataAddress(_ entity: String) -> String? {
    let digits = entity.utf8.dropFirst()
    let isWikidata =
        entity.utf8.first == UInt8(ascii: "Q") && !digits.isEmpty
        && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return isWikidata ? "http://www.wikidata.org/entity/\(entity)" : nil
}

/// A text as a part of a URN: all but letters, digits and "-._~" of ASCII as percent and two digits (RFC 3986).
private func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
    return encoded
}
