import NewsModel
import Pipeline
import Storage
import TestSupport
import Testing

@Suite struct ClusterPassTests {
    private let bench: Workbench
    /// The clusters of one run over everything.
    private let whole: [String]

    init() throws {
        bench = try Workbench()
        try bench.writeCopies("a", count: 45)
        try bench.writeCopies("b", count: 70, seed: 45)
        try bench.writeLines("c", count: 40)
        _ = try bench.run()
        whole = try bench.clusters()
    }

    @Test func copiesAreInOneClusterWithTheEarliest() throws {
        // Ten stories told 115 times, and the lines, of which no two are the same.
        #expect(Set(whole.compactMap { $0.split(separator: "|").last }).count == 10 + 36)
        let first =
            "SELECT count(*) FROM article JOIN article AS first ON first.key = article.cluster WHERE first.day > article.day"
        #expect(try rows(first, in: bench.database) == ["0"])
        #expect(try rows("SELECT clusters FROM run", in: bench.database) == ["46"])
    }

    @Test func severalRunsGiveTheClustersOfOne() throws {
        let other = "\(bench.folder.path)/other.db"
        for paths in [["b"], ["c", "b"], ["a"], ["a", "b", "c"]] {
            _ = try bench.run(into: other, paths: paths.map { "\(bench.folder.path)/dump/\($0).jsonl" })
        }
        #expect(try bench.clusters(of: other) == whole)
    }

    @Test func clustersFollowTheirSources() throws {
        try bench.writeCopies("a", count: 5)
        _ = try bench.run()
        let other = "\(bench.folder.path)/other.db"
        _ = try bench.run(into: other)
        #expect(try bench.clusters() == (try bench.clusters(of: other)))
        #expect(try bench.clusters() != whole)
    }

    /// Between the last article and the clusters, and in the midst of writing them.
    @Test(arguments: ["WHEN 1", "WHEN NEW.key = 100"]) func aPassCutOffIsDoneAgain(when: String) throws {
        let other = "\(bench.folder.path)/other.db"
        _ = try DatabaseWriter(path: other, tagger: "t")
        try execute(
            "CREATE TRIGGER stop BEFORE UPDATE OF cluster ON article \(when) BEGIN SELECT RAISE(ABORT, 'stop'); END",
            in: other)
        #expect(throws: DatabaseError.self) { try bench.run(into: other) }
        #expect(try rows("SELECT count(*) FROM article WHERE cluster <> key", in: other) == ["0"])
        try execute("DROP TRIGGER stop", in: other)
        let again = try bench.run(into: other)
        #expect(again.articles == 0)
        #expect(try bench.clusters(of: other) == whole)
    }

    @Test func storiesOfAnEarlierVersionGetTheirSketches() throws {
        try execute(
            "DELETE FROM sketch; UPDATE article SET cluster = key; UPDATE run SET clusters = NULL", in: bench.database)
        #expect(try bench.run().articles == 0)
        #expect(try bench.clusters() == whole)
        #expect(try rows("SELECT count(*) FROM sketch", in: bench.database) == ["151"])
    }

    @Test func aDatabaseInTheFolderIsNoSource() throws {
        let database = "\(bench.folder.path)/dump/news.db"
        for _ in 0..<2 { _ = try bench.run(into: database) }
        #expect(try rows("SELECT count(*) FROM source", in: database) == ["3"])
        #expect(try rows("SELECT count(*) FROM reject WHERE source LIKE '%.db%'", in: database) == ["0"])
        #expect(try bench.clusters(of: database) == whole)
    }
}
