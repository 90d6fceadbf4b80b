/// The first row of a table: what its columns are called and what stands between them.
public struct TableHeader: Sendable, Equatable {
    /// The names as they stand there.
    public var names: [String]
    /// A comma, semicolon, tab or vertical bar.
    public var delimiter: UInt8

    static let tab: UInt8 = 0x09
    private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), tab, UInt8(ascii: "|")]

    /// Reads the header row; the delimiter is what makes most columns of it.
    init(row: [UInt8], delimiter: UInt8?) {
        let candidates = (delimiter.map { [$0] } ?? Self.delimiters).map { delimiter in
            TableHeader(names: TableRow.values(of: row[...], delimiter: delimiter), delimiter: delimiter)
        }
        var best = candidates[0]
        for candidate in candidates where candidate.names.count > best.names.count { best = candidate }
        self = best
    }

    /// The values of a row of this table, without quotes.
    public func values(of row: [UInt8]) -> [String] { TableRow.values(of: row[...], delimiter: delimiter) }

    private init(names: [String], delimiter: UInt8) {
        self.names = names.map { $0.trimming { $0.isWhitespace } }
        self.delimiter = delimiter
    }

    /// Tells a table by a header of short names, at least two of which are known as fields of articles.
    init?(beginning: ArraySlice<UInt8>) {
        var scanner = TableRowScanner(delimiter: nil)
        let end = beginning.withUnsafeBytes { scanner.end(in: $0) } ?? beginning.count
        guard end < 4096 else { return nil }
        self.init(row: Array(beginning.prefix(end)), delimiter: nil)
        let known = names.count { FieldNames.isCommon($0) }
        guard known >= 2, names.allSatisfy({ $0.utf8.count <= 64 }) else { return nil }
    }
}
