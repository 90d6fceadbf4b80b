import NewsModel
import Tokenization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Scores articles over topics by weighted terms: one logistic regression a topic, and rules.
///
///     let model = try TopicModel(files: files)
///     model.scores(of: terms).first?.name  // "politics and government"
///
/// The score of a topic is σ(bias + Σ weight · x). A term that stands n times in an article of w words has
/// x = (1 + ln n) · √(100 / w): in a hundred words, a term that stands once adds its weight. What the tables do not list
/// counts for nothing. A topic is never surer than the broader one that it is part of is by its own parts: the score of
/// the broader is at least that of the finer.
///
/// Scoring costs one look-up a word, and one more after words that begin a phrase. The model is immutable: share it
/// between workers.
public struct TopicModel: Sendable {
    /// The topics in the order of their tables, those of users last.
    public let topics: [Topic]
    /// What is wrong in the files; the lines named are left out.
    public let issues: [TopicIssue]
    let index: TermIndex
    let postings: [Posting]
    let biases: [Double]
    let rules: [Int: TopicRules]
    /// The number of the broader topic of each.
    let parents: [Int?]
    /// Topics that have some weight; others hold where their rules do.
    let isWeighted: [Bool]

    /// The weight of a term for one topic.
    struct Posting: Sendable, Equatable {
        var topic: UInt16
        var weight: Float
    }

    /// So many topics at most.
    public static let mostTopics = 2_000
    /// So many levels of topics at most; a table could name a circle of parents.
    static let deepest = 10
    /// The bias of topics whose file gives none.
    public static let ownBias = -4.0
    /// The weight of a term of a list that gives none.
    public static let usualWeight = 2.0

    /// Makes a model of files, each laid over the ones before: a later weight of a term for a topic replaces an earlier.
    ///
    /// - Throws: `TokenizationError` when ICU has no data.
    public init(files: [TopicFile]) throws(TokenizationError) {
        var builder = TopicModelBuilder(
            reader: try TermReader(), sizeHint: files.reduce(0) { $0 + $1.bytes.count })
        for (number, file) in files.enumerated() { builder.read(file, number: number) }
        let postings = builder.finishPostings(files: files)
        topics = builder.topics
        index = builder.index
        biases = builder.biases
        rules = builder.rules
        issues = builder.issues
        self.postings = postings
        let numbers = Dictionary(uniqueKeysWithValues: builder.topics.enumerated().map { ($1.id, $0) })
        parents = builder.topics.map { $0.parent.flatMap { numbers[$0] } }
        var isWeighted = [Bool](repeating: false, count: builder.topics.count)
        for posting in postings { isWeighted[Int(posting.topic)] = true }
        self.isWeighted = isWeighted
    }

    /// The topics of an article, best first; topics of equal score in the order of the tables.
    ///
    /// - Parameters:
    ///   - threshold: the least score of topics without a broader one; 0 gives all of them.
    ///   - finerThreshold: the least score of the others.
    public func scores(
        of terms: ArticleTerms, threshold: Double = 0.05, finerThreshold: Double = 0.2
    ) -> [ArticleTopic] {
        let scores = scores(terms)
        var result: [ArticleTopic] = []
        for (number, topic) in topics.enumerated() {
            guard scores[number] >= (topic.parent == nil ? threshold : finerThreshold), scores[number] > 0 else { continue }
            result.append(ArticleTopic(topic: topic.id, name: topic.name, score: scores[number]))
        }
        // The sort is stable.
        return result.sorted { $0.score > $1.score }
    }

    /// The score of every topic.
    func scores(_ terms: ArticleTerms) -> [Double] {
        var scores = ownScores(terms)
        for number in topics.indices { lift(from: number, &scores) }
        return scores
    }

    /// The score of every topic by its own terms, whatever the finer ones have.
    func ownScores(_ terms: ArticleTerms) -> [Double] {
        var scores = sums(terms)
        let hasTerms = !terms.seen.isEmpty
        for number in topics.indices {
            let isAllowed = rules[number]?.allow(terms.has) ?? true
            if !isAllowed || !hasTerms {
                scores[number] = 0
            } else if isWeighted[number] {
                scores[number] = 1 / (1 + exp(-scores[number]))
            } else {
                scores[number] = rules[number] == nil ? 0 : 1
            }
        }
        return scores
    }

    /// The factor of a term that stands `count` times.
    static func factor(count: Int, words: Int) -> Double {
        (1 + log(Double(count))) * lengthFactor(words)
    }

    private static func lengthFactor(_ words: Int) -> Double { (100 / Double(max(words, shortest))).squareRoot() }

    /// In texts shorter than this a term counts no more than in one of this length.
    static let shortest = 25

    /// The log-odds of every topic.
    private func sums(_ terms: ArticleTerms) -> [Double] {
        var sums = biases
        let length = Self.lengthFactor(terms.words)
        for number in terms.seen {
            let entry = index.entries[Int(number)]
            let count = terms.counts[Int(number)]
            let value = (count == 1 ? 1 : 1 + log(Double(count))) * length
            let first = Int(entry.firstPosting)
            for posting in postings[first..<first + Int(entry.postingCount)] {
                sums[Int(posting.topic)] += Double(posting.weight) * value
            }
        }
        return sums
    }

    /// Gives the broader topics of one at least its score.
    private func lift(from number: Int, _ scores: inout [Double]) {
        var steps = 0
        var current = number
        while let parent = parents[current], steps < Self.deepest {
            scores[parent] = max(scores[parent], scores[number])
            current = parent
            steps += 1
        }
    }
}
