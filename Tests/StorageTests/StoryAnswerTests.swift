import NewsModel
import TestSupport
import Testing

@testable import Storage

/// Answers compared with those of going through all articles, for random questions about random articles.
@Suite struct StoryAnswerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: 1...6) func randomQuestionsAreAnsweredAsByGoingThroughAllArticles(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let articles = RandomArticles(count: 70, using: &generator)
        let path = folder.file("random.db")
        try articles.write(to: path)
        let database = try Database(path: path)
        var questions = RandomQuestions(database: database, generator: generator)
        var answered = 0
        for _ in 0..<60 {
            let question = try questions.next()
            var query = question.query
            let expected = articles.found(question.isAnswered, query.period, copies: query.listsCopies)
            answered += expected.isEmpty ? 0 : 1
            #expect(try database.storyCount(query) == expected.count, "\(query)")
            for order in [StoryQuery.Order.newest, .oldest] {
                query.order = order
                let ordered = expected.sorted { left, right in
                    let (left, right) = ((articles.day(left.key), left.key), (articles.day(right.key), right.key))
                    if order == .newest { return left > right }
                    return (left.0 == 0 ? .max : left.0, left.1) < (right.0 == 0 ? .max : right.0, right.1)
                }
                // A large limit gathers, a small one goes through days.
                for limit in [1000, 2000] {
                    query.limit = limit
                    let page = try database.stories(query)
                    #expect(page.stories.map(\.key) == ordered.map(\.key), "\(query)")
                    #expect(page.stories.map(\.copies) == ordered.map(\.copies), "\(query)")
                    #expect(page.next == nil)
                }
            }
            query.order = .relevant
            let relevant = try database.stories(query).stories
            #expect(Set(relevant.map(\.key)) == Set(expected.map(\.key)), "\(query)")
            let relevance = try relevant.map { try #require($0.relevance) }
            #expect(relevance == relevance.sorted(by: >))
        }
        #expect(answered > 20)
    }

    @Test(arguments: 7...9) func pagesOneAfterTheOtherAreTheWholeAnswer(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let path = folder.file("pages.db")
        try RandomArticles(count: 90, using: &generator).write(to: path)
        let database = try Database(path: path)
        var questions = RandomQuestions(database: database, generator: generator)
        for _ in 0..<30 {
            var query = try questions.next().query
            for order in StoryQuery.Order.allCases {
                query.order = order
                query.limit = 1000
                query.after = nil
                let whole = try database.stories(query).stories
                query.limit = 4
                var pages: [Storage.Story] = []
                repeat {
                    let page = try database.stories(query)
                    #expect(page.stories.count <= 4 && (page.next == nil || page.stories.count == 4))
                    pages += page.stories
                    // As a user gives it back.
                    query.after = try page.next.map { try #require(StoryCursor("\($0)", order: order)) }
                } while query.after != nil && pages.count < 200
                #expect(pages == whole, "\(query)")
            }
        }
    }

    @Test func whatComesMeanwhileMovesNoPage() throws {
        let path = folder.file("growing.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        func articles(_ ids: [String], _ days: [Int]) -> [TaggedArticle] {
            zip(ids, days).map { tagged($0, published: "2024-01-0\($1)", mentions: [(1, 0)]) }
        }
        try writer.write(articles(["a", "b", "c", "d"], [1, 3, 5, 7]), to: "s")
        let database = try Database(path: path)
        var query = StoryQuery(entities: [try #require(try database.entity(id: "Q1", kind: nil))])
        query.limit = 2
        let first = try database.stories(query)
        #expect(first.stories.map(\.id) == ["d", "c"])
        try writer.write(articles(["e", "f"], [8, 4]), to: "t")
        query.after = first.next
        #expect(try database.stories(query).stories.map(\.id) == ["f", "b"])
    }

    @Test func manyHitsAreOrderedAsFewAre() throws {
        let path = folder.file("many.db")
        let count = Connection.fewArticles + 100
        try DatabaseWriter(path: path, tagger: "t").write(
            (1...count).map { number in
                tagged(
                    "\(number)", published: number % 7 == 0 ? nil : "2024-01-1\(number % 5)", title: "Rain",
                    text: number % 3 == 0 ? "Rain and more rain fell." : "Sun.", mentions: [(1, 0)])
            }, to: "s")
        let database = try Database(path: path)
        let tokenizer = try database.tokenizer()
        func keys(_ text: String, _ order: StoryQuery.Order) throws -> [Int] {
            var query = StoryQuery()
            query.text = try FullTextQuery(text, tokenizer: tokenizer)
            query.order = order
            query.limit = 5000
            return try database.stories(query).stories.map(\.key)
        }
        func day(_ key: Int) -> Int { key % 7 == 0 ? 0 : 20_240_110 + key % 5 }
        let newest = (1...count).sorted { (day($0), $0) > (day($1), $1) }
        #expect(try keys("rain", .newest) == newest)
        // Words that more than half of all stories have say nothing.
        #expect(try keys("rain", .relevant) == newest)
        #expect(try keys("text:rain", .newest) == newest.filter { $0 % 3 == 0 })
        #expect(try keys("text:rain", .relevant) == newest.filter { $0 % 3 == 0 })
        var query = StoryQuery(entities: [try #require(try database.entity(id: "Q1", kind: nil))])
        query.limit = 5000
        #expect(try database.stories(query).stories.map(\.key) == newest)
        #expect(try database.storyCount(query) == count)
    }

    @Test func relevanceIsTheProductOfWhatIsAskedFor() throws {
        let path = folder.file("relevance.db")
        var articles = (1...4).map { number in
            tagged(
                "\(number)", title: "T", text: number == 4 ? "Rain. Rain." : "Sun.", mentions: [(1, 0), (2, 0)],
                topics: [("medtop:1", 0.8)], focus: [(2, number == 1 ? 0.5 : 1)])
        }
        for (place, salience) in [(0, 0.9), (1, 0.5), (2, 0.1), (3, 0.4)] {
            articles[place].entities[0].salience = salience
        }
        try DatabaseWriter(path: path, tagger: "t").write(articles, to: "s")
        let database = try Database(path: path)
        let person = try #require(try database.entity(id: "Q1", kind: .person))
        let country = try #require(try database.entity(id: "Q2", kind: nil))
        var query = StoryQuery(
            entities: [person], countries: [country], topics: [try #require(try database.topics().first).key])
        query.order = .relevant
        let stories = try database.stories(query).stories
        #expect(stories.map(\.id) == ["2", "1", "4", "3"])
        let expected = [0.5 * 0.8, 0.9 * 0.5 * 0.8, 0.4 * 0.8, 0.1 * 0.8]
        for (story, expected) in zip(stories, expected) {
            #expect(abs(try #require(story.relevance) - expected) < 1e-9)
        }
        #expect(stories.map(\.salience) == [0.5, 0.9, 0.4, 0.1])
        query.text = try FullTextQuery("rain", tokenizer: try database.tokenizer())
        #expect(try database.stories(query).stories.map(\.id) == ["4"])
        #expect(try database.entity(id: "Q1", kind: .country) == nil)
        #expect(try database.stories(StoryQuery()).stories.isEmpty)
    }

    @Test func theFormsOfANameAreOne() throws {
        let path = folder.file("forms.db")
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.write(
            (1...4).map {
                tagged("\($0)", published: "2024-01-0\($0)", mentions: [($0, 0), (1, 0)].suffix(2 - $0 % 2))
            },
            to: "s")
        let database = try Database(path: path)
        func key(_ id: String) throws -> Int { try #require(try database.entity(id: id, kind: nil)) }
        try writer.replaceVariants([try key("Q2"): try key("Q1"), try key("Q4"): try key("Q1")])
        #expect(try database.forms(of: try key("Q2")) == [try key("Q2"), try key("Q1"), try key("Q4")])
        #expect(try database.forms(of: try key("Q1")) == [try key("Q1"), try key("Q2"), try key("Q4")])
        var query = StoryQuery()
        query.subjects = [StoryQuery.Subject(anyOf: try database.forms(of: try key("Q1")))]
        for limit in [20, 2000] {
            query.limit = limit
            let stories = try database.stories(query).stories
            #expect(stories.map(\.id) == ["4", "3", "2", "1"])
            #expect(stories.map(\.mentions) == [2, 1, 2, 1])
        }
    }

    @Test func aCursorIsReadAsItWasWritten() {
        for (text, order) in [("20240117:4711", StoryQuery.Order.newest), ("0:7", .oldest)] {
            #expect(StoryCursor(text, order: order).map { "\($0)" } == text)
        }
        #expect(StoryCursor("0.25:20240117:4711", order: .relevant).map { "\($0)" } == "0.25:20240117:4711")
        for text in ["", ":", "1", "1:2:3", "a:b", "-1:2", "1:-2", "1:2:", "99999999999999999999:1", "nan:1:2"] {
            #expect(StoryCursor(text, order: .newest) == nil, "\(text)")
        }
        #expect(StoryCursor("nan:1:2", order: .relevant) == nil && StoryCursor("1:2", order: .relevant) == nil)
    }
}
