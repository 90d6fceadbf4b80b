/// Takes the edges of a network out of a matrix.
struct EdgeCounter {
    let thresholds: EdgeThresholds
    /// How many articles are kept for each edge.
    let evidence: Int
    /// Units in all.
    let units: Int
    private var accumulator: RowAccumulator
    private let entityCount: Int

    init(_ query: CooccurrenceQuery, units: Int, entityCount: Int) {
        thresholds = query.thresholds
        evidence = query.evidence
        self.units = units
        self.entityCount = entityCount
        accumulator = RowAccumulator(entityCount: entityCount, articlesEach: query.evidence)
    }

    /// All edges that pass the thresholds, in order of source and target, entities being numbered as in the matrix.
    mutating func edges(of matrix: some CooccurrenceMatrix) -> EdgeList {
        var list = EdgeList(evidencePerEdge: evidence)
        for target in 0..<entityCount where matrix.count(of: target) > 0 {
            matrix.addRow(target, to: &accumulator)
            for source in accumulator.touched {
                let weight = accumulator.counts[Int(source)]
                guard Int(weight) >= thresholds.weight, isKept(weight, Int(source), target, matrix) else { continue }
                list.append(
                    Edge(source: source, target: UInt32(target), weight: weight), accumulator.articles(of: source))
            }
            accumulator.clear()
        }
        return list.sortedBySource(entityCount: entityCount)
    }

    private func isKept(_ weight: UInt32, _ source: Int, _ target: Int, _ matrix: some CooccurrenceMatrix) -> Bool {
        thresholds.isWeightOnly
            || thresholds.admits(
                Association(
                    together: Int(weight), first: matrix.count(of: source), second: matrix.count(of: target),
                    total: units))
    }
}

/// Edges with the articles that show them.
struct EdgeList {
    private(set) var edges: [Edge] = []
    private(set) var evidence: [UInt32] = []
    let evidencePerEdge: Int

    init(evidencePerEdge: Int) { self.evidencePerEdge = evidencePerEdge }

    mutating func append(_ edge: Edge, _ articles: ArraySlice<UInt32>) {
        edges.append(edge)
        if evidencePerEdge > 0 { evidence.append(contentsOf: articles) }
    }

    /// Those that have one of the numbers, which must ascend.
    func only(_ numbers: some Sequence<Int>) -> EdgeList {
        var list = EdgeList(evidencePerEdge: evidencePerEdge)
        for number in numbers {
            list.append(edges[number], evidence[number * evidencePerEdge..<(number + 1) * evidencePerEdge])
        }
        return list
    }

    /// In order of source, of the same source as they were: counted, so that it costs one pass whatever their number.
    func sortedBySource(entityCount: Int) -> EdgeList {
        var next = [Int](repeating: 0, count: entityCount + 1)
        for edge in edges { next[Int(edge.source) + 1] += 1 }
        for entity in 0..<entityCount { next[entity + 1] += next[entity] }
        var sorted = self
        for (number, edge) in edges.enumerated() {
            let place = next[Int(edge.source)]
            next[Int(edge.source)] += 1
            sorted.edges[place] = edge
            for article in 0..<evidencePerEdge {
                sorted.evidence[place * evidencePerEdge + article] = evidence[number * evidencePerEdge + article]
            }
        }
        return sorted
    }

    /// Those between entities that are at most `depth` edges from one of some entities.
    func near(_ egos: [UInt32], depth: Int, entityCount: Int) -> EdgeList {
        var distances = [Int](repeating: .max, count: entityCount)
        for ego in egos { distances[Int(ego)] = 0 }
        var distance = 0
        var hasGrown = true
        while hasGrown, distance < depth {
            hasGrown = false
            for edge in edges {
                for (from, to) in [(Int(edge.source), Int(edge.target)), (Int(edge.target), Int(edge.source))]
                where distances[from] == distance && distances[to] == .max {
                    distances[to] = distance + 1
                    hasGrown = true
                }
            }
            distance += 1
        }
        return only(
            edges.indices.filter {
                distances[Int(edges[$0].source)] < .max && distances[Int(edges[$0].target)] < .max
            })
    }

    /// The numbers of the edges in an order: the strongest first, then the heavier, then as they are.
    func order(by order: EdgeOrder, _ association: (Edge) -> Association) -> [UInt32] {
        var numbers = numbersByWeight()
        guard order != .weight else { return numbers }
        let strengths = edges.map { order.strength(association($0)) }
        numbers.sort { left, right in
            let (leftStrength, rightStrength) = (strengths[Int(left)], strengths[Int(right)])
            if leftStrength != rightStrength { return leftStrength > rightStrength }
            let (leftWeight, rightWeight) = (edges[Int(left)].weight, edges[Int(right)].weight)
            return leftWeight != rightWeight ? leftWeight > rightWeight : left < right
        }
        return numbers
    }

    /// The numbers of the edges, the heaviest first; counted, as weights are small numbers.
    private func numbersByWeight() -> [UInt32] {
        let most = Int(edges.lazy.map(\.weight).max() ?? 0)
        var next = [Int](repeating: 0, count: most + 2)
        for edge in edges { next[most - Int(edge.weight) + 1] += 1 }
        for weight in 0...most { next[weight + 1] += next[weight] }
        var numbers = [UInt32](repeating: 0, count: edges.count)
        for (number, edge) in edges.enumerated() {
            numbers[next[most - Int(edge.weight)]] = UInt32(number)
            next[most - Int(edge.weight)] += 1
        }
        return numbers
    }
}
