import TestSupport
import Testing

@testable import GazetteerImport

@Suite struct LineSorterTests {
    private func sorted(_ lines: [String], mostInMemory: Int) throws -> [String] {
        let sorter = LineSorter(mostInMemory: mostInMemory)
        for line in lines { try sorter.add(line) }
        var result: [String] = []
        while let line = try sorter.next() { result.append(line) }
        #expect(try sorter.next() == nil)
        return result
    }

    @Test(arguments: [0, 100, 1000, 1 << 20])
    func linesComeInByteOrderHoweverLittleFitsIntoMemory(mostInMemory: Int) throws {
        var generator = SeededGenerator(seed: 7)
        let lines = (0..<300).map { _ in
            let number = Int.random(in: 0..<200, using: &generator)
            return "Q\(number)\t\(["é", "e\u{301}", "Zonga", ""][number % 4])\n"
        }
        let result = try sorted(lines, mostInMemory: mostInMemory)
        #expect(
            result.map { Array($0.utf8) } == lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func anIdThatAnotherBeginsWithComesFirst() throws {
        #expect(
            try sorted(["Q10\tb\n", "Q1 a\tc\n", "Q1\tz\n"], mostInMemory: 1 << 20).map { $0.prefix(3) }
                == ["Q1\t", "Q1 ", "Q10"])
    }

    @Test func nothingGivesNothing() throws { #expect(try sorted([], mostInMemory: 0) == []) }
}
