import Glibc

/// The program: finds the command, runs it, turns errors into messages and exit statuses.
@main
enum Program {
    static let version = "0.1.0"
    static var nameAndVersion: String { "gazette \(version)" }

    static let commands = [
        tagCommand, retagCommand, annotateCommand, storiesCommand, searchCommand, entitiesCommand, topicsCommand,
        cooccurrenceCommand, showCommand, explainCommand, decideCommand, discoverCommand, statsCommand, exportCommand,
        evaluateCommand, gazetteerCommand,
    ]

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    static func run(_ arguments: [String]) -> ExitStatus {
        do {
            guard let verb = arguments.first, verb != "--help", verb != "help", verb != "-h" else {
                return try help(arguments)
            }
            if verb == "--version" {
                try Terminal.write("\(nameAndVersion)\n")
                return .done
            }
            let command = try command(named: verb)
            let rest = arguments.dropFirst()
            if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
                try Terminal.write(command.help)
                return .done
            }
            do {
                return try command.run(try Arguments(rest, for: command))
            } catch let error as UsageError {
                throw UsageError("\(error)\nSee: gazette \(verb) --help")
            }
        } catch let error as UsageError {
            Terminal.note("gazette: \(error)")
            return .wrongUsage
        } catch {
            Terminal.note("gazette: \(error)")
            return .failed
        }
    }

    private static func command(named verb: String) throws -> Command {
        if let command = commands.first(where: { $0.name == verb }) { return command }
        let nearest = nearest(to: verb, among: commands.map(\.name))
        throw UsageError(
            "no command \"\(verb)\"" + (nearest.map { "; did you mean \($0)?" } ?? "") + "\nSee: gazette --help")
    }

    private static func help(_ arguments: [String]) throws -> ExitStatus {
        if arguments.count > 1 {
            try Terminal.write(try command(named: arguments[1]).help)
            return .done
        }
        var text = """
            Tags people, countries, places, organizations and topics in news, and answers questions about them.

            Usage: gazette COMMAND …

            Commands:

            """
        let width = commands.map(\.name.count).max() ?? 0
        for command in commands {
            text +=
                "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(command.summary)\n"
        }
        text += """

            Examples:
              gazette tag dump/ --database news.db
                  tag a folder of pages into a database
              gazette stories Niger Russia --database news.db
                  all stories that mention both, newest first

            gazette COMMAND --help tells more. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but with rejects.

            """
        try Terminal.write(text)
        return arguments.isEmpty ? .wrongUsage : .done
    }
}
