import Foundation
import TestSupport
import Testing

/// `gazette cooccurrence` on a small dump of our own.
@Suite struct CooccurrenceTests {
    private let folder: Folder

    /// Pages about Niger and its neighbours, the last without a date.
    private static let pages = [
        ("a", "2024-01-17", "Niger and Russia signed a pact.\\n\\nChad and Niger opened a road."),
        ("b", "2024-01-18", "Niger and Russia met again, and Chad watched."),
        ("c", "2024-03-02", "Chad and Sudan share a border."), ("d", "", "Sudan and Egypt share the Nile."),
    ]

    init() throws {
        folder = try Folder()
        let lines = Self.pages.map { id, date, text in
            "{\"id\":\"\(id)\",\"title\":\"News\",\"published\":\"\(date)\",\"text\":\"\(text)\"}\n"
        }
        let dump = try folder.write("dump.jsonl", lines.joined().utf8)
        let outcome = try folder.gazette("tag", dump, "--text-is-body", "--database", "news.db", "--quiet")
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["cooccurrence", "--database", "news.db"] + arguments, in: folder)
    }

    /// "Niger Russia 2" of each line that is written.
    private func pairs(_ arguments: String...) throws -> [String] {
        let outcome = try BuiltProgram.run(
            ["cooccurrence", "--database", "news.db", "--kind", "country", "--output", "-"] + arguments, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ",").map(String.init)
            return ([fields[4], fields[5]].sorted() + [fields[3]] + fields.dropFirst(11)).joined(separator: " ")
        }
    }

    @Test func unitsAreNearerOrFarther() throws {
        #expect(
            Set(try pairs()) == [
                "Niger Russia 2", "Chad Niger 2", "Chad Russia 2", "Chad Sudan 1", "Egypt Sudan 1",
            ])
        #expect(
            Set(try pairs("--unit", "paragraph")) == [
                "Niger Russia 2", "Chad Niger 2", "Chad Russia 1", "Chad Sudan 1", "Egypt Sudan 1",
            ])
        #expect(try Set(pairs("--unit", "sentence")) == Set(pairs("--unit", "paragraph")))
        #expect(
            Set(try pairs("--unit", "window", "--window", "2")) == [
                "Niger Russia 2", "Chad Niger 1", "Chad Sudan 1", "Egypt Sudan 1",
            ])
        #expect(try Set(pairs("--unit", "window", "--window", "99999999999")) == Set(pairs()))
    }

    @Test func networksAroundAnEntityHaveADepth() throws {
        #expect(try pairs("--entity", "Egypt") == ["Egypt Sudan 1"])
        #expect(Set(try pairs("--entity", "Egypt", "--depth", "2")) == ["Egypt Sudan 1", "Chad Sudan 1"])
        #expect(try pairs("--entity", "Egypt", "--depth", "3").count == 5)
        // Chad and Russia, both neighbours of Niger, keep their edge.
        #expect(Set(try pairs("--entity", "Niger")) == ["Niger Russia 2", "Chad Niger 2", "Chad Russia 2"])
        let outcome = try run("--entity", "Egpyt")
        #expect(outcome.status == 1 && outcome.errors.contains("no story mentions \"Egpyt\"; did you mean Egypt?"))
    }

    @Test func timesAreAColumnOrAFile() throws {
        #expect(
            Set(try pairs("--by", "month", "--evidence", "2")) == [
                "Niger Russia 2 2024-01 a|b", "Chad Niger 2 2024-01 a|b", "Chad Russia 2 2024-01 a|b",
                "Chad Sudan 1 2024-03 c", "Egypt Sudan 1 no date d",
            ])
        let outcome = try run("--by", "year", "--output", "edges-{slice}.csv", "--nodes", "nodes-{slice}.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for (name, edges) in [("2024", 4), ("no-date", 1)] {
            let text = try String(contentsOfFile: folder.file("edges-\(name).csv"), encoding: .utf8)
            #expect(text.hasPrefix("Source,") && !text.contains("Slice") && text.split(separator: "\n").count > edges)
            #expect(FileManager.default.fileExists(atPath: folder.file("nodes-\(name).csv")))
        }
    }

    @Test func thresholdsAndOrdersChoose() throws {
        #expect(try pairs("--minimum", "2").count == 3)
        #expect(try pairs("--limit", "2", "--order", "jaccard").count == 2)
        #expect(try pairs("--minimum-jaccard", "0.6") == pairs("--minimum-jaccard", "0.6", "--order", "npmi"))
        #expect(try pairs("--minimum-pmi", "50") == [])
        #expect(try pairs("--minimum-log-likelihood", "0.5").count < 5)
        #expect(try pairs("--least-salience", "1") == [])
    }

    @Test func theFormatIsToldByTheFile() throws {
        for (name, beginning) in [
            ("a.gexf", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf "), ("a.GraphML", "<?xml version=\"1.0\""),
            ("a.json", "[{\"source\":"), ("a.jsonl", "{\"source\":"), ("a.csv", "Source,"), ("a", "Source,"),
        ] {
            let outcome = try run("--output", name)
            #expect(outcome.status == 0 && outcome.output == "", "\(outcome.errors)")
            #expect(try String(contentsOfFile: folder.file(name), encoding: .utf8).hasPrefix(beginning), "\(name)")
        }
        #expect(try run("--output", "a.txt", "--format", "gexf").status == 0)
        #expect(try String(contentsOfFile: folder.file("a.txt"), encoding: .utf8).hasPrefix("<?xml"))
        #expect(try run("--format", "gexf").output.hasSuffix("</gexf>\n"))
        #expect(try run("--nodes", "-").output.hasPrefix("Id,Label,"))
    }

    @Test func whatADynamicGraphLeavesOutIsSaid() throws {
        let outcome = try run("--by", "month", "--kind", "country", "--output", "a.gexf")
        #expect(outcome.errors == "1 pair of articles without a date left out of the graph\n")
        #expect(!(try String(contentsOfFile: folder.file("a.gexf"), encoding: .utf8).contains("Egypt")))
        #expect(try run("--by", "month", "--output", "a.gexf", "--quiet").errors == "")
    }

    @Test(arguments: [
        (["--window", "3"], "--window needs --unit window"), (["--depth", "2"], "--depth needs an --entity NAME"),
        (["--output", "a-{slice}.csv"], "--output with {slice} needs --by"),
        (["--output", "-", "--nodes", "-"], "only one of --output and --nodes can be -"),
        (["--since", "2024", "--until", "2023"], "--since is after --until"),
        (["--least-salience", "2"], "--least-salience wants a number from 0 to 1"),
        (["--minimum-npmi", "-2"], "--minimum-npmi wants a number from -1 to 1"),
        (["--minimum-pmi", "nan"], "--minimum-pmi wants a number, not \"nan\""),
        (["--evidence", "101"], "--evidence wants a whole number from 1 to 100"),
        (["--by", "hour"], "--by wants one of"),
        (["--order", "pnmi"], "--order wants one of weight, log-likelihood, pmi, npmi, jaccard"),
        (["--format", "xml"], "--format wants one of"), (["--minimum", "0"], "--minimum wants"),
        (["--window", "-1", "--unit", "window"], "--window wants"),
    ])
    func impossibleQuestionsAreWrongUsage(arguments: [String], message: String) throws {
        let outcome = try BuiltProgram.run(["cooccurrence", "--database", "news.db"] + arguments, in: folder)
        #expect(outcome.status == 2 && outcome.output == "")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func anUnknownRoleIsNamed() throws {
        let outcome = try run("--role", "polician")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("no entity has the role \"polician\""))
    }

    @Test func whatCannotBeWrittenLeavesTheOldFile() throws {
        let path = try folder.write("kept.csv", "old".utf8)
        let outcome = try run("--output", "none/kept.csv")
        #expect(outcome.status == 1 && outcome.errors.contains("none/kept.csv"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
}
