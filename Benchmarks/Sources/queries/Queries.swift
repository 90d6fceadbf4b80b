import Glibc
import Storage

/// Times questions to a database inside the program, without its start.
///
///     swift run --package-path Benchmarks --configuration release queries news.db
///
/// Prints, for each question, the median and the greatest of milliseconds of 101 answers after a first one.
@main
enum Queries {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: queries DATABASE")
            return
        }
        let database = try Database(path: CommandLine.arguments[1])
        var top = EntityQuery()
        top.limit = 100
        let entities = try database.topEntities(top).map(\.entity)
        guard entities.count == 100 else {
            print("the database has too few entities")
            return
        }
        let tokenizer = try database.tokenizer()
        func text(_ query: String) throws -> StoryQuery {
            var stories = StoryQuery()
            stories.text = try FullTextQuery(query, tokenizer: tokenizer)
            return stories
        }
        let questions: [(String, StoryQuery)] = [
            ("most mentioned entity: \(entities[0].name)", StoryQuery(entities: [entities[0].key])),
            ("two entities, both frequent", StoryQuery(entities: [entities[0].key, entities[1].key])),
            ("two entities, one rarer", StoryQuery(entities: [entities[99].key, entities[2].key])),
            ("two entities, both rarer", StoryQuery(entities: [entities[99].key, entities[98].key])),
            ("full text: \"climate change\" -football", try text("\"climate change\" -football")),
            ("full text: white house", try text("white house")), ("full text: said", try text("said")),
        ]
        for (name, query) in questions {
            for order in [StoryQuery.Order.newest, .relevant] {
                var query = query
                query.limit = 50
                query.order = order
                let times = try (0..<102).map { _ in try milliseconds { _ = try database.stories(query) } }.dropFirst()
                    .sorted()
                print("\(rounded(times[50]))  \(rounded(times[100]))  \(order.rawValue)  \(name)")
            }
        }
    }

    private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let start = now()
        try body()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
