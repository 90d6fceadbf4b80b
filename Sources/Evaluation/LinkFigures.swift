import NewsModel

/// The names of a gold article by their span.
private struct GoldLinks {
    /// Spans with the ids that are right there.
    var ids: [CodePointSpan: Set<String>] = [:]
    /// Of these, spans that need not be found.
    var optional: Set<CodePointSpan> = []
    /// Spans that mean what Wikidata does not have.
    var nils: Set<CodePointSpan> = []
    /// Spans of which nobody said what they mean.
    var unknown: Set<CodePointSpan> = []

    init(_ entities: [GoldEntity]) {
        for entity in entities {
            if let id = entity.wikidata, entity.isNamed {
                ids[entity.span, default: []].insert(id)
                if entity.isOptional { optional.insert(entity.span) }
            } else if entity.isNIL {
                nils.insert(entity.span)
            } else {
                unknown.insert(entity.span)
            }
        }
        nils.subtract(ids.keys)
        unknown.subtract(ids.keys)
        unknown.subtract(nils)
    }

    /// The spans that are to be found, and those that are alternatives to them: of nested spans the outer one, if it was
    /// found or nothing inside it was, else those inside.
    func alternatives(found: [CodePointSpan: String]) -> (wanted: Set<CodePointSpan>, aside: Set<CodePointSpan>) {
        let spans = Set(ids.keys).union(nils)
        var (wanted, aside): (Set<CodePointSpan>, Set<CodePointSpan>) = ([], [])
        for (outer, inner) in nesting(of: spans) {
            if found[outer] == nil, inner.contains(where: { found[$0] != nil }) {
                wanted.formUnion(inner)
                aside.insert(outer)
            } else {
                wanted.insert(outer)
                aside.formUnion(inner)
            }
        }
        return (wanted, aside.subtracting(wanted))
    }
}

/// What is counted of links.
private struct LinkTallies {
    var linked = Tally()
    var linkedWithoutNIL = Tally()
    var spans = Tally()
    var spansWithoutNIL = Tally()
    var documents = Tally()
    /// Gold spans that were found, and those of them with the right id.
    var found = 0
    var right = 0
    var idCount = 0
    var unknown = 0

    mutating func add(_ gold: GoldArticle, _ tagged: TaggedArticle?) {
        let links = GoldLinks(gold.coveredEntities)
        idCount += links.ids.count
        unknown += gold.coveredEntities.count { !$0.isNIL && ($0.wikidata == nil || !$0.isNamed) }
        let found = foundLinks(in: tagged, gold)
        let (alternatives, aside) = links.alternatives(found: found)
        let wanted = alternatives.filter { links.ids[$0] != nil && !links.optional.contains($0) }
        func isRight(_ span: CodePointSpan) -> Bool {
            guard let id = found[span] else { return false }
            return links.ids[span]?.contains(id) ?? false
        }
        let free = aside.union(links.unknown).union(links.optional.filter(isRight))
        let right = wanted.count(where: isRight)
        let spansFound = wanted.count { found[$0] != nil }
        func tally(_ right: Int, _ counted: [CodePointSpan]) -> Tally {
            Tally(right: right, wrong: counted.count - right, missed: wanted.count - right)
        }
        let counted = found.keys.filter { !free.contains($0) }
        let countedSpans = counted.filter { !links.optional.contains($0) }
        linked += tally(right, counted)
        linkedWithoutNIL += tally(right, counted.filter { !links.nils.contains($0) })
        spans += tally(spansFound, countedSpans)
        spansWithoutNIL += tally(spansFound, countedSpans.filter { !links.nils.contains($0) })
        self.found += spansFound
        self.right += right
        addDocument(links, found, wanted)
    }

    /// Compares the ids of the whole article.
    private mutating func addDocument(
        _ links: GoldLinks, _ found: [CodePointSpan: String], _ wanted: Set<CodePointSpan>
    ) {
        let ids = Set(wanted.flatMap { links.ids[$0] ?? [] })
        let all = Set(links.ids.values.joined())
        let foundIDs = found.filter { !links.nils.contains($0.key) && !links.unknown.contains($0.key) }.values
        documents.add(wanted: ids, found: Set(foundIDs), aside: all)
    }
}

/// Links by span and id, in two readings of names that mean nothing known: a link there is wrong, or left out.
func linkFigures(_ articles: [EvaluatedArticle]) throws(NoUsableGold) -> [Figure] {
    var tallies = LinkTallies()
    for (gold, tagged) in articles { tallies.add(gold, tagged) }
    guard tallies.idCount > 0 else { throw NoUsableGold(description: "no entity of the gold has a \"wikidata\" id") }
    return [
        Figure("links", tallies.linked), Figure("links, NIL spans left out", tallies.linkedWithoutNIL),
        Figure("spans", tallies.spans), Figure("spans, NIL spans left out", tallies.spansWithoutNIL),
        Figure("ids of articles", tallies.documents),
        Figure("right ids of spans found", value: Tally.share(tallies.right, of: tallies.found)),
        Figure("gold without an id", value: Double(tallies.unknown)),
    ]
}

/// The spans with a Wikidata id.
private func foundLinks(in tagged: TaggedArticle?, _ gold: GoldArticle) -> [CodePointSpan: String] {
    var found: [CodePointSpan: String] = [:]
    for mention in tagged?.mentions ?? [] where mention.zone != .title && gold.covers(mention.codePoints) {
        if isWikidataID(mention.entity) { found[mention.codePoints] = mention.entity }
    }
    return found
}

private func isWikidataID(_ id: String) -> Bool {
    let digits = id.utf8.dropFirst()
    return id.utf8.first == UInt8(ascii: "Q") && digits.first != UInt8(ascii: "0") && !digits.isEmpty
        && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
}

extension Tally {
    static func += (left: inout Tally, right: Tally) {
        left.right += right.right
        left.wrong += right.wrong
        left.missed += right.missed
    }
}
