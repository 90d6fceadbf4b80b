import FileAccess
import TestSupport
import Testing

@testable import Storage

@Suite struct OpeningTests {
    @Test func aNewDatabaseHasItsTablesAndItsMark() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("news.db")
        _ = try DatabaseWriter(path: path, tagger: "t")
        #expect(try rows("PRAGMA application_id", in: path) == ["\(0x4741_5A54)"])
        #expect(try rows("PRAGMA user_version", in: path) == ["5"])
        let tables = try rows(
            "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'article_search_%' AND name NOT LIKE 'sqlite%' ORDER BY name",
            in: path)
        #expect(
            tables == [
                "article", "article_cluster", "article_country", "article_country_article", "article_entity",
                "article_id", "article_record", "article_search",
                "article_topic",
                "article_topic_article", "cluster", "description",
                "entity", "mention", "reject", "run", "sketch", "source", "tagged_country", "tagged_mention",
                "tagged_topic", "tagger", "tagger_file", "topic",
                "variant", "variant_main",
            ])
        #expect(try Database(path: path).counts().articles == 0)
    }

    @Test func aMissingDatabaseIsNamed() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("none.db")
        #expect(throws: DatabaseError.missing(path: path)) { try Database(path: path) }
        #expect(
            DatabaseError.missing(path: "p").description.hasPrefix("p: no such database; make one with: gazette tag"))
        #expect(throws: DatabaseError.self) { try DatabaseWriter(path: folder.file("no/such/folder.db"), tagger: "t") }
        #expect(throws: DatabaseError.self) { try DatabaseWriter(path: folder.path, tagger: "t") }
    }

    @Test func otherFilesAreLeftAlone() throws {
        let folder = try TemporaryFolder()
        let (text, other) = (folder.file("text"), folder.file("other.db"))
        try writeFileAtomically(Array(String(repeating: "no database at all\n", count: 100).utf8), to: text)
        try execute("CREATE TABLE birds (name TEXT); INSERT INTO birds VALUES ('stork')", in: other)
        for path in [text, other] {
            let before = try readFile(path)
            #expect(throws: DatabaseError.foreign(path: path)) { try Database(path: path) }
            #expect(throws: DatabaseError.foreign(path: path)) { try DatabaseWriter(path: path, tagger: "t") }
            #expect(try readFile(path) == before)
        }
    }

    @Test func anEmptyFileBecomesADatabaseWhenWritten() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("empty.db")
        try writeFileAtomically([], to: path)
        #expect(throws: DatabaseError.foreign(path: path)) { try Database(path: path) }
        try DatabaseWriter(path: path, tagger: "t").write([tagged("1")], to: "s")
        #expect(try Database(path: path).counts().articles == 1)
    }

    @Test func aDatabaseOfALaterVersionIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("news.db")
        _ = try DatabaseWriter(path: path, tagger: "t")
        try execute("PRAGMA user_version = 6", in: path)
        #expect(throws: DatabaseError.newer(path: path, version: 6)) { try Database(path: path) }
        #expect(throws: DatabaseError.newer(path: path, version: 6)) { try DatabaseWriter(path: path, tagger: "t") }
    }

    @Test func aLockedDatabaseIsNamed() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("news.db")
        let holder = try DatabaseWriter(path: path, tagger: "t")
        let other = try DatabaseWriter(path: path, tagger: "t")
        let source = try holder.begin(source: "s", size: 1, modified: 1)
        var failure: DatabaseError?
        try holder.write { writer throws(DatabaseError) in
            try writer.add(tagged("1"), record: 0, of: source.key)
            do throws(DatabaseError) { _ = try other.begin(source: "t", size: 1, modified: 1) } catch {
                failure = error
            }
        }
        #expect(failure == .locked(path: path))
        #expect(failure?.description == "\(path): locked by another program; try again when it is done")
        #expect(try other.begin(source: "t", size: 1, modified: 1).records == 0)
    }

    @Test func aReaderSeesWhatWasCommitted() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("news.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write([tagged("1")], to: "a")
        let database = try Database(path: path)
        #expect(try database.counts().articles == 1)
        try writer.write([tagged("2")], to: "b")
        #expect(try database.counts().articles == 2)
    }
}
