import Foundation
import Testing

@Suite struct CopiesTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let sentences = [
        "The council of Niamey voted on Monday to close the old bridge over the river.",
        "Engineers found cracks in three of its four piers after the floods of the spring.",
        "The mayor said that no car would cross before the stone had been made good.",
        "Shopkeepers on the far bank fear for their trade and ask for a ferry until then.",
        "Niger has promised to pay a third of the cost, which is put at 4.2 million euros.",
        "Buses will go round by the new bridge, which adds 25 minutes to the way to school.",
        "The work begins on 3 June and should be done before the first rain of the year.",
    ]

    private func line(_ id: String, _ title: String, _ sentences: some Sequence<String>, _ date: String) -> String {
        let text = sentences.joined(separator: " ")
        return
            #"{"id":"\#(id)","title":"\#(title)","text":"\#(text)","date":"\#(date)","url":"https://\#(id).example/1"}"#
            + "\n"
    }

    private func tagDump() throws {
        let other = "Rain fell in Niger on all fields, and Mali sent seeds to the farmers there. "
        let lines = [
            line("wire", "Old bridge closed", Self.sentences, "2024-01-17"),
            line("paper", "No cars over the river", Self.sentences.dropFirst(), "2024-01-18"),
            line("short", "Bridge shut", Self.sentences.dropLast(2), "2024-01-19"),
            line("rain", "Rain at last", (0..<9).map { "\(other)It was day \($0)." }, "2024-01-18"),
        ]
        let outcome = try folder.gazette(
            "tag", try folder.write("dump.jsonl", lines.joined().utf8), "--database", "news.db")
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func query(_ arguments: String...) throws -> String {
        let outcome = try BuiltProgram.run(arguments + ["--database", "news.db"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test func storiesAreListedOnceWithTheNumberOfTheirCopies() throws {
        try tagDump()
        let list = try query("stories", "Niger", "--quiet")
        #expect(list.contains("2024-01-17  Old bridge closed  [wire]  (+2 copies)\n"), "\(list)")
        #expect(list.contains("2024-01-18  Rain at last  [rain]\n"), "\(list)")
        #expect(!list.contains("[paper]") && !list.contains("[short]"))
        let late = try query("stories", "Niger", "--quiet", "--since", "2024-01-18")
        #expect(late.contains("No cars over the river  [paper]  (+1 copy)\n"), "\(late)")
        let csv = try query("stories", "Niger", "--quiet", "--format", "csv").split(separator: "\n")
        #expect(csv.map { $0.split(separator: ",").last } == ["copies", "0", "2"])
        let each = try query("stories", "Niger", "--quiet", "--copies", "--format", "csv").split(separator: "\n")
        #expect(each.count == 5)
    }

    @Test func countsAreOfArticlesOrOfClusters() throws {
        try tagDump()
        func stories(_ unit: String) throws -> String? {
            try query("entities", "--count", unit, "--format", "csv").split(separator: "\n").first {
                $0.hasPrefix("Q1032,")
            }?.split(separator: ",").dropLast().last.map(String.init)
        }
        #expect(try stories("article") == "4")
        #expect(try stories("cluster") == "2")
        func weight(_ unit: String) throws -> String? {
            try query("cooccurrence", "--count", unit, "--output", "-").split(separator: "\n").first {
                $0.contains("Niamey") && $0.contains("Niger")
            }?.split(separator: ",")[3].description
        }
        #expect(try weight("article") == "2")
        #expect(try weight("cluster") == "1")
        #expect(try folder.gazette("cooccurrence", "--count", "story", "--database", "news.db").status == 2)
        #expect(try query("topics", "--count", "cluster").hasPrefix("topic"))
        #expect(try query("stats").hasPrefix("articles  4\nclusters  2, 2 copies in them\n"))
    }

    @Test func showListsTheCopies() throws {
        try tagDump()
        #expect(
            try query("show", "paper").hasSuffix(
                """

                copies
                  2024-01-17  Old bridge closed  [wire]
                  2024-01-19  Bridge shut  [short]

                """))
        #expect(!(try query("show", "rain").contains("copies")))
    }

    @Test func theDatabaseMayLieInTheFolder() throws {
        try folder.write("dump/a.jsonl", line("a", "Bridge", Self.sentences, "2024-01-17").utf8)
        for _ in 0..<2 {
            #expect(try folder.gazette("tag", "dump", "--database", "dump/news.db").status == 0)
        }
        let stats = try folder.gazette("stats", "--database", "dump/news.db").output
        #expect(stats.contains("sources   1, 1 of them read to the end\n"))
    }

    @Test func rejectsHaveTheirPlaceInEveryFormat() throws {
        try folder.write("dump.jsonl", "{broken\n".utf8)
        #expect(try folder.gazette("tag", "dump.jsonl", "--database", "news.db").status == 3)
        let csv = try query("stats", "--format", "csv").split(separator: "\n")
        #expect(csv.first == "source,record,place,offset,reason")
        #expect(csv.count == 2 && csv[1].hasPrefix("dump.jsonl,0,line 1,"))
        let reject = #"{"source":"dump.jsonl","record":0,"place":"line 1","offset":"#
        #expect(try query("stats", "--format", "jsonl").hasPrefix(reject))
        #expect(try query("stats", "--format", "json").contains(#""rejects":[\#(reject)"#))
    }

    /// However often it is killed, the next run goes on, and the last ends where an undisturbed one does.
    @Test func killedRunsEndWithTheSameRowsAndClusters() throws {
        var dump = ""
        for number in 0..<3000 {
            let story = number % 700
            let sentences = Self.sentences.map { $0.replacingOccurrences(of: "the", with: "the s\(story)") }
            let kept = sentences.enumerated().filter { $0.offset != number % 7 }.map(\.element)
            dump += line("n\(number)", "Bridge \(number)", kept, "2024-01-\(number % 19 + 10)")
        }
        let path = try folder.write("dump.jsonl", dump.utf8)
        #expect(try folder.gazette("tag", path, "--database", "whole.db").status == 0)
        for milliseconds in [200, 500, 900] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try BuiltProgram.path())
            process.arguments = ["tag", path, "--database", folder.file("killed.db"), "--quiet"]
            try process.run()
            usleep(UInt32(milliseconds * 1000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try folder.gazette("tag", path, "--database", "killed.db").status == 0)
        for question in [
            ["stories", "Niger", "--copies", "--limit", "9999", "--format", "csv", "--quiet"],
            ["stories", "Niger", "--limit", "9999", "--format", "csv", "--quiet"], ["cooccurrence", "--output", "-"],
            ["entities", "--count", "cluster", "--format", "csv"],
        ] {
            let answers = try ["whole.db", "killed.db"].map {
                try BuiltProgram.run(question + ["--database", $0], in: folder).output
            }
            #expect(answers[0] == answers[1], "\(question)")
            #expect(answers[0].split(separator: "\n").count >= 2)
        }
        let stats = try folder.gazette("stats", "--database", "killed.db").output
        #expect(stats.hasPrefix("articles  3000\nclusters  700, 2300 copies in them\n"), "\(stats)")
    }
}
