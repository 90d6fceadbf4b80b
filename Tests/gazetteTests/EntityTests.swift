import Foundation
import Testing

@Suite struct EntityTests {
    private let folder: Folder
    private let database: String

    init() throws {
        folder = try Folder()
        database = try Corpus.tagged(in: folder)
    }

    private func entities(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["entities"] + arguments + ["--database", database], in: folder)
    }

    private func rows(_ arguments: String...) throws -> [[String: Any]] {
        let outcome = try BuiltProgram.run(
            ["entities"] + arguments + ["--format", "json", "--quiet", "--database", database], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }

    @Test func listsAreOfTheStoriesAndKindsAskedFor() throws {
        let all = try rows("--limit", "1000")
        #expect(all.count > 400)
        let some = try rows("--kind", "person", "--kind", "organization", "--limit", "1000")
        #expect(Set(some.compactMap { $0["kind"] as? String }) == ["person", "organization"])
        let presidents = try rows("--role", "Politician")
        #expect(presidents.allSatisfy { $0["role"] as? String == "politician" } && !presidents.isEmpty)
        let sport = try rows("--topic", "sport", "--limit", "1000")
        #expect(!sport.isEmpty && sport.count < all.count)
        let wire = try rows("--site", "meridian", "--about-country", "United States")
        #expect(wire.allSatisfy { ($0["stories"] as? Int ?? 0) <= 4 })
    }

    @Test func growthHasBothTimes() throws {
        let grown = try rows("--growth", "--since", "2024-03", "--until", "2024-04")
        #expect(
            grown.first?.keys.sorted() == [
                "before", "entity", "growth", "kind", "log_likelihood", "mentions", "name", "role", "stories",
            ])
        let strengths = grown.compactMap { $0["log_likelihood"] as? Double }
        #expect(strengths == strengths.sorted(by: >))
    }

    @Test func oneEntityIsToldAllAbout() throws {
        let outcome = try entities("Niger", "--format", "json", "--quiet")
        let profile = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(profile["entity"] as? String == "Q1032")
        #expect(profile["stories"] as? Int == 3)
        let names = try #require(profile["names"] as? [[String: Any]])
        #expect(names.first?["name"] as? String == "Niger")
        let weeks = try #require((profile["timeline"] as? [String: Any])?["counts"] as? [[String: Any]])
        #expect(weeks.reduce(0) { $0 + ($1["stories"] as? Int ?? 0) } == 3)
        let page = try entities("Niger", "--quiet").output
        #expect(page.hasPrefix("Niger  (Q1032, country"))
        for part in ["stories   3 of 49", "by week   2024-W03  █", "with      ", "topics    ", "sites     "] {
            #expect(page.contains("\n  \(part)"), "\(page)")
        }
    }

    @Test(arguments: [
        (["--growth"], 2, "give --since and --until"), (["--order", "growth"], 2, "goes with --growth"),
        (["--order", "size"], 2, "--order wants one of"),
        (["Niger", "--growth", "--since", "2024", "--until", "2024"], 2, "is for lists"),
        (["Niger", "--format", "csv"], 2, "comes as table or json"), (["Niger", "Russia"], 2, "name one entity"),
        (["--role", "politicain"], 1, "did you mean politician?"),
        (["--site", "Meridian Wirr"], 1, "did you mean Meridian Wire?"),
        (["Nigerr"], 1, "did you mean"), (["--since", "yesterday"], 2, "--since wants a date"),
    ])
    func impossibleQuestionsAreTold(arguments: [String], status: Int32, words: String) throws {
        let outcome = try BuiltProgram.run(["entities"] + arguments + ["--database", database], in: folder)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test func statsTellWhatTheStoriesAreMadeOf() throws {
        let outcome = try BuiltProgram.run(["stats", "--format", "json", "--database", database], in: folder)
        let stats = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(stats["articles"] as? Int == 49)
        let languages = try #require(stats["languages"] as? [[String: Any]])
        #expect(languages.reduce(0) { $0 + ($1["stories"] as? Int ?? 0) } == 49)
        let kinds = try #require(stats["kinds"] as? [[String: Any]])
        #expect(kinds.reduce(0) { $0 + ($1["entities"] as? Int ?? 0) } == stats["entities"] as? Int)
        let runs = try #require(stats["runs"] as? [[String: Any]])
        #expect(runs.count == 1 && runs.first?["articles"] as? Int == 49)
        #expect(stats["search_bytes"] as? Int ?? 0 > 1000)
    }
}
