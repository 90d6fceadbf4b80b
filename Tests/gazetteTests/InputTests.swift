import Foundation
import Testing

@Suite struct InputTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let story =
        "Rain in Niger\n\nIn Niger rain fell for a whole day on the fields, and Russia sent seeds to the farmers.\n"

    private func tag(_ path: String, _ options: String..., input: [UInt8] = []) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["tag", path, "--database", "news.db"] + options, in: folder, input: input)
    }

    private func stats() throws -> String { try folder.gazette("stats", "--database", "news.db").output }

    @Test func rejectsEndWithThreeAndAreListed() throws {
        let lines =
            "{\"title\":\"Niger\",\"text\":\"\(Self.story.prefix(12))\"}\n{broken\n\n[1]\n{\"colour\":\"red\"}\n"
        let path = try folder.write("dump.jsonl", lines.utf8)
        let outcome = try tag(path)
        #expect(outcome.status == 3)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("1 articles tagged"))
        #expect(outcome.errors.contains("3 records could not be read; see: gazette stats --database news.db"))
        let text = try stats()
        #expect(text.contains("rejects   3\n"))
        #expect(text.contains("dump.jsonl: line 2: not a JSON object"))
        #expect(text.contains("dump.jsonl: line 4: not a JSON object"))
        #expect(text.contains("dump.jsonl: line 5: no title or text among the fields colour"))
        #expect(try folder.gazette("stats", "--database", "news.db", "--limit", "1").output.contains("… and 2 more"))
    }

    @Test func strictMakesRejectsAFailure() throws {
        let path = try folder.write("dump.jsonl", "{broken\n".utf8)
        #expect(try tag(path, "--strict").status == 1)
        #expect(try folder.gazette("annotate", path, "--strict").status == 1)
        #expect(try folder.gazette("annotate", path).status == 3)
    }

    @Test func taggingAgainSkipsWhatIsDone() throws {
        let path = try folder.write("a.txt", Self.story.utf8)
        #expect(try tag(path).status == 0)
        let again = try tag(path)
        #expect(again.status == 0)
        #expect(again.errors.contains("0 articles tagged"))
        #expect(again.errors.contains("1 sources were tagged before and have not changed"))
        #expect(try tag(path, "--quiet").errors == "")
        #expect(try stats().hasPrefix("articles  1\n"))
    }

    @Test(arguments: [
        ("empty.txt", [] as [UInt8]), ("binary.txt", [0x1F, 0x8B, 0x08, 0, 1, 2, 3]), ("blank.html", [0x20, 0x0A]),
        ("zip.jsonl", [0x50, 0x4B, 0x03, 0x04, 0xFF]),
    ])
    func whatIsNoArticleIsARejectWithAReason(name: String, bytes: [UInt8]) throws {
        let outcome = try tag(try folder.write(name, bytes))
        #expect(outcome.status == 3)
        #expect(try stats().contains("\(name): "))
    }

    @Test func noiseIsARejectOrAnArticleButNeverACrash() throws {
        var noise: [UInt8] = []
        var state: UInt32 = 17
        for _ in 0..<20_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            noise.append(UInt8(truncatingIfNeeded: state >> 16))
        }
        try folder.write("dump/noise.txt", noise)
        try folder.write("dump/noise.html", Array("<html>".utf8) + noise)
        try folder.write("dump/noise.jsonl", Array("{".utf8) + noise)
        try folder.write("dump/zeros.txt", [UInt8](repeating: 0, count: 5000))
        let outcome = try tag("dump")
        #expect(outcome.status == 3 || outcome.status == 0, "\(outcome.errors)")
        #expect(try stats().contains("sources   4, 4 of them read to the end"))
    }

    @Test func brokenUTF8AndLatin1AreStillRead() throws {
        var broken = Array(Self.story.utf8)
        broken.insert(contentsOf: [0xC3, 0x28, 0xFF], at: broken.count - 30)
        try folder.write("dump/broken.txt", broken)
        let latin =
            "Rain in Niger\n\nIn Niger rain fell for a whole day on the fields near the caf\u{E9}, and C\u{F4}te d'Ivoire sent seeds.\n"
        try folder.write("dump/latin.txt", latin.unicodeScalars.map { UInt8($0.value) })
        #expect(try tag("dump").status == 0)
        let found = try folder.gazette("stories", "Niger", "--database", "news.db", "--format", "csv", "--quiet").output
        #expect(found.split(separator: "\n").count == 3)
        #expect(
            try folder.gazette("show", "latin", "--database", "news.db").output.contains(
                "near the café, and [Côte d'Ivoire Q1008]"))
    }

    @Test func standardInputIsASource() throws {
        let line = "{\"id\":\"x1\",\"title\":\"Niger\",\"text\":\"It rained in Niger.\"}\n"
        #expect(try tag("-", input: Array(line.utf8)).status == 0)
        #expect(try folder.gazette("show", "x1", "--database", "news.db").status == 0)
        #expect(try tag("-", input: Array(line.utf8)).errors.contains("0 articles tagged"))
        let annotated = try folder.gazette("annotate", "-", input: Array(line.utf8))
        #expect(annotated.output.hasPrefix("{\"id\":\"x1\",\"title\":\"Niger\","))
    }

    @Test func standardInputThatHasGrownGivesItsNewRecords() throws {
        func lines(_ count: Int) -> [UInt8] {
            let text = String(repeating: "It rained in Niger. ", count: 40)
            return Array(
                (0..<count).map { "{\"id\":\"\($0)\",\"title\":\"Niger\",\"text\":\"\(text)\"}\n" }.joined().utf8)
        }
        #expect(try tag("-", input: lines(400)).errors.contains("400 articles tagged"))
        #expect(try tag("-", input: lines(410)).errors.contains("10 articles tagged"))
        #expect(try stats().hasPrefix("articles  410\n"))
    }

    @Test func ownFieldNamesAndTheTextAsItCame() throws {
        let path = try folder.write("d.jsonl", "{\"blurb\":\"  It rained  in Niger. \\n\",\"nr\":7}\n".utf8)
        let outcome = try folder.gazette(
            "annotate", path, "--field", "text=blurb", "--field", "id=nr", "--text-is-body")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("{\"id\":\"7\","))
        #expect(outcome.output.contains("\"text\":\"  It rained  in Niger. \\n\""))
        #expect(
            outcome.output.contains(
                "{\"start\":16,\"end\":21,\"text\":\"Niger\",\"kind\":\"country\",\"entity\":\"Q1032\""))
    }

    /// A tar archive, by zstd, of rain.txt, seeds.html and more.jsonl, whose second line is broken.
    private static let archive =
        "KLUv/QRo5QoAdpA0GVB5A7nS4gsnRBilMo+vZ4AIwCZKT2aZcHYtACoALgCfWcmvrdPcGGdKZ65bg5P6TBDlKAykUIokQYq5IAWl"
        + "E0EUOre4h2trJvRn9Qt4u77+te/72qvVGpz8utUFfXVvMX9t+8U+1su/w1ro1TPGvOseyw4BQA4XxNa1/l61LuR8jTNeuCIaorFd"
        + "jSjnu21341z1tcZpKFIgRWJ03taGCQw6v5dr9zmcKxIog+H6DW3xdyAEV9WegAkCUkkSWlyst4H4iGb4rKZ9rNzDsH/G3ph3MiBw"
        + "iEiVyJQHHyw9uAyfqL6AYPgCJI+BDZALi4ESnwuPoWLPQ8LUQ60YYBhQDbEVmJi4tw5BXfgugaFh3nzYAOmd/DdgfWn+Ewg3dIxx"
        + "dkr/D4DwVvFlibFUMt2IIinuRAxABlDJ1WEEhEstrsm4B5QEUwEmAgM4gPCDymO3KiDQoANYmUAdjHK62g=="

    /// A web archive, by gzip, of a request, a page and an answer of status 404.
    private static let webArchive =
        "H4sIAAAAAAACAwt3DHLWN9Qz4OUKB7J0QyoLUq0UilILS1OLS2BiiUXpqSW6oUGeVgoZJSUFxVb6+qkVibkFOal6+UXp+sWpqSnF"
        + "vFzO+XklqXklUCMSCwpyMpMTSzLz8/RBmhDyPql56SUZVgqGFrxcvFzuriEK+goeISEBQFcYgkRAEACzW25IlgAAAB+LCAAAAAAA"
        + "AgNdTktqwzAQ3Rt8hzlAY9npzghDySahLS2uS9aKPbEE+iFNaHz7SnZLoauZefN+56f+wJqqLotz2nbD4rGFgNE7G/EXFGFG2n32"
        + "pxYkkY8tY3gXxmusXJhZRJxiWRycJbT04yG812oUpJxlWfT3f0E7k2xh3zyWRVkch+E9NWhgX9fw9vzfh/BOycDozOV56bhEMXWc"
        + "FGnsPnI4XF2AV6EVZxvK2ca5uGnpuO9Odn3DWhVGYXCVkExTBIMhgrLr+SWdRhjdzVJYHkDYCfpbjEokrSUwLiC4a6YauCwQpfIV"
        + "Zz4lbllr1y6X/QbC+PYQWwEAAB+LCAAAAAAAAgNdjU0KwjAQhfeB3CEXaNNCu8lOCqIgIiXSddAhLbQzIRmh3t4UFcHd4/18b9j1"
        + "na7LSoohq8I+AxgVIQXCBF/TRQ9cXPujUSNzSEZrWN0SZigpeu0Jc7UjZED+IFwI83RzPBHqbfPLT4CeR6PaVgopDtZe8n+tmqpR"
        + "Z2K1pwfe/2kMK2fMMm+T950ULzwHbaa7AAAA"

    @Test func archivesAreReadAndTheirRejectsNameTheEntry() throws {
        let path = try folder.write("dump.tar.zst", try #require(Data(base64Encoded: Self.archive)))
        let outcome = try tag(path)
        #expect(outcome.status == 3, "\(outcome.errors)")
        let text = try stats()
        #expect(text.hasPrefix("articles  3\n"))
        #expect(text.contains("dump.tar.zst: entry pages/more.jsonl, line 2: not a JSON object"))
        #expect(try folder.gazette("show", "seeds", "--database", "news.db").output.contains("[Mali Q912]"))
        #expect(try tag(path).errors.contains("1 sources were tagged before and have not changed"))
    }

    @Test func webArchivesGiveTheirPages() throws {
        let path = try folder.write("crawl.warc.gz", try #require(Data(base64Encoded: Self.webArchive)))
        #expect(try tag(path).status == 3)
        #expect(try stats().contains("answered 404, no page: https://example.org/gone"))
        #expect(try folder.gazette("show", "crawl:2", "--database", "news.db").output.contains("[Mali Q912]"))
    }

    @Test func tablesAndFeedsGiveTheirRows() throws {
        let table =
            "\u{FEFF}headline;body;date\r\n\"Rain; in Niger\";\"It rained in Niger\r\nfor a day.\";2024-01-17\r\n"
        let csv = try folder.gazette("annotate", try folder.write("dump.csv", table.utf8))
        #expect(csv.status == 0, "\(csv.errors)")
        #expect(csv.output.hasPrefix("{\"id\":\"dump:2\",\"title\":\"Rain; in Niger\",\"published\":\"2024-01-17\""))
        let feed =
            "<rss><channel><title>The Paper</title><item><guid>x7</guid><title>Rain in Niger</title>"
            + "<pubDate>Wed, 17 Jan 2024 10:05:00 +0100</pubDate><description>It rained in Niger for a day.</description>"
            + "</item></channel></rss>"
        let rss = try folder.gazette("annotate", try folder.write("feed.xml", feed.utf8))
        #expect(rss.status == 0, "\(rss.errors)")
        #expect(
            rss.output.hasPrefix(
                "{\"id\":\"x7\",\"title\":\"Rain in Niger\",\"published\":\"2024-01-17T10:05:00+01:00\""))
        #expect(rss.output.contains("\"site\":\"The Paper\""))
    }

    @Test func limitsAreGivenAsSizes() throws {
        let path = try folder.write("a.txt", Self.story.utf8)
        let outcome = try tag(path, "--record-limit", "50")
        #expect(outcome.status == 3)
        #expect(try stats().contains("a.txt: page of more than 50 bytes"))
        #expect(try tag(path, "--record-limit", "some").errors.contains("--record-limit wants a number of bytes"))
        #expect(try tag(path, "--entry-limit", "99999999T").status == 2)
    }
}
