/// What was found right, wrongly and not at all, with the measures made of it.
public struct Tally: Sendable, Equatable {
    /// Found, and in the gold.
    public var right: Int
    /// Found, and not in the gold.
    public var wrong: Int
    /// In the gold, and not found.
    public var missed: Int

    /// Makes a tally.
    public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
        self.right = right
        self.wrong = wrong
        self.missed = missed
    }

    /// The share of what was found that is right; 0 where nothing was found.
    public var precision: Double { Self.share(right, of: right + wrong) }

    /// The share of the gold that was found; 0 where there is none.
    public var recall: Double { Self.share(right, of: right + missed) }

    /// The harmonic mean of precision and recall.
    public var f1: Double { Self.share(2 * right, of: 2 * right + wrong + missed) }

    static func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

    /// Counts what was found of what was wanted; what is left aside is neither right nor wrong.
    mutating func add<Item: Hashable>(wanted: Set<Item>, found: Set<Item>, aside: Set<Item> = []) {
        right += wanted.intersection(found).count
        missed += wanted.subtracting(found).count
        wrong += found.subtracting(wanted).subtracting(aside).count
    }
}

/// A line of an evaluation: a tally, or a single figure.
public struct Figure: Sendable, Equatable {
    /// What was measured.
    public var name: String
    /// Precision, recall and F1, where they say something.
    public var tally: Tally?
    /// Any other figure.
    public var value: Double?

    init(_ name: String, _ tally: Tally) {
        self.name = name
        self.tally = tally
    }

    init(_ name: String, value: Double) {
        self.name = name
        self.value = value
    }
}
