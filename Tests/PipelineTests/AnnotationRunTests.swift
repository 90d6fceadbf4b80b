import Ingest
import NewsModel
import Pipeline
import Testing

@Suite struct AnnotationRunTests {
    private func annotated(_ bench: Workbench, workers: Int) throws -> (lines: [String], rejects: [Reject]) {
        let run = AnnotationRun(
            resources: bench.resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()),
            ingest: IngestConfiguration(), workers: workers)
        var lines: [String] = []
        let rejects = try run.run(
            paths: ["\(bench.folder.path)/dump", "/no/such"],
            format: { tagged in
                Array("\(tagged.article.id) \(tagged.mentions.map(\.entity)) \(tagged.topics.map(\.topic))".utf8)
            },
            write: { lines.append(String(decoding: $0, as: UTF8.self)) })
        return (lines, rejects)
    }

    @Test func articlesComeInOrderWithTheirTags() throws {
        let bench = try Workbench()
        try bench.writeLines("a", count: 200)
        let one = try annotated(bench, workers: 1)
        let four = try annotated(bench, workers: 4)
        #expect(one.lines == four.lines)
        #expect(one.rejects == four.rejects)
        #expect(one.lines.first == "a-0 [\"Q1032\", \"Q1\", \"Q1032\"] [\"medtop:1\", \"medtop:2\"]")
        #expect(one.lines.count == 178)
        #expect(one.rejects.first?.source == "/no/such")
        #expect(one.rejects.dropFirst().map(\.place) == (0..<22).map { "line \($0 * 9 + 9)" })
    }

    @Test func anErrorOfTheWriterGoesOn() throws {
        struct Full: Error {}
        let bench = try Workbench()
        try bench.writeLines("a", count: 20)
        let run = AnnotationRun(
            resources: bench.resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()),
            ingest: IngestConfiguration(), workers: 2)
        #expect(throws: Full.self) {
            try run.run(paths: ["\(bench.folder.path)/dump"], format: { _ in [] }, write: { _ in throw Full() })
        }
    }
}
