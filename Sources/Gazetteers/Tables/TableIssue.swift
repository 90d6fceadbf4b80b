/// Something wrong in a table, with the place where an editor finds it.
public struct TableIssue: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        /// The line cannot be used; compiling leaves it out.
        case error
        /// The line is used, but somebody should look at it.
        case warning
    }

    /// What kind of thing is wrong, for counting.
    public enum Cause: String, Sendable, CaseIterable {
        /// A line or field that cannot be read; of fields the rest of the line is used.
        case line = "field not readable"
        /// The same thing said twice.
        case duplicate = "said twice"
        /// Two entities that nothing tells apart.
        case namesake = "namesakes"
        /// A name that is also a common word, and is not marked `ambiguous:`.
        case commonWord = "common word"
        /// A name that is also a month, a weekday or a frequent first name, and is not marked.
        case otherSense = "month, weekday or first name"
        /// An acronym that several entities have without a mark.
        case sharedAcronym = "shared acronym"
        /// A name that can never be found.
        case unusableName = "name that never matches"
        /// An edit that changes nothing.
        case edit = "edit without effect"
        /// An office of somebody whom no table has.
        case office = "office without person"
    }

    public var file: String
    /// From 1; 0 when the issue is about the whole file.
    public var line: Int
    public var severity: Severity
    /// What is wrong and what to do.
    public var message: String
    public var cause: Cause

    /// Makes an issue.
    public init(file: String, line: Int, severity: Severity, message: String, cause: Cause = .line) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(file):\(line): \(severity.rawValue): \(message)" }
}
