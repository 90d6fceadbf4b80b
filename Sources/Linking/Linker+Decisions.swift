import Gazetteers
import NewsModel
import Recognition
import Tokenization

extension Linker {
    /// Takes candidates away that a user ruled out, and gives a mention what a user said that it means.
    func apply(_ ruling: StoryRulings.NameRuling, to verdict: inout Verdict, _ article: TokenizedArticle) {
        for excluded in ruling.excluded {
            let number = index.entityNumber(ofID: excluded.entity)
            let name = number.map { index.entity($0).name } ?? ""
            let isCandidate = verdict.candidates.contains { $0.entity == number }
            guard isCandidate || number == nil else { continue }
            verdict.excluded.append(Verdict.Exclusion(entity: excluded.entity, name: name, line: excluded.line))
            verdict.candidates.removeAll { $0.entity == number }
        }
        guard let outcome = ruling.outcome else { return }
        verdict.rule = .decided(line: outcome.line)
        verdict.linked = outcome.entity.flatMap { linked(to: $0, verdict, article) }
    }

    /// A mention of an entity by decision; `nil` for an id that neither a gazetteer has nor tells its kind.
    private func linked(to id: String, _ verdict: Verdict, _ article: TokenizedArticle) -> LinkedMention? {
        guard let number = index.entityNumber(ofID: id) else {
            return Kind(ofUnknown: id).map { kind in
                var linked = unknownName(verdict.tokens, kind, article, hasTitle: false)
                linked.entity = id
                linked.confidence = 1
                return linked
            }
        }
        let entity = index.entity(number)
        let form = verdict.candidates.first { $0.entity == number }?.form
        return LinkedMention(
            tokens: verdict.tokens, kind: entity.kind, entityNumber: number, entity: id, name: entity.name,
            role: entity.role, form: form ?? .alias, confidence: 1)
    }

    /// Adds mentions that only a decision makes: names that no stage before found.
    func addDecided(_ rulings: StoryRulings, to verdicts: inout [Verdict], _ article: TokenizedArticle) {
        let places = rulings.places(in: article.tokens)
        guard !places.isEmpty else { return }
        var isTaken = [Bool](repeating: false, count: article.tokens.count)
        for verdict in verdicts {
            var linked: [LinkedMention] = []
            verdict.append(to: &linked)
            // Names that no gazetteer has are guesses, which a decision overrules; so does a decision on just these words.
            let ranges =
                linked.filter { $0.entityNumber != nil }.map(\.tokens) + (verdict.isDecided ? [verdict.tokens] : [])
            for token in ranges.joined() { isTaken[token] = true }
        }
        var added: [Verdict] = []
        for tokens in places where !tokens.contains(where: { isTaken[$0] }) {
            guard let ruling = rulings.ruling(on: article.tokens[tokens]) else { continue }
            var verdict = Verdict(
                tokens: tokens, candidates: [], unknown: Evidence(isKept: false), rule: .belowLeast)
            apply(ruling, to: &verdict, article)
            guard verdict.isLinked else { continue }
            for token in tokens { isTaken[token] = true }
            added.append(verdict)
        }
        guard !added.isEmpty else { return }
        let isAdded = added.reduce(into: [Bool](repeating: false, count: article.tokens.count)) { result, verdict in
            for token in verdict.tokens { result[token] = true }
        }
        verdicts.removeAll { verdict in !verdict.isDecided && verdict.tokens.contains { isAdded[$0] } }
        verdicts += added
        verdicts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Puts the entity that a user merged another with in the place of that.
    func merge(_ verdict: inout Verdict, _ merges: [String: UserDecisions.Merge]) {
        for number in verdict.alternatives.indices { merge(&verdict.alternatives[number], merges) }
        guard let old = verdict.linked, let merge = merges[old.entity] else { return }
        verdict.merged = Verdict.Exclusion(entity: old.entity, name: old.name, line: merge.line)
        verdict.linked?.entity = merge.entity
        guard let number = index.entityNumber(ofID: merge.entity) else {
            verdict.linked?.entityNumber = nil
            verdict.linked?.role = ""
            if let kind = Kind(ofUnknown: merge.entity) { verdict.linked?.kind = kind }
            return
        }
        let entity = index.entity(number)
        verdict.linked?.entityNumber = number
        verdict.linked?.kind = entity.kind
        verdict.linked?.name = entity.name
        verdict.linked?.role = entity.role
    }
}

extension Verdict {
    /// Whether a user decided what the mention means.
    var isDecided: Bool {
        if case .decided = rule { return true }
        return false
    }
}
