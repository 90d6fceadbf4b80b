import Tokenization

/// A run of capitalized words and what its words have in common for the features of each.
struct CapitalRun {
    var tokens: Range<Int>
    /// The last words by which institutions and by which places are called, in the run.
    var organizationHead: Int?
    var placeHead: Int?
    /// Two or more words, all in capitals throughout.
    var isShouted: Bool

    /// The run around a token, inside a segment.
    init(around position: Int, in segment: Range<Int>, _ tokens: [Token], _ traits: [WordTraits]) {
        func joins(_ next: Int) -> Bool {
            traits[next].isCapitalized && traits[next - 1].isCapitalized
                && (tokens[next].gap < .period
                    || tokens[next].gap == .period && tokens[next - 1].shape.contains(.initial))
        }
        var (start, end) = (position, position + 1)
        while start > segment.lowerBound, joins(start) { start -= 1 }
        while end < segment.upperBound, joins(end) { end += 1 }
        self.tokens = start..<end
        organizationHead = self.tokens.last { traits[$0].cues.contains(.organizationHead) }
        placeHead = self.tokens.last { traits[$0].cues.contains(.placeHead) }
        isShouted =
            self.tokens.count >= 2
            && self.tokens.allSatisfy { tokens[$0].shape.contains(.upper) && !tokens[$0].shape.contains(.initial) }
    }
}
