import Testing

@testable import Extraction

struct LineTableTests {
    @Test func aLineOfOneStoryAloneIsNotInTheTable() throws {
        let table = try table(pages: [[1, 2], [1, 3]])
        #expect(table.stories(with: 1) == 2)
        #expect(table.stories(with: 2) == 0)
        #expect(table.stories(with: 99) == 0)
        #expect(table.count == 1)
    }

    @Test func copiesOfAStoryCountOnce() throws {
        let pages: [[UInt64]] = [[1, 7, 8, 9], [1, 7, 8, 10], [1, 20, 21, 22]]
        #expect(try table(pages: pages, stories: [[7, 8, 9], [7, 8, 10], [20, 21]]).lines.map(\.hash) == [1])
        #expect(try table(pages: pages, stories: [[7, 8, 9], [7, 8, 10], [20, 21]]).stories(with: 1) == 2)
        // Not half of the paragraphs: two stories with a notice in common that was taken for theirs.
        let stories: [[UInt64]] = [[7, 8, 9, 30, 31], [7, 8, 10, 32, 33], [20]]
        #expect(try table(pages: pages, stories: stories).lines.map(\.hash) == [1, 7, 8])
    }

    @Test func copiesAreFoundHoweverManyThereAre() throws {
        let pages: [[UInt64]] = (0..<100).map { [1, 100, 101, 102, 103, 1000 + $0] }
        #expect(try table(pages: pages, stories: pages.map { Array($0.dropFirst()) }).count == 0)
    }

    @Test func aLineCountsOnceOnAPage() throws {
        #expect(try table(pages: [[1, 1, 1]]).count == 0)
        #expect(try table(pages: [[1, 1], [1]]).stories(with: 1) == 2)
    }

    @Test func countsAreExactInWhateverMemoryAndOrder() throws {
        var random = SystemRandomNumberGenerator()
        let common: [UInt64] = (0..<50).map { _ in random.next() | 1 }
        let pages: [[UInt64]] = (0..<300).map { page in
            common.filter { ($0 >> 8) % 7 == UInt64(page) % 7 } + (0..<20).map { _ in random.next() | 1 }
        }
        var expected: [UInt64: Int] = [:]
        for page in pages { for line in Set(page) { expected[line, default: 0] += 1 } }
        let wanted = LineTable(expected.filter { $0.value > 1 }.map { (hash: $0.key, stories: $0.value) })
        #expect(try table(pages: pages) == wanted)
        #expect(try table(pages: pages, mostInMemory: 10) == wanted)
        #expect(try table(pages: pages.reversed(), mostInMemory: 1000) == wanted)
    }

    @Test func aTableReadsWhatItWrote() throws {
        let table = LineTable((1...1000).map { (hash: UInt64($0) &* 0x9E37_79B9_7F4A_7C15, stories: $0) })
        #expect(try LineTable(text: Array(table.text.utf8)) == table)
        #expect(try LineTable(text: Array(LineTable().text.utf8)).count == 0)
        #expect(try LineTable(text: Array(table.text.utf8)).contentHash == table.contentHash)
        #expect(LineTable([(hash: 7, stories: 2)]).contentHash != LineTable([(hash: 7, stories: 3)]).contentHash)
    }

    @Test(arguments: [
        ("", 1), ("line\n", 1), ("line\tstories\nxyz\t3\n", 2), ("line\tstories\n0000000000000001\t2\n\n00\t1\n", 4),
        ("line\tstories\n0000000000000001\t0\n", 2), ("line\tstories\n0000000000000001\t2\t3\n", 2),
    ])
    func whatIsNoTableIsNamedByItsLine(text: String, line: Int) {
        #expect { try LineTable(text: Array(text.utf8)) } throws: { ($0 as? LineTableError)?.line == line }
    }

    private func table(
        pages: [[UInt64]], stories: [[UInt64]]? = nil, mostInMemory: Int = 1 << 20
    ) throws -> LineTable {
        var counter = LineCounter(mostInMemory: mostInMemory)
        for (number, lines) in pages.enumerated() {
            try counter.add(PageSurvey(lines: lines, storyLines: stories?[number] ?? []))
        }
        return try counter.table()
    }
}
