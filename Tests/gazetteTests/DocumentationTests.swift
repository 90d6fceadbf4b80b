import Foundation
import TestSupport
import Testing

/// The examples of a page of the documentation, run as a reader would run them.
@Suite struct DocumentationTests {
    /// A command of the page and what it prints; `cat` writes the file that it shows, or shows one that a command made.
    fileprivate struct Example {
        var command: [String]
        var lines: [String] = []
    }

    @Test(
        arguments: [
            "gazetteers.md", "explain.md", "topics.md", "retagging.md", "cooccurrence.md", "entities.md", "evaluate.md",
            "exports.md", "queries.md",
        ])
    func theExamplesOfAPagePrintWhatItSays(page: String) throws {
        let folder = try Folder()
        let text = try String(contentsOfFile: "\(BuiltProgram.package)/docs/\(page)", encoding: .utf8)
        let examples = Self.examples(text)
        #expect(examples.count > 3)
        for example in examples {
            let arguments = Array(example.command.dropFirst())
            if example.command[0] == "cat" {
                let path = folder.file(arguments[0])
                if FileManager.default.fileExists(atPath: path) {
                    #expect(try String(contentsOfFile: path, encoding: .utf8) == example.text, "\(arguments[0])")
                } else {
                    try folder.write(arguments[0], example.text.utf8)
                }
            } else {
                let outcome = try BuiltProgram.run(arguments, in: folder)
                #expect(
                    Self.comparable(outcome.output + outcome.errors) == Self.comparable(example.text),
                    "\(example.command.joined(separator: " "))")
            }
        }
    }

    @Test func theQueriesOfTheDatabasePageAnswer() throws {
        let folder = try Folder()
        let database = try Corpus.tagged(in: folder)
        let page = try String(contentsOfFile: "\(BuiltProgram.package)/docs/database.md", encoding: .utf8)
        let lines = page.components(separatedBy: "\n").filter { $0.hasPrefix("    ") }
        let queries = lines.joined(separator: "\n").components(separatedBy: ";\n")
        #expect(queries.count > 8)
        for query in queries { _ = try rows(query, in: database) }
    }

    @Test func theDatabasePageSaysWhatTheDatabaseSays() throws {
        let folder = try Folder()
        let database = try Corpus.tagged(in: folder)
        let page = try String(contentsOfFile: "\(BuiltProgram.package)/docs/database.md", encoding: .utf8)
        let tables = try rows("SELECT name, text FROM description WHERE name NOT LIKE '%.%'", in: database)
        #expect(tables.count == 20)
        for table in tables.map({ $0.components(separatedBy: "|") }) {
            var section = "### \(table[0])\n\n\(table[1])\n\n| column | |\n|---|---|\n"
            let columns = """
                SELECT '| `' || info.name || '` | ' || text || ' |'
                FROM pragma_table_info('\(table[0])') AS info LEFT JOIN description ON description.name = '\(table[0]).' || info.name
                """
            for line in try rows(columns, in: database) { section += line + "\n" }
            #expect(page.contains(section), "\(section)")
        }
    }

    /// The built-in tables grow, days pass and weights are learned again: large numbers, dates and scores on the page need not
    /// be those of today.
    private static func comparable(_ text: String) -> String {
        text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "DATE").replacing(/[0-9]{4,}/, with: "N")
            .replacing(/\ *[+-]?[0-9]+\.[0-9]{2,4}/, with: " N")
    }

    private static func examples(_ page: String) -> [Example] {
        var examples: [Example] = []
        var isInside = false
        for line in page.components(separatedBy: "\n") {
            if line.hasPrefix("    $ ") {
                examples.append(Example(command: words(line.dropFirst(6))))
                isInside = true
            } else if line.hasPrefix("    "), isInside {
                examples[examples.count - 1].lines.append(String(line.dropFirst(4)))
            } else {
                isInside = false
            }
        }
        return examples
    }

    /// Words as a shell divides them, of which the page needs double quotes only.
    private static func words(_ command: Substring) -> [String] {
        command.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { place, part in
            place % 2 == 1 ? [String(part)] : part.split(separator: " ").map { String($0) }
        }
    }
}

extension DocumentationTests.Example {
    fileprivate var text: String { lines.map { $0 + "\n" }.joined() }
}
