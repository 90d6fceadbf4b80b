/// How much each piece of evidence counts: the weights of a log-linear score, from a table that people can read.
///
///     let weights = try LinkingWeights(table: readFile("Gazetteers/linking/weights.tsv"))
///     weights[.prior]  // for each point of an entity's weight in the gazetteer
///
/// `docs/decisions/linking.md` tells how they were learned.
public struct LinkingWeights: Sendable {
    /// In the order of `EvidenceName`.
    private let values: [Double]
    private let meanings: [String]

    static let columns = ["evidence", "weight", "prior", "meaning"]

    /// Reads a table of the columns `evidence`, `weight`, `prior` (where learning began) and `meaning`, with a header line
    /// and `#` comments; every evidence has one row.
    public init(table: [UInt8]) throws(LinkingTableError) {
        var rows: [String: (weight: Double, meaning: String)] = [:]
        for (line, fields) in try linkingRows(table, columns: Self.columns) {
            guard let weight = Double(fields[1]), weight.isFinite, Double(fields[2]) != nil else {
                throw .badRow(line: line, wanted: Self.columns)
            }
            guard rows.updateValue((weight, fields[3]), forKey: fields[0]) == nil else {
                throw .repeated(line: line, fields[0])
            }
        }
        var values: [Double] = []
        var meanings: [String] = []
        for name in EvidenceName.allCases {
            guard let row = rows.removeValue(forKey: name.label) else { throw .missing(name.label) }
            values.append(row.weight)
            meanings.append(row.meaning)
        }
        if let unknown = rows.keys.min() { throw .unknown(unknown) }
        self.values = values
        self.meanings = meanings
    }

    /// The weight of one piece of evidence.
    @inline(__always)
    public subscript(name: EvidenceName) -> Double { values[name.rawValue] }

    /// What a piece of evidence is, in words.
    public func meaning(of name: EvidenceName) -> String { meanings[name.rawValue] }
}

/// The rows of a table with a header line and `#` comments, each with its line from 1.
func linkingRows(
    _ table: [UInt8], columns: [String]
) throws(LinkingTableError) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var isHeader = true
    for (number, line) in table.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && line.first != UInt8(ascii: "#") {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == columns.count, !isHeader || fields == columns else {
            throw .badRow(line: number + 1, wanted: columns)
        }
        if !isHeader { rows.append((number + 1, fields)) }
        isHeader = false
    }
    guard !isHeader else { throw .badRow(line: 1, wanted: columns) }
    return rows
}

/// What is wrong in a table of linking.
public enum LinkingTableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A line has not the columns of the table, or no number where one belongs.
    case badRow(line: Int, wanted: [String])
    /// A row says again what another says.
    case repeated(line: Int, String)
    /// A piece of evidence has no row.
    case missing(String)
    /// A row is for evidence that the program does not have.
    case unknown(String)

    /// What was wrong and what to do about it.
    public var description: String {
        switch self {
        case .badRow(let line, let wanted):
            "line \(line): the columns are \(wanted.joined(separator: ", ")), with tabs between, weights as numbers"
        case .repeated(let line, let name): "line \(line): \"\(name)\" stands twice; delete one of the rows"
        case .missing(let name):
            "no row for \"\(name)\"; take the table that came with the program, or train it again"
        case .unknown(let name):
            "the program has no evidence \"\(name)\"; take the table that came with it, or train it again"
        }
    }
}
