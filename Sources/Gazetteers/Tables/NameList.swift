import NewsModel
import Tokenization

/// A plain list of names, one a line, without a header; `# kind: organization` in a comment says what they name.
public struct NameList: Sendable {
    public let file: String
    /// The names with their line numbers.
    public private(set) var names: [(line: Int, name: String)] = []
    /// `other` unless the list says more.
    public private(set) var kind = Kind.other
    /// What is wrong with the others.
    public private(set) var issues: [TableIssue] = []

    /// Reads a list. Lines that cannot be used become issues.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        var reader = TableReader(listIn: file, bytes: bytes)
        while let (line, fields) = reader.nextLine() {
            let name = fields[0].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if fields.count > 1 {
                report(line, "a tab in a list of names: a table needs a header line (id, kind, name)")
            } else if !name.isEmpty {
                names.append((line, name))
            }
        }
        issues += reader.issues
        for (line, comment) in reader.comments { readKind(line, comment) }
        if names.isEmpty, issues.isEmpty { report(0, "the list is empty: one name a line is needed") }
    }

    private mutating func readKind(_ line: Int, _ comment: String) {
        let words = comment.split { $0 == "#" || $0 == ":" || $0.isWhitespace }
        guard words.count == 2, words[0].lowercased() == "kind" else { return }
        if let kind = Kind(rawValue: words[1].lowercased()) {
            self.kind = kind
        } else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            report(line, "unknown kind \"\(words[1])\"; known are \(known)")
        }
    }

    private mutating func report(_ line: Int, _ message: String) {
        issues.append(TableIssue(file: file, line: line, severity: .error, message: message))
    }

    /// The id of a name that no other table has: the same for all ways to write it.
    public static func id(of name: String, _ kind: Kind) -> String {
        let key = withoutMarks(name.lowercased())
        let words = key.split { !$0.isLetter && !$0.isNumber }
        return "gz:list/\(kind.rawValue)/\(words.joined(separator: "-"))"
    }
}
