import NewsModel

/// A set of phrases that is asked with word hashes: which phrases does a piece hold, is it one, does it open with one?
///
///     let set = PhraseSet("read more | privacy policy")
///     set.isWhole(WordScan("Read more")) // true
///
/// A question costs one look-up for each word, and a few more where a phrase may begin.
struct PhraseSet: Sendable {
    private let phrases: HashSet64
    /// Whatever a phrase begins with, the phrase itself included.
    private let beginnings: HashSet64
    private let longest: Int

    /// Makes a set of the phrases between the bars of `text`.
    init(_ text: String) {
        var phrases: [UInt64] = []
        var beginnings: [UInt64] = []
        var longest = 0
        for entry in text.split(separator: "|") {
            let words = WordHash.words(of: String(entry))
            guard !words.isEmpty else { continue }
            var hash = WordHash.seed
            for word in words {
                hash = WordHash.join(hash, word)
                beginnings.append(hash)
            }
            phrases.append(hash)
            longest = max(longest, words.count)
        }
        self.phrases = HashSet64(phrases)
        self.beginnings = HashSet64(beginnings)
        self.longest = longest
    }

    /// Whether the piece is one of the phrases and nothing else.
    func isWhole(_ scan: WordScan) -> Bool {
        guard scan.wordCount > 0, scan.wordCount <= longest, scan.wordCount == scan.words.count else { return false }
        return phrases.contains(scan.words.reduce(WordHash.seed, WordHash.join))
    }

    /// The number of words of the longest phrase that the words from `start` begin with; 0 if none.
    func prefix(of words: [UInt64], from start: Int = 0) -> Int {
        var hash = WordHash.seed
        var best = 0
        var index = start
        while index < words.count {
            hash = WordHash.join(hash, words[index])
            guard beginnings.contains(hash) else { break }
            index += 1
            if phrases.contains(hash) { best = index - start }
        }
        return best
    }

    /// Whether any phrase stands in the words.
    func occurs(in words: [UInt64]) -> Bool { words.indices.contains { prefix(of: words, from: $0) > 0 } }

    /// How many phrases stand in the words, without overlaps.
    func count(in words: [UInt64]) -> Int {
        var index = 0
        var found = 0
        while index < words.count {
            let length = prefix(of: words, from: index)
            if length > 0 { found += 1 }
            index += max(length, 1)
        }
        return found
    }
}
