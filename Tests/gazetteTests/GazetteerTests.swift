import Foundation
import Testing

/// Gazetteers of one's own, through the program.
@Suite struct GazetteerTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func ids(_ outcome: BuiltProgram.Outcome) throws -> [String] {
        let article = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return (article?["mentions"] as? [[String: Any]] ?? []).compactMap { $0["entity"] as? String }
    }

    @Test func aPlainListOfNamesIsEnough() throws {
        let list = try folder.write("watch.txt", "# kind: organization\nGarba Cloth\nNiger\n".utf8)
        let page = try folder.write(
            "a.jsonl", "{\"title\":\"T\",\"text\":\"Traders of Garba Cloth left Niger.\"}\n".utf8)
        let outcome = try folder.gazette("annotate", page, "--gazetteer", list, "--text-is-body")
        #expect(try ids(outcome) == ["gz:list/organization/garba-cloth", "Q1032"])
    }

    @Test func laterLayersRemoveMergeAndRename() throws {
        let names = try folder.write(
            "names.tsv",
            "id\tkind\tname\ngz:one\torganization\tGarba Cloth\ngz:two\torganization\tGarba Textiles\n".utf8)
        let edits = try folder.write(
            "edits.tsv", "id\tkind\tname\ngz:two\tmerge\tgz:one\nQ1032\tremove\nQ912\trename\tMali Republic\n".utf8)
        let page = try folder.write(
            "a.jsonl", "{\"title\":\"T\",\"text\":\"Traders of Garba Textiles left Niger and went to Mali.\"}\n".utf8)
        let outcome = try folder.gazette(
            "annotate", page, "--gazetteer", names, "--gazetteer", edits, "--text-is-body")
        #expect(try ids(outcome).filter { !$0.hasPrefix("nil:") } == ["gz:one", "Q912"])
        #expect(outcome.output.contains("\"name\":\"Mali Republic\""))
    }

    @Test(arguments: ["", "id,kind,name\nQ1,place,X\n", "id\tkind\tname\nQ1\tbad\tX\n", "\u{0}\u{0}\n"])
    func aTableOfNoUseIsRefusedWithItsReason(table: String) throws {
        let own = try folder.write("own.tsv", table.utf8)
        let page = try folder.write("a.jsonl", "{\"title\":\"T\",\"text\":\"Niger.\"}\n".utf8)
        let outcome = try folder.gazette("tag", page, "--gazetteer", own, "--database", "news.db")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("own.tsv:"), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("news.db")))
    }

    @Test func linesOfNoUseAreToldAndTheRestIsUsed() throws {
        let own = try folder.write(
            "own.tsv", "id\tkind\tname\ngz:one\torganization\tGarba Cloth\ngz:two\tbad\tX\n".utf8)
        let page = try folder.write("a.jsonl", "{\"title\":\"T\",\"text\":\"Traders of Garba Cloth left.\"}\n".utf8)
        let outcome = try folder.gazette(
            "annotate", page, "--gazetteer", own, "--text-is-body", "--no-default-gazetteers")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("own.tsv:3: error: unknown kind \"bad\""))
        #expect(try ids(outcome) == ["gz:one"])
    }

    @Test func findTellsWhereANameComesFromAndWhoElseHasIt() throws {
        let own = try folder.write(
            "own.tsv",
            "id\tkind\tname\taliases\ngz:one\torganization\tGarba Cloth\tGC\ngz:two\tplace\tGarba Cloth\t\n".utf8)
        let outcome = try folder.gazette(
            "gazetteer", "find", "garba", "cloth", "--gazetteer", own, "--no-default-gazetteers", "--format", "csv")
        #expect(
            outcome.output.contains("gz:one,Garba Cloth,organization,,,3.0,name,,GC,,gz:two,\(own):2"),
            "\(outcome.output)")
        #expect(outcome.output.contains("gz:two,Garba Cloth,place,,,3.0,name,,,,gz:one,\(own):3"))
    }

    @Test func checkNamesCommonWordsOfAnOwnTableOnly() throws {
        let own = try folder.write(
            "own.tsv", "id\tkind\tname\taliases\ngz:a\torganization\tStop Hunger\tTarget\ngz:b\tplace\tMaurice\t\n".utf8
        )
        let outcome = try folder.gazette("gazetteer", "check", own, "--warnings")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2, "\(outcome.output)")
        #expect(outcome.output.contains("own.tsv:2: warning: \"Target\" is also a common word"))
        #expect(outcome.output.contains("own.tsv:3: warning: \"Maurice\" is also a first name"))
        #expect(outcome.errors.contains("1 common word"))
    }

    @Test func diffTellsWhichArticlesAChangeMayTouch() throws {
        let old = try folder.write(
            "old.tsv", "id\tkind\tname\ngz:a\torganization\tGarba Cloth\ngz:b\tplace\tZonga\n".utf8)
        let new = try folder.write(
            "new.tsv", "id\tkind\tname\taliases\ngz:a\torganization\tGarba Cloth\tCloth Trust\n".utf8)
        let texts = [
            "Traders of Garba Cloth left.", "Nobody was there.", "The Cloth Trust came.", "They met in Zonga.",
        ]
        let dump = texts.enumerated().map { "{\"id\":\"a\($0)\",\"title\":\"T\",\"text\":\"\($1)\"}\n" }.joined()
        let page = try folder.write("a.jsonl", dump.utf8)
        let tagged = try folder.gazette(
            "tag", page, "--gazetteer", old, "--no-default-gazetteers", "--text-is-body", "--database", "news.db")
        #expect(tagged.status == 0, "\(tagged.errors)")
        let outcome = try folder.gazette(
            "gazetteer", "diff", old, new, "--database", "news.db", "--format", "csv", "--articles")
        #expect(outcome.output.contains("changed,gz:a,Garba Cloth,organization,Cloth Trust,,,2"), "\(outcome.output)")
        #expect(outcome.output.contains("removed,gz:b,Zonga,place,,Zonga,,1"))
        #expect(outcome.output.hasSuffix("a0\na2\na3\n"))
        #expect(outcome.errors.contains("0 entities added, 1 removed, 1 changed; 3 articles may be touched"))
    }

    @Test func tablesOfEditsAreComparedOverOthers() throws {
        let base = try folder.write(
            "base.tsv", "id\tkind\tname\ngz:a\torganization\tGarba Cloth\ngz:b\tplace\tZonga\n".utf8)
        let old = try folder.write("old.tsv", "id\tkind\tname\ngz:b\tremove\n".utf8)
        let new = try folder.write("new.tsv", "id\tkind\tname\ngz:a\trename\tCloth Trust\n".utf8)
        let outcome = try folder.gazette(
            "gazetteer", "diff", old, new, "--gazetteer", base, "--format", "jsonl")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2, "\(outcome)")
        #expect(lines.first?.contains("\"entity\":\"gz:a\"") == true)
        #expect(lines.first?.contains("name: Garba Cloth → Cloth Trust") == true)
        #expect(lines.last?.hasPrefix("{\"change\":\"added\",\"entity\":\"gz:b\"") == true)
    }
}
