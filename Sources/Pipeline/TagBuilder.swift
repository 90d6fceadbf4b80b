import Linking
import NewsModel
import Recognition
import Salience
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
            var span = tokenized.spanOfName(mention.tokens)
            let text = String(decoding: tokenized.bytes[span.start..<span.end], as: UTF8.self)
            let isInTitle = tokenized.isInTitle(mention.tokens.lowerBound)
            if !isInTitle {
                span.start -= tokenized.bodyStart
                span.end -= tokenized.bodyStart
            }
            return Mention(
                span: span, codePoints: isInTitle ? title.codePoints(span) : body.codePoints(span),
                text: text, kind: mention.kind, entity: mention.entity, name: mention.name,
                form: mention.form, zone: isInTitle ? .title : zones.zone(at: span.start),
                confidence: (mention.confidence * 1000).rounded() / 1000,
                sentence: Int(tokenized.tokens[mention.tokens.lowerBound].sentence))
        }
    }

    /// The entities of the article, the most salient first; equals in order of id.
    func entities(_ linked: [LinkedMention], _ mentions: [Mention], _ scorer: EntityScorer) -> [ArticleEntity] {
        let length = body.codePoints(UTF8Span(start: 0, end: article.text.utf8.count)).end
        return scorer.scores(of: mentions, textLength: length).map { score in
            let first = mentions[score.firstMention]
            return ArticleEntity(
                entity: first.entity, kind: first.kind, name: first.name, role: linked[score.firstMention].role,
                mentions: score.mentions, salience: score.salience,
                sentence: score.firstInText.map { sentence(of: linked[$0]) } ?? CodePointSpan(start: 0, end: 0),
                confidence: score.confidence)
        }.sorted { ($1.salience, $0.entity) < ($0.salience, $1.entity) }
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
