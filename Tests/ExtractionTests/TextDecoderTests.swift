import Testing

@testable import Extraction

@Suite struct TextDecoderTests {
    private func decoded(_ bytes: [UInt8], charset: String? = nil) throws -> String {
        String(decoding: try TextDecoder.utf8(bytes, declaredCharset: charset), as: UTF8.self)
    }

    @Test func byteOrderMarks() throws {
        #expect(try decoded([0xEF, 0xBB, 0xBF, 0x41]) == "A")
        #expect(try decoded([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00]) == "Aé")
        #expect(try decoded([0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x00]) == "A\u{FFFD}")
    }

    @Test func invalidUTF8IsWindows1252() throws {
        #expect(try decoded([0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]) == "“café”")
        #expect(try decoded([0x80, 0xA4], charset: "iso-8859-15") == "\u{80}€")
    }

    @Test func damagedUTF8IsRepaired() throws {
        let text = String(repeating: "é", count: 20)
        #expect(try decoded(Array(text.utf8) + [0xC3]) == text + "\u{FFFD}")
    }

    @Test func binaryAndUnknownCharsets() {
        #expect(throws: ExtractionError.notText) { try decoded([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]) }
        #expect(throws: ExtractionError.unsupportedCharset("shift_jis")) {
            try decoded([0x82, 0xA0], charset: "shift_jis")
        }
    }

    @Test func declaredCharset() {
        #expect(CharsetDeclaration.find(in: Array("<meta charset=\"ISO-8859-15\">".utf8)) == "iso-8859-15")
        #expect(CharsetDeclaration.find(in: Array("<meta content=\"text/html; charset=cp1252\">".utf8)) == "cp1252")
        #expect(CharsetDeclaration.find(in: Array("<p>no charset here</p>".utf8)) == nil)
    }
}
