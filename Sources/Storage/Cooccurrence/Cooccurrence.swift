/// Who appears with whom: a network, or one for each stretch of time.
public struct Cooccurrence: Sendable {
    /// Every entity that has an edge, in order of id.
    public var nodes: [Node]
    /// In order of time, the undated last; one where time was not asked for.
    public var slices: [Slice]
    /// Ids of the articles that `Slice.evidence` gives.
    public var articles: [String]

    /// An entity.
    public struct Node: Sendable, Equatable {
        public var id: String
        public var name: String
        /// The raw value of its `Kind`.
        public var kind: String
        public var role: String

        /// Makes a node.
        public init(id: String, name: String, kind: String, role: String) {
            self.id = id
            self.name = name
            self.kind = kind
            self.role = role
        }
    }

    /// Makes a network.
    public init(nodes: [Node], slices: [Slice], articles: [String] = []) {
        self.nodes = nodes
        self.slices = slices
        self.articles = articles
    }
}

/// Two entities and in how many units both are mentioned.
public struct Edge: Sendable, Equatable {
    /// Number in `Cooccurrence.nodes`, smaller than the target.
    public var source: UInt32
    /// Number in `Cooccurrence.nodes`.
    public var target: UInt32
    /// Units that mention both.
    public var weight: UInt32

    /// Makes an edge.
    public init(source: UInt32, target: UInt32, weight: UInt32) {
        self.source = source
        self.target = target
        self.weight = weight
    }
}

extension Cooccurrence {
    /// The network of a stretch of time.
    public struct Slice: Sendable {
        /// `nil` for all time together.
        public var time: Time?
        /// Units that mention any entity, of whatever kind.
        public var units: Int
        /// For each node in how many units it is mentioned.
        public var counts: NodeCounts
        /// In order of source and target.
        public var edges: [Edge]
        /// The numbers of `edges` in the order that was asked for.
        public var order: [UInt32]
        /// For each edge `evidencePerEdge` numbers of `Cooccurrence.articles`, the earliest first; `noArticle` fills up.
        public var evidence: [UInt32]
        public var evidencePerEdge: Int

        /// What stands in `evidence` where there are no more articles.
        public static let noArticle = UInt32.max

        /// Makes a slice.
        public init(
            time: Time? = nil, units: Int, counts: NodeCounts, edges: [Edge], order: [UInt32], evidence: [UInt32] = [],
            evidencePerEdge: Int = 0
        ) {
            self.time = time
            self.units = units
            self.counts = counts
            self.edges = edges
            self.order = order
            self.evidence = evidence
            self.evidencePerEdge = evidencePerEdge
        }

        /// The numbers in `Cooccurrence.articles` of the earliest articles of an edge.
        public func evidence(ofEdge number: Int) -> some Sequence<UInt32> {
            evidence[number * evidencePerEdge..<(number + 1) * evidencePerEdge].prefix { $0 != Self.noArticle }
        }
    }

    /// A day, week, month or year; or that of articles without a date.
    public struct Time: Sendable, Equatable {
        /// "2024-01-17", "2024-W03", "2024-01", "2024"; "no date".
        public var name: String
        /// Its first and last day as ISO 8601 writes them; `nil` where there is no date.
        public var days: (first: String, last: String)?

        /// Makes a time.
        public init(name: String, days: (first: String, last: String)?) {
            self.name = name
            self.days = days
        }

        /// The time of articles without a date.
        public static let undated = Time(name: "no date", days: nil)

        public static func == (left: Time, right: Time) -> Bool { left.name == right.name }
    }

    /// Counts of some nodes; the others have none.
    public struct NodeCounts: Sendable, Equatable {
        /// In ascending order.
        public var nodes: [UInt32]
        /// Of the node at the same place.
        public var counts: [UInt32]

        /// Makes counts.
        public init(nodes: [UInt32], counts: [UInt32]) {
            self.nodes = nodes
            self.counts = counts
        }

        /// A count for each of `count` nodes, 0 where there is none.
        public func dense(_ count: Int) -> [UInt32] {
            var dense = [UInt32](repeating: 0, count: count)
            for (node, count) in zip(nodes, counts) { dense[Int(node)] = count }
            return dense
        }
    }
}
