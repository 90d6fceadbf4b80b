import Recognition

/// The candidates of all mentions of a story: mentions of the same words have one sense, so their evidence is averaged.
struct MentionSenses {
    /// What the mentions of the same words could mean, the best first, and how many there are.
    struct Sense {
        var candidates: [Candidate]
        var count = 1
    }

    private var groups: [Sense] = []
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
            let candidates = scorer.candidates(of: mention)
            if let number = numbers[group] {
                for place in candidates.indices {
                    groups[number].candidates[place].evidence.add(candidates[place].evidence)
                }
                groups[number].count += 1
                groupOfMention.append(number)
            } else {
                numbers[group] = groups.count
                groupOfMention.append(groups.count)
                groups.append(Sense(candidates: candidates))
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
