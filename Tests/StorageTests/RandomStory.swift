import NewsModel
import TestSupport

/// A story made at random, with all that a count by hand needs to know of it.
struct RandomStory {
    struct Naming {
        var entity: Int
        /// Its number among the words of the title or the text.
        var word: Int
        var paragraph: Int
        var sentence: Int
        var isInTitle: Bool
    }

    var id: String
    var published: String?
    var cluster: Int
    var namings: [Naming] = []
    var saliences: [Int: Double] = [:]
    var topicScore: Double
    private var title = ""
    private var text = ""
    private var starts: [Int] = []

    /// Words of several lengths in bytes and code points.
    private static let words = ["rain", "é", "São", "x", "日", "to", "1,000"]

    /// The day as the database writes it, 0 where there is none.
    var day: Int { published.flatMap { Int($0.filter { $0 != "-" }) } ?? 0 }

    /// Makes the story with this key.
    init(key: Int, entities: Int, using generator: inout SeededGenerator) {
        id = "story \(key)"
        published =
            [nil, "2023-12-31", "2024-01-01", "2024-01-17", "2024-02-03"].randomElement(using: &generator) ?? nil
        cluster = key % 4 == 0 ? max(1, key - 1) : key
        topicScore = Double.random(in: 0.3...0.7, using: &generator)
        var sentence = 0
        for isInTitle in [true, false] {
            let count = isInTitle ? 4 : Int.random(in: 0...30, using: &generator)
            var (zone, paragraph) = ("", 0)
            for word in 0..<count {
                if word > 0, Int.random(in: 0..<6, using: &generator) == 0 { sentence += 1 }
                if word > 0, !isInTitle, Int.random(in: 0..<8, using: &generator) == 0 {
                    (sentence, paragraph) = (sentence + 1, paragraph + 1)
                    zone += ["\n\n", "\n \t\r\n", "\n\n\n"].randomElement(using: &generator) ?? ""
                } else if word > 0 {
                    zone += ["\n", " "].randomElement(using: &generator) ?? ""
                }
                if Int.random(in: 0..<3, using: &generator) == 0 {
                    let entity = Int.random(in: 1...entities, using: &generator)
                    starts.append(zone.unicodeScalars.count)
                    namings.append(
                        Naming(
                            entity: entity, word: word, paragraph: isInTitle ? 0 : paragraph + 1, sentence: sentence,
                            isInTitle: isInTitle))
                    saliences[entity] = saliences[entity] ?? Double(Int.random(in: 0...4, using: &generator)) / 4
                }
                zone += Self.words.randomElement(using: &generator) ?? ""
            }
            sentence += 1
            if isInTitle { title = zone } else { text = zone }
        }
    }

    /// The story as a pipeline hands it to a database.
    var tagged: TaggedArticle {
        var article = Article(id: id, title: title, text: text)
        article.published = published
        let mentions = zip(namings, starts).map { naming, start in
            Mention(
                span: UTF8Span(start: 0, end: 1), codePoints: CodePointSpan(start: start, end: start + 1), text: "x",
                kind: kind(naming.entity), entity: Self.id(naming.entity), name: "Name \(naming.entity)", form: .name,
                zone: naming.isInTitle ? .title : .body, confidence: 1, sentence: naming.sentence)
        }
        let entities = saliences.sorted { $0.key < $1.key }.map { entity, salience in
            ArticleEntity(
                entity: Self.id(entity), kind: kind(entity), name: "Name \(entity)", role: Self.role(entity),
                mentions: 1, salience: salience, sentence: CodePointSpan(start: 0, end: 1))
        }
        return TaggedArticle(
            article: article, mentions: mentions, entities: entities,
            topics: [ArticleTopic(topic: "medtop:1", name: "rain", score: topicScore)])
    }

    /// Ids whose order is not that of the numbers.
    static func id(_ entity: Int) -> String { "Q\(entity * 7919 % 1000)" }

    static func role(_ entity: Int) -> String { "role \(entity % 3)" }
}
