/// What two texts that may be the same story have in common, exactly.
///
///     let comparison = CopyComparison(ComparableText(left), ComparableText(right))
///     comparison.isCopy()
///
/// The thresholds and the figures behind them are in `docs/decisions/copies.md`.
public struct CopyComparison: Sendable {
    /// Shared shingles as a share of all shingles of both.
    public let jaccard: Double
    /// Shared shingles as a share of those of the text that has fewer.
    public let containment: Double
    /// How much of the beginning of one text stands anywhere in the other: the greater of both ways.
    public let lead: Double
    /// The share of the names and numbers of one text that the other has, for the text that has fewer; 1 where it has
    /// hardly any.
    public let particulars: Double

    /// Texts of one story share at least so much.
    static let leastJaccard = 0.4
    /// A shortened story stands in the longer one to this share.
    static let leastContainment = 0.7
    /// A text in which another is contained must not be much more than it: a round-up is no copy of its parts.
    static let leastJaccardOfContained = 0.2
    /// Stories that share an address need share less.
    static let leastJaccardAtSameAddress = 0.2
    /// Boilerplate below or between the paragraphs is shared by stories whose beginnings have nothing in common.
    static let leastLead = 0.2
    /// Weather, markets, obituaries: the words are the same each time, names and numbers are not.
    static let leastParticulars = 0.7

    /// Compares two texts in linear time.
    public init(_ left: ComparableText, _ right: ComparableText) {
        let shared = Self.shared(left.distinct, right.distinct)
        let (fewer, all) = (
            min(left.distinct.count, right.distinct.count), left.distinct.count + right.distinct.count - shared
        )
        jaccard = Double(shared) / Double(max(1, all))
        containment = Double(shared) / Double(max(1, fewer))
        lead = max(left.leadShare(in: right), right.leadShare(in: left))
        let named = min(left.particulars.count, right.particulars.count)
        particulars = named < 3 ? 1 : Double(Self.shared(left.particulars, right.particulars)) / Double(named)
    }

    /// Whether the texts are the same story; `sharesAddress` when their pages say that they are.
    public func isCopy(sharesAddress: Bool = false) -> Bool {
        if sharesAddress { return jaccard >= Self.leastJaccardAtSameAddress || containment >= Self.leastContainment }
        let isAlike =
            jaccard >= Self.leastJaccard
            || (containment >= Self.leastContainment && jaccard >= Self.leastJaccardOfContained)
        return isAlike && lead >= Self.leastLead && particulars >= Self.leastParticulars
    }

    /// The least Jaccard similarity with which texts of so many shingles can be copies.
    static func leastJaccard(shingles left: Int, _ right: Int) -> Double {
        let contained = leastContainment * Double(min(left, right))
        return min(leastJaccard, max(leastJaccardOfContained, contained / (Double(left + right) - contained)))
    }

    /// How many numbers two ascending lists share.
    private static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
        var (place, other, count) = (0, 0, 0)
        while place < left.count, other < right.count {
            if left[place] == right[other] { count += 1 }
            let (isBehind, isAhead) = (left[place] <= right[other], left[place] >= right[other])
            if isBehind { place += 1 }
            if isAhead { other += 1 }
        }
        return count
    }
}

/// A story's shingles, ready to be compared with those of others.
public struct ComparableText: Sendable {
    /// Ascending, each once.
    let distinct: [UInt64]
    /// Names and numbers, ascending, each once.
    let particulars: [UInt64]
    private let lead: ArraySlice<UInt64>

    /// Makes shingles ready.
    public init(_ shingles: Shingles) {
        distinct = Self.distinct(shingles.sequence)
        particulars = Self.distinct(shingles.particulars)
        lead = shingles.sequence.prefix(max(20, min(100, shingles.sequence.count / 4)))
    }

    /// The share of this text's beginning that stands in another text.
    func leadShare(in other: ComparableText) -> Double {
        Double(lead.count { other.contains($0) }) / Double(max(1, lead.count))
    }

    private func contains(_ shingle: UInt64) -> Bool {
        var (low, high) = (0, distinct.count)
        while low < high {
            let middle = (low + high) / 2
            if distinct[middle] < shingle { low = middle + 1 } else { high = middle }
        }
        return low < distinct.count && distinct[low] == shingle
    }

    private static func distinct(_ hashes: [UInt64]) -> [UInt64] {
        var result: [UInt64] = []
        result.reserveCapacity(hashes.count)
        for hash in hashes.sorted() where hash != result.last { result.append(hash) }
        return result
    }
}
