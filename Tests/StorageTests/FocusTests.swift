import NewsModel
import TestSupport
import Testing

@testable import Storage

/// Stories about countries.
@Suite struct FocusTests {
    private let folder: TemporaryFolder
    private let path: String
    private let database: Database

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("news.db")
        try DatabaseWriter(path: path, tagger: "t").write(
            [
                tagged("a", published: "2024-01-17", mentions: [(2, 0), (1, 1)], focus: [(2, 0.9), (4, 0.4)]),
                tagged("b", published: "2024-03-01", text: "Rain. It\nfell.", mentions: [(1, 0)], focus: [(2, 0.5)]),
                tagged("c", published: "2024-02-01", mentions: [(2, 0)], focus: [(2, 0.49)]),
                tagged("d", mentions: [(1, 0)], focus: [(4, 1), (2, 0.7)]),
            ], to: "s")
        database = try Database(path: path)
    }

    private func ids(_ entities: [String], about countries: [String]) throws -> String {
        let keys = try entities.map { try #require(try database.entities(named: $0, kind: nil).first).key }
        let about = try countries.map { try #require(try database.countries(named: $0).first).key }
        return try database.stories(StoryQuery(entities: keys, countries: about)).stories.map(\.id).joined()
    }

    @Test func theNewestComeFirstAndScoresBelowAHalfAreNone() throws {
        #expect(try ids([], about: ["Q2"]) == "bad")
        #expect(try ids([], about: ["Q4"]) == "d")
    }

    @Test func countriesAndEntitiesAreAsked() throws {
        #expect(try ids([], about: ["Q2", "Q4"]) == "d")
        #expect(try ids(["Q1"], about: ["Q2"]) == "bad")
        #expect(try ids(["Q2"], about: ["Q2"]) == "a")
    }

    @Test func aStoryThatDoesNotNameTheCountryShowsItsBeginning() throws {
        let key = try #require(try database.countries(named: "name 2").first).key
        let stories = try database.stories(StoryQuery(entities: [], countries: [key])).stories
        #expect(stories.map(\.sentence.text) == ["Rain. It", "One two.", "One two. Three four."])
        #expect(stories.map(\.mentions) == [0, 1, 0])
    }

    @Test func countriesAreCountedByTheirStories() throws {
        let found = try #require(try database.countries(named: "Q2").first)
        #expect((found.articles, found.kind, found.role) == (3, "country", "role"))
        #expect(try database.countries(named: "Q1").isEmpty)
        #expect(try database.countryNames() == ["Name 2", "Name 4"])
    }

    @Test func anArticleComesWithItsCountries() throws {
        let focus = try #require(try database.articles(id: "d").first).tagged.focus
        #expect(focus.map(\.entity) == ["Q4", "Q2"])
        #expect(focus.first?.evidence.map(\.value) == [0.69, 1])
        #expect(focus.first?.evidenceText == "place 0.69, only 1.0")
        #expect(
            try rows("SELECT country, evidence FROM tagged_country WHERE article = 'd'", in: path)
                == ["Q2|place 0.69, only 1.0", "Q4|place 0.69, only 1.0"])
    }

    @Test func anArticleThatGoesTakesItsCountriesAlong() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write([tagged("e", focus: [(4, 0.8)])], to: "s", size: 2)
        #expect(try rows("SELECT count(*) FROM article_country", in: path) == ["1"])
    }
}
