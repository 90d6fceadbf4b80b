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
        var hasChildren = [Bool](repeating: false, count: arrivals.count + 1)
        for arrival in arrivals { hasChildren[Int(arrival.parent)] = true }
        let innerCount = arrivals.count { $0.parent != 0 }
        var tree = NameTree(
            edges: HashSlots(count: innerCount, empty: EdgeRecord()), names: records, numbers: numbers, roots: [])
        for (number, arrival) in arrivals.enumerated() {
            let node = number + 1
            let place = NameTree.Place(node: hasChildren[node] ? UInt32(node) : 0, names: firstNames[node])
            if arrival.parent == 0 {
                tree.roots.append((arrival.key, place))
            } else {
                let step = IndexFormat.step(arrival.parent, arrival.key)
                tree.edges.insert(EdgeRecord(step: step, node: place.node, names: place.names), hash: step) {
                    $0.step == 0
                }
            }
        }
        return tree
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

/// Where a hash begins to look in a table of `count` slots, a power of two (Fibonacci hashing: Knuth 6.4).
@inline(__always)
func slotNumber(hash: UInt64, count: Int) -> Int {
    let mixed = (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (count &- 1)
}
