import FileAccess
import Ingest
import NewsModel
import TestSupport
import Testing

@Suite struct SourceReaderTests {
    @Test func linesAreRecordsAndEmptyOnesAreNot() throws {
        let folder = try TemporaryFolder()
        let read = try ReadSource(try folder.write("d.jsonl", "{\"a\":1}\n\n   \r\n{\"a\":2}".utf8))
        #expect(read.texts == ["{\"a\":1}", "{\"a\":2}"])
        #expect(read.records.map(\.place) == ["line 1", "line 4"])
        #expect(read.records.map(\.number) == [0, 1])
        #expect(read.records.map(\.fallbackID) == ["d:1", "d:4"])
        #expect(read.rejects.isEmpty)
    }

    @Test(arguments: ["{}\n{}\n", "{}\n{}", "{}\r\n{}\r\n", "\u{FEFF}{}\n{}"])
    func lineEndsAndByteOrderMarksDoNotCount(content: String) throws {
        let folder = try TemporaryFolder()
        let read = try ReadSource(try folder.write("d.jsonl", content.utf8))
        #expect(read.records.count == 2)
        #expect(read.texts.allSatisfy { $0.hasPrefix("{}") })
    }

    @Test func aPageIsOneRecord() throws {
        let folder = try TemporaryFolder()
        let read = try ReadSource(try folder.write("0a1.page.txt", "One\nTwo\n".utf8))
        #expect(read.texts == ["One\nTwo\n"])
        #expect(read.records.first?.fallbackID == "0a1.page")
        #expect(read.records.first?.place == "")
    }

    @Test(arguments: [("e.txt", ""), ("e.txt", " \n\t "), ("e.jsonl", "")])
    func nothingToReadIsAReject(name: String, content: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, content.utf8)
        let read = try ReadSource(path)
        #expect(read.records.isEmpty)
        #expect(
            read.rejects == [
                Reject(source: path, record: 0, place: "", offset: 0, reason: "empty: there is nothing to read")
            ])
    }

    @Test func linesGoOverChunks() throws {
        let folder = try TemporaryFolder()
        // Chunks are of 2^18 bytes: lines of many lengths put a line end at, before and after each border.
        let lengths = [262_143, 262_144, 262_145, 1, 0, 600_000, 524_287, 3, 262_142]
        let lines = lengths.enumerated().map { "{" + String(repeating: "abc".randomLetter($0), count: $1) }
        let read = try ReadSource(try folder.write("d.jsonl", lines.joined(separator: "\n").utf8))
        #expect(read.texts == lines)
    }

    @Test func aLineLongerThanTheLimitIsPassedOver() throws {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        for limit in [100, 300_000] {
            configuration.limits.mostRecordBytes = limit
            let (fits, tooLong) = (
                "{" + String(repeating: "a", count: limit - 1), String(repeating: "b", count: limit + 1)
            )
            let path = try folder.write("d.jsonl", [fits, tooLong, fits, tooLong].joined(separator: "\n").utf8)
            let read = try ReadSource(path, configuration)
            #expect(read.texts.map(\.utf8.count) == [limit, limit], "limit \(limit)")
            #expect(read.rejects.map(\.place) == ["line 2", "line 4"])
            #expect(read.rejects.map(\.record) == [1, 3])
        }
    }

    @Test func aPageLongerThanTheLimitIsAReject() throws {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        configuration.limits.mostRecordBytes = 10
        #expect(try ReadSource(try folder.write("a.txt", "0123456789".utf8), configuration).records.count == 1)
        #expect(try ReadSource(try folder.write("a.txt", "0123456789a".utf8), configuration).rejects.count == 1)
    }

    @Test func whatCannotBeOpenedOrReadThrows() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError.self) { try ReadSource("\(folder.path)/none") }
        #expect(throws: FileError.self) { try ReadSource(folder.path) }
    }

    /// Random bytes and mutated lines: nothing is lost and nothing crashes.
    @Test func everyLineThatIsNotBlankIsARecordOrAReject() throws {
        var configuration = IngestConfiguration()
        configuration.inputFormat = .jsonl
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: 31)
        let line = Array(#"{"title":"Rain in \u00e9","text":["a","b"],"source":{"name":"S"},"id":17}"#.utf8)
        let parser = RecordParser(names: try FieldNames())
        for _ in 0..<200 {
            var content: [UInt8] = [UInt8(ascii: "{")]
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                var piece = line
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    let place = Int.random(in: piece.indices, using: &generator)
                    piece[place] = UInt8.random(in: 0...255, using: &generator)
                }
                content += piece + [0x0A]
                content += (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
            }
            let read = try ReadSource(try folder.write("d.jsonl", content), configuration)
            let expected = content.split(separator: 0x0A).count { $0.contains { $0 > 0x20 } }
            #expect(read.records.count + read.rejects.count == expected)
            var outcomes = 0
            for record in read.records {
                do {
                    _ = try parser.parse(record)
                    outcomes += 1
                } catch {
                    #expect(!error.description.isEmpty)
                    outcomes += 1
                }
            }
            #expect(outcomes == read.records.count)
        }
    }
}

extension String {
    /// A letter that differs from its neighbours', so that lines cannot be taken for one another.
    fileprivate func randomLetter(_ number: Int) -> String { String(self[index(startIndex, offsetBy: number % count)]) }
}
