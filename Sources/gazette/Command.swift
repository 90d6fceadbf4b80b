/// A verb of the program.
struct Command: Sendable {
    var name: String
    /// One line for the list of commands.
    var summary: String
    /// What stands after the verb, as help shows it.
    var usage: String
    var options: [Option]
    /// A command line and what it does.
    var examples: [(String, String)]
    /// Whether "-word" is no option but a word of the user's.
    var takesWordsWithDash = false
    var run: @Sendable (Arguments) throws -> ExitStatus

    /// What `--help` prints.
    var help: String {
        var text = "\(summary)\n\nUsage: gazette \(name) \(usage)\n"
        let all = options + [Option("help", nil, "show this")]
        let names = all.map { "--\($0.name)" + ($0.value.map { " \($0)" } ?? "") }
        let width = names.map(\.count).max() ?? 0
        text += "\nOptions:\n"
        for (option, name) in zip(all, names) {
            text += "  \(name)\(String(repeating: " ", count: width - name.count))  \(option.help)\n"
        }
        text += "\nExamples:\n"
        for (line, meaning) in examples { text += "  \(line)\n      \(meaning)\n" }
        return text
    }
}

/// How the program ends.
enum ExitStatus: Int32 {
    case done = 0
    case failed = 1
    case wrongUsage = 2
    /// Done, but some records could not be read.
    case doneWithRejects = 3
}

/// A failure whose message is all that the user needs.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
