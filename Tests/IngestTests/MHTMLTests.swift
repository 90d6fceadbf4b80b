import NewsModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct MHTMLTests {
    private func read(_ content: String) throws -> ReadSource {
        let folder = try TemporaryFolder()
        return try ReadSource(try folder.write("a.txt", content.utf8))
    }

    private static func message(_ parts: [String], _ parameters: String = "type=\"text/html\"; boundary=\"--=B\"")
        -> String
    {
        let divided = parts.map { "----=B\r\n\($0)\r\n" }.joined()
        return "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/s\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related;\r\n\t\(parameters)\r\n\r\n\(divided)----=B--\r\n"
    }

    @Test func theFirstPartOfHTMLIsThePage() throws {
        let found = try read(
            Self.message([
                "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K",
                "Content-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                    + "Content-Location: https://example.org/rain\r\n\r\n<p>caf=E9 =3D r=\r\nain=zz",
                "Content-Type: text/html\r\n\r\n<p>frame",
            ]))
        let record = try #require(found.records.first)
        #expect(found.records.count == 1)
        #expect(record.bytes == Array("<p>caf".utf8) + [0xE9] + Array(" = rain=zz\r\n".utf8))
        #expect(record.kind == "html")
        #expect(record.charset == "windows-1252")
        #expect(record.url == "https://example.org/rain")
        #expect(record.fallbackID == "a")
    }

    @Test func thePartThatTheMessageStartsWithIsThePage() throws {
        let found = try read(
            Self.message(
                [
                    "Content-Type: text/html\r\nContent-ID: <one>\r\n\r\n<p>one",
                    "Content-Type: text/html\r\nContent-ID: <two>\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+\r\ndHdv",
                ], "start=\"<two>\"; boundary=\"--=B\""))
        #expect(found.texts == ["<p>two"])
        #expect(found.records.first?.url == "https://example.org/s")
    }

    @Test func partsOfPartsAreLookedInto() throws {
        let inner =
            "Content-Type: multipart/alternative; boundary=C\r\n\r\n--C\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
            + "--C\r\nContent-Type: text/html\r\n\r\n<p>one\r\n--C--\r\n"
        #expect(try read(Self.message([inner])).texts == ["<p>one\r\n"])
    }

    @Test func aMessageWithoutHTMLIsAReject() throws {
        #expect(
            try read(Self.message(["Content-Type: text/css\r\n\r\np"])).complaints == [
                "a message without a part that is HTML"
            ])
    }

    @Test func aMessageThatIsCutOffIsReadAsFarAsItGoes() throws {
        let whole = Self.message(["Content-Type: text/html\r\n\r\n<p>It rained all day."])
        #expect(try read(String(whole.prefix(whole.count - 10))).texts == ["<p>It rained all day."])
    }
}
