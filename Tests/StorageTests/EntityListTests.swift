import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct EntityListTests {
    private let folder: TemporaryFolder
    private let database: Database

    init() throws {
        folder = try TemporaryFolder()
        let path = folder.file("news.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(
            [
                tagged(
                    "a", published: "2024-01-17", mentions: [(1, 0), (2, 1), (1, 1)], topics: [("medtop:1", 0.9)],
                    focus: [(2, 0.8)]),
                tagged("b", published: "2024-03-01T10:00:00Z", mentions: [(1, 0)], topics: [("medtop:1", 0.4)]),
                tagged("c", published: "2023-12-31", mentions: [(2, 0), (3, 0)], focus: [(2, 0.4)]),
                tagged("d", mentions: [(1, 0), (2, 0), (3, 0)], topics: [("medtop:1", 0.5)]),
                tagged("e", published: "2024-01-17", mentions: [(1, 0), (3, 0)]),
                tagged("f", published: "sometime", mentions: []),
            ], to: "s")
        try execute(
            "UPDATE article SET site = CASE id WHEN 'a' THEN 'Daily' WHEN 'b' THEN 'Daily Mirror' END", in: path)
        try execute("UPDATE entity SET role = 'boxer' WHERE id = 'Q3'", in: path)
        database = try Database(path: path)
    }

    /// "Q1 4 5" for an entity with its stories and mentions.
    private func list(_ change: (inout EntityQuery) -> Void) throws -> [String] {
        var query = EntityQuery()
        change(&query)
        return try database.topEntities(query).map { "\($0.entity.id) \($0.entity.articles) \($0.entity.mentions)" }
    }

    @Test func entitiesAreOrderedByStoriesThenMentions() throws {
        #expect(try list { _ in } == ["Q1 4 5", "Q2 3 3", "Q3 3 3"])
        #expect(try list { $0.limit = 1 } == ["Q1 4 5"])
        #expect(try list { $0.order = .name } == ["Q1 4 5", "Q2 3 3", "Q3 3 3"])
        #expect(try list { $0.order = .mentions } == ["Q1 4 5", "Q2 3 3", "Q3 3 3"])
    }

    @Test func kindsAndRolesLeaveOthersOut() throws {
        #expect(try list { $0.kinds = [.country] } == ["Q2 3 3"])
        #expect(try list { $0.kinds = [.country, .person] }.count == 3)
        #expect(try list { $0.roles = ["boxer"] } == ["Q3 3 3"])
        #expect(
            try list {
                $0.kinds = [.country]
                $0.roles = ["boxer"]
            } == [])
        #expect(try database.roles() == ["boxer", "role"])
    }

    @Test func onlySelectedStoriesCount() throws {
        #expect(try list { $0.articles.period = Period(first: 1, last: 20_231_231) } == ["Q2 1 1", "Q3 1 1"])
        let topic = try #require(try database.topics().first).key
        #expect(try list { $0.articles.topics = [topic] } == ["Q1 2 3", "Q2 2 2", "Q3 1 1"])
        #expect(
            try list {
                $0.articles.topics = [topic]
                $0.articles.leastTopicScore = 0.4
            }
                == ["Q1 3 4", "Q2 2 2", "Q3 1 1"])
        let country = try #require(try database.entities(named: "Q2", kind: nil).first).key
        #expect(try list { $0.articles.countries = [country] } == ["Q1 1 2", "Q2 1 1"])
        #expect(try list { $0.articles.sites = ["Daily"] } == ["Q1 1 2", "Q2 1 1"])
        #expect(try list { $0.articles.sites = ["Daily", "Daily Mirror"] } == ["Q1 2 3", "Q2 1 1"])
    }

    @Test func sitesAreFoundByNameOrPart() throws {
        #expect(try database.siteNames() == ["Daily", "Daily Mirror"])
        #expect(try database.sites(named: "daily") == ["Daily"])
        #expect(try database.sites(named: "mirror") == ["Daily Mirror"])
        #expect(try database.sites(named: "ai") == ["Daily", "Daily Mirror"])
        #expect(try database.sites(named: "Times") == [])
        #expect(try database.sites(named: "") == [])
    }

    @Test func growthComparesWithAsManyDaysBefore() throws {
        var query = EntityQuery()
        query.comparesWithBefore = true
        query.order = .logLikelihood
        // 17 days, and the 17 before have the story of 31 December.
        query.articles.period = Period(first: 20_240_101, last: 20_240_117)
        let grown = try database.topEntities(query)
        #expect(grown.map(\.entity.id) == ["Q1", "Q2", "Q3"])
        #expect(grown[0].growth == Growth(stories: 2, allStories: 2, before: 0, allBefore: 1))
        #expect(grown[2].growth == Growth(stories: 1, allStories: 2, before: 1, allBefore: 1))
        #expect(grown[0].growth?.logLikelihood ?? 0 > 0)
        #expect(grown[2].growth?.logLikelihood ?? 0 < 0)
    }

    @Test func smallNumbersGrowLittle() {
        let one = Growth(stories: 1, allStories: 1000, before: 0, allBefore: 1000)
        let many = Growth(stories: 60, allStories: 1000, before: 20, allBefore: 1000)
        #expect(one.ratio == 3)
        #expect(abs(many.ratio - 60.5 / 20.5) < 1e-12)
        #expect(many.logLikelihood > 5 * one.logLikelihood)
        let same = Growth(stories: 30, allStories: 300, before: 10, allBefore: 100)
        #expect(same.logLikelihood < 1e-9)
        #expect(
            abs(Growth(stories: 20, allStories: 1000, before: 60, allBefore: 1000).logLikelihood + many.logLikelihood)
                < 1e-9)
        #expect(Growth(stories: 0, allStories: 0, before: 0, allBefore: 0).ratio == 1)
    }

    @Test func formsOfANameCountOnceAStory() throws {
        let path = folder.file("forms.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(
            [
                tagged("a", mentions: [(1, 0), (3, 1)]), tagged("b", mentions: [(3, 0), (3, 1)]),
                tagged("c", mentions: [(2, 0)]),
            ], to: "s")
        try execute(
            """
            INSERT INTO variant SELECT one.key, main.key FROM entity AS one, entity AS main
            WHERE one.id = 'Q3' AND main.id = 'Q1'
            """, in: path)
        var query = EntityQuery()
        query.mergesVariants = true
        let top = try Database(path: path).topEntities(query)
        #expect(top.map { "\($0.entity.id) \($0.entity.articles) \($0.entity.mentions)" } == ["Q1 2 4", "Q2 1 1"])
    }

    @Test(arguments: [
        (20_240_101, 20_240_117, 20_231_215, 20_231_231), (20_240_300, 20_240_399, 20_240_130, 20_240_229),
        (20_240_000, 20_249_999, 20_221_231, 20_231_231), (20_240_301, 20_240_301, 20_240_229, 20_240_229),
        (20_230_200, 20_230_299, 20_230_104, 20_230_131), (10_101, 10_101, 1, 0), (20_240_201, 20_240_101, 1, 0),
    ])
    func thePeriodBeforeIsAsLong(first: Int, last: Int, firstBefore: Int, lastBefore: Int) {
        #expect(Period(first: first, last: last).before == Period(first: firstBefore, last: lastBefore))
    }

    @Test func daysAreCountedThereAndBack() {
        for ordinal in stride(from: 0, to: 3_652_059, by: 97) {
            let day = CalendarDay(ordinal: ordinal)
            #expect(CalendarDay(nearest: day.number) == day)
        }
        #expect(CalendarDay(ordinal: 3_652_058).number == 99_991_231)
    }
}
