import Foundation
import NewsModel
import Testing

@testable import Extraction

@Suite struct TextDecoderTests {
    private func decoded(_ bytes: [UInt8], charset: String? = nil) throws -> String {
        String(decoding: try TextDecoder.utf8(bytes, declaredCharset: charset), as: UTF8.self)
    }

    private func bytes(of sample: CharsetSample) throws -> [UInt8] {
        [UInt8](try #require(Data(base64Encoded: sample.bytes)))
    }

    @Test func byteOrderMarks() throws {
        #expect(try decoded([0xEF, 0xBB, 0xBF, 0x41]) == "A")
        #expect(try decoded([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00]) == "Aé")
        #expect(try decoded([0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x00]) == "A\u{FFFD}")
        #expect(try decoded([0xFF, 0xFE]) == "" && decoded([0xFF, 0xFE, 0x41]) == "")
    }

    @Test(arguments: CharsetSample.all) func declaredCharsetsAreRead(sample: CharsetSample) throws {
        #expect(try decoded(bytes(of: sample), charset: sample.label) == sample.text)
        #expect(try decoded(bytes(of: sample), charset: " \(sample.label.uppercased()) ") == sample.text)
    }

    @Test(arguments: CharsetSample.all) func undeclaredCharsetsAreGuessed(sample: CharsetSample) throws {
        #expect(try decoded(bytes(of: sample)) == sample.text)
        for wrong in ["utf-8", "utf-16", "klingon", ""] {
            #expect(try decoded(bytes(of: sample), charset: wrong) == sample.text)
        }
    }

    @Test(arguments: CharsetSample.all) func markupDoesNotDisturbTheGuess(sample: CharsetSample) throws {
        let head =
            "<html><head><title>x</title><script>\(String(repeating: "var a = 'the and of';\n", count: 900))</script>"
        let html = try Array("\(head)<p class='main story'>".utf8) + bytes(of: sample) + Array("</p></html>".utf8)
        #expect(try decoded(html).contains(sample.text))
        let record = SourceRecord(number: 0, place: "", fallbackID: "x", content: .html(html))
        #expect(try Extractor.trained.article(from: record).text.contains(sample.text.prefix(20)))
    }

    @Test func theTransportIsTrustedBeforeThePage() throws {
        let page =
            Array("<meta charset='windows-1252'><p>".utf8) + [0xD0, 0xE0, 0xED, 0xEE] + Array(" it rained.</p>".utf8)
        var record = SourceRecord(number: 0, place: "", fallbackID: "x", content: .html(page))
        record.charset = "windows-1251"
        #expect(try Extractor.trained.article(from: record).text.hasPrefix("Рано"))
        record.charset = nil
        #expect(try Extractor.trained.article(from: record).text.hasPrefix("Ðàíî"))
    }

    @Test(arguments: ["latin1", "iso-8859-1", "windows-1251", "shift_jis", "ascii", "utf-16le"])
    func validUTF8IsUTF8WhateverIsDeclared(charset: String) throws {
        let text = "“Café” in Niamey – naïve"
        #expect(try decoded(Array(text.utf8), charset: charset) == text)
    }

    @Test func aDeclarationThatBreaksTheTextIsNotTrusted() throws {
        let sample = try #require(CharsetSample.all.first { $0.label == "windows-1252" })
        #expect(try decoded(bytes(of: sample), charset: "gb18030") == sample.text)
    }

    @Test func labelsMeanWhatBrowsersTakeThemFor() throws {
        #expect(try decoded([0x93, 0x63, 0x61, 0x66, 0xE9, 0x94], charset: "latin1") == "“café”")
        #expect(try decoded([0x80, 0xA4], charset: "iso-8859-15") == "\u{80}€")
        #expect(try decoded([0x80, 0xF0], charset: "iso-8859-9") == "€ğ")
        #expect(try decoded([0xA1, 0xA1, 0x80], charset: "tis-620").hasSuffix("€"))
        #expect(try decoded([0x81, 0x41], charset: "euc-kr") == "갂")
        #expect(try decoded([0x1B, 0x24, 0x42, 0x39, 0x41, 0x1B, 0x28, 0x42], charset: "iso-2022-jp") == "港")
    }

    @Test func everyCharsetOfTheTableIsThere() {
        for label in [
            "866", "l3", "l4", "cyrillic", "arabic", "greek", "hebrew", "l6", "iso-8859-13", "iso-8859-14", "l9",
            "koi8-u", "mac", "tis-620", "cp1255", "cp1257", "cp1258", "x-mac-ukrainian", "ms932", "korean",
            "big5-hkscs",
        ] {
            #expect(Charset(label: label)?.utf8(Array("rain \u{41}".utf8)) == Array("rain A".utf8), "\(label)")
        }
        #expect(Charset(label: "../../etc/passwd") == nil && Charset(label: "") == nil)
    }

    @Test func shortScrapsAreWindows1252() throws {
        #expect(try decoded([0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]) == "“café”")
        #expect(
            try decoded(Array("It rained in C".utf8) + [0xF4] + Array("te d'Ivoire.".utf8))
                == "It rained in Côte d'Ivoire.")
    }

    @Test func damagedUTF8IsRepaired() throws {
        let text = String(repeating: "é", count: 20)
        #expect(try decoded(Array(text.utf8) + [0xC3]) == text + "\u{FFFD}")
        #expect(try decoded(Array(text.utf8) + [0xC3], charset: "latin1") == text + "\u{FFFD}")
    }

    @Test(arguments: CharsetSample.all) func utf16NeedsNoMark(sample: CharsetSample) throws {
        let units = Array(sample.text.utf16)
        #expect(try decoded(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == sample.text)
        #expect(try decoded(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == sample.text)
    }

    @Test func binaryIsNoText() {
        for bytes: [UInt8] in [
            [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], [UInt8](repeating: 0, count: 400), [1, 0, 2, 0, 3, 0, 4, 0],
        ] {
            #expect(throws: ExtractionError.notText) { try decoded(bytes) }
        }
    }

    @Test func declaredCharset() {
        #expect(CharsetDeclaration.find(in: Array("<meta charset=\"ISO-8859-15\">".utf8)) == "iso-8859-15")
        #expect(CharsetDeclaration.find(in: Array("<meta content=\"text/html; charset=cp1252\">".utf8)) == "cp1252")
        #expect(CharsetDeclaration.find(in: Array("<p>no charset here</p>".utf8)) == nil)
    }
}
