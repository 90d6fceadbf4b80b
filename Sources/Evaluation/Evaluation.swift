import NewsModel

/// What can be measured with gold data.
public enum EvaluationTask: String, CaseIterable, Sendable {
    /// Spans and kinds of names.
    case names
    /// What names mean.
    case linking
    /// The countries that articles are about.
    case documents
    /// What articles are about.
    case topics

    /// The task that gold data is for, told by its fields; `nil` where it has nothing to measure.
    public init?(_ gold: [GoldArticle]) {
        if gold.contains(where: { $0.label != nil }) {
            self = .topics
        } else if gold.contains(where: { $0.places != nil }) {
            self = .documents
        } else {
            let entities = gold.flatMap { $0.entities ?? [] }
            guard !entities.isEmpty else { return nil }
            self = entities.contains { $0.wikidata != nil || $0.isNIL } ? .linking : .names
        }
    }
}

/// A gold article beside what was found in it; `nil` where nobody looked.
public typealias EvaluatedArticle = (gold: GoldArticle, found: TaggedArticle?)

/// Gold data that does not have what a task measures.
public struct NoUsableGold: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is missing.
    public let description: String
}

/// Measures a task.
///
/// - Parameter labels: what the labels or places of the gold stand for, where they are no ids themselves.
/// - Throws: `NoUsableGold`.
public func evaluate(
    _ task: EvaluationTask, _ articles: [EvaluatedArticle], labels: LabelMap = LabelMap()
) throws(NoUsableGold) -> [Figure] {
    switch task {
    case .names: try nameFigures(articles)
    case .linking: try linkFigures(articles)
    case .documents: try countryFigures(articles, labels)
    case .topics: try topicFigures(articles, labels)
    }
}

extension CodePointSpan {
    /// Whether the span lies within another and is not the same.
    func isInside(_ outer: CodePointSpan) -> Bool { self != outer && outer.start <= start && end <= outer.end }

    /// Whether the spans share a character.
    func overlaps(_ other: CodePointSpan) -> Bool { start < other.end && other.start < end }
}

/// The spans that lie within none of the others, each with those within it.
///
/// Sorted by start, the longer first, what lies within a span stands behind it.
func nesting(of spans: Set<CodePointSpan>) -> [(outer: CodePointSpan, inner: [CodePointSpan])] {
    let sorted = spans.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    var groups: [(outer: CodePointSpan, inner: [CodePointSpan])] = []
    var end = -1
    for (place, span) in sorted.enumerated() where span.end > end {
        end = span.end
        let behind = sorted[(place + 1)...].prefix { $0.start < span.end }
        groups.append((span, behind.filter { $0.end <= span.end }))
    }
    return groups
}
