/// Reads a tab-separated table line by line: a header line, `#` comments, no quoting.
struct TableReader {
    let file: String
    private(set) var columns: [String] = []
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 0
    /// Lines that are no text.
    private(set) var issues: [TableIssue] = []
    /// The comments with their line numbers, those of a list alone.
    private(set) var comments: [(line: Int, text: String)] = []
    private let keepsComments: Bool

    /// A longer line is taken for damage; the longest of our own tables has 2,000 bytes.
    static let longestLine = 1 << 20

    /// Reads a list without a header.
    init(listIn file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        keepsComments = true
    }

    /// Reads the header.
    /// - Throws: `TableIssue` when there is none, or it lacks one of `required`, or has a column that is not in `known`.
    init(file: String, bytes: [UInt8], required: [String], known: [String]) throws(TableIssue) {
        self.file = file
        self.bytes = bytes
        keepsComments = false
        guard let (number, header) = nextLine() else {
            if let issue = issues.first { throw issue }
            throw TableIssue(
                file: file, line: 0, severity: .error, message: "the table is empty: it needs a header line")
        }
        let names = header.map { String($0) }
        for name in required where !names.contains(name) {
            throw TableIssue(
                file: file, line: number, severity: .error,
                message: "no column \"\(name)\"; needed are \(required.joined(separator: ", ")), divided by tabs")
        }
        for name in names where !known.contains(name) {
            throw TableIssue(
                file: file, line: number, severity: .error,
                message: "unknown column \"\(name)\"; known are \(known.joined(separator: ", "))")
        }
        columns = names
    }

    /// The number of the column with this name, if the table has it.
    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// The next line that is neither empty nor a comment nor damaged: its number from 1 and its fields.
    mutating func nextLine() -> (Int, [Substring])? {
        while offset < bytes.count {
            let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var text = bytes[offset..<end]
            offset = end + 1
            line += 1
            if text.last == UInt8(ascii: "\r") { text = text.dropLast() }
            if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
            if text.isEmpty || text.first == UInt8(ascii: "#") {
                if keepsComments, !text.isEmpty { comments.append((line, String(decoding: text, as: UTF8.self))) }
            } else if let damage = Self.damage(text) {
                issues.append(TableIssue(file: file, line: line, severity: .error, message: damage))
            } else if let string = String(validating: text, as: UTF8.self) {
                let fields = string.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                return (line, fields.map { Substring($0) })
            } else {
                let message = "not UTF-8: save the table in that encoding"
                issues.append(TableIssue(file: file, line: line, severity: .error, message: message))
            }
        }
        return nil
    }

    private static func damage(_ text: ArraySlice<UInt8>) -> String? {
        if text.count > longestLine { return "a line of \(text.count) bytes; the longest allowed has \(longestLine)" }
        if text.contains(0) { return "a NUL byte: this is no text" }
        return nil
    }
}
