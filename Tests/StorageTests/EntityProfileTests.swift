import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct EntityProfileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("news.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(
            [
                tagged("a", published: "2024-01-17", text: "Ñame is known.", mentions: [(1, 0), (1, 1), (3, 0)]),
                tagged(
                    "b", published: "2024-02-01", text: "Ñ", mentions: [(1, 0)], topics: [("medtop:1", 0.9)],
                    focus: [(2, 0.7)]),
                tagged("c", mentions: [(1, 0), (3, 0)], topics: [("medtop:1", 0.4)], focus: [(2, 0.3)]),
                tagged("d", published: "2024-01-01", mentions: [(5, 0)]),
            ], to: "s")
        try execute("UPDATE article SET site = 'Daily' WHERE id IN ('a', 'c')", in: path)
        try execute("UPDATE article_entity SET salience = 0.4 WHERE article = 1", in: path)
    }

    private func profile(
        _ id: String, limit: Int = 10, merges: Bool = false, _ selection: ArticleSelection = ArticleSelection()
    ) throws -> EntityProfile {
        let database = try Database(path: path)
        let key = try #require(try database.entities(named: id, kind: nil).first).key
        return try #require(try database.profile(ofEntity: key, selection, mergesVariants: merges, limit: limit))
    }

    @Test func everyPartIsOfItsStories() throws {
        let found = try profile("Q1")
        #expect(
            (found.entity.articles, found.entity.mentions, found.mainStories, found.selectedStories) == (3, 4, 2, 4))
        #expect(found.first == .init(id: "a", published: "2024-01-17", title: "Title"))
        #expect(found.last == .init(id: "b", published: "2024-02-01", title: "Title"))
        #expect(found.examinedStories == 3)
        #expect(found.names.map { "\($0.name) \($0.count)" } == ["Ñ 2", "O 1", "a 1"])
        #expect(found.sites == [.init(name: "Daily", count: 2)])
        #expect(found.timeline.unit == .week)
        #expect(found.timeline.counts.map { "\($0.date) \($0.stories)" } == ["2024-W03 1", "2024-W04 0", "2024-W05 1"])
        #expect(found.timeline.undated == 1)
        #expect(found.neighbours.map(\.id) == ["Q3"])
        #expect(found.neighbours.first?.association == Association(together: 2, first: 3, second: 2, total: 4))
        #expect(found.topics == [.init(id: "medtop:1", name: "topic medtop:1", count: 1)])
        #expect(found.countries == [.init(id: "Q2", name: "Name 2", count: 1)])
    }

    @Test func partsAreOfTheSelectedStoriesOnly() throws {
        var selection = ArticleSelection()
        selection.period = Period(first: 1, last: 20_240_131)
        let found = try profile("Q1", selection)
        #expect((found.entity.articles, found.selectedStories, found.mainStories) == (1, 2, 0))
        #expect(found.first == found.last)
        #expect(found.topics.isEmpty)
        selection.period = Period(first: 20_250_101, last: 20_251_231)
        let nothing = try profile("Q1", selection)
        #expect(nothing.entity.articles == 0 && nothing.neighbours.isEmpty && nothing.first == nil)
        #expect(nothing.timeline == Timeline(storiesOfDays: [:]))
    }

    @Test func formsOfANameAreOneEntity() throws {
        try execute(
            """
            INSERT INTO variant SELECT one.key, main.key FROM entity AS one, entity AS main
            WHERE one.id = 'Q5' AND main.id = 'Q1'
            """, in: path)
        let found = try profile("Q1", merges: true)
        #expect((found.entity.articles, found.entity.mentions) == (4, 5))
        #expect(found.variants == ["Name 5"])
        #expect(found.first?.id == "d")
        #expect(try profile("Q1").entity.articles == 3)
    }

    @Test func longTimesAreCountedByMonthOrYear() {
        let months = Timeline(storiesOfDays: [20_190_115: 2, 20_240_229: 3])
        #expect(months.unit == .month)
        #expect(months.counts.count == 62)
        #expect(months.counts.last.map { "\($0)" } == "(date: \"2024-02\", stories: 3)")
        #expect(Timeline(storiesOfDays: [19_000_101: 1, 20_240_101: 1]).unit == .year)
        #expect(Timeline(storiesOfDays: [0: 4]).undated == 4)
    }

    /// Both ways to count neighbours, and what stops before all are looked at, give what a count of everything does.
    @Test(arguments: [0, 1, 2, 3]) func neighboursAreThoseOfABruteForceCount(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let stories = (0..<120).map { _ in
            Set((0..<12).map { _ in Int.random(in: 1...40, using: &random) * Int.random(in: 1...3, using: &random) })
        }
        let path = folder.file("random\(seed).db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(
            stories.enumerated().map { number, entities in
                tagged("\(number)", mentions: entities.sorted().map { ($0, $0 % 3) })
            }, to: "s")
        let database = try Database(path: path)
        for entity in 1...5 {
            let own = stories.filter { $0.contains(entity) }
            let expected = Set(own.joined()).subtracting([entity]).map { other in
                (
                    other,
                    Association(
                        together: own.count { $0.contains(other) }, first: own.count,
                        second: stories.count { $0.contains(other) }, total: stories.count)
                )
            }.filter { Double($0.1.together) > $0.1.expected }.map(\.1.logLikelihood).sorted(by: >).prefix(5)
            let key = try #require(try database.entities(named: "Q\(entity)", kind: nil).first).key
            let selected = try database.articles(ArticleSelection())
            let keys = try #require(try? rows("SELECT article FROM article_entity WHERE entity = \(key)", in: path))
                .compactMap { Int($0) }
            let subset = ArticleSubset(keys, of: selected)
            for fewStories in [0, 1000] {
                let found = try database.neighbours(of: subset, forms: [key], limit: 5, fewStories: fewStories)
                #expect(found.map(\.association.logLikelihood) == Array(expected), "Q\(entity)")
            }
        }
    }
}
