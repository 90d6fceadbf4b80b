import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct CooccurrenceTests {
    private static let variants = [3: 9, 5: 9]

    /// A database of random stories, some of them copies of others and some forms of names variants.
    private func database(_ stories: [RandomStory], in folder: TemporaryFolder) throws -> Database {
        let path = folder.file("news.db")
        try DatabaseWriter(path: path, tagger: "t").write(stories.map(\.tagged), to: "s")
        for (place, story) in stories.enumerated() {
            try execute("UPDATE article SET cluster = \(story.cluster) WHERE key = \(place + 1)", in: path)
        }
        for (variant, main) in Self.variants {
            try execute(
                """
                INSERT INTO variant SELECT variant.key, main.key FROM entity AS variant, entity AS main
                WHERE variant.id = '\(RandomStory.id(variant))' AND main.id = '\(RandomStory.id(main))'
                """, in: path)
        }
        return try Database(path: path)
    }

    private func stories(_ count: Int, seed: UInt64, entities: Int = 12) -> [RandomStory] {
        var generator = SeededGenerator(seed: seed)
        return (1..<count + 1).map { RandomStory(key: $0, entities: entities, using: &generator) }
    }

    private func found(_ network: Cooccurrence) -> [NaiveCooccurrence.NaiveSlice] {
        network.slices.map { slice in
            var edges: [[String]: NaiveCooccurrence.NaiveEdge] = [:]
            let counts = slice.counts.dense(network.nodes.count)
            for (number, edge) in slice.edges.enumerated() {
                let ends = [edge.source, edge.target].map { network.nodes[Int($0)].id }
                let association = Association(
                    together: Int(edge.weight), first: Int(counts[Int(edge.source)]),
                    second: Int(counts[Int(edge.target)]), total: slice.units)
                edges[ends] = NaiveCooccurrence.NaiveEdge(
                    weight: Int(edge.weight), expected: association.expected,
                    articles: slice.evidence(ofEdge: number).map { network.articles[Int($0)] })
            }
            return NaiveCooccurrence.NaiveSlice(name: slice.time?.name, units: slice.units, edges: edges)
        }
    }

    /// A question with some of everything that can be asked.
    private func query(_ number: Int, _ database: Database, using generator: inout SeededGenerator) throws
        -> (query: CooccurrenceQuery, egos: [Int])
    {
        func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &generator) == 0 }
        var query = CooccurrenceQuery()
        query.unit = CooccurrenceUnit.allCases[number % 4]
        query.window = [0, 1, 3, 8, .max].randomElement(using: &generator) ?? 0
        if chance(2) { query.counting = .cluster }
        if chance(3) { query.kinds = [.person] }
        if chance(4) { query.roles = ["role 1", "role 2"] }
        if chance(3) { query.period = Period(first: 20_240_101, last: 20_240_131) }
        if chance(4) { query.topics = try database.topics().map(\.key) }
        if chance(3) { query.leastSalience = 0.5 }
        query.mergesVariants = chance(2)
        if chance(2) { query.slices = [.day, .week, .month, .year].randomElement(using: &generator) }
        if chance(3) { query.thresholds.weight = 2 }
        if chance(5) { query.thresholds.logLikelihood = 0.5 }
        if chance(5) { query.thresholds.pmi = -0.2 }
        if chance(5) { query.thresholds.jaccard = 0.1 }
        query.evidence = [0, 0, 1, 3].randomElement(using: &generator) ?? 0
        guard chance(3) else { return (query, []) }
        query.depth = [1, 2, 9].randomElement(using: &generator) ?? 1
        let egos = [2, 3].filter { _ in chance(2) }
        query.egos = try egos.flatMap { try database.entities(ids: [RandomStory.id($0)], kind: nil).map(\.key) }
        return (query, egos)
    }

    @Test(arguments: 1...12)
    func pairsOfRandomStoriesAreCountedAsByHand(seed: Int) throws {
        let folder = try TemporaryFolder()
        let stories = stories(seed * 4, seed: UInt64(seed))
        let database = try database(stories, in: folder)
        var generator = SeededGenerator(seed: UInt64(seed + 100))
        var edges = 0
        for number in 0..<40 {
            let (query, egos) = try query(number, database, using: &generator)
            let expected = NaiveCooccurrence(query: query, egos: egos, variants: Self.variants).slices(stories)
            let network = try database.cooccurrence(query)
            // Without any story in time there is one empty slice, or none by time.
            #expect(found(network) == expected, "\(query)")
            edges += network.slices.reduce(0) { $0 + $1.edges.count }
            try expectOrder(network, query)
        }
        #expect(seed < 3 || edges > 100)
    }

    private func expectOrder(_ network: Cooccurrence, _ query: CooccurrenceQuery) throws {
        #expect(network.nodes.map(\.id) == network.nodes.map(\.id).sorted())
        var isUsed = [Bool](repeating: false, count: network.nodes.count)
        for slice in network.slices {
            #expect(slice.order.sorted() == slice.edges.indices.map { UInt32($0) })
            let places = slice.edges.map { ($0.source, $0.target) }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 } && places.allSatisfy { $0.0 < $0.1 })
            let weights = slice.order.map { slice.edges[Int($0)].weight }
            #expect(weights == weights.sorted(by: >))
            for edge in slice.edges {
                isUsed[Int(edge.source)] = true
                isUsed[Int(edge.target)] = true
            }
        }
        #expect(isUsed.allSatisfy { $0 })
    }

    @Test(arguments: EdgeOrder.allCases)
    func theFirstInAnOrderAreKept(order: EdgeOrder) throws {
        let folder = try TemporaryFolder()
        let database = try database(stories(60, seed: 7), in: folder)
        var query = CooccurrenceQuery()
        query.order = order
        func edges() throws -> [String] {
            let network = try database.cooccurrence(query)
            let slice = network.slices[0]
            let counts = slice.counts.dense(network.nodes.count)
            var last = Double.infinity
            return slice.order.map { number in
                let edge = slice.edges[Int(number)]
                let strength = order.strength(
                    Association(
                        together: Int(edge.weight), first: Int(counts[Int(edge.source)]),
                        second: Int(counts[Int(edge.target)]), total: slice.units))
                #expect(strength <= last)
                last = strength
                return "\(network.nodes[Int(edge.source)].id) \(network.nodes[Int(edge.target)].id) \(edge.weight)"
            }
        }
        let all = try edges()
        #expect(all.count > 20)
        query.limit = 7
        #expect(try edges() == Array(all.prefix(7)))
        query.limit = 1000
        #expect(try edges() == all)
    }

    @Test func totalsAndPairsAddUpTheSlices() throws {
        let folder = try TemporaryFolder()
        let database = try database(stories(60, seed: 8), in: folder)
        var query = CooccurrenceQuery()
        query.slices = .month
        let network = try database.cooccurrence(query)
        #expect(network.slices.map(\.time?.name) == ["2023-12", "2024-01", "2024-02", "no date"])
        #expect(network.slices[1].time?.days.map { [$0.first, $0.last] } == ["2024-01-01", "2024-01-31"])
        var weights: [[UInt32]: [Int: UInt32]] = [:]
        for (number, slice) in network.slices.enumerated() {
            for edge in slice.edges { weights[[edge.source, edge.target], default: [:]][number] = edge.weight }
        }
        var pairs: [[UInt32]: [Int: UInt32]] = [:]
        network.forEachPair { pair in
            #expect(pair.edges.map(\.slice) == pair.edges.map(\.slice).sorted())
            pairs[[pair.source, pair.target]] = Dictionary(
                uniqueKeysWithValues: pair.edges.map { ($0.slice, $0.weight) })
        }
        #expect(pairs == weights)
        let totals = network.nodeTotals()
        for node in network.nodes.indices {
            let own = weights.filter { $0.key.contains(UInt32(node)) }
            #expect(totals.degrees[node] == own.count)
            #expect(totals.weightedDegrees[node] == own.values.reduce(0) { $0 + Int($1.values.reduce(0, +)) })
            #expect(totals.counts[node] >= (own.values.flatMap(\.values).max().map(Int.init) ?? 0))
        }
        let january = network.only(slices: [1])
        #expect(january.slices[0].edges.count == network.slices[1].edges.count)
        for (one, other) in zip(january.slices[0].edges, network.slices[1].edges) {
            #expect(january.nodes[Int(one.target)] == network.nodes[Int(other.target)])
            #expect(
                january.slices[0].counts.dense(january.nodes.count)[Int(one.source)]
                    == network.slices[1].counts.dense(network.nodes.count)[Int(other.source)])
        }
    }

    @Test(arguments: CooccurrenceUnit.allCases)
    func anEmptyDatabaseHasNoPairs(unit: CooccurrenceUnit) throws {
        let folder = try TemporaryFolder()
        _ = try DatabaseWriter(path: folder.file("news.db"), tagger: "t")
        let database = try Database(path: folder.file("news.db"))
        var query = CooccurrenceQuery()
        query.unit = unit
        let network = try database.cooccurrence(query)
        #expect(network.nodes.isEmpty && network.slices.map(\.edges) == [[]])
        query.slices = .day
        #expect(try database.cooccurrence(query).slices.isEmpty)
        #expect(try database.roles() == [])
    }

    @Test func paragraphsBeginBehindBlankLines() {
        func starts(_ text: String) -> [Int] { MentionPlaces.paragraphStarts(Array(text.utf8)) }
        #expect(starts("") == [])
        #expect(starts("one\ntwo") == [])
        #expect(starts("one\n\ntwo\n\n\n  three\n\n") == [5, 13])
        #expect(starts("one\r\n \t\r\ntwo") == [9])
        #expect(starts("\n\none") == [2])
    }

    @Test func calendarUnitsHaveFirstAndLastDays() {
        func days(_ unit: CalendarUnit, _ day: Int) -> [String]? { unit.days(ofDay: day).map { [$0.first, $0.last] } }
        #expect(days(.day, 20_240_229) == ["2024-02-29", "2024-02-29"])
        #expect(days(.week, 20_240_101) == ["2024-01-01", "2024-01-07"])
        #expect(days(.week, 20_210_103) == ["2020-12-28", "2021-01-03"])
        #expect(days(.week, 20_201_229) == ["2020-12-28", "2021-01-03"])
        #expect(days(.month, 20_240_217) == ["2024-02-01", "2024-02-29"])
        #expect(days(.month, 20_231_231) == ["2023-12-01", "2023-12-31"])
        #expect(days(.year, 20_231_231) == ["2023-01-01", "2023-12-31"])
        #expect(days(.week, 0) == nil && days(.month, 20_230_230) == nil)
    }

    @Test func measuresAreThoseOfTheLiterature() {
        let association = Association(together: 30, first: 100, second: 60, total: 1000)
        // log2(30 * 1000 / 6000) and that over -log2(30 / 1000).
        #expect(abs(association.normalizedPMI - 2.321928 / 5.058894) < 1e-6)
        #expect(association.jaccard == 30.0 / 130)
        #expect(association.signedLogLikelihood == association.logLikelihood)
        let rare = Association(together: 1, first: 100, second: 60, total: 1000)
        #expect(rare.signedLogLikelihood == -rare.logLikelihood && rare.logLikelihood > 0)
        #expect(Association(together: 5, first: 5, second: 5, total: 50).normalizedPMI == 1)
        #expect(Association(together: 5, first: 5, second: 5, total: 5).normalizedPMI == 1)
        #expect(Association(together: 0, first: 5, second: 5, total: 50).normalizedPMI == -1)
        #expect(Association(together: 0, first: 0, second: 0, total: 0).jaccard == 0)
        // Counts beyond those whose logarithms are kept: all counts ten thousand times as large.
        let large = Association(together: 300_000, first: 1_000_000, second: 600_000, total: 10_000_000)
        #expect(abs(large.logLikelihood / association.logLikelihood / 10_000 - 1) < 1e-9)
    }
}
