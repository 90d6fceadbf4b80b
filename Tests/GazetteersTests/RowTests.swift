import NewsModel
import Testing

@testable import Gazetteers

@Suite struct RowTests {
    @Test(arguments: [
        ("Nigerien", Alias(name: "Nigerien")), ("demonym:Nigerien", Alias(name: "Nigerien", form: .demonym)),
        ("acronym:NATO", Alias(name: "NATO", form: .acronym)), ("surname:Tiani", Alias(name: "Tiani", form: .surname)),
        ("ambiguous:Reading", Alias(name: "Reading", isAmbiguous: true)),
        ("ambiguous:acronym:PP", Alias(name: "PP", form: .acronym, isAmbiguous: true)),
        ("acronym:ambiguous:PP", Alias(name: "PP", form: .acronym, isAmbiguous: true)),
        ("Star Trek: Voyager", Alias(name: "Star Trek: Voyager")), ("", Alias(name: "")),
        ("acronym:", Alias(name: "", form: .acronym)),
    ])
    func aliasesCarryTheirForm(written: String, expected: Alias) {
        #expect(Alias(written: written) == expected)
    }

    @Test(arguments: [
        ("2024", 20_240_000), ("2024-01", 20_240_100), ("2024-01-17", 20_240_117), ("2024-01-17T05:08:00Z", 20_240_117),
        ("2024-01-17 05:08", 20_240_117), ("0044-12-31", 441_231), ("0000", 0),
    ])
    func datesAreNumbersThatOrder(text: String, number: Int32) {
        #expect(CalendarDate(text)?.number == number)
    }

    @Test(arguments: [
        "", "24", "2024-", "2024-1", "2024-13", "2024-00", "2024-01-32", "2024-01-00", "2024-01-1", "2024-01-17-1",
        "x024", "+024",
        "2024-+1", "17.01.2024", "-2024", "20240117", "２０２４",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func aRowHasAllItsColumns() throws {
        let row = "Q1\tperson\tpolitician\tMohamed Bazoum\tBazoum|demonym:X\tNE\t1960-01-01\t2024\t4.5\ta note"
        let table = EntityTable(file: "t.tsv", bytes: Array((entityHeader + row + "\n").utf8))
        #expect(table.issues.isEmpty)
        let read = try #require(table.rows.first)
        #expect(read.line == 2)
        #expect(
            read.row
                == EntityRow(
                    id: "Q1", kind: .person, role: "politician", name: "Mohamed Bazoum",
                    aliases: [Alias(name: "Bazoum"), Alias(name: "X", form: .demonym)], country: "NE",
                    from: CalendarDate("1960-01-01"), until: CalendarDate("2024"), weight: 4.5))
    }

    @Test func columnsMayStandInAnyOrderAndBeLeftOut() {
        let table = EntityTable(
            file: "t", bytes: Array("name\tid\tkind\nNiger\tQ1032\tcountry\nMali\tQ912\tcountry".utf8))
        #expect(table.rows.map(\.row.id) == ["Q1032", "Q912"])
        #expect(table.rows.map(\.row.weight) == [nil, nil])
        #expect(table.issues.isEmpty)
    }

    @Test func linesMayBeShortEmptyOrComments() {
        let text = "\u{FEFF}# head\r\nid\tkind\tname\taliases\r\n\r\n# Q0\tcountry\tNo\r\nQ1032\tcountry\tNiger\r\n"
        let table = EntityTable(file: "t", bytes: Array(text.utf8))
        #expect(table.issues.isEmpty)
        #expect(table.rows.map(\.line) == [5])
        #expect(table.rows.map(\.row.name) == ["Niger"])
    }

    @Test func officesAreReadAndBadDatesNamed() {
        let text = "person\toffice\tcountry\tfrom\tuntil\nQ1\tPresident\tNE\t2021-04-02\tnow\n\tPresident\nQ2\n"
        let table = OfficeTable(file: "o", bytes: Array(text.utf8))
        #expect(table.rows.map(\.row.office) == ["President"])
        #expect(table.rows.first?.row.from == CalendarDate("2021-04-02"))
        #expect(table.issues.map(\.line) == [2, 3, 4])
        #expect(table.issues.map(\.severity) == [.warning, .error, .error])
    }

    @Test func wordAndStopTablesNameTheirBadLines() {
        let words = WordTable(
            file: "w", bytes: Array("word\tlower\tupper\nmay\t90\t5\nbad\tx\t1\nshort\t1\n".utf8),
            counts: ("lower", "upper"))
        #expect(words.rows == [WordTable.Row(word: "may", first: 90, second: 5)])
        #expect(words.issues.map(\.line) == [3, 4])
        let stops = StopTable(file: "s", bytes: Array("name\treason\nThe Star\ttoo many\nLone\n".utf8))
        #expect(stops.names == ["The Star"])
        #expect(stops.issues.map(\.line) == [3])
    }
}
