import NewsModel
import TestSupport
import Testing

@testable import Storage

/// Names that no gazetteer has.
@Suite struct DiscoveryTests {
    private let folder: TemporaryFolder
    private let path: String
    private let database: Database

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("news.db")
        try DatabaseWriter(path: path, tagger: "t").write(
            [
                tagged("a", published: "2024-01-17", mentions: [(1, 0), (2, 1)], focus: [(2, 0.9)]),
                tagged(
                    "b", published: "2024-03-01", text: "Older\nwords. More.", mentions: [(1, 0)], focus: [(2, 0.6)]),
                tagged("c", mentions: [(3, 0)], focus: [(2, 0.4)]),
                tagged("d", published: "2024-02-01", mentions: [(5, 0), (1, 1)]),
            ], to: "s")
        try execute(
            """
            UPDATE entity SET id = 'nil:person/q' || substr(id, 2) WHERE kind = 'person';
            INSERT INTO variant SELECT variant.key, main.key FROM entity AS variant, entity AS main
            WHERE variant.id = 'nil:person/q3' AND main.id = 'nil:person/q1';
            """, in: path)
        database = try Database(path: path)
    }

    @Test func formsCountTogether() throws {
        let found = try database.discoveries(least: 2, kind: nil, limit: 9)
        #expect(found.map(\.id) == ["nil:person/q1"])
        let first = try #require(found.first)
        #expect((first.articles, first.clusters, first.kind, first.name) == (4, 4, "person", "Name 1"))
        #expect(first.variants == ["Name 3"])
        #expect((first.firstDay, first.lastDay) == (20_240_117, 20_240_301))
        #expect(first.contexts.count == 2 && first.contexts[0] == "Older wo")
    }

    @Test func theCountryIsThatOfTwoThirds() throws {
        #expect(try database.discoveries(least: 4, kind: nil, limit: 9).map(\.country) == [nil])
        try execute("DELETE FROM variant", in: path)
        #expect(try database.discoveries(least: 3, kind: nil, limit: 9).map(\.country) == ["Q2"])
    }

    @Test func copiesCountOnceAndKindsAreAsked() throws {
        try execute("UPDATE article SET cluster = 1 WHERE id IN ('a', 'b')", in: path)
        let first = try #require(try database.discoveries(least: 3, kind: "person", limit: 9).first)
        #expect((first.articles, first.clusters) == (4, 3))
        #expect(try database.discoveries(least: 4, kind: nil, limit: 9).isEmpty)
        #expect(try database.discoveries(least: 1, kind: "organization", limit: 9).isEmpty)
        #expect(try database.discoveries(least: 1, kind: nil, limit: 1).count == 1)
    }
}
