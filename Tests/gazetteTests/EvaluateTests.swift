import Foundation
import Testing

@Suite struct EvaluateTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let gold =
        #"{"id": "a", "text": "Russia and Niger signed a treaty in Moscow.", "entities": [{"start": 0, "end": 6, "type": "LOC", "text": "Russia"}, {"start": 36, "end": 42, "type": "ORG", "text": "Moscow"}]}"#
        + "\n"
        + #"{"id": "b", "text": "Farmers in Kenya waited for rain.", "entities": [{"start": 11, "end": 16, "type": "LOC"}]}"#
        + "\n"

    private func tag(_ dump: String) throws {
        try folder.write("dump.jsonl", dump.utf8)
        let outcome = try folder.gazette(
            "tag", "dump.jsonl", "--input-format", "jsonl", "--text-is-body", "--database", "gold.db", "--quiet")
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private func evaluate(_ gold: String, _ options: String...) throws -> BuiltProgram.Outcome {
        try folder.write("gold.jsonl", gold.utf8)
        return try BuiltProgram.run(["evaluate", "gold.jsonl", "--database", "gold.db"] + options, in: folder)
    }

    @Test func namesAreMeasuredByKind() throws {
        try tag(Self.gold)
        let outcome = try evaluate(Self.gold, "--format", "csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors == "names in 2 articles\n")
        #expect(
            outcome.output == """
                measure,precision,recall,f1,right,wrong,missed,value
                names,0.5000,0.6667,0.5714,2,2,1,
                person,0.0000,0.0000,0.0000,0,0,0,
                place,0.5000,1.0000,0.6667,2,2,0,
                organization,0.0000,0.0000,0.0000,0,0,1,
                spans alone,0.7500,1.0000,0.8571,3,1,0,
                gold spans touched,,,,,,,1

                """)
    }

    @Test func articlesAreFoundByTheirTextAndMissingOnesNamed() throws {
        try tag(Self.gold.replacingOccurrences(of: "\"id\": \"b\"", with: "\"id\": \"other\""))
        let byText = try evaluate(Self.gold)
        #expect(byText.status == 0)
        #expect(byText.errors.contains("1 found by their text"))
        let missing = try evaluate(
            Self.gold + #"{"id": "c", "text": "Other.", "entities": []}"# + "\n" + #"{"id": "other", "text": "x"}"#
                + "\n")
        #expect(missing.status == 3)
        #expect(missing.errors.contains("2 are not in the database and count as if nothing was found: c, other\n"))
        #expect(missing.errors.contains("1 have another text in the database (tag with --text-is-body): other\n"))
    }

    @Test(arguments: [
        ("{broken\n", [], 1, "gold.jsonl: line 1: no JSON"), ("", [], 1, "gold.jsonl: empty: there is nothing to read"),
        (
            #"{"id": "z", "text": "Nowhere.", "entities": [{"start": 0, "end": 3}]}"#, [], 1,
            "none of the 1 articles is in the database"
        ),
        (
            #"{"id": "a", "text": "abc", "entities": [{"start": 0, "end": 30}]}"#, [], 1,
            "line 1: entity 0..30 lies outside"
        ),
        (#"{"id": "a", "text": "abc"}"#, [], 1, "there is nothing to measure"),
        (EvaluateTests.gold, ["--task", "linking"], 1, "no entity of the gold has a \"wikidata\" id"),
        (EvaluateTests.gold, ["--task", "spelling"], 2, "--task wants one of names, linking, documents, topics"),
        (EvaluateTests.gold, ["--map", "none.tsv"], 1, "none.tsv: cannot open"),
    ])
    func badGoldIsTold(gold: String, options: [String], status: Int32, words: String) throws {
        try tag(Self.gold)
        try folder.write("gold.jsonl", gold.utf8)
        let outcome = try BuiltProgram.run(["evaluate", "gold.jsonl", "--database", "gold.db"] + options, in: folder)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
}
