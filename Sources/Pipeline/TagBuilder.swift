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
        let span = tokenized.bytes.withUnsafeBufferPointer {
            tokenized.tokenized.shownSentence(number, of: $0, from: tokenized.bodyStart)
        }
        return body.codePoints(
            UTF8Span(start: span.start - tokenized.bodyStart, end: span.end - tokenized.bodyStart))
    }
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
