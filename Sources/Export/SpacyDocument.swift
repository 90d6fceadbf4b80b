import NewsModel

/// An article as one line of JSON from which spaCy's `Doc.char_span` makes entities:
/// `{"text", "ents": [{"start", "end", "label", "kb_id"}], "meta": {"id", …}}`.
///
/// The text is title and body with a blank line between; offsets are code points of it. Labels are those of spaCy's
/// English models where these have one.
public func spacyDocument(_ article: Article, _ mentions: [Mention]) -> [UInt8] {
    let opening = article.title.isEmpty ? "" : article.title + "\n\n"
    let bodyStart = opening.unicodeScalars.count
    var json = JSONWriter()
    json.object { json in
        json.field("text", opening + article.text)
        json.field("ents") { json in
            json.array { json in
                for mention in mentions {
                    let shift = mention.zone == .title ? 0 : bodyStart
                    json.object { json in
                        json.field("start", mention.codePoints.start + shift)
                        json.field("end", mention.codePoints.end + shift)
                        json.field("label", spacyLabel(mention.kind))
                        json.field("kb_id", mention.entity)
                    }
                }
            }
        }
        json.field("meta") { json in
            json.object { json in
                json.field("id", article.id)
                json.field("published", article.published)
                json.field("site", article.site)
                json.field("url", article.url)
            }
        }
    }
    json.endLine()
    return json.bytes
}

private func spacyLabel(_ kind: Kind) -> String {
    switch kind {
    case .person: "PERSON"
    case .organization: "ORG"
    case .country: "GPE"
    case .place: "LOC"
    case .event: "EVENT"
    case .product: "PRODUCT"
    case .other: "MISC"
    }
}
