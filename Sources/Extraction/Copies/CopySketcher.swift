import NewsModel

/// Makes the sketch of a story by one-permutation hashing (Li, Owen, Zhang 2012) with optimal densification
/// (Shrivastava 2017) and 16 bits a bin (Li, König 2010, "b-bit minwise hashing").
///
///     let sketch = CopySketcher.sketch(of: article)
///
/// Linear in the text, without a set or a sort.
public enum CopySketcher {
    /// The sketch of an article; `nil` when it is no story or has no words.
    public static func sketch(of article: Article) -> CopySketch? {
        guard article.pageKind == .story, let shingles = Shingles(title: article.title, text: article.text) else {
            return nil
        }
        return CopySketch(
            bins: bins(of: shingles.sequence), shingles: shingles.sequence.count,
            address: (article.canonicalURL ?? article.url).flatMap(addressHash))
    }

    /// The first seven bits of a hash choose the bin, the others compete in it.
    private static func bins(of hashes: [UInt64]) -> [UInt16] {
        let count = CopySketch.binCount
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { smallest in
            smallest.initialize(repeating: .max)
            for hash in hashes {
                let bin = Int(truncatingIfNeeded: hash >> 57)
                // What competes is without the bits that chose the bin; 57 bits never reach the mark of an empty bin.
                smallest[bin] = min(smallest[bin], hash & 0x01FF_FFFF_FFFF_FFFF)
            }
            return (0..<count).map { bin in
                UInt16(truncatingIfNeeded: smallest[filledBin(for: bin) { smallest[$0] != .max }])
            }
        }
    }

    /// The bin itself, or where it is empty another one, which is the same in every sketch where that one is filled.
    private static func filledBin(for bin: Int, isFilled: (Int) -> Bool) -> Int {
        var place = bin
        var attempt: UInt64 = 0
        while !isFilled(place) {
            attempt += 1
            place = Int(truncatingIfNeeded: Shingles.mixed(UInt64(bin) << 32 | attempt) >> 57)
        }
        return place
    }

    /// The hash of an address without its scheme, fragment and last slash.
    private static func addressHash(_ address: String) -> UInt64? {
        var bytes = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })[...]
        for scheme in ["https://", "http://"] where bytes.starts(with: scheme.utf8) {
            bytes = bytes.dropFirst(scheme.utf8.count)
        }
        if bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard !bytes.isEmpty else { return nil }
        return Shingles.mixed(bytes.reduce(WordHash.seed, WordHash.combine))
    }
}
