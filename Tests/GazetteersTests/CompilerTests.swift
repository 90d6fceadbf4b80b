import FileAccess
import Glibc
import Testing

@testable import Gazetteers

@Suite struct CompilerTests {
    private let rows = [
        "Q1032\tcountry\t\tNiger\tdemonym:Nigerien\tNE", "Q912\tcountry\t\tMali\t\tML",
        "Q1\tperson\t\tAssimi Goïta\t\tML",
    ]

    @Test func theSameTablesGiveTheSameBytes() throws {
        let tables = try Tables(entities: rows)
        let (first, _) = try GazetteerCompiler.indexBytes(try tables.sources())
        let (second, _) = try GazetteerCompiler.indexBytes(try tables.sources())
        withExtendedLifetime(tables) {}
        #expect(first == second)
        #expect(first.count > 500)
    }

    @Test func anIndexIsMadeOnceAndKept() throws {
        let tables = try Tables(entities: rows)
        let first = try GazetteerCompiler.open(try tables.sources())
        let second = try GazetteerCompiler.open(try tables.sources())
        #expect(first.wasCompiled)
        #expect(!second.wasCompiled)
        #expect(first.path == second.path)
        #expect(first.path.hasPrefix("\(tables.path)/.index/"))
        #expect(second.index.contentHash == first.index.contentHash)
    }

    @Test func aChangedTableIsCompiledAnewAndTheOldIndexRemoved() throws {
        let tables = try Tables(entities: rows)
        let first = try GazetteerCompiler.open(try tables.sources())
        try tables.write("entities.tsv", entityHeader + "Q1033\tcountry\t\tNigeria\t\tNG\n")
        let second = try GazetteerCompiler.open(try tables.sources())
        #expect(second.wasCompiled)
        #expect(second.index.entityNumber(ofID: "Q1033") != nil)
        #expect(second.index.entityNumber(ofID: "Q912") == nil)
        #expect(second.index.contentHash != first.index.contentHash)
        #expect(try namesInFolder("\(tables.path)/.index").count == 1)
    }

    @Test func aTableOfTheSameSizeAndALaterTimeIsCompiledAnew() throws {
        let tables = try Tables(entities: rows)
        _ = try GazetteerCompiler.open(try tables.sources())
        var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 2_000_000_000, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, "\(tables.path)/entities.tsv", &times, 0) == 0)
        #expect(try GazetteerCompiler.open(try tables.sources()).wasCompiled)
    }

    @Test func onlyTheNewestIndexesOfOtherTablesAreKept() throws {
        let tables = try Tables(entities: rows)
        let folder = "\(tables.path)/.index"
        let first = try GazetteerCompiler.open(try tables.sources()).path
        for number in 0..<12 {
            let path = "\(folder)/000000000000000\(String(number, radix: 16))-0.index"
            try writeFileAtomically([1], to: path)
            var times = [timespec(tv_sec: number, tv_nsec: 0), timespec(tv_sec: number, tv_nsec: 0)]
            #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
        }
        #expect(try GazetteerCompiler.compile(try tables.sources()).path == first)
        let kept = try namesInFolder(folder)
        #expect(kept.count == 8)
        #expect(kept.contains("000000000000000b-0.index") && !kept.contains("0000000000000004-0.index"))
    }

    @Test func whatAnotherProgramIsWritingIsLeftAlone() throws {
        let tables = try Tables(entities: rows)
        let part = "\(try GazetteerCompiler.open(try tables.sources()).path).1.part"
        try writeFileAtomically([1], to: part)
        _ = try GazetteerCompiler.compile(try tables.sources())
        #expect(try readFile(part) == [1])
    }

    @Test func anAddedTableIsCompiled() throws {
        let tables = try Tables(entities: rows)
        _ = try GazetteerCompiler.open(try tables.sources())
        try tables.write("more.tsv", entityHeader + "Q1033\tcountry\t\tNigeria\t\tNG\n")
        #expect(try GazetteerCompiler.open(try tables.sources()).index.entityNumber(ofID: "Q1033") != nil)
    }

    @Test func aDamagedIndexIsMadeAgain() throws {
        let tables = try Tables(entities: rows)
        let path = try GazetteerCompiler.open(try tables.sources()).path
        try writeFileAtomically(Array(try readFile(path).dropLast(9)), to: path)
        let again = try GazetteerCompiler.open(try tables.sources())
        #expect(again.wasCompiled)
        #expect(try again.index.found(in: "Niger") == ["Niger→Q1032"])
    }

    @Test func linesThatCannotBeUsedAreReportedAndLeftOut() throws {
        let tables = try Tables(entities: rows + ["Q5\tbad\t\tBad"])
        let opened = try GazetteerCompiler.open(try tables.sources())
        withExtendedLifetime(tables) {}
        #expect(opened.issues.map(\.line) == [5])
        #expect(opened.index.entityCount == 3)
    }
}
