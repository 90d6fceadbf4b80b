/// Counts in how many units each pair of numbers stands: a hash table with open addressing over pairs packed in 64 bits.
struct PairCounter {
    /// For each number in how many units it stands.
    private(set) var units: [Int] = []
    private var keys: [UInt64]
    private var counts: [UInt32]
    private var used = 0
    private var current: [UInt32] = []

    init() {
        keys = Array(repeating: 0, count: 1 << 12)
        counts = Array(repeating: 0, count: 1 << 12)
    }

    /// Notes that a number, which must not be 0, stands in the present unit.
    mutating func note(_ number: UInt32) { current.append(number) }

    /// Ends the present unit and counts its pairs, each once.
    mutating func closeUnit() {
        current.sort()
        var distinct = 0
        for (place, number) in current.enumerated() where place == 0 || current[place - 1] != number {
            current[distinct] = number
            distinct += 1
        }
        for first in 0..<distinct {
            let number = Int(current[first])
            if number >= units.count { units += repeatElement(0, count: number + 1 - units.count) }
            units[number] += 1
            for second in first + 1..<max(distinct, first + 1) {
                add(UInt64(current[first]) << 32 | UInt64(current[second]))
            }
        }
        current.removeAll(keepingCapacity: true)
    }

    /// The pairs with their counts, in no particular order.
    func pairs(atLeast minimum: Int) -> [(Int, Int, Int)] {
        var result: [(Int, Int, Int)] = []
        for (place, key) in keys.enumerated() where key != 0 && Int(counts[place]) >= minimum {
            result.append((Int(key >> 32), Int(key & 0xFFFF_FFFF), Int(counts[place])))
        }
        return result
    }

    private mutating func add(_ pair: UInt64) {
        if used * 8 > keys.count * 5 { grow() }
        let place = place(of: pair)
        if keys[place] == 0 {
            keys[place] = pair
            used += 1
        }
        counts[place] += 1
    }

    private func place(of pair: UInt64) -> Int {
        let mixed = (pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: mixed >> 20) & (keys.count - 1)
        while keys[place] != 0, keys[place] != pair { place = (place + 1) & (keys.count - 1) }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        counts = Array(repeating: 0, count: oldKeys.count * 2)
        for (place, key) in oldKeys.enumerated() where key != 0 {
            let new = self.place(of: key)
            keys[new] = key
            counts[new] = oldCounts[place]
        }
    }
}
