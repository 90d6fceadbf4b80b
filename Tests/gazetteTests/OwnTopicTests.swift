import Foundation
import Testing

/// Topics of a user's own in `tag`, `annotate` and `topics`, from good files and bad ones.
@Suite struct OwnTopicTests {
    private let folder: Folder
    private let names = ["--gazetteer", "names.tsv", "--no-default-gazetteers"]

    init() throws {
        folder = try Folder()
        try folder.write(
            "names.tsv",
            """
            id\tkind\trole\tname\taliases\tcountry\tweight
            Q1032\tcountry\tcountry\tNiger\tdemonym:Nigerien\tNE\t4.5
            Q1\torganization\tarmed group\tBlue Rifles\t\t\t5

            """.utf8)
        try folder.write(
            "stories.jsonl",
            """
            {"id": "raid", "date": "2024-01-17", "text": "The Blue Rifles met a patrol in Niger."}
            {"id": "wells", "date": "2024-01-18", "text": "Herders say the wells are dry again."}

            """.utf8)
        try folder.write("dry spells.txt", "wells\t3\n?herders\n?crops\n".utf8)
        try folder.write("raids.tsv", "topic\tterm\tweight\nraids\trole:armed group\t3\nraids\tpatrol\t1\n".utf8)
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments + names, in: folder)
    }

    /// Tags the stories with topics and gives the ids of those about one of them.
    private func stories(about topic: String, with files: String...) throws -> [String] {
        let options = files.flatMap { ["--topics", $0] } + ["--no-default-topics"] + names
        let tagging = try BuiltProgram.run(["tag", "stories.jsonl"] + options, in: folder)
        #expect(tagging.status == 0, "\(tagging.errors)")
        let outcome = try folder.gazette("stories", "--topic", topic, "--format", "json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require(answer?["stories"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    }

    /// What the program says of a file's topics, which ends with this status.
    private func check(_ files: String..., status: Int32) throws -> BuiltProgram.Outcome {
        let outcome = try BuiltProgram.run(["topics", "check"] + files + names, in: folder)
        #expect(outcome.status == status, "\(outcome.output) \(outcome.errors)")
        return outcome
    }

    // MARK: - Tagging

    @Test func storiesAreFoundByTopicsOfOnesOwn() throws {
        #expect(try stories(about: "raids", with: "raids.tsv", "dry spells.txt") == ["raid"])
        #expect(try stories(about: "own:dry spells", with: "raids.tsv", "dry spells.txt") == ["wells"])
        let topics = try folder.gazette("topics", "--format", "csv").output
        #expect(topics == "topic,name,parent,stories\nown:dry spells,dry spells,,1\nown:raids,raids,,1\n")
    }

    @Test func otherTopicsTagAgain() throws {
        #expect(try stories(about: "raids", with: "raids.tsv") == ["raid"])
        try folder.write("raids.tsv", "topic\tterm\tweight\nraids\twells\t3\n".utf8)
        #expect(try stories(about: "raids", with: "raids.tsv") == ["wells"])
        try FileManager.default.moveItem(atPath: folder.file("dry spells.txt"), toPath: folder.file("drought.txt"))
        #expect(try stories(about: "drought", with: "drought.txt") == ["wells"])
        try FileManager.default.moveItem(atPath: folder.file("drought.txt"), toPath: folder.file("dry.txt"))
        #expect(try stories(about: "dry", with: "dry.txt") == ["wells"])
    }

    @Test func aFolderOfTopicsIsTaken() throws {
        try folder.write("own/raids.tsv", "topic\tterm\tweight\nraids\tpatrol\t4\n".utf8)
        try folder.write("own/dry.txt", "wells\t4\n".utf8)
        try folder.write("own/notes.md", "# no topic\n".utf8)
        #expect(try stories(about: "dry", with: "own") == ["wells"])
        #expect(try folder.gazette("topics", "--format", "csv").output.split(separator: "\n").count == 3)
    }

    @Test func annotationsHaveThem() throws {
        let outcome = try run("annotate", "stories.jsonl", "--topics", "raids.tsv", "--no-default-topics", "--quiet")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let topics = try outcome.output.split(separator: "\n").map { line in
            let article = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(article?["topics"] as? [[String: Any]]).compactMap { $0["topic"] as? String }
        }
        #expect(topics == [["own:raids"], []])
    }

    @Test func fileOfWhichNothingCanBeUsedStopsTheRun() throws {
        for (name, contents) in [
            "empty.tsv": "", "notes.txt": "# nothing\n", "bad.tsv": "topic\tterm\tweight\nx\ty\tz\n",
        ] {
            try folder.write(name, contents.utf8)
            for command in ["tag", "annotate"] {
                let outcome = try run(command, "stories.jsonl", "--topics", name)
                #expect(outcome.status == 1 && outcome.output == "")
                #expect(outcome.errors.hasPrefix("gazette: \(name): nothing in it can be used;"), "\(outcome.errors)")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("news.db")))
    }

    @Test func badRowsAreNamedAndTheOthersUsed() throws {
        try folder.write("some.tsv", "topic\tterm\tweight\nraids\tpatrol\t4\nraids\twells\t4,5\nno:ne\twells\t4\n".utf8)
        let outcome = try run("tag", "stories.jsonl", "--topics", "some.tsv")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("some.tsv, line 3: the weight \"4,5\" is not a number;"), "\(outcome.errors)")
        #expect(outcome.errors.contains("some.tsv, line 4: there is no topic no:ne;"), "\(outcome.errors)")
        #expect(try stories(about: "raids", with: "some.tsv") == ["raid"])
    }

    @Test func whatIsNotThereIsNamed() throws {
        try folder.write("other/notes.md", "# no topic\n".utf8)
        for (path, reason) in [
            ("none.tsv", "cannot open: No such file or directory"), ("none/", "cannot open: No such file or directory"),
            ("other", "cannot find a .tsv or .txt file in the folder"),
        ] {
            for command in [["tag", "stories.jsonl", "--topics", path], ["topics", "check", path]] {
                let outcome = try BuiltProgram.run(command + names, in: folder)
                #expect(outcome.status == 1 && outcome.output == "")
                #expect(outcome.errors.hasPrefix("gazette: \(path): \(reason)"), "\(outcome.errors)")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("news.db")))
    }

    // MARK: - Hostile files

    @Test func windowsFilesAreRead() throws {
        try folder.write("dry.txt", "\u{FEFF}# dry\r\nwells\t4\r\n\r\n?herders\r\n".utf8)
        try folder.write("raids.tsv", "\u{FEFF}topic\tterm\tweight\r\nraids\tpatrol\t4\r\n".utf8)
        #expect(try check("dry.txt", "raids.tsv", status: 0).output == "")
        #expect(try stories(about: "dry", with: "dry.txt", "raids.tsv") == ["wells"])
        #expect(try stories(about: "raids", with: "dry.txt", "raids.tsv") == ["raid"])
    }

    @Test func filesOfOtherEncodingsAreNamed() throws {
        let words = try #require("wells\t3\nherders\n".data(using: .utf16))
        try folder.write("wide.txt", words)
        let output = try check("wide.txt", status: 1).output
        #expect(output.hasPrefix("wide.txt, line 1: the line is not UTF-8 text; save the file as UTF-8\n"), "\(output)")
        #expect(output.contains("\nwide.txt: nothing in it can be used; write one term a line"))
        try folder.write("zero.txt", "wel\0ls\nwells\t4\n".utf8)
        #expect(
            try check("zero.txt", status: 1).output
                == "zero.txt, line 1: the line is not UTF-8 text; save the file as UTF-8\n")
        #expect(try stories(about: "zero", with: "zero.txt") == ["wells"])
    }

    @Test func aVeryLongLineIsNamedInFewWords() throws {
        try folder.write("long.txt", ("wells\t4\n" + String(repeating: "ab cd ", count: 1_700_000) + "\n").utf8)
        let output = try check("long.txt", status: 1).output
        #expect(output.hasPrefix("long.txt, line 2: the term \"ab cd ab cd "), "\(output.prefix(200))")
        #expect(output.count < 300)
        #expect(try stories(about: "long", with: "long.txt") == ["wells"])
        let number = String(repeating: "0", count: 10_000_000)
        try folder.write("number.tsv", "topic\tterm\tweight\nx\twells\t4\nx\train\t0.\(number)\n".utf8)
        let other = try check("number.tsv", status: 1).output
        #expect(other.hasPrefix("number.tsv, line 3: the weight \"0.000") && other.count < 300, "\(other.prefix(200))")
    }

    @Test func aTopicWithAVeryLongNameIsLeftOut() throws {
        let name = String(repeating: "y", count: 10_000_000)
        try folder.write("name.tsv", "topic\tterm\tweight\nx\twells\t4\n\(name)\train\t4\n".utf8)
        let outcome = try check("name.tsv", status: 1)
        #expect(outcome.output.hasPrefix("name.tsv, line 3: the topic \"yyy") && outcome.output.count < 300)
        #expect(outcome.errors.hasPrefix("new: own:x x\n") && outcome.errors.count < 300)
    }

    @Test func moreTopicsThanThereCanBeAreLeftOut() throws {
        let rows = (0..<5_000).map { "topic \($0)\tpatrol\t4\n" }.joined()
        try folder.write("many.tsv", ("topic\tterm\tweight\n" + rows).utf8)
        #expect(try check("many.tsv", status: 1).output.contains("line 5001: more than 2000 topics; take some out\n"))
        let tagging = try run("tag", "stories.jsonl", "--topics", "many.tsv", "--no-default-topics")
        #expect(tagging.status == 0)
        #expect(tagging.errors.contains("many.tsv, line 2002: more than 2000 topics; take some out\n"))
        #expect(tagging.errors.contains("… and 2990 more; see: gazette topics check\n"), "\(tagging.errors)")
        #expect(try folder.gazette("stories", "--topic", "topic 1999").output.contains("[raid]"))
        #expect(try folder.gazette("stories", "--topic", "topic 2000").status == 1)
    }

    // MARK: - Check, try and show

    @Test func goodTopicsAreChecked() throws {
        let outcome = try check("raids.tsv", "dry spells.txt", status: 0)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("new: own:raids raids\nnew: own:dry spells dry spells\n"), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix("terms: 0 errors\n"))
    }

    @Test func idsAndRolesThatNoGazetteerHasAreNamed() throws {
        let rows = ["entity:Q99", "role:warlord", "role:country"].map { "far\t\($0)\t1\n" }.joined()
        try folder.write("far.tsv", "topic\tterm\tweight\n\(rows)".utf8)
        #expect(
            try check("far.tsv", status: 1).output
                == """
                far.tsv, line 2: no gazetteer has the entity Q99; gazette gazetteer find NAME shows ids
                far.tsv, line 3: no entity has the role "warlord"; gazette gazetteer find NAME shows roles

                """)
    }

    @Test func aTextIsTried() throws {
        let outcome = try run("topics", "try", "dry spells.txt", "Herders say the wells are dry.")
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        #expect(
            outcome.output.contains("own:dry spells  dry spells  0.88\n  one of: \"herders\", so the topic is allowed"))
        let arguments = ["topics", "try", "raids.tsv", "-"] + names
        let piped = try BuiltProgram.run(arguments, in: folder, input: Array("A patrol of the Blue Rifles.".utf8))
        #expect(piped.output.contains("own:raids  raids  0.98\n"), "\(piped.output)")
        #expect(piped.output.contains("role:armed group"))
        #expect(try run("topics", "try", "raids.tsv", "").status == 0)
    }

    @Test func aTopicIsShownWithItsTerms() throws {
        let shown = try run("topics", "show", "raids", "--topics", "raids.tsv", "--no-default-topics")
        #expect(shown.status == 0)
        #expect(
            shown.output.split(separator: "\n") == [
                "weight  term              file", "3       role:armed group  raids.tsv",
                "1       patrol            raids.tsv",
            ])
        #expect(shown.errors == "own:raids  raids; 2 terms, the strongest first\n")
    }

    @Test func wrongUseOfTopicsIsSaid() throws {
        for (arguments, status, part) in [
            (["try", "raids.tsv"], 2, "try wants a file or folder of topics and a text"),
            (["try", "raids.tsv", "a", "b"], 2, "try wants a file or folder of topics and a text"),
            (["try", "raids.tsv", "a", "--no-topics"], 2, "try and --no-topics exclude each other"),
            (["try", "none.tsv", "a"], 1, "none.tsv: cannot open"),
            (["show"], 2, "show wants one topic"), (["show", "raids", "dry"], 2, "show wants one topic"),
            (["show", "raids", "--no-topics"], 2, "show and --no-topics exclude each other"),
            (["show", "riads", "--topics", "raids.tsv"], 1, "there is no topic \"riads\"; did you mean \"raids\"?"),
            (["list"], 2, "topics has check, try and show, not \"list\""),
        ] as [([String], Int32, String)] {
            let outcome = try BuiltProgram.run(["topics"] + arguments + names, in: folder)
            #expect(outcome.status == status && outcome.output == "", "\(arguments)")
            #expect(outcome.errors.contains(part), "\(arguments): \(outcome.errors)")
        }
    }
}
