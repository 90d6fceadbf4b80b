import NewsModel
import TestSupport
import Testing

@testable import Gazetteers

@Suite struct WritingTests {
    /// Rows whose texts are made of what divides fields, aliases, forms and lines.
    private func row(_ generator: inout SeededGenerator) -> EntityRow {
        let parts = [
            "Zonga", "É", "|", "\t", "\n", " ", "\r", "\u{0}", "#", ":", "acronym:", "ambiguous:", "\u{2028}",
            "\u{FEFF}", "\u{301}", "\u{200D}", "\u{600}",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...5, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }
                .joined()
        }
        func date() -> CalendarDate? {
            CalendarDate(["0044", "1990-05", "2024-12-31", ""].randomElement(using: &generator) ?? "")
        }
        return EntityRow(
            id: text(), kind: Kind.allCases.randomElement(using: &generator) ?? .other, role: text(), name: text(),
            aliases: (0..<3).map { _ in
                Alias(
                    name: text(),
                    form: [.alias, .acronym, .demonym, .surname].randomElement(using: &generator) ?? .alias,
                    isAmbiguous: Bool.random(using: &generator))
            }, country: ["NE", "", "ne", "N|"].randomElement(using: &generator) ?? "", from: date(), until: date(),
            weight: [nil, 0, 2.25, 99, -1, .nan].randomElement(using: &generator) ?? nil)
    }

    @Test func whatIsWrittenIsReadBackWithoutIssue() {
        var generator = SeededGenerator(seed: 61)
        let rows = (0..<2000).compactMap { number in
            var row = row(&generator)
            row.id += "\(number)"
            return row.writable
        }
        #expect(rows.count > 500)
        let text = TableText.header(EntityTable.columns) + rows.map(\.tableLine).joined()
        let table = EntityTable(file: "t", bytes: Array(text.utf8))
        #expect(table.issues == [])
        #expect(table.rows.count == rows.count)
        for (read, written) in zip(table.rows, rows) where read.row != written { Issue.record("\(read) \(written)") }
    }

    @Test func whatIsWritableStaysAsItIs() {
        var generator = SeededGenerator(seed: 62)
        for _ in 0..<500 {
            guard let row = row(&generator).writable else { continue }
            #expect(row.writable == row)
        }
    }

    @Test func namesWithoutEndAreLeftOut() throws {
        let long = String(repeating: "x", count: 10 << 20)
        #expect(EntityRow(id: "Q1", kind: .other, name: long).writable == nil)
        let many = (0..<100_000).map { Alias(name: "Name \($0)") }
        let row = try #require(
            EntityRow(id: "Q1", kind: .other, name: "A", aliases: [Alias(name: long)] + many).writable)
        #expect(row.aliases.isEmpty)
        let cut = try #require(EntityRow(id: "Q1", kind: .other, name: "A", aliases: many).writable)
        #expect(cut.tableLine.utf8.count < TableReader.longestLine)
        #expect(cut.aliases.count == 1000)
    }

    @Test func officesAreReadBack() {
        let rows = [
            OfficeTable.Row(
                person: "Q1", office: "Minister\tof Wells", organization: "Q2", country: "NE",
                from: CalendarDate("0990"), until: CalendarDate("2024-01-17")),
            OfficeTable.Row(person: "Q1", office: "Chair"),
        ]
        let text = TableText.header(OfficeTable.columns) + rows.compactMap(\.tableLine).joined()
        let table = OfficeTable(file: "o", bytes: Array(text.utf8))
        #expect(table.issues.isEmpty)
        #expect(table.rows.map(\.row.office) == ["Minister of Wells", "Chair"])
        #expect(table.rows.map(\.row.from) == [CalendarDate("0990"), nil])
        #expect(OfficeTable.Row(person: "Q1", office: " \n").tableLine == nil)
    }
}
