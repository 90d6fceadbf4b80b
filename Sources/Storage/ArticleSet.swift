/// A set of articles by their keys, which are small numbers in a row: a bit each.
struct ArticleSet {
    private var bits: [UInt64] = []
    /// Keys that no database has that is whole.
    private var others: Set<Int> = []

    /// How many they are.
    private(set) var count = 0

    /// Larger keys would make the bits take more than 32 MB.
    private static let largestBit = 1 << 28

    init(_ articles: some Sequence<Int> = []) {
        for article in articles { insert(article) }
    }

    func contains(_ article: Int) -> Bool {
        guard article >= 0, article < Self.largestBit else { return others.contains(article) }
        return article >> 6 < bits.count && bits[article >> 6] & 1 << UInt64(article & 63) != 0
    }

    /// Their keys in order.
    var sorted: [Int] {
        var keys = others.filter { $0 < 0 }.sorted()
        for place in bits.indices where bits[place] != 0 {
            for bit in 0..<64 where bits[place] & 1 << UInt64(bit) != 0 { keys.append(place << 6 + bit) }
        }
        return keys + others.filter { $0 >= 0 }.sorted()
    }

    mutating func insert(_ article: Int) {
        guard article >= 0, article < Self.largestBit else {
            if others.insert(article).inserted { count += 1 }
            return
        }
        while bits.count <= article >> 6 {
            bits.append(contentsOf: repeatElement(0, count: max(16, article >> 6 + 1 - bits.count)))
        }
        if bits[article >> 6] & 1 << UInt64(article & 63) == 0 { count += 1 }
        bits[article >> 6] |= 1 << UInt64(article & 63)
    }
}
