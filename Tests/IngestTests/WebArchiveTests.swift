import NewsModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct WebArchiveTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ bytes: [UInt8], _ name: String = "crawl.warc") throws -> ReadSource {
        try ReadSource(try folder.write(name, bytes))
    }

    private static let page = "<html><p>It rained.</p></html>"

    private static func record(
        _ type: String, _ contentType: String, _ block: [UInt8], url: String? = "https://example.org/rain"
    ) -> [UInt8] {
        let target = url.map { "WARC-Target-URI: \($0)\r\n" } ?? ""
        let header =
            "WARC/1.0\r\nWARC-Type: \(type)\r\n\(target)Content-Type: \(contentType)\r\nContent-Length: \(block.count)\r\n\r\n"
        return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private static func answer(
        _ body: [UInt8], type: String = "text/html; charset=\"windows-1252\"", status: String = "200 OK",
        _ fields: String = ""
    ) -> [UInt8] {
        let head = Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8)
        return record("response", "application/http; msgtype=response", head + body)
    }

    private static func answer(_ body: String, _ fields: String = "") -> [UInt8] { answer(Array(body.utf8), fields) }

    @Test func pagesComeWithAddressAndCharset() throws {
        let info = Self.record("warcinfo", "application/warc-fields", Array("software: x".utf8), url: nil)
        let request = Self.record("request", "application/http", Array("GET / HTTP/1.1\r\n\r\n".utf8))
        let found = try read(info + request + Self.answer(Self.page))
        #expect(found.texts == [Self.page])
        let record = try #require(found.records.first)
        #expect(record.kind == "html")
        #expect(record.url == "https://example.org/rain")
        #expect(record.charset == "windows-1252")
        #expect(record.offset == info.count + request.count)
        #expect(record.place == "record 3 at byte \(info.count + request.count)")
        #expect(record.fallbackID == "crawl:3")
        #expect(found.rejects.isEmpty)
        let parsed = try RecordParser(names: try FieldNames()).parse(record)
        #expect(parsed.url == "https://example.org/rain")
        #expect(parsed.charset == "windows-1252")
    }

    @Test func eachRecordMayBeAMemberOfItsOwn() throws {
        let members = (0..<5).flatMap { TestArchive.compressed(Self.answer("<p>\($0)"), by: "gzip") }
        #expect(try read(members, "crawl.warc.gz").texts == (0..<5).map { "<p>\($0)" })
    }

    @Test func aPackedArchiveThatIsCutOffEnds() throws {
        let member = TestArchive.compressed(Self.answer(Self.page), by: "gzip")
        for cut in [4, 12, 60, member.count - 1] {
            let found = try read(member + member.prefix(cut), "crawl.warc.gz")
            #expect(found.texts.first == Self.page)
            #expect(found.rejects.last?.reason.contains("truncated") == true, "\(found.complaints)")
            #expect(found.records.count + found.rejects.count <= 3)
        }
    }

    @Test func textsOfWETArePages() throws {
        let found = try read(Self.record("conversion", "text/plain", Array("It rained.".utf8)), "a.warc.wet")
        #expect(found.records.map(\.kind) == ["page"])
        #expect(found.records.map(\.url) == ["https://example.org/rain"])
    }

    @Test func resourcesAndOtherFormatsAreRead() throws {
        let lines = Self.answer(Array("{\"title\":\"A\"}\n{\"title\":\"B\"}\n".utf8), type: "application/json")
        let found = try read(Self.record("resource", "text/html", Array(Self.page.utf8)) + lines)
        #expect(found.records.map(\.kind) == ["html", "object", "object"])
        #expect(found.records.map(\.fallbackID) == ["crawl:1", "crawl:2:1", "crawl:2:2"])
        #expect(found.records[2].place.hasSuffix(", line 2"))
    }

    @Test(arguments: [
        ("404 Not Found", "text/html", "answered 404, no page: https://example.org/rain"),
        ("200 OK", "image/png", "image/png holds no article: https://example.org/rain"),
    ])
    func whatIsNoPageIsAReject(status: String, type: String, reason: String) throws {
        let found = try read(Self.answer([1, 2, 3], type: type, status: status) + Self.answer(Self.page))
        #expect(found.complaints == ["record 1 at byte 0: \(reason)"])
        #expect(found.texts == [Self.page])
    }

    @Test func chunksAreJoined() throws {
        let chunked = "6;name=value\r\n<html>\r\nA\r\n<p>It rain\r\n3\r\ned.\r\n0\r\n\r\n"
        let field = "Transfer-Encoding: chunked\r\n"
        #expect(try read(Self.answer(chunked, field)).texts == ["<html><p>It rained."])
        #expect(try read(Self.answer(Self.page, field)).texts == [Self.page], "a body that is joined already")
    }

    @Test func contentCodingsAreUndone() throws {
        let packed = TestArchive.compressed(Array(Self.page.utf8), by: "gzip")
        // gzip is bare deflate between a header of 10 bytes and a trailer of 8.
        let bare = Array(packed[10..<packed.count - 8])
        #expect(try read(Self.answer(packed, "Content-Encoding: gzip\r\n")).texts == [Self.page])
        #expect(try read(Self.answer(bare, "Content-Encoding: deflate\r\n")).texts == [Self.page])
        #expect(try read(Self.answer(Self.page, "Content-Encoding: gzip\r\n")).texts == [Self.page])
        #expect(try read(Self.answer(Self.page, "Content-Encoding: br\r\n")).texts == [Self.page])
        let found = try read(Self.answer([1, 2, 3], "Content-Encoding: br\r\n"))
        #expect(found.rejects.map(\.reason) == ["packed with br, which is not read: https://example.org/rain"])
    }

    @Test func aPackedBodyIsBounded() throws {
        var configuration = IngestConfiguration()
        configuration.limits.mostRecordBytes = 1 << 16
        let packed = TestArchive.compressed([UInt8](repeating: 0x61, count: 1 << 20), by: "gzip")
        let path = try folder.write(
            "a.warc", Self.answer(packed, "Content-Encoding: gzip\r\n") + Self.answer(Self.page))
        let found = try ReadSource(path, configuration)
        #expect(found.texts == [Self.page])
        #expect(found.rejects.count == 1)
    }

    @Test func damagedRecordsDoNotTakeTheOthersAlong() throws {
        let damaged = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nnoise\r\n".utf8)
        let found = try read(Self.answer(Self.page) + damaged + Self.answer(Self.page) + Array("noise\n".utf8))
        #expect(found.texts == [Self.page, Self.page])
        #expect(found.rejects.map(\.reason) == Array(repeating: "damaged: this is no WARC record", count: 2))
    }

    @Test func theRecordInWhichTheArchiveEndsIsAReject() throws {
        let bytes = Self.answer(Self.page) + Self.answer(Self.page)
        let found = try read(Array(bytes.dropLast(20)))
        #expect(found.texts == [Self.page])
        #expect(found.rejects.map(\.reason) == ["truncated: the web archive ends inside this record"])
    }

    @Test func whereverAnArchiveIsCutNothingIsLostSilently() throws {
        let bytes = Self.answer(Self.page) + Self.answer(Self.page)
        for cut in 6..<bytes.count {
            let found = try read(Array(bytes.prefix(cut)))
            let count = found.records.count + found.rejects.count
            #expect(count == (cut <= bytes.count / 2 ? 1 : 2), "\(cut) of \(bytes.count): \(found.complaints)")
        }
    }
}
