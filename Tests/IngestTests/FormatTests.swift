import Ingest
import TestSupport
import Testing

@Suite struct FormatTests {
    private func format(_ content: String, _ name: String) throws -> String? {
        let folder = try TemporaryFolder()
        return try ReadSource(try folder.write(name, content.utf8)).records.first?.kind
    }

    @Test(arguments: [
        ("{\"title\":\"T\"}", "a.txt", "object"), ("\u{FEFF}  {\"title\":\"T\"}", "a", "object"),
        ("not json", "a.jsonl", "object"), ("[1]", "a.ndjson", "object"), ("<!DOCTYPE html><p>x", "a.txt", "html"),
        ("  \n<HTML><body>", "a", "html"), ("<p>x", "a", "html"), ("plain", "a.html", "html"),
        ("plain", "A.HTM", "html"),
        ("plain", "a.txt", "page"), ("<3 hearts", "a.txt", "page"), ("<?xml ?>", "a.xhtml", "html"),
    ])
    func contentTellsBeforeTheName(content: String, name: String, expected: String) throws {
        #expect(try format(content, name) == expected)
    }

    @Test(arguments: [
        ("{\"title\":\"T\"\n}", "a.jsonl", "item 1"), ("{broken\n{\"title\":\"T\"}", "a.txt", "line 1"),
        ("{\"title\":\"T\n{\"title\":\"T\"}\n", "a", "line 1"), ("{\"a\":\n", "a.jsonl", "line 1"),
        ("[{\"title\":\"T\"}]", "a.jsonl", "item 1"), ("[Note] It rained.", "a.txt", ""),
    ])
    func linesAndDocumentsAreToldApart(content: String, name: String, place: String) throws {
        let folder = try TemporaryFolder()
        #expect(try ReadSource(try folder.write(name, content.utf8)).records.first?.place == place)
    }

    @Test(arguments: [
        (Array("SQLite format 3\0".utf8), "a SQLite database, such as Gazette itself writes, which holds no articles"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a PNG image, which holds no articles"),
        (Array("%PDF-1.4\n".utf8), "a PDF document, which holds no articles"),
        ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "a program, which holds no articles"),
        ([1, 2, 3, 4, 5, 6, 7, 0x61], "binary data, which holds no articles"),
    ])
    func binaryFilesAreOneRejectThatSaysWhat(bytes: [UInt8], reason: String) throws {
        let folder = try TemporaryFolder()
        let read = try ReadSource(try folder.write("a.txt", bytes))
        #expect(read.complaints == [reason])
        #expect(read.records.isEmpty)
    }

    @Test(arguments: ["GIF8 is no format", "MZ said it rained", "ID3 tags explained", "PAR1 and RIFF"])
    func textThatBeginsLikeABinaryFileIsText(text: String) throws {
        let folder = try TemporaryFolder()
        #expect(try ReadSource(try folder.write("a.txt", text.utf8)).texts == [text])
    }

    @Test func theUserTellsBeforeContent() throws {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        configuration.inputFormat = .page
        #expect(try ReadSource(try folder.write("a.jsonl", "{}".utf8), configuration).records.first?.kind == "page")
    }
}
