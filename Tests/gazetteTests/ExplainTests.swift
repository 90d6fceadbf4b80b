import Foundation
import Testing

/// `explain` and `decide`, as a user runs them.
@Suite struct ExplainTests {
    private let folder: Folder
    private let options: [String]

    init() throws {
        folder = try Folder()
        try folder.write(
            "names.tsv",
            """
            id\tkind\trole\tname\taliases\tcountry\tweight
            Q1032\tcountry\tcountry\tNiger\tdemonym:Nigerien\tNE\t4.5
            Q668\tcountry\tcountry\tIndia\tdemonym:Indian\tIN\t6
            Q1058\tperson\tpolitician\tNarendra Modi\tambiguous:Modi\tIN\t6.2
            Q300\tplace\tregion\tNiger Delta\t\tNG\t3
            Q301\torganization\tcompany\tTarget\t\tUS\t4

            """.utf8)
        try folder.write("stop.tsv", "name\treason\nCamels\ttoo many of them\n".utf8)
        try folder.write(
            "stories.jsonl",
            """
            {"id": "talks", "title": "Talks", "date": "2024-01-17", "site": "The Wire", "text": "Narendra Modi met Nigerien \
            officers in the Niger Delta. Modi counted the Camels, a target for thieves."}

            """.utf8)
        options = ["--gazetteer", "names.tsv", "--gazetteer", "stop.tsv", "--no-default-gazetteers", "--quiet"]
        try #require(BuiltProgram.run(["tag", "stories.jsonl"] + options, in: folder).status == 0)
    }

    private func explain(_ name: String, _ more: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["explain", "talks", name] + more + options, in: folder)
    }

    private func decide(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["decide"] + arguments, in: folder)
    }

    @Test func aTagIsExplainedWithItsReadings() throws {
        let outcome = try explain("Modi")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for part in [
            "talks: Talks (2024-01-17, The Wire)", "Q1058  Narendra Modi, person", "prior × 6.20", "nothing known",
        ] {
            #expect(outcome.output.contains(part), "\(outcome.output)")
        }
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }

    @Test(arguments: [
        ("Niger", "not tagged by itself, since \"Niger Delta\" is the name here"),
        ("Camels", "stopped by line 2 of stop.tsv"),
        ("Target", "asks for capitals"), ("thieves", "No gazetteer has the name"), ("Bamako", "does not stand"),
        ("Q1058", "\"Narendra Modi\""),
    ])
    func whyANameIsNotTaggedIsSaid(name: String, part: String) throws {
        let output = try explain(name).output
        #expect(output.contains(part), "\(output)")
    }

    @Test func otherTablesAreSaidToBeOthers() throws {
        #expect(try !explain("Modi").output.contains("other tables"))
        #expect(try explain("Modi", "--no-topics").output.contains("other tables"))
    }

    @Test func jsonHasTheSameEvidence() throws {
        let outcome = try explain("Modi", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let places = try #require(object?["places"] as? [[String: Any]])
        #expect(places.count == 2)
        #expect(places[1]["entity"] as? String == "Q1058")
        let readings = try #require(places[1]["readings"] as? [[String: Any]])
        #expect(readings.count >= 2)
        for reading in readings {
            let parts = try #require(reading["evidence"] as? [[String: Any]])
            let sum = parts.compactMap { $0["score"] as? Double }.reduce(0, +)
            #expect(abs(sum - (reading["score"] as? Double ?? 0)) < 0.01)
        }
    }

    @Test func aDecisionHoldsFromTheNextRunAndIsExplained() throws {
        #expect(try decide("not", "*", "Q1058", "--article", "talks", "--note", "another").status == 0)
        #expect(try decide("never", "Nigerien").status == 0)
        let tagged = try BuiltProgram.run(["tag", "stories.jsonl"] + options.dropLast(), in: folder)
        #expect(tagged.errors.contains("decisions.tsv: 2 decisions applied"), "\(tagged.errors)")
        #expect(tagged.errors.contains("1 articles tagged"), "\(tagged.errors)")
        #expect(try explain("Modi").output.contains("ruled out: Q1058 Narendra Modi, by line 3 of decisions.tsv"))
        #expect(try explain("Nigerien").output.contains("decided by line 4 of decisions.tsv"))
        let shown = try folder.gazette("show", "talks", "--json")
        #expect(!shown.output.contains("Q1058") && !shown.output.contains("Q1032"))
        let annotated = try BuiltProgram.run(
            ["annotate", "stories.jsonl", "--decisions", "decisions.tsv"] + options, in: folder)
        #expect(annotated.status == 0 && !annotated.output.contains("Q1058"))
    }

    @Test func aBadLineIsNamedAndTheOthersHold() throws {
        try folder.write("decisions.tsv", "gazette decisions 1\n\tfoo\tNiger\n\tnever\tNigerien\n".utf8)
        let outcome = try explain("Nigerien")
        #expect(outcome.errors.contains("decisions.tsv:2: error: unknown verb \"foo\""), "\(outcome.errors)")
        #expect(outcome.output.contains("decided by line 3"))
        #expect(try decide("list").status == 1)
    }

    @Test func aForeignFileIsNotWrittenTo() throws {
        try folder.write("decisions.tsv", "something else\n".utf8)
        #expect(try decide("never", "Niger").status == 1)
        #expect(try String(contentsOfFile: folder.file("decisions.tsv"), encoding: .utf8) == "something else\n")
    }

    @Test(arguments: [
        ["decide"], ["decide", "foo"], ["decide", "not", "Modi"], ["decide", "never", "a", "b"],
        ["decide", "means", "Modi", "him"], ["decide", "never", "a", "--article", "x", "--site", "y"],
        ["explain"], ["explain", "talks"], ["explain", "talks", "a", "b"],
        ["explain", "talks", "a", "--format", "csv"],
    ])
    func wrongUsageIsRefused(arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)")
    }

    @Test func aMissingArticleOrFileIsAFailure() throws {
        #expect(try folder.gazette("explain", "other", "Modi").status == 1)
        #expect(try explain("Modi", "--decisions", "missing.tsv").status == 1)
    }
}
