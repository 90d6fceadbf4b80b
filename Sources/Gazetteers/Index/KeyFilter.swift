/// A set of token keys that may say yes to one that it does not hold, but never no to one that it holds: a Bloom filter
/// of one hash (B. Bloom, 1970), small enough to stay in the processor's nearest cache.
struct KeyFilter {
    /// 64-bit words of one filter: 65,536 bits.
    static let wordCount = 1024

    private(set) var bits = [UInt64](repeating: 0, count: wordCount)

    mutating func insert(_ key: UInt64) { bits[Self.word(key)] |= Self.bit(key) }

    @inline(__always)
    static func word(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> 6) & (wordCount - 1) }

    @inline(__always)
    static func bit(_ key: UInt64) -> UInt64 { 1 &<< (key & 63) }
}
