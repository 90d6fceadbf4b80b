import Ingest
import TestSupport
import Testing

@Suite struct FormatTests {
    private func format(_ content: String, _ name: String) throws -> InputFormat? {
        let folder = try TemporaryFolder()
        return try ReadSource(try folder.write(name, content.utf8)).records.first?.format
    }

    @Test(arguments: [
        ("{\"title\":\"T\"}", "a.txt", InputFormat.jsonl), ("\u{FEFF}  {\"title\":\"T\"}", "a", .jsonl),
        ("not json", "a.jsonl", .jsonl), ("[1]", "a.ndjson", .jsonl), ("<!DOCTYPE html><p>x", "a.txt", .html),
        ("  \n<HTML><body>", "a", .html), ("<p>x", "a", .html), ("plain", "a.html", .html), ("plain", "A.HTM", .html),
        ("plain", "a.txt", .page), ("<3 hearts", "a.txt", .page), ("<?xml ?>", "a.xhtml", .html),
    ])
    func contentTellsBeforeTheName(content: String, name: String, expected: InputFormat) throws {
        #expect(try format(content, name) == expected)
    }

    @Test func theUserTellsBeforeContent() throws {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        configuration.inputFormat = .page
        #expect(try ReadSource(try folder.write("a.jsonl", "{}".utf8), configuration).records.first?.format == .page)
    }

    @Test(arguments: [
        ([0x1F, 0x8B, 0x08] as [UInt8], "gzip"), ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0x42, 0x5A, 0x68], "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ])
    func containersAreOneRejectThatSaysWhat(bytes: [UInt8], name: String) throws {
        let folder = try TemporaryFolder()
        let read = try ReadSource(try folder.write("a.jsonl", bytes + [1, 2, 3, 0x0A, 4]))
        #expect(read.records.isEmpty)
        #expect(read.rejects.count == 1)
        #expect(read.rejects.first?.reason.hasPrefix("\(name) data") == true)
    }

    @Test func aJSONArrayIsOneRejectThatSaysWhatToDo() throws {
        let folder = try TemporaryFolder()
        let read = try ReadSource(try folder.write("a.json", "[\n  {\"title\":\"T\"},\n  {\"title\":\"U\"}\n]\n".utf8))
        #expect(read.records.isEmpty)
        #expect(
            read.rejects.map(\.reason) == [
                "a JSON array: this version reads one object a line; make it so with: jq -c '.[]'"
            ])
    }
}
