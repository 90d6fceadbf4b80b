import Gazetteers
import Glibc
import NewsModel
import Recognition
import Tokenization

/// Decides which entity each mention of a story means, or that it means none that is known.
///
/// Each candidate has a log-linear score: the sum of its evidence, each piece times its weight. So has the possibility that
/// the name means nothing known; the highest score wins.
///
///     let linked = Linker(index: index, model: model).link(mentions, in: article)
public struct Linker: Sendable {
    private let index: GazetteerIndex
    private let model: LinkingModel

    /// A linker over the entities of an index.
    public init(index: GazetteerIndex, model: LinkingModel) {
        self.index = index
        self.model = model
    }

    /// The mentions that mean something, in order; names that mean nothing in this story are left out.
    public func link(
        _ mentions: [RecognizedMention], in article: TokenizedArticle, _ facts: StoryFacts = StoryFacts()
    ) -> [LinkedMention] {
        var linked: [LinkedMention] = []
        linked.reserveCapacity(mentions.count)
        for decision in decide(mentions, article, facts, keepsEvidence: false) { decision.append(to: &linked) }
        return linked
    }

    /// What became of each mention and why, in the order given.
    public func decisions(
        on mentions: [RecognizedMention], in article: TokenizedArticle, _ facts: StoryFacts = StoryFacts()
    ) -> [LinkingDecision] {
        decide(mentions, article, facts, keepsEvidence: true)
    }

    private func decide(
        _ mentions: [RecognizedMention], _ article: TokenizedArticle, _ facts: StoryFacts, keepsEvidence: Bool
    ) -> [LinkingDecision] {
        let scorer = CandidateScorer(
            article: article, context: StoryContext(article, mentions, index), index: index, model: model,
            siteCountry: facts.siteCountry, agreements: model.roles.agreements(with: facts.topics),
            keepsEvidence: keepsEvidence)
        let senses = MentionSenses(mentions, scorer)
        var decisions = mentions.indices.map { decision(on: mentions[$0], senses.sense(ofMention: $0), scorer) }
        for number in mentions.indices {
            guard let antecedent = mentions[number].antecedent, let full = decisions[antecedent].linked else { continue }
            weighShortForm(mentions[number], of: full, &decisions[number], scorer)
        }
        for number in decisions.indices where decisions[number].linked == nil {
            decisions[number].alternatives = alternatives(of: mentions[number], scorer)
        }
        return decisions
    }

    /// What shorter and overlapping names mean where the longest means nothing, the longest first.
    private func alternatives(of mention: RecognizedMention, _ scorer: CandidateScorer) -> [LinkingDecision] {
        var taken: [LinkingDecision] = []
        for alternative in mention.alternatives {
            if taken.contains(where: { $0.linked != nil && $0.tokens.overlaps(alternative.tokens) }) { continue }
            var decision = LinkingDecision(
                tokens: alternative.tokens, candidates: MentionSenses.ranked(scorer.candidates(of: alternative)),
                unknown: unknown(alternative, isPart: true, keepsEvidence: scorer.keepsEvidence), rule: .belowLeast)
            takeBest(&decision)
            taken.append(decision)
        }
        return taken
    }

    private func decision(
        on mention: RecognizedMention, _ sense: MentionSenses.Sense?, _ scorer: CandidateScorer
    ) -> LinkingDecision {
        var decision = LinkingDecision(
            tokens: mention.tokens, candidates: sense?.candidates ?? [], sharedBy: sense?.count ?? 1,
            unknown: unknown(mention, isPart: false, keepsEvidence: scorer.keepsEvidence), rule: .belowLeast)
        takeBest(&decision)
        guard decision.linked == nil else { return decision }
        if let guess = mention.guess {
            decision.linked = unknownName(mention, guess, scorer.article)
            decision.rule = .unknownName
        } else if mention.tokens.count >= 2, let best = decision.candidates.first,
            index.kind(ofEntity: best.entity) == .person
        {
            // A person whom the gazetteer only shares a name with is still a person.
            decision.linked = unknownName(mention, .person, scorer.article)
            decision.rule = .namesake
        }
        return decision
    }

    /// Links a mention to its best candidate where that scores more than nothing known.
    private func takeBest(_ decision: inout LinkingDecision) {
        guard let best = decision.candidates.first, best.evidence.score >= decision.unknown.score else { return }
        let entity = index.entity(best.entity)
        decision.rule = .bestCandidate
        decision.linked = LinkedMention(
            tokens: decision.tokens, kind: entity.kind, entityNumber: best.entity, entity: entity.id,
            name: entity.name, role: entity.role, form: best.form,
            confidence: Self.share(of: best.evidence.score, among: decision))
    }

    /// Lets a mention mean what the full name in the story means, unless another candidate scores more.
    private func weighShortForm(
        _ mention: RecognizedMention, of full: LinkedMention, _ decision: inout LinkingDecision, _ scorer: CandidateScorer
    ) {
        let first = mention.tokens.lowerBound
        // Of institutions only acronyms are short forms: "Russian" is not the "Russian Duma".
        guard full.kind == .person || scorer.article.tokens[first].shape.contains(.upper) else { return }
        var evidence = Evidence(isKept: scorer.keepsEvidence)
        evidence.add(.shortForm, model.weights)
        if let entity = full.entityNumber {
            evidence.add(.prior, index.weight(ofEntity: entity), model.weights)
        } else {
            evidence.add(.shortFormOfUnknown, model.weights)
        }
        if mention.hasTitle { evidence.add(.personCue, model.weights) }
        if first > 0, CueWords.placePrepositions.contains(scorer.article.tokens[first - 1].key) {
            evidence.add(.placeCueOfShortForm, model.weights)
        }
        decision.shortForm = LinkingDecision.ShortForm(full: full, evidence: evidence)
        if let best = decision.candidates.first, best.evidence.score > evidence.score,
            best.evidence.score >= decision.unknown.score
        {
            return
        }
        var short = full
        short.tokens = mention.tokens
        short.form = full.kind == .organization ? .acronym : .surname
        short.confidence = min(full.confidence, Self.share(of: evidence.score, among: decision))
        decision.linked = short
        decision.rule = .shortForm
    }

    /// What speaks for a name meaning nothing known.
    private func unknown(_ mention: RecognizedMention, isPart: Bool, keepsEvidence: Bool) -> Evidence {
        var evidence = Evidence(isKept: keepsEvidence)
        evidence.add(mention.tokens.count == 1 ? .unknownWord : .unknownName, model.weights)
        if isPart { evidence.add(.unknownPart, model.weights) }
        return evidence
    }

    /// A name that no gazetteer has: its key is the same for the same name and kind everywhere.
    private func unknownName(
        _ mention: RecognizedMention, _ kind: Kind, _ article: TokenizedArticle
    ) -> LinkedMention {
        let keys = mention.tokens.map { article.key($0) }
        return LinkedMention(
            tokens: mention.tokens, kind: kind, entityNumber: nil,
            entity: "nil:\(kind.rawValue)/\(keys.joined(separator: "-"))", name: article.flatText(mention.tokens),
            role: "", form: .guess, confidence: mention.hasTitle ? 0.7 : 0.5)
    }

    /// The probability of a score among those of the other readings (softmax); its own reading counts once.
    private static func share(of score: Double, among decision: LinkingDecision) -> Double {
        var sum = exp(decision.unknown.score - score)
        for candidate in decision.candidates { sum += exp(candidate.evidence.score - score) }
        return decision.candidates.contains { $0.evidence.score == score } ? 1 / sum : 1 / (1 + sum)
    }
}

extension LinkingDecision {
    /// Appends the mention, or where it means nothing what the names inside and across it mean, in order.
    func append(to result: inout [LinkedMention]) {
        if let linked {
            result.append(linked)
        } else if !alternatives.isEmpty {
            result += alternatives.compactMap(\.linked).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
    }
}
