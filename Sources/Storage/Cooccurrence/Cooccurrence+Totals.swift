extension Cooccurrence {
    /// What the edges of all slices add up to for each node.
    public struct NodeTotals: Sendable, Equatable {
        /// Units that mention the node.
        public var counts: [Int]
        /// Nodes that it has an edge with.
        public var degrees: [Int]
        /// The weights of its edges together.
        public var weightedDegrees: [Int]
    }

    /// The totals of all nodes.
    public func nodeTotals() -> NodeTotals {
        let zeros = [Int](repeating: 0, count: nodes.count)
        var totals = NodeTotals(counts: zeros, degrees: zeros, weightedDegrees: zeros)
        for slice in slices {
            for (node, count) in zip(slice.counts.nodes, slice.counts.counts) {
                totals.counts[Int(node)] += Int(count)
            }
            for edge in slice.edges {
                totals.weightedDegrees[Int(edge.source)] += Int(edge.weight)
                totals.weightedDegrees[Int(edge.target)] += Int(edge.weight)
            }
        }
        forEachPair { pair in
            totals.degrees[Int(pair.source)] += 1
            totals.degrees[Int(pair.target)] += 1
        }
        return totals
    }

    /// Two nodes with the edges that they have in slices.
    public struct Pair {
        public var source: UInt32
        public var target: UInt32
        /// Numbers of slices, in order, each with the weight of the edge there.
        public var edges: [(slice: Int, weight: UInt32)]
    }

    /// Goes through all pairs of nodes that have an edge in some slice, in order of source and target.
    public func forEachPair(_ body: (Pair) throws -> Void) rethrows {
        var next = slices.map { _ in 0 }
        var row: [(target: UInt32, slice: Int, weight: UInt32)] = []
        for source in nodes.indices {
            row.removeAll(keepingCapacity: true)
            for (number, slice) in slices.enumerated() {
                while next[number] < slice.edges.count, slice.edges[next[number]].source == source {
                    let edge = slice.edges[next[number]]
                    row.append((edge.target, number, edge.weight))
                    next[number] += 1
                }
            }
            if slices.count > 1 { row.sort { ($0.target, $0.slice) < ($1.target, $1.slice) } }
            var pair = Pair(source: UInt32(source), target: 0, edges: [])
            for (place, edge) in row.enumerated() {
                pair.edges.append((edge.slice, edge.weight))
                guard place + 1 == row.count || row[place + 1].target != edge.target else { continue }
                pair.target = edge.target
                try body(pair)
                pair.edges.removeAll(keepingCapacity: true)
            }
        }
    }

    /// The network of some slices, with the nodes that have an edge there.
    public func only(slices numbers: [Int]) -> Cooccurrence {
        var isUsed = [Bool](repeating: false, count: nodes.count)
        for edge in numbers.lazy.flatMap({ slices[$0].edges }) {
            isUsed[Int(edge.source)] = true
            isUsed[Int(edge.target)] = true
        }
        let used = nodes.indices.filter { isUsed[$0] }
        var newNumbers = [UInt32](repeating: 0, count: nodes.count)
        for (number, node) in used.enumerated() { newNumbers[node] = UInt32(number) }
        let kept = numbers.map { number in
            var slice = slices[number]
            for place in slice.edges.indices {
                slice.edges[place].source = newNumbers[Int(slice.edges[place].source)]
                slice.edges[place].target = newNumbers[Int(slice.edges[place].target)]
            }
            let counts = zip(slice.counts.nodes, slice.counts.counts).filter { isUsed[Int($0.0)] }
            slice.counts = NodeCounts(nodes: counts.map { newNumbers[Int($0.0)] }, counts: counts.map(\.1))
            return slice
        }
        return Cooccurrence(nodes: used.map { nodes[$0] }, slices: kept, articles: articles)
    }
}
