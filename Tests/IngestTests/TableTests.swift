import NewsModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct TableTests {
    private func read(
        _ content: some Sequence<UInt8>, _ name: String = "a.csv", _ limits: IngestLimits = IngestLimits()
    ) throws -> ReadSource {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        configuration.limits = limits
        return try ReadSource(try folder.write(name, content), configuration)
    }

    /// Title and text of each row that is an article, "-" for one that is none.
    private func articles(_ found: ReadSource) throws -> [String] {
        let parser = RecordParser(names: try FieldNames())
        return found.records.map { record in
            guard let parsed = try? parser.parse(record), case .fields(let fields) = parsed.content else { return "-" }
            return "\(fields.title ?? "")/\(fields.text ?? "")"
        }
    }

    @Test(arguments: [
        ("a.csv", "title,text\nA,a\nB,b\n"), ("a.txt", "title,text,url\r\nA,a,u\r\nB,b,u"),
        ("a", "\u{FEFF}Title;Text\nA;a\n\n\nB;b\n"), ("a", "title\ttext\nA\ta\nB\tb\n"),
        ("a", "title|text\nA|a\nB|b\n"),
        ("a.csv", "sep=;\ntitle;text\nA;a\nB;b\n"), ("a.csv", "\"title\",\"text\"\n\"A\",\"a\"\n \"B\" ,b\n"),
        ("a.csv", "id,title,x,text\n1,A,,a\n2,B,,b,,\n"),
    ])
    func rowsAreArticles(name: String, table: String) throws {
        let found = try read(table.utf8, name)
        #expect(try articles(found) == ["A/a", "B/b"])
        #expect(found.rejects.isEmpty)
    }

    @Test func placesCountLines() throws {
        let found = try read("title,text\nA,\"one\ntwo\"\nB,b\n".utf8)
        #expect(found.records.map(\.place) == ["line 2", "line 4"])
        #expect(found.records.map(\.fallbackID) == ["a:2", "a:4"])
        #expect(found.records.map(\.offset) == [11, 23])
    }

    @Test func quotesHoldDelimitersLineEndsAndQuotes() throws {
        #expect(try articles(try read("title,text\n\"A, \"\"B\"\"\",\"one\r\ntwo\"\n".utf8)) == ["A, \"B\"/one\r\ntwo"])
        #expect(try articles(try read("title,text\nsays \"no\",it's 5\" long\n".utf8)) == ["says \"no\"/it's 5\" long"])
    }

    @Test func aBareQuoteDoesNotSwallowTheFile() throws {
        let found = try read("title,text\nA,\"open\nB,b\nC,c\n".utf8)
        #expect(try articles(found) == ["B/b", "C/c"])
        #expect(found.rejects.map(\.place) == ["line 2"])
        let closed = try read("title,text\nA,\"open\nB,\"b\"\nC,c\n".utf8)
        #expect(try articles(closed) == ["B/b", "C/c"])
        #expect(closed.rejects.map(\.place) == ["line 2"])
    }

    @Test func manyBareQuotesCostLinearTime() throws {
        var limits = IngestLimits()
        limits.mostRecordBytes = 1 << 20
        let rows = String(repeating: "A,\"open\n", count: 200_000)
        let found = try read("title,text\n\(rows)".utf8, "a.csv", limits)
        #expect(found.records.count + found.rejects.count == 200_000)
    }

    @Test func tooManyValuesAreRefused() throws {
        let found = try read("title,text\nA,one, two\nB,b\nC\n".utf8)
        let parser = RecordParser(names: try FieldNames())
        #expect(throws: RecordError.tooManyValues(3, columns: 2)) { try parser.parse(found.records[0]) }
        #expect(try articles(found) == ["-", "B/b", "C/"])
    }

    @Test func tooManyColumnsAreOneReject() throws {
        let names = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
        let found = try read("\(names)\n\(names)\n".utf8)
        #expect(found.records.isEmpty)
        #expect(found.complaints == ["10000 columns, and at most 4096 are read"])
    }

    @Test func whatIsNotUTF8IsTakenForWindows1252() throws {
        let row: [UInt8] = [0x41, 0x2C, 0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x0A]
        #expect(try articles(try read(Array("title,text\n".utf8) + row)) == ["A/“café”"])
    }

    @Test func proseWithCommasIsNoTable() throws {
        let found = try read("Rain, hail and snow, title of the day\n\nIt rained, it hailed.\n".utf8, "a.txt")
        #expect(found.records.map(\.kind) == ["page"])
    }

    @Test func rowsLongerThanTheLimitArePassedOver() throws {
        var limits = IngestLimits()
        limits.mostRecordBytes = 1000
        let long = String(repeating: "x", count: 2000)
        let found = try read("title,text\nA,\(long)\nB,\"\(long)\"\nC,c\n".utf8, "a.csv", limits)
        #expect(try articles(found) == ["C/c"])
        #expect(found.rejects.map(\.place) == ["line 2", "line 3"])
    }

    @Test func randomTablesComeBackAsTheyWere() throws {
        var generator = SeededGenerator(seed: 5)
        let pieces = ["a", "é", "\"", ",", ";", "\t", "\n", "\r\n", " ", "|", "word"]
        for round in 0..<300 {
            let delimiter = [",", ";", "\t", "|"][round % 4]
            let rows = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                        pieces.randomElement(using: &generator) ?? ""
                    }.joined()
                }
            }
            let lines = (0..<rows.count).map { row in
                rows[row].map { value in
                    let isPlain = value.allSatisfy(\.isLetter) && Bool.random(using: &generator)
                    let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
                    return isPlain ? value : "\"\(parts.joined(separator: "\"\""))\""
                }.joined(separator: delimiter)
            }
            let table = (["title", "text", "url"].joined(separator: delimiter) + "\n") + lines.joined(separator: "\n")
            let stream = PiecemealStream(Array(table.utf8), longest: 1 + round % 9, seed: UInt64(round))
            let reader = TableReader(
                BufferedInput(stream), delimiter: delimiter == "\t" ? TableHeader.tab : nil, limits: IngestLimits())
            var found: [[String]] = []
            while let row = try reader.next() {
                guard case .content(.row(let bytes, let header)) = row.outcome else { continue }
                found.append(TableRow.values(of: bytes[...], delimiter: header.delimiter))
            }
            // A row of nothing but blanks, unquoted, is no row.
            #expect(found == rows.enumerated().filter { lines[$0.offset].contains { !$0.isWhitespace } }.map(\.element))
        }
    }
}
