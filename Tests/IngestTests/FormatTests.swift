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

    @Test func theUserTellsBeforeContent() throws {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        configuration.inputFormat = .page
        #expect(try ReadSource(try folder.write("a.jsonl", "{}".utf8), configuration).records.first?.kind == "page")
    }
}
