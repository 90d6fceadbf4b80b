/// The table as a file that a later run reads: a header, then the hash of a line in sixteen hexadecimal digits, a tab and
/// the number of stories, in order of hashes.
extension LineTable {
    private static let header = "line\tstories"

    /// The table as text.
    public var text: String {
        var text = Self.header + "\n"
        for line in lines {
            let digits = String(line.hash, radix: 16)
            text += String(repeating: "0", count: 16 - digits.count) + digits + "\t\(line.stories)\n"
        }
        return text
    }

    /// Reads a table.
    /// - Throws: `LineTableError` for the first line that is not one of a table.
    public init(text: [UInt8]) throws(LineTableError) {
        self.init()
        let rows = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = rows.first, first.elementsEqual(Self.header.utf8) else {
            throw LineTableError(line: 1, reason: "it does not begin with \"line\", a tab and \"stories\"")
        }
        for (number, row) in rows.enumerated().dropFirst() where !row.isEmpty {
            let columns = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard columns.count == 2, columns[0].count == 16,
                let hash = UInt64(String(decoding: columns[0], as: UTF8.self), radix: 16),
                let stories = Int(String(decoding: columns[1], as: UTF8.self)), stories > 0
            else {
                throw LineTableError(
                    line: number + 1, reason: "not sixteen hexadecimal digits, a tab and a number of stories")
            }
            insert(hash, stories: stories)
        }
    }
}

/// Why a file is not a table of lines.
public struct LineTableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The line of the file, from 1.
    public var line: Int
    /// What is wrong with it.
    public var reason: String

    public var description: String {
        "line \(line): \(reason); give a file that \"gazette tag --save-lines\" wrote"
    }
}
