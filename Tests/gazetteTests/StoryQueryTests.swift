import Foundation
import Testing

/// `stories`, `search` and `show` over a few stories.
@Suite struct StoryQueryTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        let names = """
            id\tkind\trole\tname\taliases
            Q1032\tcountry\t\tNiger\tdemonym:Nigerien
            Q3674\tplace\tcity\tNiamey\t
            own:garba\tperson\tpolitician\tHadiza Garba\t
            """
        try folder.write("names.tsv", names.utf8)
        let stories = [
            ("talks", "2024-03-04", "Talks in Niamey", "Hadiza Garba opened *talks* in Niamey. Niger wants\\npeace."),
            ("rain", "2024-03-02", "Rain <at> last", "Clouds came from Niger, they said."),
            ("match", "2024-02-20", "Niamey lose", "They lost a football match at home, =SUM of all fears."),
        ]
        let lines = stories.map { id, day, title, text in
            """
            {"id":"\(id)","published":"\(day)","title":"\(title)","text":"\(text)","site":"Dune", \
            "url":"https://dune.example/\(id)(1)"}\n
            """
        }
        try folder.write("stories.jsonl", lines.joined().utf8)
        let outcome = try folder.gazette(
            "tag", "stories.jsonl", "--text-is-body", "--gazetteer", "names.tsv", "--no-default-gazetteers", "--quiet")
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// What the program prints of the stories asked for.
    private func output(_ arguments: String...) throws -> String {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func ids(_ arguments: String...) throws -> [String] {
        let outcome = try BuiltProgram.run(arguments + ["--format", "jsonl", "--quiet"], in: folder)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        return try outcome.output.split(separator: "\n").map { line in
            let story = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(story?["id"] as? String)
        }
    }

    private func failure(_ arguments: String..., status: Int32 = 1) throws -> String {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.status == status && outcome.output == "", "\(outcome.output)")
        return outcome.errors
    }

    @Test func everyFilterChooses() throws {
        #expect(try ids("stories", "Niger") == ["talks", "rain"])
        #expect(try ids("stories", "Niger", "niamey") == ["talks"])
        #expect(try ids("stories", "--any", "Niger", "--any", "Niamey") == ["talks", "rain", "match"])
        #expect(try ids("stories", "Niger", "--without", "Niamey") == ["rain"])
        #expect(try ids("stories", "--mentions-kind", "place", "--order", "oldest") == ["match", "talks"])
        #expect(try ids("stories", "--mentions-role", "Politician") == ["talks"])
        #expect(try ids("stories", "--site", "dune", "--until", "2024-02") == ["match"])
        #expect(try ids("stories", "Niger", "--text", "clouds") == ["rain"])
        #expect(try ids("search", "niger", "-clouds", "--mentions", "Niamey") == ["talks"])
        #expect(try ids("stories", "Niger", "--least-salience", "0") == ["talks", "rain"])
        #expect(try ids("stories", "Niger", "--least-salience", "1") == [])
        let salient = try ids("stories", "--about", "Niamey")
        #expect(try salient == ids("stories", "Niamey", "--least-salience", "0.5"))
        #expect(try output("stories", "Niger", "--count") == "2\n")
        #expect(try output("search", "zebra", "--count") == "0\n")
        #expect(try output("search", "zebra") == "no stories\n")
    }

    @Test func mentionsAreMarkedInEveryFormat() throws {
        #expect(
            try output("stories", "Niger", "--text", "peace") == """
                2024-03-04  Talks in Niamey (Dune)  [talks]
                            *Niger* wants *peace*.

                """)
        #expect(
            try output("stories", "Niamey", "--since", "2024-03", "--format", "markdown") == """
                - 2024-03-04 [Talks in Niamey](https://dune.example/talks%281%29) (Dune) `talks`
                  > Hadiza Garba opened \\*talks\\* in **Niamey**.

                """)
        #expect(try output("search", "rain", "--format", "markdown").contains("[**Rain** \\<at\\> last](https:"))
        #expect(try output("stories", "Niamey", "--until", "2024-02").contains("  *Niamey* lose (Dune)  [match]\n"))
        let csv = try output("search", "sum", "--format", "csv")
        #expect(csv.contains("\"They lost a football match at home, =SUM of all fears.\""))
        #expect(csv.split(separator: "\n").last?.contains(",37-40,Dune,") == true)
        let line = try output("stories", "Niger", "--until", "2024-03-02", "--format", "jsonl")
        #expect(line.contains("\"sentence\":\"Clouds came from Niger, they said.\",\"marks\":[[17,22]],\"copies\":0}"))
    }

    @Test func aPageSaysWhereTheNextBegins() throws {
        let first = try folder.gazette("stories", "Niger", "--limit", "1")
        let cursor = try #require(first.errors.split(separator: " ").last?.dropLast())
        #expect(first.errors == "more: --after \(cursor)\n")
        #expect(try ids("stories", "Niger", "--after", String(cursor)) == ["rain"])
        let json = try output("stories", "Niger", "--limit", "1", "--format", "json", "--quiet")
        #expect(json.hasSuffix(",\"next\":\"\(cursor)\"}\n"))
        #expect(try output("stories", "Niger", "--format", "json").contains("next") == false)
        let relevant = try output("search", "niamey", "--limit", "1", "--format", "json", "--quiet")
        let next = try #require(relevant.split(separator: "\"").dropLast().last)
        let both = try ids("search", "niamey")
        #expect(both.count == 2)
        #expect(try ids("search", "niamey", "--after", String(next)) == [both[1]])
    }

    @Test func whatIsNotKnownGetsASuggestion() throws {
        #expect(try failure("stories", "iNger").contains("no story mentions \"iNger\"; did you mean Niger?"))
        #expect(try failure("stories", "Hdaiza Gabra").contains("did you mean Hadiza Garba?"))
        #expect(try failure("stories", "Garba").contains("did you mean Hadiza Garba?"))
        #expect(try failure("stories", "Xyzzy") == "gazette: no story mentions \"Xyzzy\"\n")
        #expect(try failure("stories", "Niger", "--kind", "person").contains("as a country there is Q1032 Niger"))
        #expect(
            try failure("stories", "--site", "Dunes").contains("no story is of a site \"Dunes\"; did you mean Dune?"))
        #expect(try failure("stories", "--mentions-role", "politican").contains("did you mean \"politician\"?"))
        #expect(try failure("stories", "--language", "xx").contains("no story has the language \"xx\""))
        #expect(try failure("show", "talk").contains("no article \"talk\"; did you mean talks?"))
        #expect(try failure("show", "zebra").contains("stories lists the ids"))
        let text = try failure("search", "\"rain", status: 2)
        #expect(text.contains("a quotation mark is not closed") && text.contains("gazette search --help"))
    }

    @Test func severalArticlesAreShown() throws {
        let pages = try output("show", "rain", "match")
        #expect(pages.hasPrefix("Rain <at> last\n2024-03-02 · Dune"))
        #expect(pages.contains("\n\n────") && pages.contains("[Niamey Q3674] lose\n"))
        let lines = try output("show", "rain", "1", "--format", "json").split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("{\"id\":\"talks\""))
    }
}
