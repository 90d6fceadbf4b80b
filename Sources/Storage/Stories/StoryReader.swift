import NewsModel
import Tokenization

/// Reads the articles that answer a query, each with the sentence that says why.
final class StoryReader {
    private let page, entities, mentions: Statement
    private let subjects: [[Int]]
    private let matcher: FullTextMatcher?

    /// - Parameter tokenizer: needed where words are asked for.
    init(_ query: StoryQuery, _ connection: Connection, tokenizer: Tokenizer?) throws(DatabaseError) {
        let entityKeys = query.subjects.map(\.entities)
        subjects = entityKeys.isEmpty ? query.countries.map { [$0] } : entityKeys
        matcher = query.text.flatMap { text in tokenizer.map { FullTextMatcher(text, tokenizer: $0) } }
        let keys = subjects.joined().map(String.init).joined(separator: ", ")
        page = try connection.prepare("SELECT id, published, title, site, url, text FROM article WHERE key = ?")
        entities = try connection.prepare(
            """
            SELECT entity, mentions, salience, sentence_start, sentence_end FROM article_entity
            WHERE entity IN (\(keys)) AND day = ? AND article = ?
            """)
        mentions = try connection.prepare(
            "SELECT entity, zone = 'title', start, end FROM mention WHERE article = ? AND entity IN (\(keys))")
    }

    /// An article in full.
    func story(_ found: StoryFinder.Found) throws(DatabaseError) -> Story {
        let place = found.place
        guard try page.reset().bind(place.article).step() else {
            return Story(found, id: "\(place.article)")
        }
        var story = Story(found, id: page.text(0))
        story.published = page.optionalText(1)
        story.title = page.text(2)
        story.site = page.optionalText(3)
        story.url = page.optionalText(4)
        let text = page.text(5)
        let firstSentences = try readEntities(into: &story, place)
        let evidence = try StoryEvidence(
            title: story.title, text: text, mentions: marks(in: place.article), sentences: firstSentences,
            matcher: matcher)
        (story.sentence, story.sentenceIsTitle) = evidence.sentence
        return story
    }

    /// Reads mentions and salience, and gives back the first sentences that mention the entities.
    private func readEntities(into story: inout Story, _ place: StoryCursor) throws(DatabaseError) -> [CodePointSpan] {
        guard !subjects.isEmpty else { return [] }
        var salience = Array(repeating: 0.0, count: subjects.count)
        var sentences: [CodePointSpan] = []
        entities.reset().bind(place.day).bind(place.article)
        while try entities.step() {
            for (number, keys) in subjects.enumerated() where keys.contains(entities.integer(0)) {
                salience[number] = max(salience[number], entities.double(2))
            }
            story.mentions += entities.integer(1)
            let sentence = CodePointSpan(start: entities.integer(3), end: entities.integer(4))
            if sentence.start < sentence.end, !sentences.contains(sentence) { sentences.append(sentence) }
        }
        story.salience = salience.reduce(1, *)
        return sentences
    }

    private func marks(in article: Int) throws(DatabaseError) -> [StoryEvidence.Mention] {
        guard !subjects.isEmpty else { return [] }
        mentions.reset().bind(article)
        var result: [StoryEvidence.Mention] = []
        while try mentions.step() {
            let span = CodePointSpan(start: mentions.integer(2), end: mentions.integer(3))
            let entity = mentions.integer(0)
            for number in subjects.indices where subjects[number].contains(entity) {
                result.append(
                    StoryEvidence.Mention(subject: number, isInTitle: mentions.integer(1) != 0, span: span))
            }
        }
        return result
    }
}

extension Story {
    fileprivate init(_ found: StoryFinder.Found, id: String) {
        self.init(
            key: found.place.article, id: id, title: "", mentions: 0, relevance: found.place.relevance,
            sentence: MarkedText(""), sentenceIsTitle: false, copies: found.copies)
    }
}
