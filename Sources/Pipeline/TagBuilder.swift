import Linking
import NewsModel
import Recognition
import Tokenization

/// Turns linked mentions into what users see: offsets in code points, zones, entities with their salience.
struct TagBuilder {
    private let article: Article
    private let tokenized: TokenizedArticle
    private let title: OffsetConverter
    private let body: OffsetConverter

    init(article: Article, tokenized: TokenizedArticle) {
        self.article = article
        self.tokenized = tokenized
        title = OffsetConverter(article.title)
        body = OffsetConverter(article.text)
    }

    /// The mentions of title and text, in order.
    func mentions(_ linked: [LinkedMention]) -> [Mention] {
        var zones = ZoneLookup(article.zones)
        return linked.map { mention in
            var span = tokenized.span(mention.tokens)
            let isInTitle = tokenized.isInTitle(mention.tokens.lowerBound)
            if !isInTitle {
                span.start -= tokenized.bodyStart
                span.end -= tokenized.bodyStart
            }
            return Mention(
                span: span, codePoints: isInTitle ? title.codePoints(span) : body.codePoints(span),
                text: tokenized.text(mention.tokens), kind: mention.kind, entity: mention.entity, name: mention.name,
                form: mention.form, zone: isInTitle ? .title : zones.zone(at: span.start),
                confidence: (mention.confidence * 1000).rounded() / 1000,
                sentence: Int(tokenized.tokens[mention.tokens.lowerBound].sentence))
        }
    }

    /// The entities of the article, the most salient first; equals in order of id.
    func entities(_ linked: [LinkedMention], _ mentions: [Mention]) -> [ArticleEntity] {
        var numbers: [String: Int] = [:]
        var entities: [ArticleEntity] = []
        var weights: [Double] = []
        for (linkedMention, mention) in zip(linked, mentions) {
            let number: Int
            if let known = numbers[mention.entity] {
                number = known
            } else {
                number = entities.count
                numbers[mention.entity] = number
                weights.append(0)
                entities.append(
                    ArticleEntity(
                        entity: mention.entity, kind: mention.kind, name: mention.name, role: linkedMention.role,
                        mentions: 0, salience: 0, sentence: CodePointSpan(start: 0, end: 0)))
            }
            entities[number].mentions += 1
            weights[number] += weight(of: mention)
            if mention.zone != .title, entities[number].sentence.end == 0 {
                entities[number].sentence = sentence(of: linkedMention)
            }
        }
        for number in entities.indices {
            // Half of the most that title, lead and frequency can add up to is already "about it".
            entities[number].salience = (weights[number] / (weights[number] + 4) * 1000).rounded() / 1000
        }
        return entities.sorted { ($1.salience, $0.entity) < ($0.salience, $1.entity) }
    }

    private func weight(of mention: Mention) -> Double {
        switch mention.zone {
        case .title: 3
        case .lead: 1.5
        default: 0.7
        }
    }

    private func sentence(of mention: LinkedMention) -> CodePointSpan {
        let number = Int(tokenized.tokens[mention.tokens.lowerBound].sentence)
        let sentences = tokenized.tokenized.sentences
        var span = sentences[number]
        let (first, end) = (
            number > 0 ? max(sentences[number - 1].end, tokenized.bodyStart) : tokenized.bodyStart,
            number + 1 < sentences.count ? sentences[number + 1].start : tokenized.bytes.count
        )
        // The closing full stop and quotes belong to what a reader is shown.
        while span.end < end, !Self.isBlank(tokenized.bytes[span.end]) { span.end += 1 }
        // So do opening ones; what touches the sentence before is its own end.
        var start = span.start
        while start > first, !Self.isBlank(tokenized.bytes[start - 1]) { start -= 1 }
        if start > first || first == tokenized.bodyStart { span.start = start }
        return body.codePoints(
            UTF8Span(start: span.start - tokenized.bodyStart, end: span.end - tokenized.bodyStart))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}

/// The zone of each place in a text, asked for in order.
private struct ZoneLookup {
    private let zones: [ZoneSpan]
    private var next = 0

    init(_ zones: [ZoneSpan]) { self.zones = zones }

    mutating func zone(at offset: Int) -> Zone {
        while next < zones.count, zones[next].span.end <= offset { next += 1 }
        return next < zones.count && zones[next].span.start <= offset ? zones[next].zone : .body
    }
}
