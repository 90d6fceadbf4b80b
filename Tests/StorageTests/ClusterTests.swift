import NewsModel
import TestSupport
import Testing

@testable import Storage

/// Bins that are all the same.
func sketchBins(_ value: UInt16) -> [UInt16] { Array(repeating: value, count: CopySketch.binCount) }

@Suite struct ClusterTests {
    private let folder: TemporaryFolder
    private let path: String
    private let writer: DatabaseWriter

    /// Four articles of one story, "a" to "d", one of another, "e", and a listing.
    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("news.db")
        writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.beginRun(program: "p", options: "o")
        var listing = tagged("list", published: "2024-01-20", text: "Rain today. Sun tomorrow.")
        listing.article.pageKind = .listing
        listing.article.canonicalURL = "https://a.example/"
        let articles = [
            tagged("a", published: "2024-01-19", mentions: [(1, 0), (2, 0)], topics: [("medtop:1", 0.9)]),
            tagged("b", published: "2024-01-17", mentions: [(2, 0)], topics: [("medtop:1", 0.9)]),
            tagged("c", published: "2024-01-18", mentions: [(1, 0), (2, 0), (3, 0)]),
            tagged("d", mentions: [(1, 0)]),
            tagged("e", published: "2024-01-18", mentions: [(1, 0), (2, 0)], topics: [("medtop:1", 0.9)]),
        ]
        try writer.write(articles + [listing], to: "s")
        // "b", the second, is the first of its cluster.
        try writer.replaceClusters(copies: [1: 2, 3: 2, 4: 2])
    }

    private func stories(_ entities: [String], _ change: (inout StoryQuery) -> Void = { _ in }) throws -> [String] {
        let database = try Database(path: path)
        var query = StoryQuery(
            entities: try entities.map { try #require(try database.entities(named: $0, kind: nil).first).key })
        change(&query)
        return try database.stories(query).stories.map { "\($0.id)+\($0.copies)" }
    }

    @Test func ofCopiesTheEarliestThatMatchesIsGiven() throws {
        #expect(try stories(["Q1"]) == ["e+0", "c+2"])
        #expect(try stories(["Q2"]) == ["e+0", "b+2"])
        #expect(try stories(["Q1", "Q2"]) == ["e+0", "c+1"])
        #expect(try stories(["Q3"]) == ["c+0"])
        #expect(try stories(["Q2"]) { $0.limit = 1 } == ["e+0"])
    }

    @Test func copiesOutsideThePeriodOrTopicDoNotCount() throws {
        #expect(try stories(["Q1"]) { $0.period = Period(first: 20_240_119, last: 20_240_120) } == ["a+0"])
        #expect(try stories(["Q2"]) { $0.period = Period(first: 20_240_118, last: 99_999_999) } == ["e+0", "c+1"])
        let topic = try #require(try Database(path: path).topics().first).key
        #expect(try stories(["Q2"]) { $0.topics = [topic] } == ["e+0", "b+1"])
    }

    @Test func copiesAreListedWhenAskedFor() throws {
        #expect(try stories(["Q1"]) { $0.listsCopies = true } == ["a+0", "e+0", "c+0", "d+0"])
    }

    @Test func anArticleKnowsItsCopies() throws {
        let database = try Database(path: path)
        #expect(try database.articles(id: "a").map(\.copies) == [3])
        #expect(try database.copies(of: 1, limit: 9).map(\.id) == ["b", "c", "d"])
        #expect(try database.copies(of: 2, limit: 2).map(\.id) == ["c", "a"])
        #expect(try database.copies(of: 5, limit: 9).isEmpty)
        #expect(try database.copies(of: 6, limit: 9).isEmpty)
    }

    @Test func countsAreOfArticlesOrOfClusters() throws {
        let database = try Database(path: path)
        let march = Period(first: 20_240_118, last: 20_240_119)
        func entities(_ unit: CountedUnit, _ period: Period = .always) throws -> [String] {
            var query = EntityQuery()
            query.articles.period = period
            query.articles.counting = unit
            return try database.topEntities(query).map { "\($0.entity.id) \($0.entity.articles)" }
        }
        #expect(try entities(.article) == ["Q1 4", "Q2 4", "Q3 1"])
        #expect(try entities(.cluster) == ["Q2 2", "Q1 1"])
        #expect(try entities(.cluster, march) == ["Q1 2", "Q2 2", "Q3 1"])
        var query = TopicQuery()
        #expect(try database.topicCounts(query).map(\.articles) == [3])
        query.counting = .cluster
        #expect(try database.topicCounts(query).map(\.articles) == [2])
        func weight(_ unit: CountedUnit, _ period: Period = .always) throws -> Int? {
            var query = CooccurrenceQuery()
            (query.counting, query.period) = (unit, period)
            return try database.cooccurrence(query).slices.first?.edges.first.map { Int($0.weight) }
        }
        #expect(try weight(.article) == 3)
        #expect(try weight(.cluster) == 1)
        #expect(try weight(.cluster, march) == 2)
        let counts = try database.counts()
        #expect((counts.articles, counts.clusters, counts.otherPages) == (5, 2, [.listing: 1]))
        #expect(
            try rows("SELECT * FROM cluster ORDER BY key", in: path) == [
                "2|4|20240117|20240119", "5|1|20240118|20240118",
            ])
    }

    @Test func pagesThatAreNoStoriesAreStoredAndNothingMore() throws {
        let listing = try #require(try Database(path: path).articles(id: "list").first)
        #expect(listing.tagged.article.pageKind == .listing)
        #expect(listing.tagged.article.canonicalURL == "https://a.example/")
        #expect(listing.tagged.article.text == "Rain today. Sun tomorrow.")
        #expect(try rows("SELECT cluster FROM article WHERE id = 'list'", in: path) == ["NULL"])
        #expect(try rows("SELECT rowid FROM article_search WHERE article_search MATCH 'tomorrow'", in: path) == [])
        #expect(try Database(path: path).counts().lastDay == 20_240_119)
        // What the index never had must not be taken from it either.
        _ = try writer.begin(source: "s", size: 2, modified: 2)
        try execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')", in: path)
        #expect(try rows("SELECT count(*) FROM article", in: path) == ["0"])
    }

    @Test func sketchesComeInTheOrderOfDaysAndSources() throws {
        let path = folder.file("sketches.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        func sketched(_ number: UInt16, _ published: String?) -> TaggedArticle {
            var article = tagged("\(number)", published: published)
            article.copySketch = CopySketch(
                bins: sketchBins(number), shingles: Int(number) * 7, address: number == 1 ? nil : UInt64.max - 5)
            return article
        }
        try writer.write([sketched(1, nil), sketched(2, "2024-01-17"), sketched(513, "2024-01-17")], to: "b")
        try writer.write([sketched(4, "2024-01-17"), sketched(5, "2023-01-17"), tagged("6")], to: "a")
        var found: [(Int, CopySketch)] = []
        try writer.forEachSketch { found.append(($0, $1)) }
        #expect(found.map(\.0) == [5, 4, 2, 3, 1])
        #expect(found.map(\.1.bins[127]) == [5, 4, 2, 513, 1])
        #expect(found.map(\.1.shingles) == [35, 28, 14, 513 * 7, 7])
        #expect(found.map(\.1.address) == [UInt64.max - 5, UInt64.max - 5, UInt64.max - 5, UInt64.max - 5, nil])
    }

    @Test func clustersAreNeededWhenArticlesCameOrWent() throws {
        #expect(try writer.needsClusters())
        try writer.finishRun(articles: 5, rejects: 0, skipped: 0)
        func next() throws -> DatabaseWriter {
            let writer = try DatabaseWriter(path: path, tagger: "t")
            try writer.beginRun(program: "p", options: "o")
            return writer
        }
        let idle = try next()
        #expect(try !idle.needsClusters())
        let cutOff = try next()
        #expect(try cutOff.needsClusters(), "the idle run has not finished")
        try cutOff.finishRun(articles: 0, rejects: 0, skipped: 1)
        let removing = try next()
        _ = try removing.begin(source: "s", size: 7, modified: 7)
        #expect(try removing.needsClusters())
        #expect(try next().needsClusters())
    }

    @Test func replacedClustersMayAlsoDissolve() throws {
        try writer.replaceClusters(copies: [5: 1])
        #expect(try rows("SELECT cluster FROM article ORDER BY key", in: path) == ["1", "2", "3", "4", "1", "NULL"])
    }
}
