import Storage

/// The measures of an edge in the order of their columns, with names and decimals.
enum EdgeMeasure: CaseIterable {
    case expected
    case pmi
    case normalizedPMI
    case logLikelihood
    case jaccard

    func value(_ association: Association) -> Double {
        switch self {
        case .expected: association.expected
        case .pmi: association.pmi
        case .normalizedPMI: association.normalizedPMI
        case .logLikelihood: association.signedLogLikelihood
        case .jaccard: association.jaccard
        }
    }

    /// The name in tables that Gephi reads.
    var column: StaticString {
        switch self {
        case .expected: "Expected"
        case .pmi: "PMI"
        case .normalizedPMI: "NormalizedPMI"
        case .logLikelihood: "LogLikelihood"
        case .jaccard: "Jaccard"
        }
    }

    /// The name in rows, and the id of an attribute.
    var name: StaticString {
        switch self {
        case .expected: "expected"
        case .pmi: "pmi"
        case .normalizedPMI: "npmi"
        case .logLikelihood: "log_likelihood"
        case .jaccard: "jaccard"
        }
    }

    var decimals: Int {
        switch self {
        case .expected, .pmi, .normalizedPMI: 4
        case .logLikelihood: 3
        case .jaccard: 5
        }
    }
}

extension Cooccurrence {
    /// Goes through the edges of a slice, in the order asked for or in that of their nodes.
    func forEachEdge(
        ofSlice number: Int, inOrder: Bool,
        _ body: (_ edge: Edge, _ number: Int, _ association: Association) throws -> Void
    ) rethrows {
        let slice = slices[number]
        let counts = slice.counts.dense(nodes.count)
        for place in slice.edges.indices {
            let number = inOrder ? Int(slice.order[place]) : place
            let edge = slice.edges[number]
            let association = Association(
                together: Int(edge.weight), first: Int(counts[Int(edge.source)]), second: Int(counts[Int(edge.target)]),
                total: slice.units)
            try body(edge, number, association)
        }
    }

    /// The ids of the earliest articles of an edge.
    func evidence(ofEdge edge: Int, inSlice slice: Int) -> [String] {
        slices[slice].evidence(ofEdge: edge).map { articles[Int($0)] }
    }

    /// Whether time was asked for.
    var isByTime: Bool { slices.contains { $0.time != nil } }

    /// Whether evidence was asked for.
    var hasEvidence: Bool { slices.contains { $0.evidencePerEdge > 0 } }
}
