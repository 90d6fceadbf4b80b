import Gazetteers
import NewsModel
import Recognition
import Tokenization

/// Scores the entities that a mention could mean, each by what speaks for and against it.
struct CandidateScorer {
    let article: TokenizedArticle
    let context: StoryContext
    let index: GazetteerIndex
    let weights: LinkingWeights

    /// An entity, the gazetteer's name for it that fits best, and its score.
    struct Candidate {
        var entity: Int
        var form: MentionForm
        var score: Double
    }

    /// The candidates of a mention, each entity once, in the order of its names.
    func candidates(of mention: RecognizedMention) -> [Candidate] {
        var result: [Candidate] = []
        for number in mention.names {
            let name = index.name(number)
            let entity = Int(name.entity)
            let score = evidence(for: name, mention).score
            if let place = result.firstIndex(where: { $0.entity == entity }) {
                if score > result[place].score {
                    result[place] = Candidate(entity: entity, form: name.form, score: score)
                }
            } else {
                result.append(Candidate(entity: entity, form: name.form, score: score))
            }
        }
        return result
    }

    private func evidence(for name: NameRecord, _ mention: RecognizedMention) -> Evidence {
        let entity = Int(name.entity)
        let kind = index.kind(ofEntity: entity)
        var evidence = Evidence(weights: weights)
        evidence.add(.prior, index.weight(ofEntity: entity))
        switch name.form {
        case .name: evidence.add(.usualName)
        case .acronym: evidence.add(.acronym)
        case .demonym: evidence.add(.demonym)
        case .alias, .surname, .guess: evidence.add(.otherName)
        }
        evidence.add(.words, Double(min(mention.tokens.count - 1, 3)))
        if name.flags.contains(.derived) { evidence.add(.derived) }
        switch mention.variation {
        case .none: break
        case .marks: evidence.add(.otherMarks)
        case .spelling: evidence.add(.otherSpelling)
        }
        addCase(name, mention, to: &evidence)
        addStory(entity, kind, mention, to: &evidence)
        addCues(entity, kind, mention, to: &evidence)
        addTime(entity, kind, to: &evidence)
        return evidence
    }

    private func addCase(_ name: NameRecord, _ mention: RecognizedMention, to evidence: inout Evidence) {
        let first = mention.tokens.lowerBound
        if name.flags.contains(.ambiguous) { evidence.add(.ambiguous) }
        let isUnsure = mention.isCaseWeak || (name.needsUpperCase && isShouted(first))
        if mention.tokens.count == 1, isUnsure, article.words[first].isCommon,
            !context.clearlyCapitalized.contains(article.tokens[first].key)
        {
            evidence.add(.weakCase)
        }
    }

    /// Whether the words around are in capitals too, so that capitals say nothing.
    private func isShouted(_ position: Int) -> Bool {
        let neighbours = [position - 1, position + 1].filter { article.tokens.indices.contains($0) }
        return !neighbours.isEmpty
            && neighbours.allSatisfy { article.tokens[$0].shape.contains(.upper) && article.tokens[$0].span.count > 1 }
    }

    private func addStory(_ entity: Int, _ kind: Kind, _ mention: RecognizedMention, to evidence: inout Evidence) {
        let country = index.country(ofEntity: entity)
        if country != .none, !context.countries.isEmpty {
            if let share = context.countries[country] {
                evidence.add(.storyCountry, share)
            } else if kind != .country {
                evidence.add(.foreign)
            }
        }
        if mention.tokens.count == 1, context.namedAtLength.contains(entity) { evidence.add(.longerName) }
    }

    private func addCues(_ entity: Int, _ kind: Kind, _ mention: RecognizedMention, to evidence: inout Evidence) {
        let first = mention.tokens.lowerBound
        if kind == .country || kind == .place, first > 0,
            CueWords.placePrepositions.contains(article.tokens[first - 1].key), article.tokens[first].gap == .blank
        {
            evidence.add(.placeCue)
        }
        if mention.hasTitle { evidence.add(kind == .person ? .personCue : .titleMismatch) }
        if let guess = mention.guess {
            let isSame = guess == kind || (guess == .place && kind == .country)
            evidence.add(isSame ? .guessedKind : .otherKind)
        }
        if kind == .person, hasOfficeWords(entity, beside: mention) { evidence.add(.office) }
    }

    /// Whether words just before or after the mention stand in the person's role or in an office of theirs.
    private func hasOfficeWords(_ entity: Int, beside mention: RecognizedMention) -> Bool {
        let before = max(0, mention.tokens.lowerBound - 5)..<mention.tokens.lowerBound
        let after = mention.tokens.upperBound..<min(article.tokens.count, mention.tokens.upperBound + 5)
        let sentence = article.tokens[mention.tokens.lowerBound].sentence
        let near = (Array(before) + Array(after)).filter {
            article.tokens[$0].sentence == sentence && CueWords.isTitle(article.tokens[$0].key)
        }
        guard !near.isEmpty else { return false }
        let keys = Set(near.map { article.tokens[$0].key })
        let titles = [index.entity(entity).role] + index.offices(ofEntity: entity).prefix(6).map(\.title)
        return titles.contains { title in
            title.split(separator: " ").contains { keys.contains(TokenKey.hash(of: String($0))) }
        }
    }

    private func addTime(_ entity: Int, _ kind: Kind, to evidence: inout Evidence) {
        guard let published = article.published?.number else { return }
        let (from, until) = index.existence(ofEntity: entity)
        // A person of ten does not make news, nor does one who died two generations ago meet anybody.
        if kind == .person, let from, published / 10_000 < from.number / 10_000 + 10 { evidence.add(.outOfTime) }
        if let until, kind == .person || kind == .organization, published / 10_000 > until.number / 10_000 + 40 {
            evidence.add(.outOfTime, 0.5)
        }
    }
}
