import NewsModel

/// A span with what sort of name it is.
private struct TypedSpan: Hashable {
    var span: CodePointSpan
    var type: String
}

/// The types that are measured, as gold data calls them.
private let measuredTypes = [("person", "PER"), ("place", "LOC"), ("organization", "ORG")]

private func type(of kind: Kind) -> String? {
    switch kind {
    case .person: "PER"
    case .country, .place: "LOC"
    case .organization: "ORG"
    case .event, .product, .other: nil
    }
}

/// Names by exact span and type, by type, and by span alone; and the share of gold spans that something found touches.
///
/// Gold of other types and demonyms are left out. A gold name inside another may be found or not.
func nameFigures(_ articles: [EvaluatedArticle]) throws(NoUsableGold) -> [Figure] {
    var all = Tally()
    var byType = measuredTypes.map { _ in Tally() }
    var spans = Tally()
    var (touched, wanted) = (0, 0)
    for (gold, tagged) in articles {
        let entities = Set(gold.coveredEntities.map { TypedSpan(span: $0.span, type: $0.type) })
        let inner = innerNames(entities)
        let required = entities.subtracting(inner).filter { entity in measuredTypes.contains { $0.1 == entity.type } }
        let found = foundNames(in: tagged, gold)
        all.add(wanted: required, found: found, aside: inner)
        for (place, measured) in measuredTypes.enumerated() {
            byType[place].add(
                wanted: required.filter { $0.type == measured.1 }, found: found.filter { $0.type == measured.1 },
                aside: inner)
        }
        let requiredSpans = Set(required.map(\.span))
        let foundSpans = Set(found.map(\.span))
        spans.add(wanted: requiredSpans, found: foundSpans, aside: Set(inner.map(\.span)))
        wanted += requiredSpans.count
        touched += countTouched(requiredSpans, by: foundSpans)
    }
    guard wanted > 0 else { throw NoUsableGold(description: "no entity of the gold has the type PER, LOC or ORG") }
    return [Figure("names", all)] + zip(measuredTypes, byType).map { Figure($0.0, $1) }
        + [Figure("spans alone", spans), Figure("gold spans touched", value: Tally.share(touched, of: wanted))]
}

private func foundNames(in tagged: TaggedArticle?, _ gold: GoldArticle) -> Set<TypedSpan> {
    var found: Set<TypedSpan> = []
    for mention in tagged?.mentions ?? [] where mention.zone != .title && mention.form != .demonym {
        guard gold.covers(mention.codePoints), let type = type(of: mention.kind) else { continue }
        found.insert(TypedSpan(span: mention.codePoints, type: type))
    }
    return found
}

/// Those that lie inside another, whatever its type.
private func innerNames(_ names: Set<TypedSpan>) -> Set<TypedSpan> {
    let inner = Set(nesting(of: Set(names.map(\.span))).flatMap(\.inner))
    return names.filter { inner.contains($0.span) }
}

private func countTouched(_ wanted: Set<CodePointSpan>, by found: Set<CodePointSpan>) -> Int {
    let found = found.sorted { $0.start < $1.start }
    // The furthest end of those up to each.
    var ends: [Int] = []
    for span in found { ends.append(max(span.end, ends.last ?? 0)) }
    return wanted.count { span in
        // The last that begins before the end of this one.
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle].start < span.end { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ends[low - 1] > span.start
    }
}
