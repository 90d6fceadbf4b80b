import NewsModel

/// Within what two entities must both be mentioned to count once.
public enum CooccurrenceUnit: String, CaseIterable, Sendable {
    /// A story with its title.
    case article
    /// A stretch of text between blank lines; the title is one by itself.
    case paragraph
    case sentence
    /// An article once for two entities that some mentions name at most so many tokens apart, in its title or its text.
    case window
}

/// Which pairs of entities are counted, how, and which of them are kept.
public struct CooccurrenceQuery: Sendable, Equatable {
    public var unit = CooccurrenceUnit.article
    /// How many tokens apart the first tokens of two mentions may be where the unit is a window.
    public var window = 50
    /// Whether the copies of a story count too.
    public var counting = CountedUnit.article
    /// The only kinds of entities that are counted; empty for all.
    public var kinds: Set<Kind> = []
    /// The only roles of entities that are counted; empty for all.
    public var roles: Set<String> = []
    /// Keys of topics that the articles must all be about.
    public var topics: [Int] = []
    /// The score from which on an article is about a topic.
    public var leastTopicScore = StoryQuery.leastTopicScore
    public var period = Period.always
    /// How much an article must be about an entity for its mentions there to count.
    public var leastSalience = 0.0
    /// Whether another form of a name that no gazetteer has counts as its main form.
    public var mergesVariants = false
    /// The time by which articles are divided, each stretch being counted by itself; `nil` for all time together.
    public var slices: CalendarUnit?
    /// Keys of entities, counted whatever their kind and role: only what is near one of them is kept; empty for all.
    public var egos: [Int] = []
    /// How many edges from the nearest of `egos` an entity may be; edges between entities that are kept are kept too.
    public var depth = 1
    public var thresholds = EdgeThresholds()
    public var order = EdgeOrder.weight
    /// At most so many edges of a slice, the first in the order; `nil` for all.
    public var limit: Int?
    /// For each edge so many of the earliest articles that have it.
    public var evidence = 0

    /// Asks for everything, by article.
    public init() {}
}

/// What an edge must have to be kept.
public struct EdgeThresholds: Sendable, Equatable {
    /// Units.
    public var weight = 1
    /// Of `Association.signedLogLikelihood`.
    public var logLikelihood: Double?
    /// Of `Association.pmi`.
    public var pmi: Double?
    /// Of `Association.normalizedPMI`.
    public var normalizedPMI: Double?
    /// Of `Association.jaccard`.
    public var jaccard: Double?

    /// Keeps every edge.
    public init() {}

    /// Whether an edge is kept for its measures; the weight is compared before they are known.
    func admits(_ association: Association) -> Bool {
        (logLikelihood.map { association.signedLogLikelihood >= $0 } ?? true)
            && (pmi.map { association.pmi >= $0 } ?? true)
            && (normalizedPMI.map { association.normalizedPMI >= $0 } ?? true)
            && (jaccard.map { association.jaccard >= $0 } ?? true)
    }

    /// Whether the weight alone decides.
    var isWeightOnly: Bool { logLikelihood == nil && pmi == nil && normalizedPMI == nil && jaccard == nil }
}

/// The order of edges: by a measure, the greatest first; of equals the heavier first, then in order of their entities.
public enum EdgeOrder: String, CaseIterable, Sendable {
    case weight
    case logLikelihood = "log-likelihood"
    case pmi
    case normalizedPMI = "npmi"
    case jaccard

    /// What edges with this association go by.
    func strength(_ association: Association) -> Double {
        switch self {
        case .weight: Double(association.together)
        case .logLikelihood: association.signedLogLikelihood
        case .pmi: association.pmi
        case .normalizedPMI: association.normalizedPMI
        case .jaccard: association.jaccard
        }
    }
}
