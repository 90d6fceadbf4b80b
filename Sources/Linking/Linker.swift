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
    let index: GazetteerIndex
    private let model: LinkingModel
    let decisions: UserDecisions?

    /// A linker over the entities of an index; the decisions of a user overrule it.
    public init(index: GazetteerIndex, model: LinkingModel, decisions: UserDecisions? = nil) {
        self.index = index
        self.model = model
        self.decisions = decisions
    }

    /// The mentions that mean something, in order; names that mean nothing in this story are left out.
    public func link(
        _ mentions: [RecognizedMention], in article: TokenizedArticle, _ facts: StoryFacts = StoryFacts()
    ) -> [LinkedMention] {
        var linked: [LinkedMention] = []
        linked.reserveCapacity(mentions.count)
        for verdict in decide(mentions, article, facts, keepsEvidence: false) { verdict.append(to: &linked) }
        return linked
    }

    /// What became of each mention and why, in the order given.
    public func verdicts(
        on mentions: [RecognizedMention], in article: TokenizedArticle, _ facts: StoryFacts = StoryFacts()
    ) -> [Verdict] {
        decide(mentions, article, facts, keepsEvidence: true)
    }

    private func decide(
        _ mentions: [RecognizedMention], _ article: TokenizedArticle, _ facts: StoryFacts, keepsEvidence: Bool
    ) -> [Verdict] {
        let scorer = CandidateScorer(
            article: article, context: StoryContext(article, mentions, index), index: index, model: model,
            siteCountry: facts.siteCountry, agreements: model.roles.agreements(with: facts.topics),
            keepsEvidence: keepsEvidence)
        let rulings = decisions?.rulings(forArticle: facts.article, site: facts.site)
        let senses = MentionSenses(mentions, scorer)
        var verdicts = mentions.indices.map {
            verdict(on: mentions[$0], senses.sense(ofMention: $0), rulings, scorer)
        }
        for number in mentions.indices {
            guard let antecedent = mentions[number].antecedent, let full = verdicts[antecedent].linked else { continue }
            weighShortForm(mentions[number], of: full, &verdicts[number], scorer)
        }
        for number in verdicts.indices
        where !verdicts[number].isLinked && !verdicts[number].isDecided && verdicts[number].rule != .phrase {
            verdicts[number].alternatives = alternatives(of: mentions[number], rulings, scorer)
        }
        if let rulings { addDecided(rulings, to: &verdicts, article) }
        if let decisions, !decisions.merges.isEmpty {
            for number in verdicts.indices { merge(&verdicts[number], decisions.merges) }
        }
        return verdicts
    }

    /// What shorter and overlapping names mean where the longest means nothing, the longest first.
    private func alternatives(
        of mention: RecognizedMention, _ rulings: StoryRulings?, _ scorer: CandidateScorer
    ) -> [Verdict] {
        var taken: [Verdict] = []
        for alternative in mention.alternatives {
            if taken.contains(where: { $0.isLinked && $0.tokens.overlaps(alternative.tokens) }) { continue }
            var verdict = Verdict(
                tokens: alternative.tokens, candidates: MentionSenses.ranked(scorer.candidates(of: alternative)),
                unknown: unknown(alternative, isPart: true, keepsEvidence: scorer.keepsEvidence), rule: .belowLeast)
            if let ruling = rulings?.ruling(on: scorer.article.tokens[alternative.tokens]) {
                apply(ruling, to: &verdict, scorer.article)
            }
            if !verdict.isDecided { takeBest(&verdict) }
            taken.append(verdict)
        }
        return taken
    }

    private func verdict(
        on mention: RecognizedMention, _ sense: MentionSenses.Sense?, _ rulings: StoryRulings?,
        _ scorer: CandidateScorer
    ) -> Verdict {
        var verdict = Verdict(
            tokens: mention.tokens, candidates: sense?.candidates ?? [], sharedBy: sense?.count ?? 1,
            unknown: unknown(mention, isPart: false, keepsEvidence: scorer.keepsEvidence), rule: .belowLeast)
        if let ruling = rulings?.ruling(on: scorer.article.tokens[mention.tokens]) {
            apply(ruling, to: &verdict, scorer.article)
            if verdict.isDecided { return verdict }
        }
        if let best = verdict.candidates.first, index.roleKey(ofEntity: best.entity) == Self.phrase {
            verdict.rule = .phrase
            return verdict
        }
        takeBest(&verdict)
        if !verdict.isLinked { takeUnknown(mention, &verdict, scorer.article) }
        return verdict
    }

    /// The role of phrases that hold a name and mean none: "Brazil nut".
    private static let phrase = TokenKey.hash(of: "phrase")

    /// Takes a mention for a name that no gazetteer has, where it looks like one.
    private func takeUnknown(_ mention: RecognizedMention, _ verdict: inout Verdict, _ article: TokenizedArticle) {
        if let guess = mention.guess {
            verdict.linked = unknownName(mention.tokens, guess, article, hasTitle: mention.hasTitle)
            verdict.rule = .unknownName
        } else if mention.tokens.count >= 2, let best = verdict.candidates.first,
            index.kind(ofEntity: best.entity) == .person
        {
            // A person whom the gazetteer only shares a name with is still a person.
            verdict.linked = unknownName(mention.tokens, .person, article, hasTitle: mention.hasTitle)
            verdict.rule = .namesake
        } else if let excluded = verdict.excluded.first, let number = index.entityNumber(ofID: excluded.entity) {
            // So is a person or institution that is not the one it was taken for.
            let kind = index.kind(ofEntity: number)
            guard kind == .person || kind == .organization else { return }
            verdict.linked = unknownName(mention.tokens, kind, article, hasTitle: mention.hasTitle)
            verdict.rule = .namesake
        }
        if let linked = verdict.linked, verdict.excluded.contains(where: { $0.entity == linked.entity }) {
            verdict.linked = nil
            verdict.rule = .belowLeast
        }
    }

    /// Links a mention to its best candidate where that scores more than nothing known.
    private func takeBest(_ verdict: inout Verdict) {
        guard let best = verdict.candidates.first, best.evidence.score >= verdict.unknown.score else { return }
        let entity = index.entity(best.entity)
        verdict.rule = .bestCandidate
        verdict.linked = LinkedMention(
            tokens: verdict.tokens, kind: entity.kind, entityNumber: best.entity, entity: entity.id,
            name: entity.name, role: entity.role, form: best.form,
            confidence: Self.share(of: best.evidence.score, among: verdict))
    }

    /// Lets a mention mean what the full name in the story means, unless another candidate scores more.
    private func weighShortForm(
        _ mention: RecognizedMention, of full: LinkedMention, _ verdict: inout Verdict, _ scorer: CandidateScorer
    ) {
        let first = mention.tokens.lowerBound
        // Of institutions acronyms and words like "Bank" are short forms: "Russian" is not the "Russian Duma".
        let token = scorer.article.tokens[first]
        guard !verdict.isDecided, !verdict.excluded.contains(where: { $0.entity == full.entity }),
            full.kind == .person || token.shape.contains(.upper) || CueWords.organizationHeads.contains(token.key)
        else { return }
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
        verdict.shortForm = Verdict.ShortForm(full: full, evidence: evidence)
        if let best = verdict.candidates.first, best.evidence.score > evidence.score,
            best.evidence.score >= verdict.unknown.score
        {
            return
        }
        var short = full
        short.tokens = mention.tokens
        short.form = full.kind != .organization ? .surname : token.shape.contains(.upper) ? .acronym : .alias
        short.confidence = min(full.confidence, Self.share(of: evidence.score, among: verdict))
        verdict.linked = short
        verdict.rule = .shortForm
    }

    /// What speaks for a name meaning nothing known.
    private func unknown(_ mention: RecognizedMention, isPart: Bool, keepsEvidence: Bool) -> Evidence {
        var evidence = Evidence(isKept: keepsEvidence)
        evidence.add(mention.tokens.count == 1 ? .unknownWord : .unknownName, model.weights)
        if isPart { evidence.add(.unknownPart, model.weights) }
        return evidence
    }

    /// A name that no gazetteer has: its key is the same for the same name and kind everywhere.
    func unknownName(
        _ tokens: Range<Int>, _ kind: Kind, _ article: TokenizedArticle, hasTitle: Bool
    ) -> LinkedMention {
        var entity = "nil:" + kind.rawValue + "/" + article.key(tokens.lowerBound)
        for token in tokens.dropFirst() { entity += "-" + article.key(token) }
        return LinkedMention(
            tokens: tokens, kind: kind, entityNumber: nil, entity: entity, name: article.flatText(tokens), role: "",
            form: .guess, confidence: hasTitle ? 0.7 : 0.5)
    }

    /// The probability of a score among those of the other readings (softmax); its own reading counts once.
    private static func share(of score: Double, among verdict: Verdict) -> Double {
        var sum = exp(verdict.unknown.score - score)
        for candidate in verdict.candidates { sum += exp(candidate.evidence.score - score) }
        return verdict.candidates.contains { $0.evidence.score == score } ? 1 / sum : 1 / (1 + sum)
    }
}

extension Verdict {
    /// Whether the mention means something; told without a copy of what it means.
    var isLinked: Bool {
        if case .some = linked { return true }
        return false
    }

    /// Appends the mention, or where it means nothing what the names inside and across it mean, in order.
    func append(to result: inout [LinkedMention]) {
        if let linked {
            result.append(linked)
        } else if !alternatives.isEmpty {
            result += alternatives.compactMap(\.linked).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
    }
}
