/// The finished tree of names: what is written into the index.
struct NameTree {
    var edges: HashSlots<EdgeRecord>
    /// One more than nodes: where the names of each begin.
    var nodeNames: [UInt32]
    var names: [NameRecord]
    /// First token of names and the node it leads to.
    var roots: [(token: UInt32, node: UInt32)]
}

/// Collects names as paths of token ids from a root; node 0 is the root, every other node is reached by one edge.
struct NameTreeBuilder {
    private var children: [UInt64: UInt32] = [:]
    private var order: [(step: UInt64, child: UInt32)] = []
    private var namesOfNode: [UInt32: [NameRecord]] = [:]
    private var nodeCount: UInt32 = 1

    /// Adds a name at the end of a path.
    mutating func insert(_ path: [UInt32], _ name: NameRecord) {
        var node: UInt32 = 0
        for token in path {
            let step = UInt64(node) << 32 | UInt64(token)
            if let child = children[step] {
                node = child
            } else {
                children[step] = nodeCount
                order.append((step, nodeCount))
                node = nodeCount
                nodeCount += 1
            }
        }
        namesOfNode[node, default: []].append(name)
    }

    func finished() -> NameTree {
        let inner = order.filter { $0.step >> 32 != 0 }
        var edges = HashSlots<EdgeRecord>(count: inner.count)
        for (step, child) in inner {
            edges.insert(EdgeRecord(step: step, child: child), hash: step) { $0.step == 0 }
        }
        var nodeNames: [UInt32] = [0]
        var names: [NameRecord] = []
        for node in 0..<nodeCount {
            names += namesOfNode[node] ?? []
            nodeNames.append(UInt32(names.count))
        }
        let roots = order.filter { $0.step >> 32 == 0 }.map { (UInt32(truncatingIfNeeded: $0.step), $0.child) }
        return NameTree(edges: edges, nodeNames: nodeNames, names: names, roots: roots)
    }
}

/// A hash table with open addressing and linear probing whose slots are written to the file as they are.
struct HashSlots<Record> {
    private(set) var slots: [Record] = []

    /// Slots for `count` records at a load of at most 5/8.
    init(count: Int, empty: Record) {
        var capacity = 16
        while capacity * 5 < count * 8 { capacity *= 2 }
        slots = Array(repeating: empty, count: capacity)
    }

    /// Puts a record into the first empty slot from its place on.
    mutating func insert(_ record: Record, hash: UInt64, isEmpty: (Record) -> Bool) {
        var place = slotNumber(hash: hash, count: slots.count)
        while !isEmpty(slots[place]) { place = (place + 1) & (slots.count - 1) }
        slots[place] = record
    }
}

extension HashSlots where Record == EdgeRecord {
    init(count: Int) { self.init(count: count, empty: EdgeRecord()) }
}

/// Where a hash begins to look in a table of `count` slots, a power of two (Fibonacci hashing: Knuth 6.4).
@inline(__always)
func slotNumber(hash: UInt64, count: Int) -> Int {
    let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
}
