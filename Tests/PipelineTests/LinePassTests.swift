import Extraction
import FileAccess
import Ingest
import Pipeline
import TestSupport
import Testing

@Suite struct LinePassTests {
    /// Writes pages of a site with a notice inside each story, and returns the database after tagging them.
    private func tagged(
        _ bench: Workbench, _ database: String, workers: Int = 2, lines: LineTable = LineTable(),
        counting: TaggingRun.LineCounting = .on(saveTo: nil)
    ) throws -> [String] {
        var configuration = TaggerConfiguration(fieldNames: try FieldNames())
        configuration.extraction.lines = lines
        let run = TaggingRun(
            resources: bench.resources, configuration: configuration, ingest: IngestConfiguration(), workers: workers,
            lineCounting: counting)
        let path = "\(bench.folder.path)/\(database).db"
        _ = try run.run(
            paths: ["\(bench.folder.path)/dump"], database: path, program: "test", options: database
        ) { _ in }
        return try rows("SELECT id, text FROM article ORDER BY id", in: path)
    }

    private static let notice =
        "Every gift to our newsroom is doubled until the end of the season by the readers of the paper."

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        for number in 0..<30 {
            let story = """
                Rain in Niger, part \(number)

                In Niger rain fell for \(number + 2) whole days on the fields, and the people of the town were glad of it.

                \(Self.notice)

                The last rain came \(number + 30) weeks ago, the farmers said, and the river had been dry since that week.

                """
            try bench.folder.write("dump/page\(number).txt", story.utf8)
        }
        try bench.writeLines("clean", count: 70)
        return bench
    }

    @Test func noticesGoAndTheNumberOfWorkersChangesNothing() throws {
        let bench = try bench()
        let one = try tagged(bench, "one", workers: 1)
        #expect(one == (try tagged(bench, "four", workers: 4)))
        let pages = one.filter { $0.hasPrefix("page") }
        #expect(pages.count == 30)
        #expect(
            pages.allSatisfy { !$0.contains("Every gift") && $0.contains("whole days") && $0.contains("farmers said") })
    }

    @Test func withoutTheFirstPassNothingIsKnownOfOtherPages() throws {
        let bench = try bench()
        #expect(try tagged(bench, "off", counting: .off).filter { $0.contains("Every gift") }.count == 30)
    }

    @Test func aSavedTableServesALaterRun() throws {
        let bench = try bench()
        let file = "\(bench.folder.path)/lines.tsv"
        let first = try tagged(bench, "first", counting: .on(saveTo: file))
        let table = try LineTable(text: try readFile(file))
        #expect(table.count > 0)
        #expect(try tagged(bench, "second", lines: table, counting: .off) == first)
    }

    @Test func aRunThatGoesOnCountsAllPagesAgain() throws {
        let bench = try bench()
        _ = try tagged(bench, "lines")
        try bench.folder.write(
            "dump/page3.txt",
            "Rain\n\nIn Mali it rained.\n\n\(Self.notice)\n\nThe river rose at night in Mali, and the ferry to the town could not leave until the morning.\n"
                .utf8)
        let again = try tagged(bench, "lines")
        #expect(again.filter { $0.contains("Every gift") }.isEmpty)
        #expect(again.filter { $0.contains("ferry") }.count == 1)
    }
}
