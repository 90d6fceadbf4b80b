import NewsModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct ContainerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(
        _ name: String, _ bytes: [UInt8], _ configuration: IngestConfiguration = IngestConfiguration()
    ) throws -> ReadSource {
        try ReadSource(try folder.write(name, bytes), configuration)
    }

    private static let lines = "{\"title\":\"One\"}\n{\"title\":\"Two\"}\n"

    private static let mixed = [
        TestArchive.Entry("news", "", kind: .folder), TestArchive.Entry("news/dump.jsonl", lines),
        TestArchive.Entry("news/rain.html", "<html><p>Rain</p></html>"), TestArchive.Entry("news/page.txt", "A page"),
    ]

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd", "lz4"])
    func compressedFilesAreReadAsIfTheyWereNot(filter: String) throws {
        let found = try read("dump.jsonl", TestArchive.compressed(Array(Self.lines.utf8), by: filter))
        #expect(found.texts == ["{\"title\":\"One\"}", "{\"title\":\"Two\"}"])
        #expect(found.records.map(\.place) == ["line 1", "line 2"])
        #expect(found.records.map(\.offset) == [0, 16])
        #expect(found.rejects.isEmpty)
    }

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd", "lz4"])
    func severalMembersAreOneFile(filter: String) throws {
        let member = TestArchive.compressed(Array(Self.lines.utf8), by: filter)
        #expect(try read("dump.jsonl.x", member + member).records.count == 4)
    }

    @Test func theEndingOfACompressionIsNoPartOfAKey() throws {
        let page = TestArchive.compressed(Array("A page".utf8), by: "gzip")
        #expect(try read("rain.txt.gz", page).records.map(\.fallbackID) == ["rain"])
        let lines = TestArchive.compressed(Array(Self.lines.utf8), by: "zstd")
        #expect(try read("dump.jsonl.zst", lines).records.map(\.fallbackID) == ["dump:1", "dump:2"])
    }

    @Test(arguments: [true, false])
    func filesOfAnArchiveAreReadEachByItsFormat(isZip: Bool) throws {
        let found = try read("all", isZip ? TestArchive.zip(Self.mixed) : TestArchive.tar(Self.mixed))
        #expect(found.records.map(\.kind) == ["object", "object", "html", "page"])
        #expect(
            found.records.map(\.place) == [
                "entry news/dump.jsonl, line 1", "entry news/dump.jsonl, line 2", "entry news/rain.html",
                "entry news/page.txt",
            ])
        #expect(found.records.map(\.number) == [0, 1, 2, 3])
        #expect(found.records.map(\.fallbackID) == ["dump:1", "dump:2", "rain", "page"])
        #expect(found.rejects.isEmpty)
    }

    @Test func containersStandInContainers() throws {
        let inner = TestArchive.compressed(TestArchive.tar(Self.mixed), by: "zstd")
        let found = try read(
            "all.zip",
            TestArchive.zip([
                .init("a.tar.zst", inner), .init("b.txt", "B"), .init("c.zip", TestArchive.zip(Self.mixed)),
            ]))
        #expect(found.records.count == 9)
        #expect(found.records.map(\.number) == Array(0..<9))
        #expect(found.records[2].place == "entry a.tar.zst, entry news/rain.html")
        #expect(found.records[8].place == "entry c.zip, entry news/page.txt")
    }

    @Test func namesInArchivesAreOnlyNames() throws {
        let names = ["../../up.txt", "/etc/absolute.txt", "a/../b.txt", "tab\tin\u{1B}[2J.txt", ""]
        let found = try read("a.tar", TestArchive.tar(names.map { .init($0, "A page") }))
        #expect(found.records.map(\.fallbackID).prefix(3) == ["up", "absolute", "b"])
        #expect(found.records.map(\.place)[3] == "entry tab?in?[2J.txt")
    }

    @Test func whatSystemsAddIsPassedOver() throws {
        let names = ["__MACOSX/._a.txt", ".DS_Store", "a/.git/config", "._x", "./seen.txt"]
        let found = try read("a.zip", TestArchive.zip(names.map { .init($0, "A page") }))
        #expect(found.records.map(\.fallbackID) == ["seen"])
        #expect(found.rejects.isEmpty)
    }

    @Test func linksArePassedOver() throws {
        let found = try read(
            "a.tar", TestArchive.tar([.init("link.txt", "/etc/passwd", kind: .symbolicLink), .init("b.txt", "B")]))
        #expect(found.records.map(\.fallbackID) == ["b"])
        #expect(found.rejects.isEmpty)
    }

    @Test func anEmptyFileInAnArchiveIsARejectAmongTheOthers() throws {
        let found = try read("a.tar", TestArchive.tar([.init("a.txt", "A"), .init("e.txt", ""), .init("b.txt", "B")]))
        #expect(found.texts == ["A", "B"])
        #expect(found.complaints == ["entry e.txt: empty: there is nothing to read"])
        #expect(found.rejects.map(\.record) == [1])
    }

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
    func whatIsCutOffIsReadUpToThere(filter: String) throws {
        var generator = SeededGenerator(seed: 3)
        let lines = (0..<80_000).map { "{\"title\":\"\($0) \(UInt64.random(in: 0 ... .max, using: &generator))\"}" }
        let whole = TestArchive.compressed(Array(lines.joined(separator: "\n").utf8), by: filter)
        let found = try read("dump.jsonl", Array(whole.prefix(whole.count * 3 / 4)))
        #expect(found.records.count > 20_000)
        #expect(found.records.count < 64_000)
        #expect(found.texts == Array(lines.prefix(found.records.count)))
        #expect(found.rejects.count == 1)
        #expect(found.rejects.first?.reason.contains("truncated") == true, "\(found.complaints)")
    }

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
    func whatIsCutOffAtOnceIsNotEmpty(filter: String) throws {
        let whole = TestArchive.compressed(Array(Self.lines.utf8), by: filter)
        let found = try read("dump.jsonl", Array(whole.prefix(whole.count - 12)))
        #expect(found.rejects.last?.reason.contains("truncated") == true, "\(found.complaints)")
        #expect(try read("e", TestArchive.compressed([], by: filter)).complaints == ["empty: there is nothing to read"])
    }

    @Test func gzipGivesEverythingBeforeTheCut() throws {
        let member = TestArchive.compressed(Array(Self.lines.utf8), by: "gzip")
        let found = try read("dump.jsonl.gz", member + member.prefix(member.count - 4))
        #expect(found.records.count == 4)
        #expect(found.complaints == ["gzip data is truncated: it ends after 64 unpacked bytes"])
    }

    @Test func aDamagedEntryDoesNotTakeTheOthersAlong() throws {
        let long = String(repeating: "It rained in Niamey. ", count: 300)
        var bytes = TestArchive.zip([.init("a.txt", "A"), .init("b.txt", long), .init("c.txt", "C")])
        let name = try #require((0..<bytes.count).first { bytes[$0...].starts(with: "b.txt".utf8) })
        for place in name + 40..<name + 60 { bytes[place] = 0xFF }
        let found = try read("a.zip", bytes)
        #expect(found.texts == ["A", "C"])
        #expect(found.rejects.map(\.place) == ["entry b.txt"])
    }

    @Test func tooDeepNestingIsARejectAndTheRestIsRead() throws {
        var configuration = IngestConfiguration()
        configuration.limits.deepestNesting = 2
        let deep = TestArchive.zip([.init("b.gz", TestArchive.compressed(Array("B".utf8), by: "gzip"))])
        let found = try read("a.zip", TestArchive.zip([.init("deep.zip", deep), .init("c.txt", "C")]), configuration)
        #expect(found.texts == ["C"])
        #expect(
            found.complaints == [
                "entry deep.zip, entry b.gz: containers in more than 2 containers: see --nesting-limit"
            ])
    }

    @Test func anEntryLargerThanTheLimitIsARejectAndTheRestIsRead() throws {
        var configuration = IngestConfiguration()
        configuration.limits.mostEntryBytes = 1 << 20
        let large = [UInt8](repeating: 0x61, count: 3 << 20)
        let found = try read("a.zip", TestArchive.zip([.init("large.txt", large), .init("c.txt", "C")]), configuration)
        #expect(found.texts == ["C"])
        #expect(found.complaints == ["entry large.txt: more than 1 MiB unpacked: see --entry-limit"])
    }

    @Test func aBombEndsTheSourceEarly() throws {
        let zeros = [UInt8](repeating: 0x30, count: 40 << 20)
        let layer = TestArchive.compressed(zeros, by: "bzip2")
        let bomb = TestArchive.zip((0..<20).map { .init("\($0).bz2", layer) })
        let found = try read("bomb.zip", bomb)
        #expect(found.records.count < 3)
        #expect(found.rejects.last?.reason.contains("more than 1000 times its size") == true, "\(found.complaints)")
    }

    @Test func officeDocumentsAreOneReject() throws {
        let document = TestArchive.zip([.init("[Content_Types].xml", "<Types/>"), .init("b.xml", "<b/>")])
        let found = try read("a.docx", document)
        #expect(found.complaints == ["an office document or e-book: export it as text or HTML"])
        #expect(found.records.isEmpty)
    }

    @Test func theFormatThatTheUserNamesHoldsForWhatStandsInContainers() throws {
        var configuration = IngestConfiguration()
        configuration.inputFormat = .html
        let found = try read("a.zip", TestArchive.zip([.init("a.txt", "plain"), .init("b.json", "{}")]), configuration)
        #expect(found.records.map(\.kind) == ["html", "html"])
    }
}
