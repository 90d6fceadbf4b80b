/// The terms of one article that a model knows, counted. Made to be used again for the next article.
///
///     var terms = ArticleTerms(model: model)
///     terms.add(words: keys)
///     terms.add(.role("armed group"))
///     model.scores(of: terms)
public struct ArticleTerms: Sendable {
    private let index: TermIndex
    /// How often the article has the term of each entry of the index.
    private(set) var counts: [UInt16]
    /// The entries with a count, in the order in which they were met: results do not depend on hashes.
    private(set) var seen: [UInt32] = []
    /// The number of words of the article, known or not.
    public private(set) var words = 0

    /// No terms yet.
    public init(model: TopicModel) {
        index = model.index
        counts = Array(repeating: 0, count: index.entries.count)
    }

    /// Forgets the article.
    public mutating func removeAll() {
        for entry in seen { counts[Int(entry)] = 0 }
        seen.removeAll(keepingCapacity: true)
        words = 0
    }

    /// Adds words.
    ///
    /// - Parameter keys: the hash of each word in order. 0 is a boundary that no phrase crosses: put one between title
    ///   and text, between sentences, and where punctuation divides two words.
    public mutating func add(words keys: [UInt64]) {
        var begun: [TermIndex.Beginning] = []
        index.forEachTerm(in: keys, begun: &begun) { entry, _ in count(entry) }
        for key in keys where key != 0 { words += 1 }
    }

    /// Adds a term that is no word of the text.
    public mutating func add(_ term: TermKey) {
        guard let hash = term.hashes.first, let entry = index.find(hash), index.isTerm(entry) else { return }
        count(entry)
    }

    /// Whether the article has the term of an entry.
    func has(_ entry: UInt32) -> Bool { counts[Int(entry)] > 0 }

    private mutating func count(_ entry: Int) {
        if counts[entry] == 0 { seen.append(UInt32(entry)) }
        if counts[entry] < .max { counts[entry] += 1 }
    }
}
