import Foundation
import Testing

/// `explain ARTICLE --topic`, as a user runs it.
@Suite struct ExplainTopicTests {
    private let folder: Folder
    private let text = "The patrol left Niger. A pâtrol is none; the army's patrol came late. Peace talks began."
    private let names = ["--gazetteer", "names.tsv", "--no-default-gazetteers", "--quiet"]
    private let topics = ["--topics", "raids.tsv", "--no-default-topics"]

    init() throws {
        folder = try Folder()
        try folder.write(
            "names.tsv", "id\tkind\trole\tname\tcountry\tweight\nQ1032\tcountry\tcountry\tNiger\tNE\t4.5\n".utf8)
        try folder.write(
            "raids.tsv",
            """
            topic\tterm\tweight
            raids\t\t-1.5
            raids\tpatrol\t1.25
            raids\trole:country\t0.5
            raids\tsection:africa\t0.25
            raids\tpeace talks\t-0.75
            raids\tentity:Q1032\trequired
            sport\tpatrol\t1
            sport\tpeace talks\texcluded
            quiet talks\tpeace talks\t4

            """.utf8)
        try folder.write(
            "stories.jsonl",
            #"{"id": "raid", "title": "Late Patrol", "section": "Africa", "date": "2024-01-17", "text": "\#(text)"}"#
                .utf8)
        try #require(
            BuiltProgram.run(["tag", "stories.jsonl", "--text-is-body"] + topics + names, in: folder).status == 0)
    }

    private func explain(_ arguments: String..., options: [String]? = nil) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["explain"] + arguments + (options ?? topics) + names, in: folder)
    }

    private func explained(_ arguments: String...) throws -> [[String: Any]] {
        let outcome = try BuiltProgram.run(
            ["explain", "raid", "--topic"] + arguments + ["--format", "json"] + topics + names, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["article"] as? String == "raid")
        return try #require(object?["topics"] as? [[String: Any]])
    }

    @Test func allTopicsOfAStoryAreExplained() throws {
        let outcome = try explain("raid", "--topic")
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("raid: Late Patrol\n\nown:quiet talks  quiet talks  0."))
        #expect(outcome.output.contains("\nown:raids  raids  0."))
        #expect(!outcome.output.contains("own:sport"))
        #expect(outcome.output.contains("  required: \"entity:Q1032\", so the topic is allowed\n"))
        #expect(outcome.output.contains("patrol  3 times: title, at 4, at 52\n"), "\(outcome.output)")
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }

    @Test func oneTopicIsNamedByIDNameOrAPartOfIt() throws {
        for name in ["own:quiet talks", "Quiet Talks", "quiet"] {
            let output = try explain("raid", "--topic", name).output
            #expect(output.contains("own:quiet talks") && !output.contains("own:raids"), "\(output)")
        }
    }

    @Test func whyATopicIsNotGivenIsSaid() throws {
        let output = try explain("raid", "--topic", "sport").output
        #expect(output.contains("own:sport  sport  0.00\n  excluded: \"peace talks\", so the topic is not given\n"))
        let topic = try #require(try explained("sport").first)
        #expect(topic["score"] as? Double == 0)
        let rules = try #require(topic["rules"] as? [[String: Any]])
        #expect(rules.map { $0["part"] as? String } == ["excluded"] && rules.map { $0["holds"] as? Int } == [0])
    }

    @Test func termsAndBiasAddUpToTheScore() throws {
        let topics = try explained()
        #expect(topics.compactMap { $0["topic"] as? String } == ["own:quiet talks", "own:raids"])
        for topic in topics {
            let terms = try #require(topic["terms"] as? [[String: Any]])
            let sum = try terms.reduce(try #require(topic["bias"] as? Double)) { sum, term in
                sum + (try #require(term["weight"] as? Double)) * (try #require(term["factor"] as? Double))
            }
            #expect(abs(1 / (1 + exp(-sum)) - (try #require(topic["score"] as? Double))) < 0.005, "\(topic)")
        }
        #expect((topics.last?["terms"] as? [Any])?.count == 4)
    }

    @Test func placesPointAtTheTermInTheText() throws {
        let scalars = Array(text.unicodeScalars)
        var found: [String: [String]] = [:]
        for term in try #require(try explained("raids").first?["terms"] as? [[String: Any]]) {
            let places = try #require(term["places"] as? [[String: Any]])
            found[try #require(term["term"] as? String)] = try places.map { place in
                guard place["zone"] as? String == "text" else { return "title" }
                let (start, end) = (try #require(place["start"] as? Int), try #require(place["end"] as? Int))
                return String(String.UnicodeScalarView(scalars[start..<end]))
            }
        }
        #expect(
            found == [
                "patrol": ["title", "patrol", "patrol"], "peace talks": ["Peace talks"], "role:country": [],
                "section:africa": [],
            ])
    }

    @Test func termsMayBeFewer() throws {
        let output = try explain("raid", "--topic", "raids", "--terms", "1").output
        #expect(output.contains("3 more terms (--terms N shows them)"), "\(output)")
    }

    @Test func aTopicThatIsNoneIsAFailureWithASuggestion() throws {
        let outcome = try explain("raid", "--topic", "raid s")
        #expect(outcome.status == 1 && outcome.output == "")
        #expect(outcome.errors == "gazette: there is no topic \"raid s\"; did you mean \"raids\"?\n")
        let other = try explain("raid", "--topic", "astronomy")
        #expect(other.status == 1)
        #expect(other.errors == "gazette: there is no topic \"astronomy\"; gazette topics lists them\n")
    }

    @Test func theBuiltInTopicsAreThereToo() throws {
        let outcome = try explain("raid", "--topic", "medtop:15000000", options: [])
        #expect(outcome.status == 0 && outcome.output.contains("\nmedtop:15000000  "), "\(outcome.errors)")
    }

    @Test func wrongUsageIsRefused() throws {
        #expect(try explain("--topic").status == 2)
        #expect(try explain("raid", "patrol", "--topic", "raids").status == 2)
        #expect(try explain("raid", "--topic", "--format", "csv").status == 2)
        #expect(try explain("raid", "--topic", "--terms", "0").status == 2)
        let without = try explain("raid", "--topic", options: ["--no-topics"])
        #expect(without.status == 2)
        #expect(without.errors.contains("--topic and --no-topics exclude each other"), "\(without.errors)")
    }

    @Test func aMissingArticleIsAFailure() throws {
        let outcome = try explain("other", "--topic")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "gazette: no article \"other\"; stories lists the ids\n")
    }
}
