/// Something wrong in a table, with the place where an editor finds it.
public struct TableIssue: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        /// The line cannot be used; compiling leaves it out.
        case error
        /// The line is used, but somebody should look at it.
        case warning
    }

    public var file: String
    /// From 1; 0 when the issue is about the whole file.
    public var line: Int
    public var severity: Severity
    /// What is wrong and what to do.
    public var message: String

    /// Makes an issue.
    public init(file: String, line: Int, severity: Severity, message: String) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
    }

    public var description: String { "\(file):\(line): \(severity.rawValue): \(message)" }
}
