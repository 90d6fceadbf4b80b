import NewsModel

@testable import Storage

/// Co-occurrence counted pair by pair, without regard to time and memory: what the database must find too.
struct NaiveCooccurrence {
    struct NaiveEdge: Equatable {
        var weight: Int
        var expected: Double
        var articles: [String]
    }

    struct NaiveSlice: Equatable {
        var name: String?
        var units: Int
        /// By ids, the lesser first.
        var edges: [[String]: NaiveEdge]
    }

    let query: CooccurrenceQuery
    /// The numbers of `query.egos`.
    let egos: [Int]
    /// Other forms of entities.
    let variants: [Int: Int]

    /// Counts stories, which have the keys from 1 on.
    func slices(_ stories: [RandomStory]) -> [NaiveSlice] {
        let keys = counted(stories)
        guard let unit = query.slices else { return [slice(nil, keys, stories)] }
        let names = Set(keys.map { unit.name(ofDay: stories[$0 - 1].day) ?? "no date" })
        // "no date" is behind all digits.
        return names.sorted().map { name in
            slice(name, keys.filter { (unit.name(ofDay: stories[$0 - 1].day) ?? "no date") == name }, stories)
        }
    }

    /// The keys of the stories that count, in order of time.
    private func counted(_ stories: [RandomStory]) -> [Int] {
        func rank(_ key: Int) -> (Int, Int) { (stories[key - 1].day == 0 ? .max : stories[key - 1].day, key) }
        let inTime = (1...stories.count).filter {
            (query.period.first...query.period.last).contains(stories[$0 - 1].day)
        }.sorted { rank($0) < rank($1) }
        var seen: Set<Int> = []
        let alone = inTime.filter { query.counting == .article || seen.insert(stories[$0 - 1].cluster).inserted }
        return alone.filter { query.topics.isEmpty || stories[$0 - 1].topicScore >= query.leastTopicScore }
    }

    private func slice(_ name: String?, _ keys: [Int], _ stories: [RandomStory]) -> NaiveSlice {
        var weights: [[Int]: Int] = [:]
        var articles: [[Int]: [String]] = [:]
        var counts: [Int: Int] = [:]
        var units = 0
        for key in keys {
            let story = stories[key - 1]
            let parts = parts(story)
            units += parts.count
            for part in parts {
                let named = part.filter { isCounted($0.entity, in: story) }
                for entity in Set(named.map { main($0.entity) }) { counts[entity, default: 0] += 1 }
                var pairs: Set<[Int]> = []
                for one in named {
                    for other in named where main(one.entity) < main(other.entity) && isNear(one, other) {
                        pairs.insert([main(one.entity), main(other.entity)])
                    }
                }
                for pair in pairs {
                    weights[pair, default: 0] += 1
                    if articles[pair]?.last != story.id { articles[pair, default: []].append(story.id) }
                }
            }
        }
        let admitted = weights.filter { pair, weight in
            let association = association(pair, weight, counts, units)
            return weight >= query.thresholds.weight
                && association.signedLogLikelihood >= query.thresholds.logLikelihood ?? -.infinity
                && association.pmi >= query.thresholds.pmi ?? -.infinity
                && association.jaccard >= query.thresholds.jaccard ?? 0
        }
        let members = members(admitted.keys.map { $0 })
        var edges: [[String]: NaiveEdge] = [:]
        for (pair, weight) in admitted where pair.allSatisfy(members.contains) {
            edges[pair.map(RandomStory.id).sorted()] = NaiveEdge(
                weight: weight, expected: association(pair, weight, counts, units).expected,
                articles: Array((articles[pair] ?? []).prefix(query.evidence)))
        }
        return NaiveSlice(name: name, units: units, edges: edges)
    }

    private func parts(_ story: RandomStory) -> [[RandomStory.Naming]] {
        let groups: [Int: [RandomStory.Naming]]
        switch query.unit {
        case .article, .window: groups = Dictionary(grouping: story.namings) { _ in 0 }
        case .paragraph: groups = Dictionary(grouping: story.namings, by: \.paragraph)
        case .sentence: groups = Dictionary(grouping: story.namings, by: \.sentence)
        }
        return Array(groups.values)
    }

    private func isNear(_ one: RandomStory.Naming, _ other: RandomStory.Naming) -> Bool {
        query.unit != .window || (one.isInTitle == other.isInTitle && abs(one.word - other.word) <= query.window)
    }

    private func main(_ entity: Int) -> Int { query.mergesVariants ? variants[entity] ?? entity : entity }

    private func isCounted(_ entity: Int, in story: RandomStory) -> Bool {
        let main = main(entity)
        return (story.saliences[entity] ?? 0) >= query.leastSalience
            && (egos.map(self.main).contains(main)
                || (query.kinds.isEmpty || query.kinds.contains(kind(main)))
                    && (query.roles.isEmpty || query.roles.contains(RandomStory.role(main))))
    }

    private func association(_ pair: [Int], _ weight: Int, _ counts: [Int: Int], _ units: Int) -> Association {
        Association(together: weight, first: counts[pair[0]] ?? 0, second: counts[pair[1]] ?? 0, total: units)
    }

    private func members(_ pairs: [[Int]]) -> Set<Int> {
        guard !egos.isEmpty else { return Set(pairs.flatMap { $0 }) }
        var members = Set(egos.map(main))
        for _ in 0..<query.depth {
            members.formUnion(pairs.filter { !members.isDisjoint(with: $0) }.flatMap { $0 })
        }
        return members
    }
}
