import Gazetteers
import Glibc
import NewsModel
import Recognition
import Tokenization

/// A mention with the one entity it means.
public struct LinkedMention: Sendable, Equatable {
    public var tokens: Range<Int>
    public var kind: Kind
    /// Number of the entity in the gazetteer; `nil` for a name that no gazetteer has.
    public var entityNumber: Int?
    /// `Q…`, `gz:…` or `nil:…`.
    public var entity: String
    /// The entity's usual name, or the fullest form in the story.
    public var name: String
    public var role: String
    public var form: MentionForm
    /// 0…1.
    public var confidence: Double
}

/// Decides which entity each mention of a story means, or that it means none that is known.
///
///     let linked = Linker(index: index).link(mentions, in: article)
public struct Linker: Sendable {
    private let index: GazetteerIndex
    private let weights: LinkingWeights

    /// A linker over the entities of an index.
    public init(index: GazetteerIndex, weights: LinkingWeights = LinkingWeights()) {
        self.index = index
        self.weights = weights
    }

    /// The mentions that mean something, in the order given; names that mean nothing in this story are left out.
    public func link(_ mentions: [RecognizedMention], in article: TokenizedArticle) -> [LinkedMention] {
        let context = StoryContext(article, mentions, index)
        let scorer = CandidateScorer(article: article, context: context, index: index, weights: weights)
        var linked = [LinkedMention?](repeating: nil, count: mentions.count)
        let choices = bestCandidates(mentions, scorer)
        for (number, mention) in mentions.enumerated() where mention.antecedent == nil {
            linked[number] = decide(mention, choices[number], article)
        }
        for (number, mention) in mentions.enumerated() {
            guard let antecedent = mention.antecedent else { continue }
            linked[number] = decideShortForm(mention, choices[number], linked[antecedent], article)
        }
        return mentions.indices.flatMap { number in
            linked[number].map { [$0] } ?? decideAlternatives(mentions[number], scorer, article)
        }
    }

    /// What shorter and overlapping names mean where the longest means nothing, in order.
    private func decideAlternatives(
        _ mention: RecognizedMention, _ scorer: CandidateScorer, _ article: TokenizedArticle
    ) -> [LinkedMention] {
        var taken: [LinkedMention] = []
        for alternative in mention.alternatives where !taken.contains(where: { $0.tokens.overlaps(alternative.tokens) })
        {
            let best = scorer.candidates(of: alternative).max { ($0.score, $1.entity) < ($1.score, $0.entity) }
            let least = alternative.tokens.count == 1 ? weights.leastScoreOfWord : weights.leastScoreOfName
            if let best, best.score >= least + weights.partOfName { taken.append(known(alternative, best, least)) }
        }
        return taken.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The best candidate of each mention: one sense for the same words all through the story.
    private func bestCandidates(
        _ mentions: [RecognizedMention], _ scorer: CandidateScorer
    ) -> [CandidateScorer.Candidate?] {
        var numbers: [NameGroup: Int] = [:]
        var groups: [(sum: [CandidateScorer.Candidate], count: Int)] = []
        let groupOfMention = mentions.map { mention -> Int? in
            guard let group = NameGroup(mention.names) else { return nil }
            let candidates = scorer.candidates(of: mention)
            guard let number = numbers[group] else {
                numbers[group] = groups.count
                groups.append((candidates, 1))
                return groups.count - 1
            }
            for place in candidates.indices { groups[number].sum[place].score += candidates[place].score }
            groups[number].count += 1
            return number
        }
        let best = groups.map { group -> CandidateScorer.Candidate? in
            // Entities are numbered by id, so that equal scores are decided the same way every time.
            var choice = group.sum.max { ($0.score, $1.entity) < ($1.score, $0.entity) }
            choice?.score /= Double(group.count)
            return choice
        }
        return groupOfMention.map { $0.flatMap { best[$0] } }
    }

    /// Mentions written with the same words have the same gazetteer names, which lie together in the index.
    private struct NameGroup: Hashable {
        var first: Int
        var last: Int
        var count: Int

        init?(_ names: [Int]) {
            guard let first = names.first, let last = names.last else { return nil }
            self.first = first
            self.last = last
            count = names.count
        }
    }

    private func decide(
        _ mention: RecognizedMention, _ choice: CandidateScorer.Candidate?, _ article: TokenizedArticle
    ) -> LinkedMention? {
        let least = mention.tokens.count == 1 ? weights.leastScoreOfWord : weights.leastScoreOfName
        if let choice, choice.score >= least { return known(mention, choice, least) }
        // A person whom the gazetteer only shares a name with is still a person.
        if let choice, mention.guess == nil, mention.tokens.count >= 2, index.kind(ofEntity: choice.entity) == .person {
            return unknown(mention, .person, article)
        }
        return mention.guess.map { unknown(mention, $0, article) }
    }

    private func decideShortForm(
        _ mention: RecognizedMention, _ choice: CandidateScorer.Candidate?, _ full: LinkedMention?,
        _ article: TokenizedArticle
    ) -> LinkedMention? {
        guard let full else { return decide(mention, choice, article) }
        let least = weights.leastScoreOfWord
        var score = weights.shortForm
        if mention.hasTitle { score += weights[.personCue] }
        if isPlaceCued(mention, article) { score -= 2 * weights[.placeCue] }
        if let choice, choice.score > score { return known(mention, choice, least) }
        var short = full
        short.tokens = mention.tokens
        short.form = full.kind == .organization ? .acronym : .surname
        short.confidence = min(full.confidence, confidence(score, least))
        return short
    }

    private func isPlaceCued(_ mention: RecognizedMention, _ article: TokenizedArticle) -> Bool {
        let first = mention.tokens.lowerBound
        return first > 0 && CueWords.placePrepositions.contains(article.tokens[first - 1].key)
    }

    private func known(
        _ mention: RecognizedMention, _ choice: CandidateScorer.Candidate, _ least: Double
    ) -> LinkedMention {
        let entity = index.entity(choice.entity)
        return LinkedMention(
            tokens: mention.tokens, kind: entity.kind, entityNumber: choice.entity, entity: entity.id,
            name: entity.name,
            role: entity.role, form: choice.form, confidence: confidence(choice.score, least))
    }

    /// A name that no gazetteer has: its key is the same for the same name and kind everywhere.
    private func unknown(_ mention: RecognizedMention, _ kind: Kind, _ article: TokenizedArticle) -> LinkedMention {
        let keys = mention.tokens.map { article.key($0) }
        return LinkedMention(
            tokens: mention.tokens, kind: kind, entityNumber: nil,
            entity: "nil:\(kind.rawValue)/\(keys.joined(separator: "-"))", name: article.flatText(mention.tokens),
            role: "", form: .guess, confidence: mention.hasTitle ? 0.7 : 0.5)
    }

    /// A score above the least as a number between 0.5 and 1 (logistic).
    private func confidence(_ score: Double, _ least: Double) -> Double {
        1 / (1 + exp(least - score))
    }
}
