import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct SourceStateTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("news.db")
    }

    private func articles(_ word: String) -> [TaggedArticle] {
        [
            tagged(
                "\(word)1", published: "2024-01-17", text: "All about \(word).", mentions: [(1, 0), (2, 0)],
                topics: [("medtop:1", 0.9)]),
            tagged("\(word)2", text: "More about \(word).", mentions: [(1, 0), (3, 1)], topics: [("medtop:2", 0.9)]),
        ]
    }

    @Test func aSourceIsDoneWhenItsLastRecordIsIn() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        let new = try writer.begin(source: "s", size: 10, modified: 20)
        #expect((new.records, new.isDone) == (0, false))
        try writer.write { writer throws(DatabaseError) in
            try writer.add(tagged("1"), record: 0, of: new.key)
            try writer.note(source: new.key, records: 1, isDone: false)
        }
        let half = try DatabaseWriter(path: path, tagger: "t").begin(source: "s", size: 10, modified: 20)
        #expect((half.key, half.records, half.isDone) == (new.key, 1, false))
        try writer.write { writer throws(DatabaseError) in try writer.note(source: new.key, records: 2, isDone: true) }
        let done = try DatabaseWriter(path: path, tagger: "t").begin(source: "s", size: 10, modified: 20)
        #expect((done.records, done.isDone) == (2, true))
    }

    @Test(arguments: ["size", "time", "tagger"])
    func theArticlesOfAChangedSourceAreReplacedEverywhere(change: String) throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(articles("rain"), to: "s")
        try writer.write(articles("drought"), to: "other")
        let changed = try DatabaseWriter(path: path, tagger: change == "tagger" ? "u" : "t")
        let state = try changed.begin(source: "s", size: change == "size" ? 2 : 1, modified: change == "time" ? 2 : 1)
        #expect((state.records, state.isDone) == (0, false))
        try changed.write { writer throws(DatabaseError) in
            for (number, article) in articles("snow").enumerated() {
                try writer.add(article, record: number, of: state.key)
            }
        }
        #expect(try rows("SELECT id FROM article ORDER BY id", in: path) == ["drought1", "drought2", "snow1", "snow2"])
        func hits(_ word: String) throws -> Int {
            try rows("SELECT rowid FROM article_search WHERE article_search MATCH '\(word)'", in: path).count
        }
        #expect(try hits("rain") == 0)
        #expect(try hits("snow") == 2)
        #expect(try hits("drought") == 2)
        for table in ["article_entity", "mention", "article_topic"] {
            let strays = "SELECT count(*) FROM \(table) WHERE article NOT IN (SELECT key FROM article)"
            #expect(try rows(strays, in: path) == ["0"], "\(table)")
        }
        #expect(try rows("SELECT count(*) FROM article_entity", in: path) == ["8"])
        #expect(try rows("SELECT count(*) FROM mention", in: path) == ["8"])
        try execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')", in: path)
    }

    @Test func entitiesThatNoArticleNamesAnyMoreAreForgotten() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(articles("rain"), to: "s")
        try writer.write([tagged("new", mentions: [(1, 0)])], to: "s", size: 2)
        let database = try Database(path: path)
        #expect(try database.entities(named: "Name 2", kind: nil).isEmpty)
        #expect(try database.entities(ids: ["Q2", "Q1"], kind: nil).map(\.id) == ["Q1"])
        #expect(try database.counts().entities == 1)
    }

    @Test func rejectsOfAnUnchangedSourceStay() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        let source = try writer.begin(source: "s", size: 1, modified: 1)
        try writer.write { writer throws(DatabaseError) in
            try writer.add(Reject(source: "s", record: 0, place: "line 1", offset: 17, reason: "bad"))
            try writer.note(source: source.key, records: 1, isDone: true)
        }
        _ = try writer.begin(source: "s", size: 1, modified: 1)
        let expected = StoredReject(source: "s", record: 0, place: "line 1", offset: 17, reason: "bad")
        #expect(try Database(path: path).rejects(limit: 9) == [expected])
        _ = try writer.begin(source: "s", size: 2, modified: 1)
        #expect(try Database(path: path).rejects(limit: 9) == [])
    }

    @Test func aSourceThatCanBeReadAgainIsNoLongerAReject() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write { writer throws(DatabaseError) in
            try writer.add(Reject(source: "s", record: -1, place: "", reason: "cannot open"))
        }
        _ = try writer.begin(source: "s", size: 1, modified: 1)
        #expect(try Database(path: path).rejects(limit: 9) == [])
    }

    @Test func aBatchThatFailsLeavesNothing() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        let source = try writer.begin(source: "s", size: 1, modified: 1)
        #expect(throws: DatabaseError.self) {
            try writer.write { writer throws(DatabaseError) in
                try writer.add(tagged("1", mentions: [(1, 0)], topics: [("medtop:1", 1)]), record: 0, of: source.key)
                try writer.add(tagged("2", mentions: [(2, 0)]), record: 0, of: source.key)
            }
        }
        for table in ["article", "entity", "mention", "article_entity", "topic"] {
            #expect(try rows("SELECT count(*) FROM \(table)", in: path) == ["0"], "\(table)")
        }
        // The keys of the failed batch must be forgotten too.
        try writer.write([tagged("1", mentions: [(1, 0)], topics: [("medtop:1", 1)])], to: "s")
        #expect(
            try rows("SELECT entity.id FROM mention JOIN entity ON entity.key = mention.entity", in: path) == ["Q1"])
        #expect(try rows("SELECT topic, article FROM tagged_topic", in: path) == ["medtop:1|1"])
    }

    @Test func runsAreNotedWithTheirCounts() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.beginRun(program: "gazette 1", options: "o")
        try writer.finishRun(articles: 3, rejects: 2, skipped: 1)
        #expect(
            try rows(
                "SELECT program, tagger, options, articles, rejects, skipped FROM run WHERE finished >= started",
                in: path) == ["gazette 1|t|o|3|2|1"])
    }
}
