import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct MigrationTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("old.db")
        try execute(versionOne, in: path)
    }

    @Test(arguments: [true, false]) func theTablesBecomeThoseOfANewDatabase(isRead: Bool) throws {
        if isRead { _ = try Database(path: path) } else { _ = try DatabaseWriter(path: path, tagger: "t") }
        #expect(try rows("PRAGMA user_version", in: path) == ["5"])
        let new = folder.file("new.db")
        _ = try DatabaseWriter(path: new, tagger: "t")
        let schema = "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY type, name"
        #expect(try rows(schema, in: path) == (try rows(schema, in: new)))
        for table in [
            "article", "sketch", "reject", "run", "mention", "cluster", "tagged_mention", "article_entity",
            "article_country", "variant", "topic", "tagged_topic", "article_search",
            "tagger", "tagger_file", "description",
        ] {
            let columns = "SELECT name, type, \"notnull\", pk FROM pragma_table_info('\(table)')"
            #expect(try rows(columns, in: path) == (try rows(columns, in: new)), "\(table)")
        }
        #expect(try rows("PRAGMA foreign_key_check", in: path).isEmpty)
        #expect(try rows("PRAGMA integrity_check", in: path) == ["ok"])
        let references = """
            SELECT schema.name, reference."from", reference."table", reference."to"
            FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS reference
            WHERE schema.type = 'table' ORDER BY 1, 2
            """
        #expect(try rows(references, in: path) == (try rows(references, in: new)))
        #expect(try rows(references, in: path).allSatisfy { $0.hasSuffix("|key") })
    }

    @Test func aDatabaseOfVersionTwoIsBroughtUpToDate() throws {
        try execute(Migration.from1To2 + "PRAGMA user_version = 2;", in: path)
        let database = try Database(path: path)
        #expect(try rows("PRAGMA user_version", in: path) == ["5"])
        let article = try #require(try database.articles(id: "a").first)
        #expect(article.tagged.entities.map(\.confidence) == [nil])
        #expect(article.tagged.focus.isEmpty)
        #expect(try rows("SELECT * FROM tagged_country", in: path).isEmpty)
    }

    @Test(arguments: [true, false]) func aDatabaseOfVersionThreeGetsBroaderTopics(isRead: Bool) throws {
        try execute(Migration.from1To2 + Migration.from2To3 + "PRAGMA user_version = 3;", in: path)
        // As version 3 had it.
        try execute(
            """
            DROP VIEW tagged_topic;
            CREATE VIEW tagged_topic AS SELECT article.id AS article, article.published, article.title,
              topic.id AS topic, topic.name, article_topic.score FROM article_topic JOIN article ON article.key = article_topic.article
              JOIN topic ON topic.key = article_topic.topic;
            """, in: path)
        if isRead { _ = try Database(path: path) } else { _ = try DatabaseWriter(path: path, tagger: "t") }
        #expect(try rows("PRAGMA user_version", in: path) == ["5"])
        #expect(
            try rows("SELECT article, topic, name, score, parent FROM tagged_topic", in: path)
                == ["a|medtop:1|weather|0.9|NULL"])
        let database = try Database(path: path)
        #expect(try database.articles(id: "a").first?.tagged.topics.map(\.parent) == [nil])
        #expect(try database.topicCounts().map(\.articles) == [1])
        let writer = try DatabaseWriter(path: path, tagger: "t")
        let finer = ArticleTopic(topic: "medtop:2", name: "storm", score: 0.8, parent: "medtop:1")
        var article = tagged("c", topics: [])
        article.topics = [finer]
        try writer.write([article], to: "other")
        #expect(try database.articles(id: "c").first?.tagged.topics == [finer])
    }

    @Test func everythingIsStillThere() throws {
        let database = try Database(path: path)
        let article = try #require(try database.articles(id: "a").first)
        #expect(article.tagged.article.title == "Rain" && article.tagged.article.pageKind == .story)
        #expect(article.tagged.mentions.map(\.text) == ["Niger"])
        #expect(article.copies == 0)
        let niger = try #require(try database.entities(named: "Niger", kind: nil).first)
        #expect(try database.stories(StoryQuery(entities: [niger.key])).stories.map(\.id) == ["a", "b"])
        let counts = try database.counts()
        #expect((counts.articles, counts.clusters, counts.rejects) == (2, 2, 1))
        #expect(
            try database.rejects(limit: 9) == [
                StoredReject(source: "s", record: 2, place: "line 3", offset: nil, reason: "not a JSON object")
            ])
        #expect(try rows("SELECT rowid FROM article_search WHERE article_search MATCH 'rained'", in: path) == ["1"])
        #expect(try rows("SELECT words FROM tagged_mention", in: path) == ["Niger", "Niger"])
        try execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')", in: path)
    }

    @Test func clustersAreFoundInTheNextRun() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.beginRun(program: "p", options: "o")
        #expect(try writer.needsClusters())
        #expect(try writer.begin(source: "s", size: 1, modified: 1).isDone)
        #expect(try writer.storiesWithoutSketch() == [1, 2])
        #expect(try writer.story(2)?.text == "It was dry in Niger.")
        try writer.write { writer throws(DatabaseError) in
            try writer.add(CopySketch(bins: sketchBins(1), shingles: 1), of: 1)
        }
        #expect(try writer.storiesWithoutSketch() == [2])
        try writer.finishRun(articles: 0, rejects: 0, skipped: 1)
        let next = try DatabaseWriter(path: path, tagger: "t")
        try next.beginRun(program: "p", options: "o")
        #expect(try !next.needsClusters())
    }

    @Test func aMigrationThatFailsLeavesTheOldTables() throws {
        try execute("CREATE TABLE sketch (x)", in: path)
        #expect(throws: DatabaseError.self) { try DatabaseWriter(path: path, tagger: "t") }
        #expect(try rows("PRAGMA user_version", in: path) == ["1"])
        #expect(try rows("SELECT words FROM tagged_mention", in: path) == ["Niger", "Niger"])
    }
}
