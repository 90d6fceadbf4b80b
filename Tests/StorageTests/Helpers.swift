import CSQLite
import FileAccess
import Glibc
import NewsModel
import Storage
import Testing

/// An article with its tags, made of little: entities are "Q1", "Q2", …, each mention in a sentence of its own number.
func tagged(
    _ id: String, published: String? = nil, title: String = "Title", text: String = "One two. Three four.",
    mentions: [(entity: Int, sentence: Int)] = [], topics: [(String, Double)] = [],
    focus: [(entity: Int, score: Double)] = []
) -> TaggedArticle {
    var article = Article(id: id, title: title, text: text)
    article.published = published
    var counts: [Int: Int] = [:]
    var result: [Mention] = []
    for (place, mention) in mentions.enumerated() {
        counts[mention.entity, default: 0] += 1
        let points = CodePointSpan(start: place, end: place + 1)
        result.append(
            Mention(
                span: UTF8Span(start: place, end: place + 1), codePoints: points, text: "x", kind: kind(mention.entity),
                entity: "Q\(mention.entity)", name: "Name \(mention.entity)", form: .name, zone: .body, confidence: 0.5,
                sentence: mention.sentence))
    }
    let entities = counts.sorted { $0.key < $1.key }.map { entity, count in
        ArticleEntity(
            entity: "Q\(entity)", kind: kind(entity), name: "Name \(entity)", role: "role", mentions: count,
            salience: 0.5,
            sentence: CodePointSpan(start: 0, end: 8))
    }
    return TaggedArticle(
        article: article, mentions: result.sorted { ($0.sentence, $0.span.start) < ($1.sentence, $1.span.start) },
        entities: entities, topics: topics.map { ArticleTopic(topic: $0.0, name: "topic \($0.0)", score: $0.1) },
        focus: focus.map {
            FocusCountry(
                entity: "Q\($0.entity)", name: "Name \($0.entity)", score: $0.score,
                evidence: [FocusEvidence(name: "place", value: 0.69), FocusEvidence(name: "only", value: 1)])
        })
}

/// People have odd numbers, countries even ones.
func kind(_ entity: Int) -> Kind { entity % 2 == 1 ? .person : .country }

extension DatabaseWriter {
    /// Writes a whole source.
    func write(_ articles: [TaggedArticle], to path: String, size: Int = 1, isDone: Bool = true) throws {
        let source = try begin(source: path, size: size, modified: 1)
        try write { writer throws(DatabaseError) in
            for (number, article) in articles.enumerated() { try writer.add(article, record: number, of: source.key) }
            try writer.note(source: source.key, records: articles.count, isDone: isDone)
        }
    }
}
