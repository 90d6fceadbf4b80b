import Export
import Testing

@Suite struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func commasComeBetweenValuesOnly() {
        let text = written { json in
            json.object { json in
                json.field("a", "x")
                json.field("none", nil as String?)
                json.field("n", 17)
                json.field("d", 0.25)
                json.field("list") { json in
                    json.array { json in
                        json.object { $0.field("b", "y") }
                        json.object { _ in }
                        json.string("z")
                    }
                }
                json.field("empty") { $0.array { _ in } }
            }
        }
        #expect(text == #"{"a":"x","n":17,"d":0.25,"list":[{"b":"y"},{},"z"],"empty":[]}"#)
    }

    @Test func everyControlCharacterIsEscaped() {
        for code in 0..<0x20 {
            let text = written { $0.string(String(Unicode.Scalar(UInt8(code)))) }
            let digits = String(code, radix: 16)
            let short = [0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t"][code]
            #expect(text == "\"\(short ?? "\\u00\(digits.count == 1 ? "0" : "")\(digits)")\"")
        }
    }

    @Test func quotesAndBackslashesAreEscapedAndTheRestIsNot() {
        #expect(written { $0.string(#"a"b\c/d"#) } == #""a\"b\\c/d""#)
        #expect(written { $0.string("é東🇳🇪\u{7F}\u{2028}") } == "\"é東🇳🇪\u{7F}\u{2028}\"")
    }

    @Test func numbersThatAreNoneAreNull() {
        #expect(written { json in json.object { $0.field("x", Double.nan) } } == #"{"x":null}"#)
        #expect(written { json in json.object { $0.field("x", Double.infinity) } } == #"{"x":null}"#)
        #expect(written { json in json.object { $0.field(named: "n\"", "", isNumber: true) } } == #"{"n\"":null}"#)
        #expect(written { json in json.object { $0.field(named: "n", "17", isNumber: true) } } == #"{"n":17}"#)
    }

    @Test func linesHaveNoCommasBetweenThem() {
        let text = written { json in
            for _ in 0..<2 {
                json.object { $0.field("a", 1) }
                json.endLine()
            }
        }
        #expect(text == "{\"a\":1}\n{\"a\":1}\n")
    }
}
