import Tokenization

/// Finds a term by its hash: open addressing with linear probing, at most half full.
///
/// A phrase is found word by word: the hash of its first words leads to the next. What begins a longer phrase is marked,
/// so that a scorer looks for one only there.
struct TermIndex: Sendable {
    /// What the tables know of a term, or of the beginning of one.
    struct Entry: Sendable {
        var hash: UInt64
        /// The postings of the term: `firstPosting ..< firstPosting + postingCount`.
        var firstPosting: UInt32 = 0
        var postingCount: UInt32 = 0
        var beginsPhrase = false
        /// Whether some rule asks if the article has the term.
        var isInRule = false
    }

    private(set) var entries: [Entry] = []
    /// Entry number + 1, or 0 where the slot is free.
    private var slots: [UInt32]
    private var mask: Int

    /// An empty index with room for `capacity` terms before it grows.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
        entries.reserveCapacity(capacity)
    }

    /// The number of the entry with this hash.
    @inline(__always)
    func find(_ hash: UInt64) -> Int? {
        var slot = Self.spread(hash) & mask
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            if entries[entry].hash == hash { return entry }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The number of the entry with this hash, which is added if it is new.
    mutating func insert(_ hash: UInt64) -> Int {
        if let entry = find(hash) { return entry }
        if (entries.count + 1) * 2 > slots.count { grow() }
        entries.append(Entry(hash: hash))
        place(entries.count - 1)
        return entries.count - 1
    }

    /// The number of the entry of a term, which is added with the beginnings that lead to it.
    mutating func insert(_ term: TermKey) -> Int {
        guard var hash = term.hashes.first else { return insert(0) }
        for next in term.hashes.dropFirst() {
            entries[insert(hash)].beginsPhrase = true
            hash = Self.joined(hash, next)
        }
        return insert(hash)
    }

    /// The number of the entry of words of small letters and digits with single blanks between, as nearly all learned terms
    /// are; `nil` for other text, which has to be told apart into words.
    mutating func insert(plainWords text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.allSatisfy(Self.isPlain), text.first != UInt8(ascii: " "), text.last != UInt8(ascii: " ") else {
            return nil
        }
        var hash: UInt64 = 0
        var start = 0
        while start < text.count {
            let end = TopicModelBuilder.position(of: UInt8(ascii: " "), in: text, from: start)
            if end == start { return nil }
            let word = TokenKey.hash(of: UnsafeBufferPointer(rebasing: text[start..<end]))
            if start > 0 { entries[insert(hash)].beginsPhrase = true }
            hash = start == 0 ? word : Self.joined(hash, word)
            start = end + 1
        }
        return insert(hash)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "): true
        default: false
        }
    }

    mutating func markInRule(_ entry: Int) { entries[entry].isInRule = true }

    mutating func setPostings(of entry: Int, first: Int, count: Int) {
        entries[entry].firstPosting = UInt32(first)
        entries[entry].postingCount = UInt32(count)
    }

    /// The hash of words and one more word: rotate the first by 29, add the second times 2⁶⁴/φ, then one multiply-shift
    /// round so that all bits take part. The order of the words matters.
    @inline(__always)
    static func joined(_ words: UInt64, _ next: UInt64) -> UInt64 {
        let rotated = words << 29 | words >> 35
        let mixed = (rotated &+ next &* 0x9E37_79B9_7F4A_7C15) ^ 0x6A09_E667_F3BC_C908
        return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
    }

    @inline(__always)
    private static func spread(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 24)
    }

    private mutating func place(_ entry: Int) {
        var slot = Self.spread(entries[entry].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(entry + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        for entry in entries.indices { place(entry) }
    }
}
