import Recognition

/// The candidates of all mentions of a story: mentions of the same words have one sense, so their evidence is averaged.
struct MentionSenses {
    /// What the mentions of the same words could mean, the best first, and how many of them were asked.
    struct Sense {
        var candidates: [Candidate]
        var count = 1
    }

    private var groups: [Sense] = []
    private static let mostAsked = 6
    /// For each mention the number of its group; -1 for one without candidates.
    private var groupOfMention: [Int] = []

    init(_ mentions: [RecognizedMention], _ scorer: CandidateScorer) {
        var numbers: [NameGroup: Int] = [:]
        groupOfMention.reserveCapacity(mentions.count)
        for mention in mentions {
            guard let group = NameGroup(mention.names) else {
                groupOfMention.append(-1)
                continue
            }
            guard let number = numbers[group] else {
                numbers[group] = groups.count
                groupOfMention.append(groups.count)
                groups.append(Sense(candidates: scorer.candidates(of: mention)))
                continue
            }
            groupOfMention.append(number)
            // The first mentions tell enough; a name that is repeated all through a story costs no more.
            guard groups[number].count < Self.mostAsked else { continue }
            groups[number].count += 1
            // Some names of a group may ask for capitals that a mention does not have, so that it has other candidates.
            for (place, candidate) in zip(groups[number].candidates.indices, scorer.candidates(of: mention))
            where groups[number].candidates[place].entity == candidate.entity {
                groups[number].candidates[place].evidence.add(candidate.evidence)
            }
        }
        for number in groups.indices {
            let count = groups[number].count
            for place in groups[number].candidates.indices {
                groups[number].candidates[place].evidence.divide(by: count)
            }
            groups[number].candidates = Self.ranked(groups[number].candidates)
        }
    }

    /// What a mention could mean; `nil` where the gazetteer has no such name.
    func sense(ofMention number: Int) -> Sense? {
        groupOfMention[number] < 0 ? nil : groups[groupOfMention[number]]
    }

    /// Candidates in order of their scores; entities are numbered by id, so that equal scores are decided the same way
    /// every time.
    static func ranked(_ candidates: [Candidate]) -> [Candidate] {
        guard candidates.count > 1 else { return candidates }
        return candidates.sorted { ($0.evidence.score, $1.entity) > ($1.evidence.score, $0.entity) }
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
}
