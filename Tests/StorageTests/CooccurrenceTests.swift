import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct CooccurrenceTests {
    /// Units with numbers, counted pair by pair.
    private func naive(_ units: [[Int]]) -> [[Int]: Int] {
        var counts: [[Int]: Int] = [:]
        for unit in units {
            let distinct = Set(unit).sorted()
            for first in distinct {
                for second in distinct where first < second { counts[[first, second], default: 0] += 1 }
            }
        }
        return counts
    }

    private func named(_ found: Cooccurrence) -> [[Int]: Int] {
        var counts: [[Int]: Int] = [:]
        for edge in found.edges {
            let ends = [edge.source, edge.target].compactMap { Int(found.nodes[$0].id.dropFirst()) }.sorted()
            counts[ends] = edge.weight
        }
        return counts
    }

    @Test func pairsOfRandomStoriesAreCountedAsByHand() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("news.db")
        var generator = SeededGenerator(seed: 51)
        var stories: [[(entity: Int, sentence: Int)]] = []
        for _ in 0..<120 {
            let count = Int.random(in: 0...12, using: &generator)
            stories.append(
                (0..<count).map { _ in
                    (Int.random(in: 1...25, using: &generator), Int.random(in: 0...3, using: &generator))
                })
        }
        let articles = stories.enumerated().map { number, mentions in
            tagged(
                "\(number)", published: number % 2 == 0 ? "2024-01-17" : "2023-01-01", mentions: mentions,
                topics: [("medtop:1", number % 3 == 0 ? 0.5 : 0.4), ("medtop:2", Double(number % 2))])
        }
        try DatabaseWriter(path: path, tagger: "t").write(articles, to: "s")
        let database = try Database(path: path)

        let all = try database.cooccurrence(unit: .article, kinds: [], period: .always, minimum: 1)
        #expect(named(all) == naive(stories.map { $0.map(\.entity) }))
        let sentences = stories.flatMap { story in
            (0...3).map { number in story.filter { $0.sentence == number }.map(\.entity) }
        }
        let bySentence = try database.cooccurrence(unit: .sentence, kinds: [], period: .always, minimum: 1)
        #expect(named(bySentence) == naive(sentences))
        let people = try database.cooccurrence(unit: .article, kinds: [.person], period: .always, minimum: 3)
        #expect(
            named(people) == naive(stories.map { $0.map(\.entity).filter { $0 % 2 == 1 } }).filter { $0.value >= 3 })
        let dated = try database.cooccurrence(
            unit: .article, kinds: [], period: Period(first: 20_240_101, last: 20_241_231), minimum: 1)
        #expect(
            named(dated) == naive(stories.enumerated().filter { $0.offset % 2 == 0 }.map { $0.element.map(\.entity) }))

        let topics = try database.topics().map(\.key)
        func about(_ topics: [Int], _ leastScore: Double = 0.5) throws -> [[Int]: Int] {
            named(
                try database.cooccurrence(
                    unit: .article, kinds: [], period: .always, minimum: 1, topics: topics, leastTopicScore: leastScore)
            )
        }
        func everyStory(_ step: Int) -> [[Int]: Int] {
            naive(stories.enumerated().filter { $0.offset % step == 0 }.map { $0.element.map(\.entity) })
        }
        #expect(try about([topics[0]]) == everyStory(3))
        #expect(try about([topics[0]], 0.4) == everyStory(1))
        #expect(
            try about(topics)
                == naive(stories.enumerated().filter { $0.offset % 6 == 3 }.map { $0.element.map(\.entity) }))

        #expect(all.nodes.map(\.id) == all.nodes.map(\.id).sorted())
        for node in all.nodes {
            let number = Int(node.id.dropFirst())
            #expect(node.count == stories.count { $0.contains { $0.entity == number } })
        }
        #expect(all.edges.map(\.weight) == all.edges.map(\.weight).sorted(by: >))
        #expect(all.edges.allSatisfy { $0.source < $0.target })
    }

    @Test func anEmptyDatabaseHasNoPairs() throws {
        let folder = try TemporaryFolder()
        _ = try DatabaseWriter(path: folder.file("news.db"), tagger: "t")
        let found = try Database(path: folder.file("news.db")).cooccurrence(
            unit: .article, kinds: [], period: .always, minimum: 1)
        #expect(found.nodes.isEmpty && found.edges.isEmpty)
    }

    @Test func thePairCounterAgreesWithADictionary() {
        var generator = SeededGenerator(seed: 52)
        for most in [3, 60, 100_000] {
            var counter = PairCounter()
            let units = (0..<400).map { _ in
                (0..<Int.random(in: 0...20, using: &generator)).map { _ in Int.random(in: 1...most, using: &generator) }
            }
            for unit in units {
                for number in unit { counter.note(UInt32(number)) }
                counter.closeUnit()
            }
            for minimum in [1, 2] {
                let expected = naive(units).filter { $0.value >= minimum }
                let pairs = counter.pairs(atLeast: minimum)
                #expect(pairs.count == expected.count)
                #expect(pairs.allSatisfy { expected[[$0.0, $0.1]] == $0.2 })
            }
            let single = units.reduce(into: [Int: Int]()) { counts, unit in
                for number in Set(unit) { counts[number, default: 0] += 1 }
            }
            #expect(single.allSatisfy { counter.units[$0.key] == $0.value })
        }
    }
}
