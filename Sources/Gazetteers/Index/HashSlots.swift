/// A hash table with open addressing and linear probing whose slots are written to the file as they are.
struct HashSlots<Record> {
    private(set) var slots: [Record]

    /// Slots for `count` records, half of them empty: most look-ups are of words that are not there.
    init(count: Int, empty: Record) { slots = Array(repeating: empty, count: 2 * count + 16) }

    /// Puts a record into the first empty slot from its place on.
    mutating func insert(_ record: Record, hash: UInt64, isEmpty: (Record) -> Bool) {
        var place = slotNumber(hash: hash, count: slots.count)
        while !isEmpty(slots[place]) { place = nextSlot(place, count: slots.count) }
        slots[place] = record
    }
}

/// Where a hash begins to look in a table of `count` slots: Fibonacci hashing (Knuth 6.4), brought into the range by a
/// multiplication (D. Lemire, "Fast random integer generation in an interval", 2019).
@inline(__always)
func slotNumber(hash: UInt64, count: Int) -> Int {
    let mixed = (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: ((mixed &>> 32) &* UInt64(truncatingIfNeeded: count)) &>> 32)
}

/// The slot after another, round to the first.
@inline(__always)
func nextSlot(_ place: Int, count: Int) -> Int { place &+ 1 == count ? 0 : place &+ 1 }
