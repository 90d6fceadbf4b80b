import Export
import Testing

@Suite struct RowTableTests {
    private func table(_ rows: [[String]]) -> RowTable {
        var table = RowTable(columns: [.init("name"), .init("count", isNumber: true), .init("note")])
        for row in rows { table.add(row) }
        return table
    }

    private func text(_ table: RowTable, _ format: RowTable.Format, width: Int? = nil) -> String {
        String(decoding: table.formatted(format, width: width), as: UTF8.self)
    }

    private let rows = [["Niger", "17", "a, b"], ["Côte d'Ivoire", "3", ""]]

    @Test func columnsOfATableAreAlignedNumbersToTheRight() {
        #expect(
            text(table(rows), .table)
                == "name           count  note\nNiger             17  a, b\nCôte d'Ivoire      3\n")
    }

    @Test func longLinesAreCutToTheTerminal() {
        let lines = text(table(rows), .table, width: 10).split(separator: "\n")
        #expect(lines == ["name     …", "Niger    …", "Côte d'Iv…"])
        #expect(text(table(rows), .csv, width: 10) == text(table(rows), .csv))
    }

    @Test func everyFormatHasAllRows() {
        #expect(text(table(rows), .csv) == "name,count,note\nNiger,17,\"a, b\"\nCôte d'Ivoire,3,\n")
        let lines =
            #"{"name":"Niger","count":17,"note":"a, b"}"# + "\n" + #"{"name":"Côte d'Ivoire","count":3,"note":""}"#
            + "\n"
        #expect(text(table(rows), .jsonl) == lines)
        #expect(
            text(table(rows), .json) == "[" + lines.dropLast().split(separator: "\n").joined(separator: ",") + "]\n")
    }

    @Test func noRowsAreStillATable() {
        #expect(text(table([]), .table) == "name  count  note\n")
        #expect(text(table([]), .csv) == "name,count,note\n")
        #expect(text(table([]), .json) == "[]\n")
        #expect(text(table([]), .jsonl) == "")
    }

    @Test func markdownKeepsACellInItsPlace() {
        #expect(
            text(table([["a|b", "1", "two\nlines \\ <b>*x*"]]), .markdown)
                == "| name | count | note |\n| --- | ---: | --- |\n| a\\|b | 1 | two lines \\\\ \\<b>*x* |\n")
    }

    @Test func formulasAreKeptOnDemand() {
        let table = table([["=1", "-2", "-x"]])
        #expect(text(table, .csv) == "name,count,note\n\"'=1\",-2,\"'-x\"\n")
        let raw = table.formatted(.csv, width: nil, keepsFormulas: true)
        #expect(String(decoding: raw, as: UTF8.self) == "name,count,note\n=1,-2,-x\n")
        #expect(text(table, .jsonl) == #"{"name":"=1","count":-2,"note":"-x"}"# + "\n")
    }
}
