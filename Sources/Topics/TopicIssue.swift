/// What is wrong in a file of topics, where, and what to do about it. The line is left out; the others are used.
///
///     issue.description  // "drought.tsv, line 12: the weight "1,5" is not a number; write it like 1.5 or -0.25"
public struct TopicIssue: Error, Sendable, Equatable, CustomStringConvertible {
    /// The path of the file.
    public var file: String
    /// The number of the line, from 1; 0 when the file as a whole is wrong.
    public var line: Int
    /// What is wrong.
    public var problem: Problem

    /// What can be wrong.
    public enum Problem: Error, Sendable, Equatable {
        case nothingUsable
        case missingHeader
        case wrongColumnCount(found: Int, wanted: Int)
        case tooManyTopics
        case emptyTopicField
        case longTopicField(String)
        case duplicateTopic(String)
        case unknownParent(String)
        case unknownTopic(String)
        case malformedWeight(String)
        case malformedTerm(String)
        case malformedEntity(String)
        case duplicateTerm(topic: String)
        case invalidUTF8
    }

    init(_ file: String, line: Int, _ problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    /// One sentence for the person who edits the file.
    public var description: String { line > 0 ? "\(file), line \(line): \(reason)" : "\(file): \(reason)" }

    private var reason: String {
        switch problem {
        case .nothingUsable:
            "nothing in it can be used; write one term a line, or a table with the columns topic, term, weight"
        case .missingHeader:
            "three columns without a header; begin a table with the line topic, term, weight (with tabs between)"
        case .wrongColumnCount(let found, let wanted):
            "\(found) columns where \(wanted) are wanted; divide them by tabs"
        case .tooManyTopics:
            "more than \(TopicModel.mostTopics) topics; take some out"
        case .emptyTopicField:
            "a topic needs an id and a name; fill both in"
        case .longTopicField(let text):
            "the topic \"\(shown(text))\" is longer than \(Topic.mostBytes) bytes; shorten it, and divide columns by tabs"
        case .duplicateTopic(let id):
            "the topic \(shown(id)) stands twice; delete one of the rows"
        case .unknownParent(let id):
            "the parent \(shown(id)) is no topic of this or an earlier table; add it or leave the field empty"
        case .unknownTopic(let id):
            "there is no topic \(shown(id)); correct it, or write a name without a colon to make a topic of your own"
        case .malformedWeight(let text):
            "the weight \"\(shown(text))\" is not a number; write it like 1.5 or -0.25, or: required, one of, excluded"
        case .malformedTerm(let term):
            "the term \"\(shown(term))\" is not one to \(TermReader.mostWords) words; change it"
        case .malformedEntity(let text):
            "\"\(shown(text))\" is no id of an entity; write it like entity:Q1032 (gazette gazetteer find shows ids)"
        case .duplicateTerm(let topic):
            "the term of this row stands twice for \(shown(topic)); delete one of the rows"
        case .invalidUTF8:
            "the line is not UTF-8 text; save the file as UTF-8"
        }
    }

    /// The beginning of a text, which may be megabytes, without characters that a terminal would act upon.
    private func shown(_ text: String) -> String {
        let most = 80
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(most) {
            scalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return String(scalars) + (text.unicodeScalars.dropFirst(most).isEmpty ? "" : "…")
    }
}
