/// A set of phrases that is asked with word hashes: which phrases does a piece hold, is it one, does it open with one?
///
///     let set = PhraseSet("read more | privacy policy")
///     set.isWhole(WordScan("Read more")) // true
///
/// A question costs one look-up for each word, and a few more where a phrase may begin.
struct PhraseSet: Sendable {
    private var phrases: Set<UInt64> = []
    private var firstWords: [UInt64: Int] = [:]
    private var longest = 0

    /// Makes a set of the phrases between the bars of `text`.
    init(_ text: String) {
        for entry in text.split(separator: "|") {
            let words = WordHash.words(of: String(entry))
            guard let first = words.first else { continue }
            phrases.insert(words.reduce(WordHash.seed, WordHash.join))
            firstWords[first] = max(firstWords[first] ?? 0, words.count)
            longest = max(longest, words.count)
        }
    }

    /// Whether the piece is one of the phrases and nothing else.
    func isWhole(_ scan: WordScan) -> Bool {
        guard scan.wordCount > 0, scan.wordCount <= longest, scan.wordCount == scan.words.count else { return false }
        return phrases.contains(scan.words.reduce(WordHash.seed, WordHash.join))
    }

    /// The number of words of the longest phrase that the words from `start` begin with; 0 if none.
    func prefix(of words: [UInt64], from start: Int = 0) -> Int {
        guard start < words.count, let limit = firstWords[words[start]] else { return 0 }
        var hash = WordHash.seed
        var best = 0
        for index in start..<min(words.count, start + limit) {
            hash = WordHash.join(hash, words[index])
            if phrases.contains(hash) { best = index - start + 1 }
        }
        return best
    }

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
