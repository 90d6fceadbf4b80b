import Testing

@testable import Gazetteers

/// Rows added to a table that somebody edits.
@Suite struct AppendingTests {
    private let row = EntityRow(
        id: "gz:zonga", kind: .place, name: "Zonga", aliases: [Alias(name: "Zongé")], country: "NE")

    private func appended(_ table: String) throws -> (text: String, added: Int) {
        let result = try EntityTable.appending([row], to: Array(table.utf8), file: "mine.tsv")
        return (String(decoding: result.bytes, as: UTF8.self), result.added)
    }

    @Test func aNewTableHasAllColumns() throws {
        #expect(try appended("").text == TableText.header(EntityTable.columns) + row.tableLine)
    }

    @Test func theColumnsOfTheTableAreKept() throws {
        let table = "# mine\nname\tkind\tid\tnote\nGarba\tperson\tgz:garba\tx"
        #expect(try appended(table).text == table + "\nZonga\tplace\tgz:zonga\t\n")
    }

    @Test func whatStandsThereIsNotAddedAgain() throws {
        for line in ["gz:zonga\tplace\tOther\n", "gz:zonga\tremove\t\n"] {
            let table = "id\tkind\tname\n" + line
            let result = try appended(table)
            #expect(result.text == table && result.added == 0)
        }
    }

    @Test func aFileThatIsNoTableIsNamed() {
        #expect {
            try appended("Zonga\nGarba\n")
        } throws: { error in
            (error as? TableIssue)?.description.contains("mine.tsv") == true
        }
    }
}
