import Foundation
import Testing

@Suite struct QueryTests {
    private let folder: Folder
    private let database: String

    init() throws {
        folder = try Folder()
        database = try Corpus.tagged(in: folder)
    }

    private func lines(_ arguments: String...) throws -> [String] {
        let outcome = try BuiltProgram.run(arguments + ["--database", database], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private func rows(_ arguments: String...) throws -> [[String: Any]] {
        let outcome = try BuiltProgram.run(arguments + ["--format", "json", "--database", database], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try Self.rows(of: outcome.output)
    }

    /// The rows of an answer in JSON; stories stand in an object.
    private static func rows(of output: String) throws -> [[String: Any]] {
        let answer = try JSONSerialization.jsonObject(with: Data(output.utf8))
        return try #require((answer as? [String: Any])?["stories"] as? [[String: Any]] ?? answer as? [[String: Any]])
    }

    @Test func storiesComeNewestFirstWithTheirSentence() throws {
        let found = try rows("stories", "Niger", "--quiet")
        #expect(found.count >= 3)
        let days = found.compactMap { ($0["published"] as? String)?.prefix(10) }
        #expect(days == days.sorted(by: >))
        #expect(found.contains { $0["id"] as? String == "niger-russia-defence-talks" })
        for row in found {
            let sentence = try #require(row["sentence"] as? String)
            #expect(sentence.contains("Niger") || sentence.isEmpty, "\(sentence)")
        }
        #expect(try lines("stories", "Niger", "--quiet").first?.hasPrefix("2024-") == true)
    }

    @Test func severalNamesMeanStoriesWithAllOfThem() throws {
        let both = Set(try rows("stories", "Niger", "Russia", "--quiet").compactMap { $0["id"] as? String })
        let niger = Set(try rows("stories", "Niger", "--quiet").compactMap { $0["id"] as? String })
        let russia = Set(try rows("stories", "Q159", "--quiet", "--limit", "100").compactMap { $0["id"] as? String })
        #expect(both == niger.intersection(russia))
        #expect(both.contains("niger-russia-defence-talks"))
    }

    @Test func storiesAboutACountryDoNotNeedItsName() throws {
        func about(_ names: String...) throws -> Set<String> {
            let options =
                names.flatMap { ["--about-country", $0] } + ["--quiet", "--limit", "100", "--format", "json"]
            let outcome = try BuiltProgram.run(["stories", "--database", database] + options, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return Set(try Self.rows(of: outcome.output).compactMap { $0["id"] as? String })
        }
        let unitedStates = try about("United States")
        #expect(unitedStates.contains("auto-workers-strike-detroit") && unitedStates.contains("jordan-sells-hornets"))
        #expect(!unitedStates.contains("climate-summit-dubai-deal"), "named in passing")
        #expect(try about("England").contains("chelsea-beat-manchester-united"))
        #expect(try about("Nigerien") == (try about("Q1032")))
        #expect(try about("Niger", "Nigeria") == ["nigeria-reopens-border-with-niger"])
        let both = try rows("stories", "Russia", "--about-country", "Niger", "--quiet").compactMap {
            $0["id"] as? String
        }
        #expect(
            Set(both)
                == (try about("Niger").intersection(
                    Set(try rows("stories", "Russia", "--quiet", "--limit", "100").compactMap { $0["id"] as? String })))
        )
    }

    @Test func aCountryThatNoStoryIsAboutIsToldApart() throws {
        let outcome = try BuiltProgram.run(
            ["stories", "--about-country", "Nigr", "--database", database], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors == "gazette: no story is about a country \"Nigr\"; did you mean Niger?\n")
    }

    @Test func showTellsWhatTheStoryIsAbout() throws {
        let page = try lines("show", "niger-russia-defence-talks").joined(separator: "\n")
        #expect(page.contains("\n  about Niger  Q1032  1.0  (titleOther 1.0, leadCountry 1.0, "), "\(page)")
        #expect(page.contains(", confidence 0."))
    }

    @Test func aliasesAndDemonymsFindTheirEntity() throws {
        let byName = try rows("stories", "Niger", "--quiet").compactMap { $0["id"] as? String }
        #expect(try rows("stories", "nigerien", "--quiet").compactMap { $0["id"] as? String } == byName)
        #expect(try rows("stories", "Q1032", "--quiet").compactMap { $0["id"] as? String } == byName)
    }

    @Test func periodsLimitStories() throws {
        let all = try rows("stories", "Niger", "--quiet").count
        let early = try rows("stories", "Niger", "--quiet", "--until", "2024-01").count
        let late = try rows("stories", "Niger", "--quiet", "--since", "2024-02").count
        #expect(early > 0 && late > 0)
        #expect(early + late == all)
        #expect(try rows("stories", "Niger", "--quiet", "--limit", "1").count == 1)
    }

    @Test func nobodyIsAFailureWithASuggestion() throws {
        let outcome = try folder.gazette("stories", "Russi", "--database", database)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("no story mentions \"Russi\"; did you mean Russia"))
    }

    @Test func entitiesAreListedByStories() throws {
        let found = try rows("entities", "--kind", "country", "--limit", "5")
        #expect(found.count == 5)
        let counts = found.compactMap { $0["stories"] as? Int }
        #expect(counts == counts.sorted(by: >) && counts.count == 5)
        #expect(found.allSatisfy { $0["kind"] as? String == "country" })
        #expect(try lines("entities", "--format", "csv").first == "entity,name,kind,role,stories,mentions")
    }

    @Test func cooccurrenceWritesTheTablesOfGephi() throws {
        let outcome = try folder.gazette(
            "cooccurrence", "--minimum", "2", "--output", "edges.csv", "--nodes", "nodes.csv", "--database", database)
        #expect(outcome.status == 0)
        #expect(outcome.output == "")
        let edges = try String(contentsOfFile: folder.file("edges.csv"), encoding: .utf8).split(separator: "\n")
        let nodes = try String(contentsOfFile: folder.file("nodes.csv"), encoding: .utf8).split(separator: "\n")
        #expect(
            edges.first
                == "Source,Target,Type,Weight,SourceLabel,TargetLabel,Expected,PMI,NormalizedPMI,LogLikelihood,Jaccard")
        #expect(nodes.first == "Id,Label,Kind,Role,Count,Degree,WeightedDegree")
        let ids = Set(nodes.dropFirst().map { $0.prefix { $0 != "," } })
        #expect(edges.count > 5)
        for edge in edges.dropFirst() {
            let fields = edge.split(separator: ",")
            #expect(ids.contains(fields[0]) && ids.contains(fields[1]), "\(edge)")
            #expect(try #require(Int(fields[3])) >= 2)
        }
        #expect(try lines("cooccurrence", "--minimum", "2", "--output", "-").map { Substring($0) } == edges)
        #expect(try lines("cooccurrence", "--unit", "sentence", "--kind", "person", "--limit", "3").count == 4)
    }

    @Test func showMarksTheTagsOfAnArticle() throws {
        let text = try lines("show", "niger-russia-defence-talks").joined(separator: "\n")
        #expect(text.hasPrefix("[Moscow Q649] and [Niamey Q3674] promise closer defence ties\n2024-01-16"))
        #expect(text.contains("[Russia Q159] and [Niger Q1032] agreed on Tuesday"))
        #expect(text.contains("Niger  country  Q1032  "))
        let json = try #require(try lines("show", "niger-russia-defence-talks", "--json").first)
        let article = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(article?["id"] as? String == "niger-russia-defence-talks")
        #expect(try folder.gazette("show", "no-such", "--database", database).status == 1)
    }

    @Test func topicsAndStatsAddUp() throws {
        let topics = try rows("topics")
        #expect(topics.count >= 10)
        #expect(topics.allSatisfy { ($0["topic"] as? String)?.hasPrefix("medtop:") == true })
        let stats = try lines("stats")
        #expect(stats.first == "articles  49")
        #expect(stats.contains("rejects   0"))
        #expect(stats.contains("sources   38, 38 of them read to the end"))
    }

    @Test func theGazetteerTellsWhatANameMeans() throws {
        let outcome = try folder.gazette("gazetteer", "find", "Niger", "--format", "csv")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Q1032,Niger,country,"))
        #expect(try folder.gazette("gazetteer", "find", "Nobody Anywhere Xyz").status == 1)
    }

    @Test func ownTablesAreLaidOverTheBuiltInOnes() throws {
        let table = try folder.write("own.tsv", "id\tkind\tname\tweight\ngz:own\tperson\tZaliha Qwerty\t5\n".utf8)
        let page = try folder.write(
            "a.jsonl", "{\"title\":\"T\",\"text\":\"Yesterday Zaliha Qwerty met Niger's team.\"}\n".utf8)
        let outcome = try folder.gazette("annotate", page, "--gazetteer", table, "--text-is-body")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"entity\":\"gz:own\""))
        #expect(outcome.output.contains("\"entity\":\"Q1032\""))
        let alone = try folder.gazette("annotate", page, "--gazetteer", table, "--no-default-gazetteers", "--no-topics")
        #expect(alone.output.contains("\"entity\":\"gz:own\"") && !alone.output.contains("Q1032"))
        let check = try folder.gazette(
            "gazetteer", "check", try folder.write("bad.tsv", "id\tkind\tname\nQ1\tbad\tX\n".utf8))
        #expect(check.status == 1)
        #expect(check.output.contains("bad.tsv:2: error: unknown kind \"bad\""))
    }
}
