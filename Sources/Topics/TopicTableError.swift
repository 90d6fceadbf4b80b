/// Why a topic table cannot be used, where, and what to do about it.
///
///     error.description  // "terms.tsv, line 12: the weight "1,5" is not a number; write it like 1.5 or -0.25"
public struct TopicTableError: Error, Equatable, CustomStringConvertible {
    /// The table that the error is in.
    public var table: TopicTable
    /// The number of the line, from 1; 0 when the table as a whole is wrong.
    public var line: Int
    /// What is wrong.
    public var problem: Problem

    /// What can be wrong with a table.
    public enum Problem: Sendable, Equatable {
        case missingHeader
        case wrongColumnCount(found: Int)
        case noTopics
        case tooManyTopics
        case emptyTopicField
        case duplicateTopic(String)
        case unknownParent(String)
        case unknownTopic(String)
        case malformedWeight(String)
        case malformedTerm(String)
        case duplicateTerm(topic: String)
    }

    init(_ table: TopicTable, line: Int, _ problem: Problem) {
        self.table = table
        self.line = line
        self.problem = problem
    }

    /// One sentence for the person who edits the table.
    public var description: String {
        let place = line > 0 ? "\(table.fileName), line \(line)" : table.fileName
        return "\(place): \(reason)"
    }

    private var reason: String {
        switch problem {
        case .missingHeader:
            "the header line is missing; put \"\(table.header.replacingTabs)\" (with tabs) before the first row"
        case .wrongColumnCount(let found):
            "\(found) columns where 3 are wanted; divide the row by tabs as \"\(table.header.replacingTabs)\""
        case .noTopics:
            "the table has no topics; add at least one row"
        case .tooManyTopics:
            "more than \(TopicTable.maximumTopics) topics; take some out"
        case .emptyTopicField:
            "a topic needs an id and a name; fill both in"
        case .duplicateTopic(let id):
            "the topic \(id) stands twice; delete one of the rows"
        case .unknownParent(let id):
            "the parent \(id) is no topic of the table; add it or leave the field empty"
        case .unknownTopic(let id):
            "the topic \(id) is not in \(TopicTable.topics.fileName); add it there or correct the id"
        case .malformedWeight(let text):
            "the weight \"\(text)\" is not a number; write it like 1.5 or -0.25"
        case .malformedTerm(let term):
            "the term \"\(term)\" is not one word or two words with one blank between; shorten it"
        case .duplicateTerm(let topic):
            "the term of this row stands twice for \(topic); delete one of the rows"
        }
    }
}

/// The two tables that a topic model is made of.
public enum TopicTable: Sendable, Equatable {
    /// The topics: `id parent name`.
    case topics
    /// The weights: `topic term weight`.
    case terms

    /// Postings keep a topic in one byte.
    static let maximumTopics = 255

    /// The table's usual file name.
    public var fileName: String {
        switch self {
        case .topics: "media_topics.tsv"
        case .terms: "terms.tsv"
        }
    }

    var header: String {
        switch self {
        case .topics: "id\tparent\tname"
        case .terms: "topic\tterm\tweight"
        }
    }
}

extension String {
    fileprivate var replacingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}
