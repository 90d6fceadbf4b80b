import Testing

@testable import Gazetteers

@Suite struct TableIssueTests {
    private func issues(_ rows: String, header: String = entityHeader) -> [TableIssue] {
        EntityTable(file: "t.tsv", bytes: Array((header + rows).utf8)).issues
    }

    @Test(arguments: [
        ("Q1\tcuntry\t\tNiger", TableIssue.Severity.error, "unknown kind \"cuntry\""),
        ("\tcountry\t\tNiger", .error, "an id is needed"),
        ("Q1\tcountry\t\t", .error, "the name is empty"), ("Q1\tcountry", .error, "the name is empty"),
        ("Q1\tcountry\t\tNiger\t\t\t\t\t\t\tx", .error, "a tab too many"),
        ("Q1\tcountry\t\tNiger\t\tNE\t17 Jan", .warning, "bad date \"17 Jan\" in column from"),
        ("Q1\tcountry\t\tNiger\t\tNE\t\t2024-13", .warning, "in column until"),
        ("Q1\tcountry\t\tNiger\t\tNE\t2024\t2020", .warning, "\"from\" is after \"until\""),
        ("Q1\tcountry\t\tNiger\t\tNE\t\t\t11", .warning, "bad weight \"11\""),
        ("Q1\tcountry\t\tNiger\t\tNE\t\t\tnan", .warning, "bad weight"),
        ("Q1\tcountry\t\tNiger\t\tNER", .warning, "bad country \"NER\""),
        ("Q1\tcountry\t\tNiger\t\tne", .warning, "bad country"),
    ])
    func aBadLineIsNamedWithItsReason(row: String, severity: TableIssue.Severity, part: String) throws {
        let found = issues("# comment\n\(row)\n")
        #expect(found.count == 1)
        let issue = try #require(found.first)
        #expect((issue.file, issue.line, issue.severity) == ("t.tsv", 3, severity))
        #expect(issue.message.contains(part))
        #expect(issue.description == "t.tsv:3: \(severity.rawValue): \(issue.message)")
    }

    @Test func aWarningKeepsItsRowAndAnErrorLosesIt() {
        let rows = "Q1\tcountry\t\tNiger\t\tNE\tbad\nQ2\tbad\t\tMali\nQ3\tcountry\t\tChad\n"
        let table = EntityTable(file: "t", bytes: Array((entityHeader + rows).utf8))
        #expect(table.rows.map(\.row.id) == ["Q1", "Q3"])
    }

    @Test func aTableWithoutUsableHeaderHasOneIssue() {
        #expect(issues("", header: "").map(\.line) == [0])
        #expect(issues("", header: "# only a comment\n").map(\.line) == [0])
        #expect(
            issues("Q1\tx", header: "# c\nid\tname\n").map(\.message).first?.hasPrefix("no column \"kind\"") == true)
        #expect(
            issues("", header: "id\tkind\tname\tcolour\n").map(\.message).first?.hasPrefix("unknown column \"colour\"")
                == true)
        #expect(issues("", header: "id,kind,name\n").count == 1)
    }
}
