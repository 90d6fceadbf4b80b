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

    /// The log-likelihood ratio against independence over the four cells (T. Dunning 1993), natural logarithm, times 2:
    /// how sure it is that the two do not meet by chance only, be it more often or less.
    public var logLikelihood: Double {
        func part(_ observed: Int, _ rows: Int, _ columns: Int) -> Double {
            guard observed > 0 else { return 0 }
            return Double(observed) * log(Double(observed) * Double(total) / (Double(rows) * Double(columns)))
        }
        let parts = [
            part(together, first, second), part(first - together, first, total - second),
            part(second - together, total - first, second),
            part(total - first - second + together, total - first, total - second),
        ]
        return max(0, 2 * parts.reduce(0, +))
    }
}
