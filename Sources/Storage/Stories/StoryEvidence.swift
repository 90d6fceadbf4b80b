import NewsModel

/// What in an article shows that it answers a question, and the sentence that shows most.
struct StoryEvidence {
    /// A mention of something that was asked for.
    struct Mention {
        /// Which of the things asked for.
        var subject: Int
        var isInTitle: Bool
        /// In the title or the text.
        var span: CodePointSpan
    }

    /// One thing that was asked for, a subject or a term, and where it stands.
    private struct Mark {
        var subject: Int
        var span: UTF8Span
    }

    /// The sentence of `Story.sentence`, and whether it is the title.
    let sentence: (MarkedText, isTitle: Bool)

    /// - Parameter sentences: those of the text that may be shown where no words are asked for; else all are looked at.
    init(title: String, text: String, mentions: [Mention], sentences: [CodePointSpan], matcher: FullTextMatcher?) {
        let converter = OffsetConverter(text)
        var marks = mentions.filter { !$0.isInTitle }.map {
            Mark(subject: $0.subject, span: converter.utf8Span($0.span))
        }
        var spans = sentences.map { converter.utf8Span($0) }
        if let matcher {
            let found = matcher.find(in: text, .text)
            marks += Self.marks(found.hits)
            spans = found.sentences
        }
        if let best = Self.best(of: spans, marks) {
            sentence = (Self.marked(text, best, marks), false)
            return
        }
        let inTitle = Self.titleMarks(title, mentions, matcher)
        if !inTitle.isEmpty {
            sentence = (Self.marked(title, UTF8Span(start: 0, end: title.utf8.count), inTitle), true)
        } else {
            sentence = (MarkedText(String(text.prefix { $0 != "\n" })).onOneLine, false)
        }
    }

    private static func titleMarks(_ title: String, _ mentions: [Mention], _ matcher: FullTextMatcher?) -> [Mark] {
        let converter = OffsetConverter(title)
        let marks = mentions.filter(\.isInTitle).map {
            Mark(subject: $0.subject, span: converter.utf8Span($0.span))
        }
        return marks + (matcher.map { Self.marks($0.find(in: title, .title).hits) } ?? [])
    }

    /// Terms have negative numbers, so that they are told from subjects.
    private static func marks(_ hits: [FullTextMatcher.Hit]) -> [Mark] {
        hits.map { Mark(subject: -1 - $0.term, span: $0.span) }
    }

    /// The first of the sentences that have the most of what was asked for; `nil` where none has any.
    private static func best(of sentences: [UTF8Span], _ marks: [Mark]) -> UTF8Span? {
        let marks = marks.sorted { $0.span < $1.span }
        var best: (sentence: UTF8Span, count: Int)?
        for sentence in sentences.sorted() {
            let first = firstIndex(of: marks, from: sentence.start)
            let inside = marks[first...].prefix { $0.span.start < sentence.end }.filter { $0.span.end <= sentence.end }
            let count = Set(inside.map(\.subject)).count
            if count > (best?.count ?? 0) { best = (sentence, count) }
        }
        return best?.sentence
    }

    /// The first of sorted marks that begins at an offset or behind it.
    private static func firstIndex(of marks: [Mark], from offset: Int) -> Int {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].span.start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func marked(_ text: String, _ sentence: UTF8Span, _ marks: [Mark]) -> MarkedText {
        let part = String(decoding: Array(text.utf8)[sentence.start..<sentence.end], as: UTF8.self)
        let converter = OffsetConverter(part)
        let inside = marks.filter { sentence.contains($0.span) }.map { mark in
            converter.codePoints(
                UTF8Span(start: mark.span.start - sentence.start, end: mark.span.end - sentence.start))
        }
        return MarkedText(part, marks: inside).onOneLine
    }
}
