import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct StoriesTests {
    private let folder: TemporaryFolder
    private let database: Database

    init() throws {
        folder = try TemporaryFolder()
        let path = folder.file("news.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(
            [
                tagged("a", published: "2024-01-17", mentions: [(1, 0), (2, 1), (1, 1)], topics: [("medtop:1", 0.9)]),
                tagged(
                    "b", published: "2024-03-01T10:00:00Z", text: "Wrapped\nover   lines.", mentions: [(1, 0)],
                    topics: [("medtop:1", 0.4)]),
                tagged("c", published: "2023-12-31", mentions: [(2, 0), (3, 0)], topics: [("medtop:2", 0.5)]),
                tagged("d", mentions: [(1, 0), (2, 0), (3, 0)], topics: [("medtop:1", 0.5), ("medtop:2", 0.5)]),
                tagged("e", published: "2024-01-17", mentions: [(1, 0), (3, 0)]),
                tagged("f", published: "sometime", mentions: []),
            ], to: "s")
        database = try Database(path: path)
    }

    private func ids(
        _ entities: [Int], period: Period = .always, topics: [String] = [], leastScore: Double? = nil,
        limit: Int = 20
    ) throws -> String {
        var query = StoryQuery(entities: try entities.map { try key("Q\($0)") })
        query.period = period
        query.topics = try topics.map { id in try #require(try database.topics().first { $0.id == id }).key }
        if let leastScore { query.leastTopicScore = leastScore }
        query.limit = limit
        return try database.stories(query).stories.map(\.id).joined()
    }

    private func key(_ id: String) throws -> Int { try #require(try database.entities(named: id, kind: nil).first).key }

    @Test func theNewestComeFirstAndTheUndatedLast() throws {
        #expect(try ids([1]) == "bead")
        #expect(try ids([1], limit: 2) == "be")
    }

    @Test func severalEntitiesMustAllBeMentioned() throws {
        #expect(try ids([1, 2]) == "ad")
        #expect(try ids([2, 1]) == "ad")
        #expect(try ids([1, 2, 3]) == "d")
        #expect(try ids([1, 1]) == "bead")
        #expect(try ids([]) == "")
    }

    @Test func bothEndsOfAPeriodBelongToIt() throws {
        #expect(try ids([1], period: Period(first: 20_240_117, last: 20_240_117)) == "ea")
        #expect(try ids([1], period: Period(first: 20_240_118, last: 99_999_999)) == "b")
        #expect(try ids([2], period: Period(first: 1, last: 20_231_231)) == "c")
    }

    @Test func aTopicNeedsItsLeastScore() throws {
        #expect(try ids([1], topics: ["medtop:1"]) == "ad")
        #expect(try ids([2], topics: ["medtop:2"]) == "cd")
    }

    @Test func topicsAloneFindTheirStories() throws {
        #expect(try ids([], topics: ["medtop:1"]) == "ad")
        #expect(try ids([], topics: ["medtop:2"]) == "cd")
        #expect(try ids([], topics: ["medtop:1", "medtop:2"]) == "d")
        #expect(try ids([], topics: ["medtop:2", "medtop:1"]) == "d")
        #expect(try ids([3], topics: ["medtop:2", "medtop:1"]) == "d")
        #expect(try ids([], period: Period(first: 1, last: 99_999_999), topics: ["medtop:1"]) == "a")
        #expect(try ids([], topics: ["medtop:1"], limit: 1) == "a")
        let key = try #require(try database.topics().first).key
        let stories = try database.stories(StoryQuery(entities: [], topics: [key])).stories
        #expect(stories.map(\.sentence.text) == ["One two. Three four.", "One two. Three four."])
        #expect(stories.map(\.mentions) == [0, 0])
    }

    @Test func anotherLeastScoreFindsMoreOrFewer() throws {
        #expect(try ids([1], topics: ["medtop:1"], leastScore: 0.4) == "bad")
        #expect(try ids([], topics: ["medtop:1"], leastScore: 0.4) == "bad")
        #expect(try ids([], topics: ["medtop:1"], leastScore: 0.51) == "a")
        #expect(try ids([], topics: ["medtop:1"], leastScore: 1) == "")
    }

    @Test func aStoryComesWithItsSentenceOnOneLine() throws {
        let stories = try database.stories(StoryQuery(entities: [try key("Q1")])).stories
        let first = try #require(stories.first)
        #expect((first.id, first.title, first.published) == ("b", "Title", "2024-03-01T10:00:00Z"))
        #expect(first.sentence.text == "Wrapped")
        #expect(stories.map(\.mentions) == [1, 1, 2, 1])
    }

    @Test func anArticleComesBackAsItWasWritten() throws {
        let expected = tagged(
            "a", published: "2024-01-17", mentions: [(1, 0), (2, 1), (1, 1)], topics: [("medtop:1", 0.9)])
        let stored = try #require(try database.articles(id: "a").first)
        #expect(stored.source == "s")
        #expect(stored.tagged.article == expected.article)
        #expect(stored.tagged.entities == expected.entities)
        #expect(stored.tagged.topics == expected.topics)
        #expect(stored.tagged.mentions.map(\.codePoints) == expected.mentions.map(\.codePoints))
        #expect(stored.tagged.mentions.map(\.entity) == expected.mentions.map(\.entity))
        #expect(try database.articles(id: "\(stored.key)").map(\.tagged.article.id) == ["a"])
        #expect(try database.articles(id: "none").isEmpty)
    }

    @Test func entitiesAreFoundByIdNameAndKind() throws {
        #expect(try database.entities(named: "name 1", kind: nil).map(\.id) == ["Q1"])
        #expect(try database.entities(named: "Q1", kind: .person).first?.articles == 4)
        #expect(try database.entities(named: "Q1", kind: .country).isEmpty)
        #expect(try database.entities(ids: ["Q3", "Q1", "Q77"], kind: nil).map(\.id) == ["Q1", "Q3"])
        #expect(try database.entityNames() == ["Name 1", "Name 2", "Name 3"])
    }

    @Test func countsAddUp() throws {
        let counts = try database.counts()
        #expect((counts.articles, counts.mentions, counts.entities, counts.sources) == (6, 11, 3, 1))
        #expect(
            (counts.finishedSources, counts.rejects, counts.firstDay, counts.lastDay) == (1, 0, 20_231_231, 20_240_301))
    }
}
