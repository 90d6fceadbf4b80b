import NewsModel

/// The classes of names that the learned recognizer tells apart.
enum NameClass: Int, CaseIterable, Sendable {
    case person
    case place
    case organization
    /// Events, works, products, peoples and languages: names, but of nothing that a story is tagged with by shape alone.
    case other

    /// The kind that a name of this class is of, when only its shape and neighbours are known.
    var kind: Kind {
        switch self {
        case .person: .person
        case .place: .place
        case .organization: .organization
        case .other: .other
        }
    }
}

/// Labels of tokens: outside of names, or the first or a later token of a name of a class (IOB2).
enum NameLabel {
    /// Number of labels: "outside" is 0, then first and later token of each class.
    static let count = 1 + 2 * NameClass.allCases.count
    static let outside = 0

    static func first(_ name: NameClass) -> Int { 1 + 2 * name.rawValue }
    static func later(_ name: NameClass) -> Int { 2 + 2 * name.rawValue }

    /// The class that a label speaks of; `nil` for "outside".
    static func nameClass(_ label: Int) -> NameClass? { label == 0 ? nil : NameClass(rawValue: (label - 1) / 2) }

    static func isFirst(_ label: Int) -> Bool { label % 2 == 1 }
}

/// The score of each label but "outside" less that of "outside", in 1/256.
typealias LabelScores = SIMD8<Int16>
