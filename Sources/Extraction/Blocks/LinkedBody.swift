/// The body of the story that a page's linked data repeats: a strong hint of which blocks are the story.
struct LinkedBody {
    private let phrases: Set<UInt64>
    private static let phraseLength = 3
    /// Longer bodies are compared by their beginning.
    private static let mostWords = 20_000

    init(_ text: String) {
        var text = text
        let words = text.withUTF8 { WordHash.words(of: $0, limit: Self.mostWords) }
        phrases = Set(Self.phrases(of: words))
    }

    /// Whether it is more than a summary.
    var isLong: Bool { phrases.count >= 80 }

    /// The share of the phrases of a piece that stand in the body.
    func share(of words: [UInt64]) -> Double {
        let asked = Self.phrases(of: words)
        guard !asked.isEmpty else { return 0.5 }
        return Double(asked.reduce(0) { $0 + (phrases.contains($1) ? 1 : 0) }) / Double(asked.count)
    }

    private static func phrases(of words: [UInt64]) -> [UInt64] {
        guard words.count >= phraseLength else { return [] }
        return (0...words.count - phraseLength).map {
            words[$0..<$0 + phraseLength].reduce(WordHash.seed, WordHash.join)
        }
    }
}
