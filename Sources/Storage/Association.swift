#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How strongly two things that articles have belong together, from how many articles have them.
///
///     let niger = Association(together: 30, first: 100, second: 60, total: 1000)
///     niger.expected       // 6.0
///     niger.pmi            // 2.32
public struct Association: Sendable, Equatable {
    /// Articles that have both.
    public var together: Int
    /// Articles that have the first, with or without the second.
    public var first: Int
    /// Articles that have the second, with or without the first.
    public var second: Int
    /// All articles, at least as many as have the first or the second.
    public var total: Int

    /// Makes an association from its counts.
    public init(together: Int, first: Int, second: Int, total: Int) {
        self.together = together
        self.first = first
        self.second = second
        self.total = total
    }

    /// How many articles would have both if neither knew of the other.
    public var expected: Double { Double(first) * Double(second) / Double(max(total, 1)) }

    /// Pointwise mutual information in bits (K. Church, P. Hanks 1990): above 0 they are more often together than
    /// expected; minus infinity where they never are.
    public var pmi: Double { log2(Double(together) / expected) }

    /// PMI divided by its greatest value (G. Bouma 2009): 1 where neither is without the other, 0 where they are together
    /// as often as expected, -1 where they never are.
    public var normalizedPMI: Double {
        guard together > 0 else { return -1 }
        // Where all articles have both, PMI and its greatest value are both 0.
        guard together < total else { return 1 }
        return pmi / (log2(Double(total)) - log2(Double(together)))
    }

    /// Articles that have both as a share of those that have one of them (P. Jaccard 1901); 0 where none has.
    public var jaccard: Double { Double(together) / Double(max(first + second - together, 1)) }

    /// The log-likelihood ratio against independence over the four cells (T. Dunning 1993), natural logarithm, times 2:
    /// how sure it is that the two do not meet by chance only, be it more often or less.
    public var logLikelihood: Double {
        let cells =
            Self.entropyPart(together) + Self.entropyPart(first - together)
            + Self.entropyPart(second - together) + Self.entropyPart(total - first - second + together)
        let margins =
            Self.entropyPart(first) + Self.entropyPart(total - first) + Self.entropyPart(second)
            + Self.entropyPart(total - second)
        return max(0, 2 * (cells - margins + Self.entropyPart(total)))
    }

    /// The log-likelihood ratio, below 0 where the two are together less often than expected.
    public var signedLogLikelihood: Double { Double(together) < expected ? -logLikelihood : logLikelihood }

    /// A count times its natural logarithm, of which the ratio is made.
    private static func entropyPart(_ count: Int) -> Double {
        entropyParts.indices.contains(count) ? entropyParts[count] : count > 0 ? Double(count) * log(Double(count)) : 0
    }

    /// Of the counts that are frequent: an edge list has millions of ratios, each of nine logarithms.
    private static let entropyParts = (0..<1 << 17).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }
}
