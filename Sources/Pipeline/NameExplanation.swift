import Gazetteers
import Linking
import NewsModel
import Recognition
import Tokenization

/// What became of a name wherever its words stand in an article, and why: what `gazette explain` shows.
public struct NameExplanation: Sendable {
    /// One place where the words stand.
    public struct Place: Sendable {
        /// The words as the text has them.
        public var text: String
        public var isInTitle: Bool
        /// Where they stand in the title or in the text.
        public var span: CodePointSpan
        /// The sentence, as it stands there.
        public var sentence: String
        public var outcome: Outcome
    }

    /// What was made of the words.
    public enum Outcome: Sendable {
        /// They are a name of their own.
        case weighed(Verdict)
        /// They are a part of, or share words with, a name that was taken instead, given as the text has it.
        case partOf(String, Verdict)
        /// The gazetteer has the name, but asks for other letters in upper case or for a whole word.
        case writtenOtherwise
        /// No gazetteer has the name, and nothing beside it makes it one.
        case unknown
    }

    public var name: String
    /// In the order of the text.
    public var places: [Place] = []
    /// The entities that the gazetteer knows by the name, as numbers.
    public var entities: [Int] = []

    init(
        _ name: String, _ words: [Token], _ article: TokenizedArticle, _ verdicts: [Verdict],
        _ index: GazetteerIndex, _ diacritics: Diacritics
    ) {
        self.name = name
        let finder = PlaceFinder(article)
        let matcher = GazetteerMatcher(index: index, diacritics: diacritics)
        for name in index.names(equalTo: words).map(index.name) where !entities.contains(Int(name.entity)) {
            entities.append(Int(name.entity))
        }
        for range in finder.ranges(of: words) {
            let outcome = Self.outcome(of: range, article, verdicts, matcher, isName: !entities.isEmpty)
            places.append(finder.place(range, outcome))
        }
        guard places.isEmpty else { return }
        // An id or the usual name of something that the text calls otherwise.
        for verdict in verdicts {
            guard let linked = verdict.linked, linked.entity == name || linked.name == name else { continue }
            places.append(finder.place(verdict.tokens, .weighed(verdict)))
        }
    }

    private static func outcome(
        of range: Range<Int>, _ article: TokenizedArticle, _ verdicts: [Verdict], _ matcher: GazetteerMatcher,
        isName: Bool
    ) -> Outcome {
        let near = verdicts.filter { $0.tokens.overlaps(range) }
        if let same = near.first(where: { $0.tokens == range }) { return .weighed(same) }
        for verdict in near {
            if let inner = verdict.alternatives.first(where: { $0.tokens == range }) { return .weighed(inner) }
        }
        if let other = near.first { return .partOf(article.flatText(other.tokens), other) }
        return isName && !matcher.accepts(range, in: article) ? .writtenOtherwise : .unknown
    }
}

/// Finds where words stand in an article, and cuts out what is around them.
private struct PlaceFinder {
    private let article: TokenizedArticle
    private let title: OffsetConverter
    private let body: OffsetConverter

    init(_ article: TokenizedArticle) {
        self.article = article
        let titleEnd = max(0, article.bodyStart - 2)
        title = OffsetConverter(String(decoding: article.bytes[..<titleEnd], as: UTF8.self))
        body = OffsetConverter(String(decoding: article.bytes[article.bodyStart...], as: UTF8.self))
    }

    func ranges(of words: [Token]) -> [Range<Int>] {
        guard let first = words.first else { return [] }
        let tokens = article.tokens
        return tokens.indices.compactMap { start in
            guard tokens[start].key == first.key, start + words.count <= tokens.count else { return nil }
            let range = start..<start + words.count
            return zip(words, tokens[range]).allSatisfy { $0.key == $1.key } ? range : nil
        }
    }

    func place(_ range: Range<Int>, _ outcome: NameExplanation.Outcome) -> NameExplanation.Place {
        let isInTitle = article.isInTitle(range.lowerBound)
        var span = article.span(range)
        let sentence = article.tokenized.sentences[Int(article.tokens[range.lowerBound].sentence)]
        if !isInTitle {
            span.start -= article.bodyStart
            span.end -= article.bodyStart
        }
        let text = String(decoding: article.bytes[sentence.start..<sentence.end], as: UTF8.self)
        return NameExplanation.Place(
            text: article.flatText(range), isInTitle: isInTitle,
            span: isInTitle ? title.codePoints(span) : body.codePoints(span),
            sentence: text.split(whereSeparator: \.isWhitespace).joined(separator: " "), outcome: outcome)
    }
}
