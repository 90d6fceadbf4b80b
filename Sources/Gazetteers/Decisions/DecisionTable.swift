/// A file of decisions: what users corrected, to be applied on every later run.
///
/// The first line is "gazette decisions 1", the version of the format. Then one decision a line, with the columns date,
/// verb, subject, entity, scope and note divided by tabs; `#` begins a comment. A line that cannot be used is an issue, and
/// the others hold. It is a table that people edit like those of the gazetteer, and is read the way they are; but it is no
/// layer of one, since it speaks of articles and sites, and a line of it must not cost compiling the gazetteer anew.
public struct DecisionTable: Sendable {
    /// The first line of a file of this version.
    public static let header = "gazette decisions 1"

    public let file: String
    /// The usable decisions with their line numbers.
    public private(set) var decisions: [(line: Int, decision: Decision)] = []
    /// What is wrong with the other lines.
    public private(set) var issues: [TableIssue] = []
    /// Changes with the file.
    public let contentHash: UInt64

    /// Reads a file; lines that cannot be used become issues.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        contentHash = bytes.withUnsafeBytes { bytesHash($0) }
        var reader = TableReader(listIn: file, bytes: bytes)
        guard let (line, fields) = reader.nextLine() else {
            issues = reader.issues
            return
        }
        guard fields.joined(separator: " ").split(separator: " ").joined(separator: " ") == Self.header else {
            report(line, "no file of decisions of this version: the first line must be \"\(Self.header)\"")
            return
        }
        while let (line, fields) = reader.nextLine() { read(fields, line) }
        issues += reader.issues
    }

    private mutating func read(_ fields: [Substring], _ line: Int) {
        guard (3...6).contains(fields.count) else {
            return report(line, "\(fields.count) columns: date, verb, subject, entity, scope and note, divided by tabs")
        }
        func field(_ place: Int) -> Substring { place < fields.count ? fields[place] : "" }
        guard let verb = Decision.Verb(rawValue: String(field(1))) else {
            let known = Decision.Verb.allCases.map(\.rawValue).joined(separator: ", ")
            return report(line, "unknown verb \"\(field(1))\"; known are \(known)")
        }
        guard let scope = Decision.Scope(field(4)) else {
            return report(line, "unknown scope \"\(field(4))\"; write everywhere, article ID or site NAME")
        }
        let decision = Decision(
            verb, String(field(2)), String(field(3)), scope: scope, date: String(field(0)), note: String(field(5)))
        if let problem = decision.problem { return report(line, problem) }
        decisions.append((line, decision))
    }

    private mutating func report(_ line: Int, _ message: String) {
        issues.append(TableIssue(file: file, line: line, severity: .error, message: message))
    }

    /// The content of a file with one more decision; `bytes` are those of the file, none where there is none yet.
    public static func appending(_ decision: Decision, to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        if result.isEmpty {
            result += "\(header)\n# date\tverb\tsubject\tentity\tscope\tnote\n".utf8
        } else if result.last != UInt8(ascii: "\n") {
            result.append(UInt8(ascii: "\n"))
        }
        return result + decision.tableLine.utf8
    }
}
