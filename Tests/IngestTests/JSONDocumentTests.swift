import TestSupport
import Testing

@testable import Ingest

@Suite struct JSONDocumentTests {
    private func read(_ content: String, _ name: String = "a.json") throws -> ReadSource {
        let folder = try TemporaryFolder()
        return try ReadSource(try folder.write(name, content.utf8))
    }

    @Test(arguments: [
        "[{\"title\":\"A\"},{\"title\":\"B\"}]", "\u{FEFF} [\n {\"title\":\"A\"} ,\n\t{\"title\":\"B\"}\n]\n",
        "{\"articles\":[{\"title\":\"A\"},{\"title\":\"B\"}]}",
        "{\"status\":\"ok\",\"tags\":[\"x\",[{\"y\":1}]],\"response\":{\"docs\":[ {\"title\":\"A\"},{\"title\":\"B\"} ]}}",
        "{\n  \"title\": \"A feed\",\n  \"items\": [\n{\"title\":\"A\"},\n{\"title\":\"B\"}\n]\n}",
        "{\"data\":[{\"title\":\"A\"}],\"more\":{\"results\":[{\"title\":\"B\"}]}}",
        "{\"data\":[{\"title\":\"A\"}]}\n{\"data\":[{\"title\":\"B\"}]}\n",
    ])
    func articlesOfArraysAndListsAreCutOut(document: String) throws {
        let found = try read(document, "a.txt")
        #expect(found.texts == ["{\"title\":\"A\"}", "{\"title\":\"B\"}"])
        #expect(found.records.map(\.place) == ["item 1", "item 2"])
        #expect(found.records.map(\.fallbackID) == ["a:1", "a:2"])
        #expect(found.rejects.isEmpty)
        #expect(found.records.map(\.offset) == found.records.map { document.offset(of: $0.bytes) })
    }

    @Test(arguments: [
        "{\n \"title\": \"A\",\n \"text\": \"t\"\n}", "{\"title\":\n\"A\",\"items\":[\"x\"]}",
        "{\n\"text\":\"It rained.\",\"items\":[{\"image\":1}]}",
    ])
    func anArticleOverSeveralLinesIsOne(document: String) throws {
        #expect(try read(document).texts == [document])
    }

    @Test func severalPrintedArticlesAreSeveral() throws {
        let article = "{\n  \"title\": \"A\"\n}"
        #expect(try read("\(article)\n\(article)\n,\(article)").texts == [article, article, article])
    }

    @Test func bracketsInStringsDoNotCount() throws {
        let items = [#"{"t":"]}\"]}"}"#, #"{"t":"\\"}"#, #"{"[{":"\u005D"}"#]
        #expect(try read("[\(items.joined(separator: ","))]").texts == items)
    }

    @Test func whatIsNoObjectInAListIsOneRecordEach() throws {
        let found = try read("[{}, 17, \"a,]\", [1,{}], null]")
        #expect(found.texts == ["{}", "17", "\"a,]\"", "[1,{}]", "null"])
        let parser = RecordParser(names: try FieldNames())
        for record in found.records { #expect(throws: RecordError.self) { try parser.parse(record) } }
    }

    @Test(arguments: ["[{\"a\":1},{\"b\":", "[{\"a\":1},", "[{\"a\":1}", "{\"items\":[{\"a\":1}],\"x\":"])
    func whatIsCutOffIsOneReject(document: String) throws {
        let found = try read(document)
        #expect(found.texts == ["{\"a\":1}"])
        #expect(found.rejects.map(\.reason) == ["truncated: the JSON ends before what began here does"])
    }

    @Test func linesThatAreNoJSONAreRejectsAmongDocuments() throws {
        let found = try read("{\n\"title\":\"A\"}\nnoise\n[{\"title\":\"B\"}]")
        #expect(found.records.count == 2)
        #expect(found.complaints == ["item 2: no JSON object or array"])
    }

    @Test func objectsLongerThanTheLimitArePassedOver() throws {
        var configuration = IngestConfiguration()
        configuration.limits.mostRecordBytes = 300_000
        let long = "{\"t\":\"\(String(repeating: "x", count: 700_000))\"}"
        let folder = try TemporaryFolder()
        let array = try ReadSource(try folder.write("a.json", "[{\"a\":1},\(long),{\"b\":2}]".utf8), configuration)
        #expect(array.texts == ["{\"a\":1}", "{\"b\":2}"])
        #expect(array.rejects.map(\.place) == ["item 2"])
        let list = "{\"x\":\(long),\"items\":[{\"a\":1}]}"
        let wrapper = try ReadSource(try folder.write("b.json", "{\n\"x\":1}\(list){\"b\":2}".utf8), configuration)
        #expect(wrapper.texts == ["{\n\"x\":1}", "{\"a\":1}", "{\"b\":2}"])
        #expect(wrapper.rejects.count == 1)
    }

    @Test func nestingCostsNoMemoryAndIsRefusedWhereItIsParsed() throws {
        let deep = "{\"a\":" + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
        let found = try read("[\(deep),{\"title\":\"B\"}]")
        #expect(found.records.count == 2)
        let parser = RecordParser(names: try FieldNames())
        #expect(throws: RecordError.self) { try parser.parse(found.records[0]) }
        #expect(try parser.parse(found.records[1]).fallbackID == "a:2")
        #expect(try read(String(repeating: "[", count: 100_000)).rejects.count == 1)
    }

    @Test func randomObjectsComeBackAsTheyWere() throws {
        var generator = SeededGenerator(seed: 11)
        for round in 0..<300 {
            let items = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                "{\"k\":\(Self.value(depth: 0, &generator))}"
            }
            let blank = [" ", "\n", "\t", ""].randomElement(using: &generator) ?? ""
            let list = items.joined(separator: "\(blank),\(blank)")
            let document = round % 2 == 0 ? "[\(blank)\(list)\(blank)]" : "{\"n\":[1],\"docs\":\(blank)[\(list)]}"
            for longest in [1, 7, 4096] {
                let stream = PiecemealStream(Array(document.utf8), longest: longest, seed: UInt64(round))
                let reader = JSONDocumentReader(BufferedInput(stream), limits: IngestLimits())
                var texts: [String] = []
                while let found = try reader.next() {
                    guard case .content(.object(let text)) = found.outcome else { continue }
                    texts.append(String(decoding: text, as: UTF8.self))
                }
                #expect(texts == items, "\(document)")
            }
        }
    }

    private static func value(depth: Int, _ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...3, using: &generator)
        switch depth > 4 ? 0 : Int.random(in: 0...3, using: &generator) {
        case 1: return "[\((0..<count).map { _ in value(depth: depth + 1, &generator) }.joined(separator: ","))]"
        case 2:
            return
                "{\((0..<count).map { "\"\($0)\": \(value(depth: depth + 1, &generator))" }.joined(separator: ", "))}"
        case 3: return "-1.5e3"
        default:
            let pieces = ["\\\"", "\\\\", "{", "}", "[", "]", ",", "é", "\\u0041", "\\n", ":", " "]
            return "\"\((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())\""
        }
    }
}

extension String {
    /// Where the bytes stand in the string for the first time.
    fileprivate func offset(of bytes: [UInt8]) -> Int? {
        let all = Array(utf8)
        return all.indices.first { all[$0...].starts(with: bytes) }
    }
}
