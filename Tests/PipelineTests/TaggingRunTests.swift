import FileAccess
import Pipeline
import Storage
import TestSupport
import Testing

@Suite struct TaggingRunTests {
    @Test func theNumberOfWorkersChangesNothing() throws {
        let bench = try Workbench()
        for (name, count) in [("a", 150), ("b", 3), ("c", 90)] { try bench.writeLines(name, count: count, seed: count) }
        try bench.writeCopies("copies", count: 120)
        try bench.folder.write(
            "dump/d.txt", "Rain in Niger\n\nIn Niger rain fell for a whole day on the fields.\n".utf8)
        try bench.folder.write("dump/e.txt", "".utf8)
        let databases = [1, 2, 4].map { "\(bench.folder.path)/\($0).db" }
        let summaries = try zip([1, 2, 4], databases).map { try bench.run(into: $1, workers: $0) }
        let contents = try databases.map { try bench.contents(of: $0) }
        #expect(contents[0] == contents[1])
        #expect(contents[0] == contents[2])
        #expect(summaries[0] == summaries[1] && summaries[0] == summaries[2])
        #expect(summaries[0].articles + summaries[0].rejects == 150 + 3 + 90 + 120 + 2)
        #expect(summaries[0].rejects == 16 + 0 + 10 + 1)
        #expect(summaries[0].mentions > 200)
        #expect(
            try bench.clusters(of: databases[0]).count { $0.hasPrefix("copies") && $0.hasSuffix("|copies-0") } == 12)
    }

    @Test func aSecondRunDoublesNothing() throws {
        let bench = try Workbench()
        try bench.writeLines("a", count: 100)
        _ = try bench.run()
        let before = try bench.contents()
        let again = try bench.run()
        #expect(try bench.contents() == before)
        #expect((again.articles, again.rejects, again.skippedSources) == (0, 0, 1))
        #expect(
            try rows("SELECT articles, rejects, skipped FROM run ORDER BY key", in: bench.database) == [
                "89|11|0", "0|0|1",
            ])
    }

    @Test func aChangedSourceIsTaggedAgainAlone() throws {
        let bench = try Workbench()
        try bench.writeLines("a", count: 50)
        try bench.writeLines("b", count: 50)
        _ = try bench.run()
        try bench.writeLines("a", count: 20, seed: 3)
        let again = try bench.run()
        #expect((again.articles, again.skippedSources) == (18, 1))
        let strays = "SELECT count(*) FROM mention WHERE article NOT IN (SELECT key FROM article)"
        #expect(try rows(strays, in: bench.database) == ["0"])
        #expect(try rows("SELECT count(*) FROM article", in: bench.database) == ["63"])
        #expect(try rows("SELECT count(*) FROM reject", in: bench.database) == ["7"])
    }

    @Test(arguments: ["a-0", "a-60", "b-0", "b-61", "b-63", "b-64", "b-126", "c-0", "c-1", "c-69"])
    func anAbortedRunGoesOnWhereItWas(stop: String) throws {
        let bench = try Workbench()
        for (name, count) in [("a", 61), ("b", 127), ("c", 70)] { try bench.writeLines(name, count: count) }
        _ = try bench.run()
        let whole = try bench.contents()
        let other = "\(bench.folder.path)/other.db"
        try abort(bench, other, at: stop)
        _ = try bench.run(into: other)
        #expect(try bench.contents(of: other) == whole)
    }

    /// A source that is half in the database may begin as the last event of a batch, and the run end once more.
    @Test func aRunAbortedTwiceGoesOnWhereItWas() throws {
        let bench = try Workbench()
        try bench.writeLines("b", count: 300)
        let database = bench.database
        try abort(bench, database, at: "b-200")
        let before = try rows("SELECT records FROM source", in: database)
        #expect(before != ["0"])
        try bench.writeLines("a", count: 61)
        try abort(bench, database, at: "b-201")
        #expect(try rows("SELECT records FROM source WHERE path LIKE '%/b.jsonl'", in: database) == before)
        _ = try bench.run()
        #expect(try rows("SELECT records, is_done FROM source ORDER BY path", in: database) == ["61|1", "300|1"])
        #expect(try rows("SELECT count(*) FROM article", in: database) == ["\(55 + 267)"])
    }

    /// Runs until the article with this id is to be written.
    private func abort(_ bench: Workbench, _ database: String, at id: String) throws {
        _ = try DatabaseWriter(path: database, tagger: "t")
        try execute(
            "CREATE TRIGGER stop BEFORE INSERT ON article WHEN NEW.id = '\(id)' BEGIN SELECT RAISE(ABORT, 'stop'); END",
            in: database)
        #expect(throws: DatabaseError.self) { try bench.run(into: database) }
        try execute("DROP TRIGGER stop", in: database)
    }

    @Test func unreadableSourcesAreRejectsUntilTheyCanBeRead() throws {
        let bench = try Workbench()
        let path = "\(bench.folder.path)/dump/late.jsonl"
        let summary = try bench.run(paths: [path])
        #expect((summary.articles, summary.rejects) == (0, 1))
        #expect(try rows("SELECT source, record FROM reject", in: bench.database) == ["\(path)|-1"])
        try bench.writeLines("late", count: 5)
        #expect(try bench.run(paths: [path]).articles == 5)
        #expect(try rows("SELECT source, record FROM reject", in: bench.database) == [])
    }

    @Test func everyMentionPointsAtItsWords() throws {
        let bench = try Workbench()
        try bench.writeLines("a", count: 60)
        _ = try bench.run()
        let database = try Database(path: bench.database)
        var count = 0
        for id in try rows("SELECT id FROM article", in: bench.database) {
            for article in try database.articles(id: id) {
                for mention in article.tagged.mentions {
                    #expect(!mention.text.isEmpty)
                    #expect(mention.text.first?.isUppercase == true, "\(mention.text)")
                    count += 1
                }
                for entity in article.tagged.entities {
                    #expect(entity.mentions == article.tagged.mentions.count { $0.entity == entity.entity })
                    #expect(entity.salience > 0 && entity.salience < 1)
                }
            }
        }
        #expect(count > 60)
    }
}
