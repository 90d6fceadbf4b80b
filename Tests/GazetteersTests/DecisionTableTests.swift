import Gazetteers
import Testing

@Suite struct DecisionTableTests {
    private func read(_ text: String) -> DecisionTable { DecisionTable(file: "decisions.tsv", bytes: Array(text.utf8)) }

    @Test func readsDecisionsWithTheirLines() {
        let table = read(
            """
            gazette decisions 1
            # date\tverb\tsubject\tentity\tscope\tnote
            2026-01-02\tnot\tModi\tQ1058\tarticle a17\tthe general

            \tmeans\tModi\tnil:person/salifou-modi\tsite The Daily Wire
            2026\tnever\tBreaking News\t\teverywhere\t
            \tmerge\tgz:a/b\tQ5
            """)
        #expect(table.issues.isEmpty)
        #expect(table.decisions.map(\.line) == [3, 5, 6, 7])
        #expect(
            table.decisions.map(\.decision) == [
                Decision(.not, "Modi", "Q1058", scope: .article("a17"), date: "2026-01-02", note: "the general"),
                Decision(.means, "Modi", "nil:person/salifou-modi", scope: .site("The Daily Wire")),
                Decision(.never, "Breaking News", date: "2026"),
                Decision(.merge, "gz:a/b", "Q5"),
            ])
    }

    @Test(arguments: [
        ("\tnot\tModi", "no entity"), ("\tnot\t\tQ1\t\t", "wants a name"), ("\tfoo\tModi\tQ1\t\t", "unknown verb"),
        ("\tnever\tModi\tQ1\t\t", "takes no entity"), ("\tmeans\tModi\tsomebody\t\t", "is no entity"),
        ("\tmeans\tModi\tnil:animal/x\t\t", "is no entity"), ("\tmeans\tModi\tgz:a\rb\t\t", "is no entity"),
        ("\tmerge\tQ1\tQ1\t\t", "with itself"),
        ("\tmerge\tModi\tQ1\t\t", "is no entity"), ("\tmerge\tQ2\tQ1\tarticle a\t", "everywhere"),
        ("\tnever\t*\t\t\t", "\"not\" only"), ("\tnever\tModi\t\tsomewhere\t", "unknown scope"),
        ("\tnever\tModi\t\tarticle\t", "unknown scope"), ("x", "columns"), ("1\t2\t3\t4\t5\t6\t7", "columns"),
    ])
    func badLinesAreIssuesAndTheOthersHold(line: String, part: String) {
        let table = read("gazette decisions 1\n\(line)\n\tnever\tNiger\t\t\t\n")
        #expect(table.issues.count == 1)
        #expect(table.issues.first?.line == 2)
        #expect(table.issues.first?.description.hasPrefix("decisions.tsv:2: error: ") == true)
        #expect(table.issues.first?.message.contains(part) == true, "\(table.issues)")
        #expect(table.decisions.map(\.line) == [3])
    }

    @Test(arguments: ["", "\n# only a comment\n"])
    func anEmptyFileHoldsNothing(text: String) {
        #expect(read(text).issues.isEmpty)
        #expect(read(text).decisions.isEmpty)
    }

    @Test(arguments: ["gazette decisions 2\n\tnever\tNiger\t\t\t\n", "\tnever\tNiger\t\t\t\n"])
    func anotherVersionIsNotRead(text: String) {
        #expect(read(text).decisions.isEmpty)
        #expect(read(text).issues.first?.message.contains("gazette decisions 1") == true)
    }

    @Test func whatIsAppendedIsReadBack() {
        let decision = Decision(.not, "Modi\tX\n", "Q1058", scope: .article("a|1  b"), note: "two\nlines")
        var bytes = DecisionTable.appending(Decision(.never, "Niger"), to: [])
        bytes = DecisionTable.appending(decision, to: Array(bytes.dropLast()))
        let table = DecisionTable(file: "d", bytes: bytes)
        #expect(table.issues.isEmpty)
        #expect(
            table.decisions.map(\.decision) == [
                Decision(.never, "Niger"),
                Decision(.not, "Modi X ", "Q1058", scope: .article("a|1  b"), note: "two lines"),
            ])
    }

    @Test func theHashChangesWithTheFile() {
        #expect(read("gazette decisions 1").contentHash != read("gazette decisions 1\n").contentHash)
    }
}
