import Foundation
import Testing

/// The sample articles against what is right for them. The floors lie a little below what was measured last: raise them
/// when the program gets better.
@Suite struct GoldTests {
    private struct Gold: Decodable {
        struct Named: Decodable {
            var entity: String?
            var kind: String
            var name: String
        }

        var id: String
        var title: String
        var published: String
        var text: String
        var entities: [Named]
        var main: [String]
        var focus: [String]
        var absent: [String]
    }

    private struct Annotated: Decodable {
        struct Mention: Decodable {
            var start: Int
            var end: Int
            var text: String
            var entity: String
            var name: String
        }

        struct Entity: Decodable {
            var entity: String
            var name: String
        }

        struct Country: Decodable {
            var entity: String
            var score: Double
        }

        var id: String
        var title: String
        var published: String?
        var text: String
        var mentions: [Mention]
        var titleMentions: [Mention]
        var entities: [Entity]
        var focus: [Country]

        var all: [Mention] { mentions + titleMentions }
    }

    private let golds: [Gold]
    private let articles: [String: Annotated]

    init() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let folder = "\(Corpus.folder)/gold"
        golds = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
            .map {
                try decoder.decode(Gold.self, from: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
            }
        let outcome = try BuiltProgram.run(["annotate"] + Corpus.sources, in: try Folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        var articles: [String: Annotated] = [:]
        for line in outcome.output.split(separator: "\n") {
            let article = try decoder.decode(Annotated.self, from: Data(line.utf8))
            articles[article.id] = article
        }
        self.articles = articles
    }

    private func pairs() throws -> [(Gold, Annotated)] {
        try golds.map { ($0, try #require(articles[$0.id], "\($0.id) is missing")) }
    }

    /// Expects a share of at least `floor`, and prints what is missing from it.
    private func expectShare(_ what: String, found: Int, missing: [String], floor: Double) {
        let total = found + missing.count
        print("gold: \(what) \(found) of \(total)" + missing.map { "\n  missing \(what): \($0)" }.joined())
        #expect(total > 0)
        #expect(
            Double(found) >= floor * Double(total),
            "\(what): \(found) of \(total); missing: \(missing.joined(separator: "; "))")
    }

    @Test func everyArticleIsThereOnce() {
        #expect(golds.count == 49)
        #expect(Set(articles.keys) == Set(golds.map(\.id)))
    }

    @Test func titlesAreExact() throws {
        let wrong = try pairs().filter { $0.title != $1.title }.map { "\($0.id): \($1.title)" }
        expectShare("titles", found: golds.count - wrong.count, missing: wrong, floor: 0.97)
    }

    @Test func daysOfPublicationAreExact() throws {
        let wrong = try pairs().filter { $0.published.prefix(10) != ($1.published ?? "").prefix(10) }.map(\.0.id)
        expectShare("days", found: golds.count - wrong.count, missing: wrong, floor: 1)
    }

    @Test func textsAreExact() throws {
        let wrong = try pairs().filter { $0.text != $1.text }.map(\.0.id)
        expectShare("texts", found: golds.count - wrong.count, missing: wrong, floor: 0.93)
    }

    @Test func entitiesWithIdsAreFound() throws {
        var found = 0
        var missing: [String] = []
        for (gold, article) in try pairs() {
            let entities = Set(article.all.map(\.entity))
            for named in gold.entities {
                guard let id = named.entity else { continue }
                if entities.contains(id) { found += 1 } else { missing.append("\(gold.id): \(named.name) \(id)") }
            }
        }
        expectShare("entities with ids", found: found, missing: missing, floor: 0.94)
    }

    @Test func namesWithoutIdsAreFound() throws {
        var found = 0
        var missing: [String] = []
        for (gold, article) in try pairs() {
            let texts = Set(article.all.map(\.text))
            for named in gold.entities where named.entity == nil {
                if texts.contains(named.name) { found += 1 } else { missing.append("\(gold.id): \(named.name)") }
            }
        }
        expectShare("names without ids", found: found, missing: missing, floor: 0.78)
    }

    @Test func countriesAreThoseThatStoriesAreAbout() throws {
        var found = 0
        var missing: [String] = []
        var wrong: [String] = []
        for (gold, article) in try pairs() {
            let countries = Set(article.focus.filter { $0.score >= 0.5 }.map(\.entity))
            found += countries.intersection(gold.focus).count
            missing += gold.focus.filter { !countries.contains($0) }.map { "\(gold.id): \($0)" }
            wrong += countries.subtracting(gold.focus).map { "\(gold.id): \($0)" }
        }
        expectShare("countries", found: found, missing: missing, floor: 0.82)
        expectShare("countries told rightly", found: found, missing: wrong, floor: 0.92)
    }

    @Test func mainEntitiesAreTheMostSalient() throws {
        var found = 0
        var missing: [String] = []
        for (gold, article) in try pairs() {
            let first = article.entities.prefix(gold.main.count)
            let known = Set(first.map(\.entity) + first.map(\.name))
            for name in gold.main {
                let id = gold.entities.first { $0.name == name }?.entity ?? name
                if known.contains(id) { found += 1 } else { missing.append("\(gold.id): \(name)") }
            }
        }
        expectShare("main entities", found: found, missing: missing, floor: 0.6)
    }

    @Test func namesOfThePageAroundAreNotTagged() throws {
        for (gold, article) in try pairs() {
            for name in gold.absent {
                #expect(!article.all.contains { $0.text == name || $0.name == name }, "\(gold.id): \(name)")
            }
        }
    }

    @Test func offsetsAreCodePointsOfTheText() throws {
        for article in articles.values {
            let text = Array(article.text.unicodeScalars)
            var end = 0
            for mention in article.mentions {
                try #require(mention.start >= end && mention.end <= text.count, "\(article.id): \(mention.text)")
                let words = String(String.UnicodeScalarView(text[mention.start..<mention.end]))
                #expect(words == mention.text, "\(article.id)")
                end = mention.end
            }
        }
    }
}
