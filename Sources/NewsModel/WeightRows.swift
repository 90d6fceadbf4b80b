/// The rows of a table of learned weights: a feature and a number for each further column, with a header line and `#`
/// comments.
public struct WeightRows: Sendable {
    private var rows: [String: [Double]] = [:]

    /// Reads a table whose columns are `feature` and those named.
    public init(table: [UInt8], columns wanted: [String]) throws(FeatureWeightsError) {
        var isHeader = true
        for (number, line) in table.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && line.first != UInt8(ascii: "#") {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            if isHeader {
                guard columns == ["feature"] + wanted else { throw .badHeader(line: number + 1) }
                isHeader = false
                continue
            }
            let weights = columns.dropFirst().compactMap { Double($0) }.filter(\.isFinite)
            guard columns.count == wanted.count + 1, weights.count == wanted.count,
                rows.updateValue(weights, forKey: columns[0]) == nil
            else { throw .badRow(line: number + 1) }
        }
    }

    /// Takes out the weights of a feature, in the order of the columns.
    public mutating func take(_ feature: String) throws(FeatureWeightsError) -> [Double] {
        guard let weights = rows.removeValue(forKey: feature) else { throw .missingFeature(feature) }
        return weights
    }

    /// Makes sure that every row was taken.
    public func finish() throws(FeatureWeightsError) {
        if let unknown = rows.keys.min() { throw .unknownFeature(unknown) }
    }
}
