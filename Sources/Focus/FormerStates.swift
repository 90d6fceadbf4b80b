import Gazetteers

/// The countries of today on whose land former states lay.
///
/// A table of the columns `entity` and `codes` (divided by blanks), with a header line and `#` comments.
public struct FormerStates: Sendable {
    private var codes: [String: [CountryCode]] = [:]
    /// Changes with the table; 0 for none.
    public let contentHash: UInt64

    /// No former states but those that have a code in the gazetteer.
    public init() { contentHash = 0 }

    /// Reads a table.
    public init(table: [UInt8]) throws(FormerStatesError) {
        for (number, line) in table.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && line.first != UInt8(ascii: "#") {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            if columns == ["entity", "codes"] { continue }
            let found = columns.count == 2 ? columns[1].split(separator: " ").map { CountryCode($0) } : []
            guard !found.isEmpty, !found.contains(.none), codes.updateValue(found, forKey: columns[0]) == nil else {
                throw FormerStatesError(line: number + 1)
            }
        }
        contentHash = table.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The codes of the countries where the state lay.
    func codes(of entity: String) -> [CountryCode] { codes[entity] ?? [] }
}

/// What is wrong in a table of former states.
public struct FormerStatesError: Error, Equatable, Sendable, CustomStringConvertible {
    public var line: Int

    public var description: String {
        "line \(line): a row is an entity, a tab and country codes of two letters divided by blanks; no entity twice"
    }
}
