/// What is kept of a story so that its copies are found without reading all texts against each other: for each bin the
/// smallest hash of the shingles that fall into it (MinHash).
///
/// Of two sketches the share of equal bins estimates the Jaccard similarity of the two sets of shingles.
public struct CopySketch: Sendable, Equatable {
    /// How many bins a sketch has.
    public static let binCount = 128

    /// The lowest 16 bits of each bin's smallest hash.
    public var bins: [UInt16]
    /// How many shingles the text has, those that are repeated counted each time.
    public var shingles: Int
    /// The hash of the address that copies of a page share; `nil` when the page has none.
    public var address: UInt64?

    /// Makes a sketch.
    public init(bins: [UInt16], shingles: Int, address: UInt64? = nil) {
        self.bins = bins
        self.shingles = shingles
        self.address = address
    }
}
