/// A table of words with two counts: `words/common_words.tsv` (lower-case and capitalized occurrences in news) and
/// `words/name_words.tsv` (people with the word as first and as last word of their name).
public struct WordTable: Sendable {
    public struct Row: Sendable, Hashable {
        public var word: String
        public var first: Int
        public var second: Int
    }

    public let file: String
    public private(set) var rows: [Row] = []
    public private(set) var issues: [TableIssue] = []

    /// Reads a table whose columns are `word` and the two of `counts`.
    public init(file: String, bytes: [UInt8], counts: (String, String)) {
        self.file = file
        do {
            let columns = ["word", counts.0, counts.1]
            var reader = try TableReader(file: file, bytes: bytes, required: columns, known: columns)
            let places = columns.compactMap { reader.column($0) }
            while let (line, fields) = reader.nextLine() {
                guard fields.count == 3, let first = Int(fields[places[1]]), let second = Int(fields[places[2]]) else {
                    issues.append(
                        TableIssue(
                            file: file, line: line, severity: .error,
                            message: "three fields are needed: a word and two whole numbers"))
                    continue
                }
                rows.append(Row(word: String(fields[places[0]]), first: first, second: second))
            }
            issues += reader.issues
        } catch {
            issues.append(error)
        }
    }
}

/// Names that must never match alone, each with its reason: `stop.tsv`.
public struct StopTable: Sendable {
    public let file: String
    public private(set) var names: Set<String> = []
    /// The rows with their line numbers.
    public private(set) var rows: [(line: Int, name: String, reason: String)] = []
    public private(set) var issues: [TableIssue] = []

    /// Reads a table with the columns `name` and `reason`.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        do {
            let columns = ["name", "reason"]
            var reader = try TableReader(file: file, bytes: bytes, required: columns, known: columns)
            let place = reader.column("name") ?? 0
            while let (line, fields) = reader.nextLine() {
                if fields.count == 2, !fields[0].isEmpty, !fields[1].isEmpty {
                    names.insert(String(fields[place]))
                    rows.append((line, String(fields[place]), String(fields[1 - place])))
                } else {
                    issues.append(
                        TableIssue(
                            file: file, line: line, severity: .error,
                            message: "a name and the reason to stop it are needed"))
                }
            }
            issues += reader.issues
        } catch {
            issues.append(error)
        }
    }
}
