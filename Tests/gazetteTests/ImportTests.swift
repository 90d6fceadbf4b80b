import Foundation
import Testing

/// `gazette gazetteer import` and what is done with its tables.
@Suite struct ImportTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private let lines = """
        {"label":"ORG","pattern":"Garba Cloth","id":"garba"}
        {"label":"ORG","pattern":[{"LOWER":"garba"},{"LOWER":"textiles"}],"id":"garba"}

        """

    @Test func anImportedTableTags() throws {
        let patterns = try folder.write("patterns.jsonl", lines.utf8)
        let made = try folder.gazette("gazetteer", "import", "entityruler", patterns, "--output", "own.tsv")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output == "")
        #expect(made.errors.contains("1 entities, 0 offices written; 0 records passed over, 0 could not be used"))
        let page = try folder.write("a.jsonl", "{\"title\":\"T\",\"text\":\"Traders of Garba Textiles left.\"}\n".utf8)
        let outcome = try folder.gazette("annotate", page, "--gazetteer", "own.tsv", "--text-is-body")
        #expect(outcome.output.contains("\"entity\":\"gz:ruler/garba\",\"name\":\"Garba Cloth\""))
        #expect(try folder.gazette("gazetteer", "check", "own.tsv").status == 0)
    }

    @Test func standardInputGoesToStandardOutput() throws {
        let outcome = try folder.gazette("gazetteer", "import", "entityruler", "-", input: Array(lines.utf8))
        #expect(
            outcome.output == "id\tkind\trole\tname\taliases\tcountry\tfrom\tuntil\tweight\tnote\n"
                + "gz:ruler/garba\torganization\t\tGarba Cloth\tGarba Textiles\t\t\t\t\t\n")
    }

    @Test func badLinesAreNamedAndEndWithThree() throws {
        let patterns = try folder.write("patterns.jsonl", ("{\n" + lines).utf8)
        let outcome = try folder.gazette("gazetteer", "import", "entityruler", patterns)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("patterns.jsonl: line 1: no JSON"))
        #expect(outcome.output.contains("gz:ruler/garba"))
    }

    @Test func ofManyBadLinesTheFirstTwentyAreNamed() throws {
        let patterns = try folder.write("patterns.jsonl", String(repeating: "{\n", count: 50).utf8)
        let outcome = try folder.gazette("gazetteer", "import", "entityruler", patterns)
        #expect(outcome.errors.contains("patterns.jsonl: line 20: "))
        #expect(!outcome.errors.contains("patterns.jsonl: line 21: "))
        #expect(outcome.errors.contains("\n… and 30 more\n"))
    }

    @Test(arguments: ["none.jsonl", "."])
    func anUnreadableFileIsAFailureThatWritesNothing(path: String) throws {
        let patterns = try folder.write("patterns.jsonl", lines.utf8)
        try folder.write("own.tsv", "as it was".utf8)
        let outcome = try folder.gazette(
            "gazetteer", "import", "entityruler", patterns, path, "--output", "own.tsv")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("gazette: \(path): cannot "), "\(outcome.errors)")
        #expect(try String(contentsOfFile: folder.file("own.tsv"), encoding: .utf8) == "as it was")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.hasSuffix(".part") })
    }

    @Test(arguments: ["gzip", "bzip2"])
    func aCutPackedFileIsNamedAndWhatCameBeforeIsTaken(packer: String) throws {
        // Numbers do not pack well, so that bzip2 has several blocks to be cut in.
        let many = (0..<60_000).map { number in
            "{\"label\":\"ORG\",\"pattern\":\"Wells \(UInt64(number) &* 0x9E37_79B9_7F4A_7C15)\",\"id\":\"w\(number)\"}\n"
        }
        let path = try folder.write("many.jsonl", many.joined().utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [packer, path]
        try process.run()
        process.waitUntilExit()
        let packed = path + (packer == "gzip" ? ".gz" : ".bz2")
        let whole = try Data(contentsOf: URL(fileURLWithPath: packed))
        try whole.prefix(whole.count * 2 / 3).write(to: URL(fileURLWithPath: packed))
        let outcome = try folder.gazette("gazetteer", "import", "entityruler", packed)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("truncated"), "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count > 10_000)
    }

    @Test func rowsStandInTheOrderOfIDs() throws {
        let table = try folder.write("t.csv", "id,name\nQ9,Zonga\nQ10,Boubou\nQ1,Tera\n".utf8)
        let outcome = try folder.gazette("gazetteer", "import", "csv", table)
        #expect(outcome.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["id", "Q1", "Q10", "Q9"])
    }

    @Test func columnsMayHoldSeveralAliases() throws {
        let table = try folder.write("t.csv", "name\taliases\nZonga\tA; B/C\n".utf8)
        let outcome = try folder.gazette(
            "gazetteer", "import", "csv", table, "--separator", "\\t", "--alias-separator", "/")
        #expect(outcome.output.contains("\tZonga\tA; B|C\t"), "\(outcome)")
    }

    @Test func columnsOfCSVAreNamed() throws {
        let table = try folder.write("t.csv", "Label,Key,\"Other, names\"\nGarba Cloth,g1,Garba\n".utf8)
        let outcome = try folder.gazette(
            "gazetteer", "import", "csv", table, "--column", "name=Label,id=Key,aliases=Other, names", "--kind",
            "organization")
        #expect(outcome.output.hasSuffix("\ng1\torganization\t\tGarba Cloth\tGarba\t\t\t\t\t\n"), "\(outcome)")
    }

    @Test func aWikidataDumpKnowsTheCountriesOfTheBuiltInTables() throws {
        let entity = """
            {"type":"item","id":"Q900001","labels":{"en":{"value":"Garba Cloth"}},"claims":{"P31":[{"mainsnak":{"datavalue":\
            {"value":{"id":"Q783794"}}}}],"P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q1032"}}}}]}}
            """
        let dump = try folder.write("dump.json", "[\n\(entity),\n]\n".utf8)
        let outcome = try folder.gazette("gazetteer", "import", "wikidata", dump, "--offices", "offices.tsv")
        #expect(outcome.output.contains("Q900001\torganization\tcompany\tGarba Cloth\t\tNE\t"), "\(outcome)")
        let own = try folder.write("own.tsv", "id\tkind\tname\tcountry\nQ1032\tcountry\tZongaland\tZZ\n".utf8)
        let changed = try folder.gazette("gazetteer", "import", "wikidata", dump, "--gazetteer", own)
        #expect(changed.output.contains("\tGarba Cloth\t\tZZ\t"), "\(changed)")
        let offices = try String(contentsOfFile: folder.file("offices.tsv"), encoding: .utf8)
        #expect(offices == "person\toffice\torganization\tcountry\tfrom\tuntil\n")
    }

    @Test(arguments: [
        (["gazetteer", "import"], "wants a format (wikidata, followthemoney, geonames, entityruler, csv)"),
        (["gazetteer", "import", "xml", "x"], "not \"xml\""), (["gazetteer", "import", "csv"], "wants files"),
        (["gazetteer", "import", "csv", "x", "--column", "colour=C"], "--column wants OURS=THEIRS"),
        (["gazetteer", "import", "csv", "x", "--separator", "ab"], "--separator wants one character"),
        (["gazetteer", "import", "csv", "x", "--kind", "shop"], "--kind wants one of"),
    ])
    func wrongUsageSaysWhatIsRight(arguments: [String], part: String) throws {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
}
