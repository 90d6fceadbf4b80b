/// Numbers keys from 0 on in the order in which they first come.
///
/// A hash table with open addressing over keys that are hashes already, as `HashSet64` is.
struct KeyNumbers {
    private var keys: [UInt64] = []
    private var slots: [Int32]
    private let mask: Int

    /// No keys yet; there will be at most `capacity`.
    init(capacity: Int) {
        var count = 8
        while count < capacity * 2 { count *= 2 }
        slots = Array(repeating: -1, count: count)
        mask = count - 1
    }

    /// The number of a key; `nil` for one that never came.
    @inline(__always)
    func number(of key: UInt64) -> Int? {
        var slot = firstSlot(key)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if keys[number] == key { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The number of a key, which is the count of keys before for one that never came.
    mutating func insert(_ key: UInt64) -> Int {
        if let number = number(of: key) { return number }
        var slot = firstSlot(key)
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(truncatingIfNeeded: keys.count)
        keys.append(key)
        return keys.count - 1
    }

    @inline(__always)
    private func firstSlot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) & mask }
}
