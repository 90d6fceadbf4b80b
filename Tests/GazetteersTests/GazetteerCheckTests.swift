import FileAccess
import Testing

@testable import Gazetteers

@Suite struct GazetteerCheckTests {
    private func check(_ files: [String: String]) throws -> GazetteerCheck {
        let tables = try Tables(files)
        return try withExtendedLifetime(tables) { try GazetteerCheck(try tables.sources()) }
    }

    @Test func tablesInOrderHaveNoIssues() throws {
        let result = try check([
            "countries.tsv": entityHeader + "Q1032\tcountry\t\tNiger\tdemonym:Nigerien\tNE\n",
            "people.tsv": entityHeader + "Q1\tperson\t\tMohamed Bazoum\t\tNE\n",
            "offices.tsv": "person\toffice\torganization\tcountry\tfrom\tuntil\nQ1\tPresident\tQ1032\tNE\t2021\t2023\n",
            "stop.tsv": "name\treason\nStar\ttoo common\n", "words/common_words.tsv": "word\tlower\tupper\nmay\t9\t1\n",
            "words/name_words.tsv": "word\tgiven\tfamily\nmohamed\t9\t1\n", "README.md": "no table",
        ])
        #expect(result.issues.isEmpty)
        #expect(!result.hasErrors)
        #expect((result.entityCount, result.nameCount, result.officeCount) == (2, 3, 1))
    }

    @Test func anIdThatStandsTwiceIsAnError() throws {
        let result = try check(["e.tsv": entityHeader + "Q1\tcountry\t\tNiger\t\tNE\nQ1\tcountry\t\tMali\t\tML\n"])
        #expect(result.hasErrors)
        #expect(result.issues.map(\.line) == [3])
        #expect(result.issues.first?.message.contains("stands in line 2 already") == true)
    }

    @Test func theSameIdInAnotherTableIsALayer() throws {
        let row = entityHeader + "Q1\tcountry\t\tNiger\t\tNE\n"
        #expect(try check(["a.tsv": row, "b.tsv": row]).issues.isEmpty)
    }

    @Test func repeatedAndEmptyAliasesAreNamed() throws {
        let result = try check([
            "e.tsv": entityHeader
                + "Q1\tplace\t\tReading\tambiguous:Reading\tGB\nQ2\tcountry\t\tNiger\tNiger\tNE\n"
                + "Q3\tcountry\t\tMali\tA|A\tML\nQ4\tcountry\t\tChad\tacronym:\tTD\n"
        ])
        #expect(result.issues.map(\.line) == [3, 4, 5])
        #expect(result.issues.map(\.severity) == [.warning, .warning, .error])
    }

    @Test func namesakesNeedSomethingToTellThemApart() throws {
        let alike = "Q1\tperson\tpolitician\tAli Diallo\t\tML\nQ2\tperson\tpolitician\tAli Diallo\t\tML\n"
        #expect(try check(["e.tsv": entityHeader + alike]).issues.map(\.severity) == [.warning])
        let unlike = "Q1\tperson\tpolitician\tAli Diallo\t\tML\nQ2\tperson\tfootballer\tAli Diallo\t\tML\n"
        #expect(try check(["e.tsv": entityHeader + unlike]).issues.isEmpty)
    }

    @Test func anOfficeNeedsItsPerson() throws {
        let result = try check([
            "e.tsv": entityHeader + "Q1\tperson\t\tMohamed Bazoum\t\tNE\n",
            "offices.tsv":
                "person\toffice\torganization\tfrom\tuntil\nQ9\tPresident\n\nQ1\tChair\tQ8\nQ1\tHost\t\t2024\t2020\n",
        ])
        #expect(result.issues.map(\.line) == [2, 4, 5])
        #expect(result.issues.map(\.severity) == [.error, .warning, .warning])
    }

    @Test func aMissingLayerThrows() {
        #expect(throws: FileError.self) { try GazetteerSources(layers: ["/no/such"]) }
    }
}
