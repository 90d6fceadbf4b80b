import Export
import Testing

@Suite struct CSVWriterTests {
    private func line(_ fields: [String]) -> String {
        var csv = CSVWriter()
        csv.line(fields)
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (["a", "b"], "a,b\n"), (["", ""], ",\n"), (["a,b"], "\"a,b\"\n"), (["say \"no\""], "\"say \"\"no\"\"\"\n"),
        (["two\nlines", "x"], "\"two\nlines\",x\n"), (["cr\rhere"], "\"cr\rhere\"\n"), (["Goïta 🇳🇪"], "Goïta 🇳🇪\n"),
        ([" a "], " a \n"),
    ])
    func fieldsAreQuotedWhereTheyMustBe(fields: [String], expected: String) {
        #expect(line(fields) == expected)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
    func formulasAreDisarmed(field: String) {
        #expect(line(["a", field]) == "a,\"'\(field)\"\n")
    }

    @Test func signsInsideAFieldAreNoFormula() {
        #expect(line(["a=b", "1-1", "x@y"]) == "a=b,1-1,x@y\n")
    }

    @Test func numbersAndPreparedFieldsStandAsTheyAre() {
        var csv = CSVWriter()
        csv.field(-17)
        csv.field(prepared: Array("\"a,b\"".utf8))
        csv.endLine()
        csv.field("next")
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "-17,\"a,b\"\nnext")
    }
}
