import NewsModel

/// Within what two entities must both be mentioned to count once.
public enum CooccurrenceUnit: String, CaseIterable, Sendable {
    case article
    case sentence
}

/// Two entities and in how many units both are mentioned.
public struct Edge: Sendable, Equatable {
    /// Numbers in `Cooccurrence.nodes`, the first the smaller.
    public var source: Int
    public var target: Int
    public var weight: Int
}

/// Who appears with whom.
public struct Cooccurrence: Sendable {
    /// Every entity that has an edge, in order of id.
    public var nodes: [Node]
    /// The strongest first, then in order of their entities.
    public var edges: [Edge]

    public struct Node: Sendable, Equatable {
        public var id: String
        public var name: String
        public var kind: String
        public var role: String
        /// Units that mention it.
        public var count: Int
    }
}

extension Database {
    /// Counts pairs of entities in one pass over the mentions, which lie in order of article and sentence.
    ///
    /// - Parameters:
    ///   - counting: whether the copies of a story count too.
    ///   - topics: keys of topics that the articles must all be about.
    ///   - leastTopicScore: the score from which on an article is about a topic.
    public func cooccurrence(
        unit: CooccurrenceUnit, kinds: Set<Kind>, period: Period, minimum: Int, counting: CountedUnit = .article,
        topics: [Int] = [], leastTopicScore: Double = StoryQuery.leastTopicScore
    ) throws(DatabaseError) -> Cooccurrence {
        try connection.reading { () throws(DatabaseError) in
            let articles = """
                \(Self.isCounted("mention.article", counting, in: period))
                  \(Self.isAboutAll("mention.article", topics, leastScore: leastTopicScore))
                """
            return try cooccurrence(try countPairs(unit, kinds, period, articles), minimum: minimum)
        }
    }

    /// Counts the pairs of articles for which a condition holds.
    private func countPairs(
        _ unit: CooccurrenceUnit, _ kinds: Set<Kind>, _ period: Period, _ condition: String
    ) throws(DatabaseError) -> PairCounter {
        var counter = PairCounter()
        let isWanted = try wantedEntities(kinds)
        let isDated = period != .always
        let select = try connection.prepare(
            """
            SELECT mention.article, mention.sentence, mention.entity FROM mention
            \(isDated ? "JOIN article ON article.key = mention.article AND article.day BETWEEN ? AND ?" : "")
            WHERE \(condition) ORDER BY mention.article, mention.sentence
            """)
        if isDated { select.bind(period.first).bind(period.last) }
        var (article, sentence) = (-1, -1)
        while try select.step() {
            let entity = select.integer(2)
            if select.integer(0) != article || (unit == .sentence && select.integer(1) != sentence) {
                counter.closeUnit()
                (article, sentence) = (select.integer(0), select.integer(1))
            }
            if isWanted[entity] { counter.note(UInt32(entity)) }
        }
        counter.closeUnit()
        return counter
    }

    /// For each entity key whether its kind is asked for; no kinds means all.
    private func wantedEntities(_ kinds: Set<Kind>) throws(DatabaseError) -> [Bool] {
        var wanted = [Bool](repeating: false, count: try connection.integer("SELECT max(key) FROM entity") + 1)
        let select = try connection.prepare("SELECT key, kind FROM entity")
        while try select.step() {
            wanted[select.integer(0)] = kinds.isEmpty || Kind(rawValue: select.text(1)).map(kinds.contains) ?? false
        }
        return wanted
    }

    private func cooccurrence(_ counter: PairCounter, minimum: Int) throws(DatabaseError) -> Cooccurrence {
        let pairs = counter.pairs(atLeast: minimum)
        var isUsed = [Bool](repeating: false, count: counter.units.count)
        for (first, second, _) in pairs {
            isUsed[first] = true
            isUsed[second] = true
        }
        var nodes: [Cooccurrence.Node] = []
        var numberOfKey = [Int](repeating: 0, count: isUsed.count)
        let select = try connection.prepare("SELECT key, id, name, kind, role FROM entity ORDER BY id")
        while try select.step() {
            let key = select.integer(0)
            guard key < isUsed.count, isUsed[key] else { continue }
            numberOfKey[key] = nodes.count
            nodes.append(
                Cooccurrence.Node(
                    id: select.text(1), name: select.text(2), kind: select.text(3), role: select.text(4),
                    count: counter.units[key]))
        }
        var edges = pairs.map { first, second, weight in
            let (left, right) = (numberOfKey[first], numberOfKey[second])
            return Edge(source: min(left, right), target: max(left, right), weight: weight)
        }
        edges.sort { ($1.weight, $0.source, $0.target) < ($0.weight, $1.source, $1.target) }
        return Cooccurrence(nodes: nodes, edges: edges)
    }
}
