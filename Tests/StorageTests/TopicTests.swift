import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct TopicTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("news.db")
    }

    private func written(_ articles: [TaggedArticle]) throws -> Database {
        try DatabaseWriter(path: path, tagger: "t").write(articles, to: "s")
        return try Database(path: path)
    }

    private func dated() throws -> Database {
        try written([
            tagged("a", published: "2024-12-29", topics: [("m:1", 0.9)]),
            tagged("b", published: "2024-12-30", topics: [("m:1", 0.5), ("m:2", 0.8)]),
            tagged("c", published: "2025-01-01T05:00:00Z", topics: [("m:1", 0.7), ("m:2", 0.8), ("m:3", 0.6)]),
            tagged("d", published: "2025-01-06", topics: [("m:2", 0.49)]),
            tagged("e", topics: [("m:2", 1)]),
            tagged("f", published: "2025-13-45", topics: [("m:2", 1)]),
        ])
    }

    private func lines(_ counts: [DatedTopicCount]) -> [String] {
        counts.map { "\($0.date ?? "-") \($0.topic.id) \($0.articles)" }
    }

    @Test func topicsAreCountedByTheirArticles() throws {
        let database = try dated()
        var query = TopicQuery()
        func counts() throws -> [String] { try database.topicCounts(query).map { "\($0.topic.id) \($0.articles)" } }
        #expect(try counts() == ["m:2 4", "m:1 3", "m:3 1"])
        query.leastScore = 0.8
        #expect(try counts() == ["m:2 4", "m:1 1", "m:3 0"])
        query.leastScore = 0
        #expect(try counts() == ["m:2 5", "m:1 3", "m:3 1"])
        query.topics = [try #require(try database.topics().last).key]
        #expect(try counts() == ["m:3 1"])
        query.period = Period(first: 1, last: 20_241_231)
        #expect(try counts() == ["m:3 0"])
    }

    @Test func topicsAreCountedByTime() throws {
        let database = try dated()
        #expect(
            lines(try database.topicCounts(by: .week)) == [
                "2024-W52 m:1 1", "2025-W01 m:1 2", "2025-W01 m:2 2", "2025-W01 m:3 1", "- m:2 2",
            ])
        #expect(
            lines(try database.topicCounts(by: .month)) == [
                "2024-12 m:1 2", "2024-12 m:2 1", "2025-01 m:1 1", "2025-01 m:2 1", "2025-01 m:3 1", "- m:2 2",
            ])
        #expect(lines(try database.topicCounts(by: .year)).prefix(2) == ["2024 m:1 2", "2024 m:2 1"])
        var query = TopicQuery()
        query.topics = [try #require(try database.topics().first).key]
        query.period = Period(first: 20_241_230, last: 99_999_999)
        #expect(lines(try database.topicCounts(by: .day, query)) == ["2024-12-30 m:1 1", "2025-01-01 m:1 1"])
    }

    @Test func anEmptyDatabaseHasNoTopics() throws {
        let database = try written([])
        #expect(try database.topics().isEmpty)
        #expect(try database.topicCounts().isEmpty)
        #expect(try database.topicCounts(by: .week).isEmpty)
        #expect(try database.topicEntities(TopicQuery(), kind: nil, order: .stories, limit: 9).isEmpty)
    }

    @Test func aTopicThatIsRenamedOrMovedIsKeptUpToDate() throws {
        func story(_ name: String, _ parent: String?) -> TaggedArticle {
            var story = tagged("a")
            story.topics = [ArticleTopic(topic: "own:drought", name: name, score: 0.9, parent: parent)]
            return story
        }
        let database = try written([story("dry", nil), story("drought", "medtop:1")])
        #expect(try rows("SELECT key, id, name, parent FROM topic", in: path) == ["1|own:drought|drought|medtop:1"])
        try DatabaseWriter(path: path, tagger: "u").write([story("drought", nil)], to: "s")
        #expect(try database.topics() == [TopicRow(key: 1, id: "own:drought", name: "drought", parent: nil)])
        #expect(try database.articles(id: "a").map(\.tagged.topics) == [story("drought", nil).topics])
    }

    @Test func aTopicThatAnotherWriterAddedMeanwhileKeepsItsKey() throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try execute("INSERT INTO topic (key, id, name) VALUES (7, 'm:1', 'of another')", in: path)
        try writer.write([tagged("a", topics: [("m:2", 0.9), ("m:1", 0.8)])], to: "s")
        #expect(
            try rows("SELECT id, score FROM article_topic JOIN topic ON topic.key = topic ORDER BY id", in: path)
                == ["m:1|0.8", "m:2|0.9"])
        #expect(try rows("SELECT key FROM topic WHERE id = 'm:1'", in: path) == ["7"])
    }

    @Test func entitiesOfTopicsAreCountedAsByHand() throws {
        var generator = SeededGenerator(seed: 7)
        let articles = (0..<150).map { number in
            tagged(
                "\(number)", published: number % 5 == 0 ? nil : "2024-01-17",
                mentions: (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                    (Int.random(in: 1...20, using: &generator), Int.random(in: 0...3, using: &generator))
                },
                topics: (1...4).map { ("m:\($0)", Double.random(in: 0...1, using: &generator)) })
        }
        let database = try written(articles)
        for (kind, period) in [
            (Kind?.none, Period.always), (.person, .always), (nil, Period(first: 1, last: 20_250_101)),
        ] {
            var query = TopicQuery()
            query.period = period
            let asked = articles.filter { period == .always || $0.article.published != nil }
            let found = try database.topicEntities(query, kind: kind, order: .stories, limit: 100)
            for topic in try database.topics() {
                func isAbout(_ article: TaggedArticle) -> Bool {
                    article.topics.contains { $0.topic == topic.id && $0.score >= 0.5 }
                }
                let rows = found.filter { $0.topic == topic }
                for row in rows {
                    func names(_ article: TaggedArticle) -> Bool {
                        article.entities.contains { $0.entity == row.entity }
                    }
                    let association = Association(
                        together: asked.count { isAbout($0) && names($0) }, first: asked.count(where: isAbout),
                        second: asked.count(where: names), total: asked.count)
                    #expect(row.association == association)
                }
                let named = asked.filter(isAbout).flatMap(\.entities).filter { kind == nil || $0.kind == kind }
                #expect(Set(rows.map(\.entity)) == Set(named.map(\.entity)))
                #expect(rows.map(\.association.together) == rows.map(\.association.together).sorted(by: >))
            }
            let strongest = try database.topicEntities(query, kind: kind, order: .logLikelihood, limit: 3)
            for topic in try database.topics() {
                let all = found.filter { $0.topic == topic }.sorted {
                    (signed($1.association), $1.association.together) < (
                        signed($0.association), $0.association.together
                    )
                }
                #expect(
                    strongest.filter { $0.topic == topic }.map { signed($0.association) }
                        == all.prefix(3).map { signed($0.association) })
            }
        }
    }

    private func signed(_ association: Association) -> Double {
        Double(association.together) < association.expected ? -association.logLikelihood : association.logLikelihood
    }

    @Test func theStrongestAreThoseOfASort() {
        var generator = SeededGenerator(seed: 8)
        let all = (1...5000).map { number in
            (
                number,
                Association(together: Int.random(in: 1...40, using: &generator), first: 50, second: 60, total: 5000)
            )
        }
        for limit in [1, 20, 4000, 9000] {
            var strongest = StrongestAssociations(order: .stories, limit: limit)
            for (number, association) in all { strongest.add(association, of: number, rank: number) }
            let expected = all.sorted { ($1.1.together, $0.0) < ($0.1.together, $1.0) }.prefix(limit)
            #expect(strongest.sorted.map(\.entity) == expected.map(\.0))
        }
    }
}

@Suite struct AssociationTests {
    @Test func theMeasuresAreThoseOfTheBooks() {
        let association = Association(together: 30, first: 100, second: 60, total: 1000)
        #expect(association.expected == 6)
        #expect(abs(association.pmi - 2.321928) < 1e-6)
        // 2 Σ O ln(O/E) over 30/6, 70/94, 30/54, 870/846.
        #expect(abs(association.logLikelihood - 68.701642) < 1e-5)
        let independent = Association(together: 6, first: 100, second: 60, total: 1000)
        #expect(abs(independent.pmi) < 1e-12 && independent.logLikelihood < 1e-9)
    }

    @Test func emptyCellsAreNoTrouble() {
        #expect(Association(together: 5, first: 5, second: 5, total: 5).logLikelihood == 0)
        #expect(Association(together: 0, first: 5, second: 5, total: 50).pmi == -.infinity)
        #expect(Association(together: 0, first: 0, second: 0, total: 0).logLikelihood == 0)
    }
}

@Suite struct CalendarUnitTests {
    @Test(arguments: [
        (20_240_117, "2024-W03"), (20_240_101, "2024-W01"), (20_241_230, "2025-W01"), (20_210_101, "2020-W53"),
        (20_230_101, "2022-W52"), (20_201_231, "2020-W53"), (20_000_229, "2000-W09"), (10_101, "0001-W01"),
        (20_260_103, "2026-W01"), (20_270_103, "2026-W53"),
    ])
    func weeksAreThoseOfISO(day: Int, week: String) {
        #expect(CalendarUnit.week.name(ofDay: day) == week)
    }

    @Test func daysMonthsAndYearsAreWrittenAsISODoes() {
        #expect(CalendarUnit.day.name(ofDay: 20_240_117) == "2024-01-17")
        #expect(CalendarUnit.month.name(ofDay: 20_240_117) == "2024-01")
        #expect(CalendarUnit.year.name(ofDay: 9_990_101) == "0999")
    }

    @Test(arguments: [0, -5, 20_241_301, 20_240_100, 20_230_229, 20_240_431, 1_234_567_890, .max, .min])
    func whatIsNoDayHasNoName(number: Int) {
        for unit in CalendarUnit.allCases { #expect(unit.name(ofDay: number) == nil) }
    }
}
