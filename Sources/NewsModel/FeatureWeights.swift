/// The weights of a logistic regression over named features: a table that people can read and change.
///
///     let weights = try FeatureWeights<FocusFeature>(table: readFile("Gazetteers/focus/weights.tsv"))
///     weights[.dateline]  // 3.2
///
/// A table has the columns `feature` and `weight`, a header line and `#` comments; the feature `bias` is what everything
/// begins with.
public struct FeatureWeights<Feature>: Sendable
where Feature: CaseIterable & RawRepresentable & Hashable & Sendable, Feature.RawValue == String {
    /// The score's log-odds without any feature.
    public let bias: Double
    private let values: [Feature: Double]
    /// Changes with the table; 0 for weights that come from none.
    public let contentHash: UInt64

    /// Weights from no table; features that are not named count nothing.
    public init(bias: Double, _ values: [Feature: Double]) {
        self.bias = bias
        self.values = values
        contentHash = 0
    }

    /// Reads a table; every feature must have a row.
    public init(table: [UInt8]) throws(FeatureWeightsError) {
        var rows = try WeightRows(table: table, columns: ["weight"])
        let bias = try rows.take("bias")[0]
        var values: [Feature: Double] = [:]
        for feature in Feature.allCases { values[feature] = try rows.take(feature.rawValue)[0] }
        try rows.finish()
        self.bias = bias
        self.values = values
        contentHash = table.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The weight of a feature.
    public subscript(feature: Feature) -> Double { values[feature] ?? 0 }

    /// The features with their weights, for those who go through them often.
    public var inOrder: [(feature: Feature, weight: Double)] { Feature.allCases.map { ($0, self[$0]) } }
}

/// What is wrong in a table of weights.
public enum FeatureWeightsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The first line that is no comment does not name the columns.
    case badHeader(line: Int)
    /// A line is not a feature and its numbers, or a feature comes twice.
    case badRow(line: Int)
    /// A feature of the program has no row.
    case missingFeature(String)
    /// A row is for a feature that the program does not have.
    case unknownFeature(String)

    /// What was wrong and what to do about it.
    public var description: String {
        switch self {
        case .badHeader(let line):
            "line \(line): the header must be \"feature\" and the names of its weights, as in the table that came with the program"
        case .badRow(let line): "line \(line): a row is a feature and its numbers, with tabs between; no feature twice"
        case .missingFeature(let name):
            "no row for the feature \"\(name)\"; take the table that came with the program, or train it again"
        case .unknownFeature(let name):
            "the program has no feature \"\(name)\"; take the table that came with it, or train it again"
        }
    }
}
