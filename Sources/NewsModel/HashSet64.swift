/// A set of 64-bit hashes: what a fixed list of words becomes when words are compared by the hashes of their keys.
///
/// Swift's own `Set` hashes the hashes again, which costs more than all the rest of the look-up; this is open addressing
/// with linear probing over numbers that are spread already. Made once, asked often.
///
///     let titles = HashSet64(["mr", "dr"].map(hash))
public struct HashSet64: Sendable {
    private let slots: [UInt64]
    private let mask: Int
    private let hasZero: Bool

    /// The set of some hashes.
    public init(_ hashes: some Sequence<UInt64>) {
        let wanted = Array(hashes)
        var capacity = 8
        while capacity < wanted.count * 2 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        let mask = capacity - 1
        for hash in wanted where hash != 0 {
            var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
            while slots[place] != 0, slots[place] != hash { place = (place + 1) & mask }
            slots[place] = hash
        }
        self.slots = slots
        self.mask = mask
        hasZero = wanted.contains(0)
    }

    /// The hashes of the set, in no order.
    public var hashes: [UInt64] { slots.filter { $0 != 0 } + (hasZero ? [0] : []) }

    /// Whether a hash is in the set.
    public func contains(_ hash: UInt64) -> Bool {
        if hash == 0 { return hasZero }
        return slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
            while slots[place] != 0 {
                if slots[place] == hash { return true }
                place = (place + 1) & mask
            }
            return false
        }
    }
}
