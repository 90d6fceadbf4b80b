import NewsModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Scores articles over the topics by weighted terms: one logistic regression a topic.
///
///     let model = try TopicModel(topicsTable: topics, termsTable: terms, hash: TokenKey.hash(of:))
///     model.scores(keys: keys).first?.name  // "politics and government"
///
/// The score of a topic is σ(bias + Σ weight · x), where x is 1 + ln(count) of a term in the article, and the vector of
/// all x of known terms has length 1. Terms are words and pairs of neighbouring words; what the table does not list
/// counts for nothing. Scoring costs one look-up a word, and one more after a word that begins a pair of the table; it
/// allocates only the result. The model is immutable: share it between workers.
public struct TopicModel: Sendable {
    /// The topics in the order of their table.
    public let topics: [Topic]
    let index: TermIndex
    let postings: [Posting]
    let biases: [Double]
    /// 1 + ln(count) for small counts.
    private let damped: [Double]

    /// The weight of a term for one topic.
    struct Posting: Sendable, Equatable {
        var topic: UInt8
        var weight: Float
    }

    /// Reads the two tables; see `Gazetteers/topics`.
    ///
    /// - Parameters:
    ///   - topicsTable: `id parent name` rows, tab-separated, with a header line.
    ///   - termsTable: `topic term weight` rows; an empty term is the bias of its topic, two words are a pair.
    ///   - hash: the hash of a word's key, the same function that made the `keys` to be scored.
    public init(
        topicsTable: [UInt8], termsTable: [UInt8], hash: (UnsafeBufferPointer<UInt8>) -> UInt64
    ) throws(TopicTableError) {
        let topics = try Topic.read(topicsTable)
        var builder = TopicModelBuilder(topics: topics, sizeHint: termsTable.count / 40)
        try builder.read(termsTable, hash: hash)
        self.topics = topics
        postings = try builder.finishPostings()
        index = builder.index
        biases = builder.biases
        damped = (0..<256).map { $0 == 0 ? 0 : 1 + log(Double($0)) }
    }

    /// The topics of an article with at least `threshold`, best first; topics of equal score in the table's order.
    ///
    /// Empty when the article has no known term.
    ///
    /// - Parameters:
    ///   - keys: the hash of each word in order, the title's first. 0 is a boundary that no pair crosses: put one
    ///     between title and text, between sentences, and where punctuation divides two words.
    ///   - threshold: 0 gives every topic.
    public func scores(keys: UnsafeBufferPointer<UInt64>, threshold: Double = 0.05) -> [ArticleTopic] {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: topics.count) { sums in
            sums.initialize(repeating: 0)
            let squares = addTerms(of: keys, to: sums)
            guard squares > 0 else { return [] }
            let scale = 1 / squares.squareRoot()
            var result: [ArticleTopic] = []
            for (number, topic) in topics.enumerated() {
                let score = 1 / (1 + exp(-(biases[number] + sums[number] * scale)))
                guard score >= threshold else { continue }
                // Kept in order as it grows: at most as many steps as there are topics.
                let place = result.firstIndex { $0.score < score } ?? result.endIndex
                result.insert(ArticleTopic(topic: topic.id, name: topic.name, score: score), at: place)
            }
            return result
        }
    }

    /// The topics of an article with at least `threshold`, best first.
    public func scores(keys: [UInt64], threshold: Double = 0.05) -> [ArticleTopic] {
        keys.withUnsafeBufferPointer { scores(keys: $0, threshold: threshold) }
    }

    /// Adds weight · x of every known term to its topics' sums; returns Σ x².
    ///
    /// Counts stand in one zeroed array with a place for every term of the table (some 50 kB, cleared in about a
    /// microsecond); the list of terms seen keeps the sum's order that of the text, so results do not depend on hashes.
    private func addTerms(of keys: UnsafeBufferPointer<UInt64>, to sums: UnsafeMutableBufferPointer<Double>) -> Double {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: index.entries.count) { counts in
            counts.initialize(repeating: 0)
            // A word adds at most itself and one pair.
            return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys.count * 2) { seen in
                let terms = countTerms(of: keys, in: counts, seen: seen)
                var squares = 0.0
                for number in seen[..<terms] {
                    let count = Int(counts[Int(number)])
                    let value = count < damped.count ? damped[count] : 1 + log(Double(count))
                    squares += value * value
                    let entry = index.entries[Int(number)]
                    let first = Int(entry.firstPosting)
                    for posting in postings[first..<first + Int(entry.postingCount)] {
                        sums[Int(posting.topic)] += Double(posting.weight) * value
                    }
                }
                return squares
            }
        }
    }

    /// Counts the known terms; returns how many different ones `seen` lists.
    private func countTerms(
        of keys: UnsafeBufferPointer<UInt64>, in counts: UnsafeMutableBufferPointer<UInt16>,
        seen: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var terms = 0
        var beginner: UInt64?
        func count(_ number: Int) {
            // A word that only begins pairs has no postings and is no term.
            guard index.entries[number].postingCount > 0 else { return }
            if counts[number] == 0 {
                seen[terms] = UInt32(number)
                terms += 1
            }
            if counts[number] < .max { counts[number] += 1 }
        }
        for key in keys {
            guard key != 0 else {
                beginner = nil
                continue
            }
            if let first = beginner, let number = index.find(TermIndex.pair(first, key)) { count(number) }
            beginner = nil
            guard let number = index.find(key) else { continue }
            count(number)
            if index.entries[number].beginsPair { beginner = key }
        }
        return terms
    }
}
