import NewsModel

/// A tagged article as one line of JSON: the format that `gazette annotate` prints and other programs read.
///
/// Mentions of the text stand in `mentions`, those of the title in `title_mentions`; offsets are code points, the end
/// exclusive. Fields without a value are left out, and so is the
/// kind of a page that is a story.
public func annotation(_ tagged: TaggedArticle) -> [UInt8] {
    var json = JSONWriter()
    let article = tagged.article
    json.object { json in
        json.field("id", article.id)
        json.field("title", article.title)
        json.field("published", article.published)
        json.field("byline", article.byline)
        json.field("site", article.site)
        json.field("section", article.section)
        json.field("url", article.url)
        json.field("canonical_url", article.canonicalURL)
        json.field("page_kind", article.pageKind == .story ? nil : article.pageKind.rawValue)
        json.field("language", article.language)
        json.field("text", article.text)
        json.field("mentions") { write(tagged.mentions.filter { $0.zone != .title }, to: &$0) }
        json.field("title_mentions") { write(tagged.mentions.filter { $0.zone == .title }, to: &$0) }
        json.field("entities") { write(tagged.entities, to: &$0) }
        json.field("focus") { write(tagged.focus, to: &$0) }
        json.field("topics") { json in
            json.array { json in
                for topic in tagged.topics {
                    json.object { json in
                        json.field("topic", topic.topic)
                        json.field("name", topic.name)
                        json.field("parent", topic.parent)
                        json.field("score", (topic.score * 1000).rounded() / 1000)
                    }
                }
            }
        }
    }
    json.endLine()
    return json.bytes
}

private func write(_ mentions: [Mention], to json: inout JSONWriter) {
    json.array { json in
        for mention in mentions {
            json.object { json in
                json.field("start", mention.codePoints.start)
                json.field("end", mention.codePoints.end)
                json.field("text", mention.text)
                json.field("kind", mention.kind.rawValue)
                json.field("entity", mention.entity)
                json.field("name", mention.name)
                json.field("form", mention.form.rawValue)
                json.field("zone", mention.zone.rawValue)
                json.field("confidence", mention.confidence)
            }
        }
    }
}

private func write(_ entities: [ArticleEntity], to json: inout JSONWriter) {
    json.array { json in
        for entity in entities {
            json.object { json in
                json.field("entity", entity.entity)
                json.field("kind", entity.kind.rawValue)
                json.field("name", entity.name)
                json.field("mentions", entity.mentions)
                json.field("salience", entity.salience)
                if let confidence = entity.confidence { json.field("confidence", confidence) }
            }
        }
    }
}

private func write(_ countries: [FocusCountry], to json: inout JSONWriter) {
    json.array { json in
        for country in countries {
            json.object { json in
                json.field("entity", country.entity)
                json.field("name", country.name)
                json.field("score", country.score)
                json.field("evidence") { json in
                    json.object { json in
                        for piece in country.evidence {
                            json.field(named: piece.name, String(piece.value), isNumber: true)
                        }
                    }
                }
            }
        }
    }
}
