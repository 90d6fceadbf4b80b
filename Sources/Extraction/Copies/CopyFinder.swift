import NewsModel

/// Puts stories into clusters of copies, one after the other, in an order that the caller fixes.
///
/// A story joins the cluster of an earlier story that it is verified to be a copy of, else it begins one of its own and
/// represents it. Only representatives are compared with: a chain of ever less similar stories makes no cluster, and a
/// thousand equal texts cost a thousand comparisons.
///
///     var finder = CopyFinder()
///     for (number, sketch) in sketches.enumerated() {
///         let representative = finder.place(sketch) { earlier, sharesAddress in … }
///     }
///
/// Candidates are representatives that agree in a band of bins (locality-sensitive hashing; Indyk, Motwani 1998;
/// Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3). Keeps about 800 bytes a representative.
public struct CopyFinder {
    /// The sketches of the representatives, one after the other.
    private var bins: [UInt16] = []
    private var shingles: [Int] = []
    /// The number of each representative among all stories.
    private var numbers: [Int] = []
    private var placed = 0
    private var bands = BandIndex()
    /// Which representative stands for an address.
    private var addresses: [UInt64: Int] = [:]

    /// The most candidates that are compared exactly, the likeliest first.
    private static let mostComparisons = 4

    /// A finder that has seen no story.
    public init() {}

    /// Places the next story.
    ///
    /// - Parameter isCopy: whether the story is a copy of the earlier one with this number, by its text.
    /// - Returns: The number of the story that represents its cluster; `nil` when it begins one.
    public mutating func place(
        _ sketch: CopySketch, isCopy: (_ number: Int, _ sharesAddress: Bool) throws -> Bool
    ) rethrows -> Int? {
        defer { placed += 1 }
        let representative = try self.representative(of: sketch, isCopy: isCopy)
        let joined = representative ?? numbers.count
        if representative == nil {
            bins += sketch.bins
            shingles.append(sketch.shingles)
            numbers.append(placed)
            bands.addLast(of: bins)
        }
        if let address = sketch.address, addresses[address] == nil { addresses[address] = joined }
        return representative.map { numbers[$0] }
    }

    private mutating func representative(
        of sketch: CopySketch, isCopy: (_ number: Int, _ sharesAddress: Bool) throws -> Bool
    ) rethrows -> Int? {
        let namesake = sketch.address.flatMap { addresses[$0] }
        if let namesake, try isCopy(numbers[namesake], true) { return namesake }
        var likely: [(representative: Int, equalBins: Int)] = []
        for candidate in bands.candidates(sketch.bins, among: bins) where candidate != namesake {
            let equal = equalBins(of: candidate, sketch.bins)
            if isLikely(equalBins: equal, shingles[candidate], sketch.shingles) { likely.append((candidate, equal)) }
        }
        likely.sort { ($1.equalBins, $0.representative) < ($0.equalBins, $1.representative) }
        for (candidate, _) in likely.prefix(Self.mostComparisons) where try isCopy(numbers[candidate], false) {
            return candidate
        }
        return nil
    }

    private func equalBins(of representative: Int, _ other: [UInt16]) -> Int {
        let start = representative * CopySketch.binCount
        return bins.withUnsafeBufferPointer { bins in
            other.withUnsafeBufferPointer { other in
                // Counted in the width of the bins, the loop takes eight of them at a time.
                var count: UInt16 = 0
                for bin in 0..<CopySketch.binCount { count &+= bins[start + bin] == other[bin] ? 1 : 0 }
                return Int(count)
            }
        }
    }

    /// Whether two texts can be copies, three standard deviations of the estimate allowed for.
    private func isLikely(equalBins: Int, _ left: Int, _ right: Int) -> Bool {
        let estimate = Double(equalBins) / Double(CopySketch.binCount)
        let samples = Double(max(1, min(CopySketch.binCount, left, right)))
        return estimate + 1.5 / samples.squareRoot() >= CopyComparison.leastJaccard(shingles: left, right)
    }
}
