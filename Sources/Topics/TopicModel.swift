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
/// x = (1 + ln n) · √(100 / w), w being 25 at least: in a hundred words, a term that stands once adds its weight. What
/// the tables do not list counts for nothing. Topics are scored by themselves: a finer one may be surer than the broader.
///
/// Scoring costs one look-up a word, and one more after words that begin a phrase. The model is immutable: share it
/// between workers.
public struct TopicModel: Sendable {
    /// The topics in the order of their tables, those of users last.
    public let topics: [Topic]
    /// What is wrong in the files; the lines named are left out.
    public let issues: [TopicIssue]
    /// The ids of topics that a user's files add or change.
    public let changedTopics: [String]
    /// Entities and roles that a user's files name.
    public let ownFeatures: [OwnFeature]
    let index: TermIndex
    let postings: [Posting]
    let biases: [Double]
    let rules: [Int: TopicRules]
    /// Topics that have some weight; others hold where their rules do.
    let isWeighted: [Bool]

    /// The weight of a term for one topic.
    struct Posting: Sendable, Equatable {
        var topic: UInt16
        var weight: Float
    }

    /// The number of words, phrases and other terms with a weight or a part in a rule.
    public var termCount: Int { index.entries.indices.count(where: index.isTerm) }

    /// Something that is no word and that a user's file asks for.
    public struct OwnFeature: Sendable, Equatable {
        public var kind: Kind
        /// "Q1032", "armed group".
        public var value: String
        public var file: String
        public var line: Int

        /// What is named.
        public enum Kind: String, Sendable {
            case entity
            case role
        }

        /// Takes "entity:Q1032" apart; `nil` for words and sections.
        init?(_ term: String, file: String, line: Int) {
            let parts = term.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
            self.kind = kind
            value = String(parts[1])
            self.file = file
            self.line = line
        }
    }

    /// So many topics at most.
    public static let mostTopics = 2_000
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
        changedTopics = builder.changed.sorted().map { builder.topics[$0].id }
        ownFeatures = builder.ownFeatures
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
            guard scores[number] >= (topic.parent == nil ? threshold : finerThreshold), scores[number] > 0 else {
                continue
            }
            result.append(ArticleTopic(topic: topic.id, name: topic.name, score: scores[number], parent: topic.parent))
        }
        let order = result.indices.sorted { (-result[$0].score, $0) < (-result[$1].score, $1) }
        return order.map { result[$0] }
    }

    /// The score of every topic.
    func scores(_ terms: ArticleTerms) -> [Double] {
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
}
