import Export
import TestSupport
import Testing

@Suite struct CSVWriterTests {
    private func line(_ fields: [String], keepsFormulas: Bool = false) -> String {
        var csv = CSVWriter(keepsFormulas: keepsFormulas)
        csv.line(fields)
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (["a", "b"], "a,b\n"), (["", ""], ",\n"), (["a,b"], "\"a,b\"\n"), (["say \"no\""], "\"say \"\"no\"\"\"\n"),
        (["two\nlines", "x"], "\"two\nlines\",x\n"), (["cr\rhere"], "\"cr\rhere\"\n"), (["Goïta 🇳🇪"], "Goïta 🇳🇪\n"),
        ([" a "], " a \n"), (["nul\0here"], "\"nul\0here\"\n"),
    ])
    func fieldsAreQuotedWhereTheyMustBe(fields: [String], expected: String) {
        #expect(line(fields) == expected)
    }

    @Test(arguments: [
        "=1+1", "+x", "-x", "@x", "\tx", "\rx", "\0x", "-1,5", "+", "-", "--1", "-1-1", "+1e", "-1e+", "-.", "-.e1",
        "+1.2.3",
        "-1 ", "=", "-0x1F", "+inf", "-１", "+3.2e1e1", "-5\n",
    ])
    func formulasAreDisarmed(field: String) {
        let quoted = "\"\(field)\""
        #expect(line(["a", field]) == "a,\"'\(field)\"\n")
        let raw = line(["a", field], keepsFormulas: true)
        #expect(raw == "a,\(field)\n" || raw == "a,\(quoted)\n")
    }

    @Test(arguments: ["-5", "+5", "-5.", "-.5", "+3.2e1", "-1E-7", "+1e+10", "-0", "+00112233445566778899"])
    func numbersWithASignAreNoFormula(field: String) {
        #expect(line([field]) == "\(field)\n")
    }

    @Test func signsInsideAFieldAreNoFormula() {
        #expect(line(["a=b", "1-1", "x@y", " =1", "'=1"]) == "a=b,1-1,x@y, =1,'=1\n")
    }

    @Test func numbersAndPreparedFieldsStandAsTheyAre() {
        var csv = CSVWriter()
        csv.field(-17)
        csv.field(prepared: Array("\"a,b\"".utf8))
        csv.endLine()
        csv.field("next")
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "-17,\"a,b\"\nnext")
        #expect(String(decoding: csv.takeBytes(), as: UTF8.self) == "-17,\"a,b\"\nnext")
        csv.field("more")
        #expect(String(decoding: csv.bytes, as: UTF8.self) == ",more")
    }

    @Test func anyCellsAreReadBack() {
        var random = SeededGenerator(seed: 8)
        let pieces = [
            "=", "+", "-", "@", "\t", "\r", "\n", "\0", "'", "\"", ",", " ", "5", ".", "e", "é", "🇳🇪", "\r\n",
            "\u{FEFF}",
        ]
        for _ in 0..<3000 {
            let rows = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined()
                }
            }
            for keepsFormulas in [true, false] {
                var csv = CSVWriter(keepsFormulas: keepsFormulas)
                for row in rows { csv.line(row) }
                let expected = keepsFormulas ? rows : rows.map { $0.map(disarmed) }
                #expect(readCSV(csv.bytes) == expected.map { $0.map { Array($0.utf8) } }, "\(rows)")
            }
        }
    }

    /// What a cell is to become, told in another way than the writer does.
    private func disarmed(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r\0".unicodeScalars.contains(first) else { return cell }
        let isNumber =
            cell.wholeMatch(of: /[+-]([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/.matchingSemantics(.unicodeScalar))
            != nil
        return isNumber ? cell : "'" + cell
    }
}

/// Reads CSV by the grammar of RFC 4180, lines ending in LF.
private func readCSV(_ bytes: [UInt8]) -> [[[UInt8]]] {
    var (rows, row, cell): ([[[UInt8]]], [[UInt8]], [UInt8]) = ([], [], [])
    var place = 0
    while place < bytes.count {
        if bytes[place] == UInt8(ascii: "\"") {
            place += 1
            while place < bytes.count {
                if bytes[place] == UInt8(ascii: "\"") {
                    place += 1
                    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { break }
                }
                cell.append(bytes[place])
                place += 1
            }
        } else {
            while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != 0x0A {
                cell.append(bytes[place])
                place += 1
            }
        }
        row.append(cell)
        cell = []
        if place < bytes.count, bytes[place] == 0x0A {
            rows.append(row)
            row = []
        } else if place + 1 < bytes.count, bytes[place + 1] == 0x0A {
            row.append([])
            place += 1
            rows.append(row)
            row = []
        }
        place += 1
    }
    return rows
}
