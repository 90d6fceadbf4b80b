import NewsModel

/// The shingles of a story: hashes of all runs of five words of its text (Broder 1997, "On the resemblance and
/// containment of documents").
///
/// A text too short to be compared by its parts has one shingle, the hash of its title and all its words: it is a copy
/// of its equals alone.
public struct Shingles: Sendable {
    /// In the order of the text.
    let sequence: [UInt64]
    /// The text's names and numbers, in its order.
    let particulars: [UInt64]

    /// How many words a shingle has.
    static let width = 5
    /// Texts with fewer words are compared as a whole.
    static let leastWords = 40

    /// The shingles of an article, in linear time; `nil` when there are no words in its text.
    public init?(title: String, text: String) {
        let read = ShingleWords(text)
        guard !read.words.isEmpty else { return nil }
        guard read.words.count >= Self.leastWords else {
            sequence = [Self.hash((ShingleWords(title).words + [0] + read.words)[...])]
            particulars = []
            return
        }
        sequence = Self.shingles(read.words)
        particulars = read.particulars
    }

    /// Every run of words by a rolling polynomial, so that each costs the same however many words it has.
    private static func shingles(_ words: [UInt64]) -> [UInt64] {
        var shingles: [UInt64] = []
        shingles.reserveCapacity(words.count)
        var leaving: UInt64 = 1
        for _ in 0..<width { leaving = leaving &* multiplier }
        var rolling: UInt64 = 0
        for (place, word) in words.enumerated() {
            rolling = rolling &* multiplier &+ word
            if place >= width { rolling = rolling &- words[place - width] &* leaving }
            if place >= width - 1 { shingles.append(mixed(rolling)) }
        }
        return shingles
    }

    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
        mixed(words.reduce(0) { $0 &* multiplier &+ mixed($1) })
    }

    /// Spreads the bits of a hash (the last step of SplitMix64; Steele, Lea, Flood 2014).
    @inline(__always) static func mixed(_ hash: UInt64) -> UInt64 {
        var mixed = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
