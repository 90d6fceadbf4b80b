/// The finished tree of names: what is written into the index.
struct NameTree {
    /// Where names go on after some words, and where those that end there begin.
    struct Place {
        /// 0 when no name goes on.
        var node: UInt32 = 0
        /// 0 when no name ends.
        var names: UInt32 = 0
    }

    var edges: HashSlots<EdgeRecord>
    /// For each node from which names go on, the first name that ends there; node 0 is none.
    var nodes: [UInt32]
    var names: [NameRecord]
    /// Where each name came to stand in `names`, in the order of insertion.
    var numbers: [UInt32]
    /// First words of names.
    var roots: [(key: UInt64, place: Place)]
}

/// Collects names as paths of token keys from a root; node 0 is the root, every other node is reached by one edge.
struct NameTreeBuilder {
    private var nodes: [UInt64: UInt32] = [:]
    /// How each node but the root is reached, from node 1 on.
    private var arrivals: [(parent: UInt32, key: UInt64)] = []
    private var names: [(node: UInt32, name: NameRecord)] = []

    /// Adds a name at the end of a path and returns how many there were before it.
    @discardableResult
    mutating func insert(_ path: [UInt64], _ name: NameRecord) -> Int {
        var node: UInt32 = 0
        for key in path {
            let step = IndexFormat.step(node, key)
            if let next = nodes[step] {
                node = next
            } else {
                arrivals.append((node, key))
                node = UInt32(arrivals.count)
                nodes[step] = node
            }
        }
        names.append((node, name))
        return names.count - 1
    }

    func finished() -> NameTree {
        let (firstNames, records, numbers) = namesByNode()
        let innerNumbers = numbersOfInnerNodes()
        let edgeCount = arrivals.count { $0.parent != 0 }
        var tree = NameTree(
            edges: HashSlots(count: edgeCount, empty: EdgeRecord()), nodes: [0], names: records, numbers: numbers,
            roots: [])
        for node in innerNumbers.indices where innerNumbers[node] != 0 { tree.nodes.append(firstNames[node]) }
        for (number, arrival) in arrivals.enumerated() {
            let node = number + 1
            let place = NameTree.Place(node: innerNumbers[node], names: firstNames[node])
            if arrival.parent == 0 {
                tree.roots.append((arrival.key, place))
            } else {
                let step = IndexFormat.step(innerNumbers[Int(arrival.parent)], arrival.key)
                tree.edges.insert(EdgeRecord(step: step, to: place), hash: step) { $0.isEmpty }
            }
        }
        return tree
    }

    /// For each node from which names go on its number in the file, from 1; 0 for the root and for all others.
    private func numbersOfInnerNodes() -> [UInt32] {
        var numbers = [UInt32](repeating: 0, count: arrivals.count + 1)
        for arrival in arrivals where arrival.parent != 0 { numbers[Int(arrival.parent)] = 1 }
        var count: UInt32 = 0
        for node in numbers.indices where numbers[node] != 0 {
            count += 1
            numbers[node] = count
        }
        return numbers
    }

    /// The names in the order of their nodes, each node's in the order they came, and where those of each node begin.
    private func namesByNode() -> (first: [UInt32], records: [NameRecord], numbers: [UInt32]) {
        var counts = [UInt32](repeating: 0, count: arrivals.count + 1)
        for (node, _) in names { counts[Int(node)] += 1 }
        var first = [UInt32](repeating: 0, count: arrivals.count + 1)
        var end: UInt32 = 1
        for node in first.indices where counts[node] > 0 {
            first[node] = end
            end += counts[node]
        }
        var records = [NameRecord](repeating: NameRecord(), count: Int(end))
        var numbers: [UInt32] = []
        numbers.reserveCapacity(names.count)
        var next = first
        for (node, name) in names {
            let place = Int(next[Int(node)])
            records[place] = name
            numbers.append(UInt32(place))
            next[Int(node)] += 1
            if next[Int(node)] == first[Int(node)] + counts[Int(node)] { records[place].flags.insert(.last) }
        }
        return (first, records, numbers)
    }
}
