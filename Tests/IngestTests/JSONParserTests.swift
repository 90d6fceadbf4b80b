import Ingest
import Testing

@Suite struct JSONParserTests {
    private func read<Result>(_ text: String, _ body: (JSONElement) -> Result) throws -> Result {
        try JSONParser().read(Array(text.utf8)[...], body)
    }

    @Test func valuesAreReadWhereTheyStand() throws {
        try read("{\"a\":{\"b\":[1,2.5,\"x\\u00e9\"]},\"\":null,\"c\":true}") { root in
            #expect(root["a"]?["b"]?.items.map(\.number) == [1, 2.5, nil])
            #expect(root["a"]?["b"]?.items.last?.string == "xé")
            #expect(root.members.map(\.name) == ["a", "", "c"])
            #expect((root.count, root["a"]?["b"]?.count, root["c"]?.count) == (3, 3, 0))
            #expect(root["d"] == nil)
            #expect(root["c"]?.string == nil)
            #expect(root["c"]?["x"] == nil)
            #expect(root["c"]?.items.isEmpty == true)
        }
    }

    @Test(arguments: ["", "{", "{\"a\":", "[1,]", "nul", "{\"a\":1} x", "\u{0}"])
    func whatIsNoJSONSaysSo(text: String) {
        #expect(throws: JSONError.self) { try read(text) { _ in } }
    }

    @Test func oneParserReadsManyTexts() throws {
        let parser = JSONParser()
        for length in [1, 100_000, 3] {
            let text = "\"" + String(repeating: "x", count: length) + "\""
            #expect(try parser.read(Array(text.utf8)[...]) { $0.string?.utf8.count } == length)
            #expect(throws: JSONError.self) { try parser.read([0x7B][...]) { _ in } }
        }
    }

    @Test func deepNestingIsRefused() {
        #expect(throws: JSONError.self) {
            try read(String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)) { _ in }
        }
    }
}
