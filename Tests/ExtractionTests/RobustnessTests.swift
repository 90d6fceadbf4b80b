import NewsModel
import Testing

@testable import Extraction

@Suite struct RobustnessTests {
    /// A small generator, so that a failure can be repeated.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func check(_ content: RecordContent) {
        let record = SourceRecord(number: 0, place: "", fallbackID: "x", content: content)
        guard let article = try? Extractor.trained.article(from: record) else { return }
        var position = 0
        let bytes = Array(article.text.utf8)
        for (number, zone) in article.zones.enumerated() {
            if number > 0 {
                #expect(bytes[position..<zone.span.start].elementsEqual([0x0A, 0x0A]))
            }
            #expect(zone.span.count > 0)
            #expect(!bytes[zone.span.start..<zone.span.end].contains(0x0A))
            position = zone.span.end
        }
        #expect(position == bytes.count)
        #expect(!article.text.contains("  "))
    }

    @Test func aPageMayEndAnywhere() {
        let html = Array(
            "<title>Rain</title><script>x</script><!-- y --><textarea>z</textarea>\(SamplePages.html)<title".utf8)
        for end in html.indices { check(.html(Array(html[..<end]))) }
        let page = Array(SamplePages.scrape.utf8)
        for end in page.indices where end % 5 == 0 { check(.page(Array(page[..<end]))) }
    }

    @Test func randomBytesNeverCrash() {
        var generator = Generator(state: 7)
        let pieces = [
            "<p>", "</p>", "<div class='nav", "<li>", "</", "<!--", "-->", "<script>", "&#xD800;", "&#99999999999;",
            "&amp", "•", "By ",
            "January 17, 2024", "\n\n", "\r", "The men of the north said that it was so. ", "<a href=x", "\"",
            "{\"@type\":", "© ", " > ",
            "\u{FEFF}", "\u{AD}", "<h1>", "</table>", "<title>",
        ].map { Array($0.utf8) }
        for _ in 0..<1500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<60, using: &generator) {
                if Int.random(in: 0..<4, using: &generator) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &generator))
                } else {
                    bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                }
            }
            check(.page(bytes))
            check(.html(bytes))
        }
    }

    @Test(arguments: [
        "<div>", "<b>", "<p><b><font color=1>", "<table><tr><td>", "</div>", "<a b=", "<!--", "&", "<ul><li>x",
        "{\"@type\":[",
    ])
    func longInputsTakeLinearTime(piece: String) {
        let bytes = Array(String(repeating: piece, count: 60_000).utf8)
        let clock = ContinuousClock()
        let time = clock.measure {
            check(.html(bytes))
            check(.page(bytes))
        }
        #expect(time < .seconds(120))
    }

    @Test(arguments: [("<div>", 1_000_000), ("<a href=x>", 1_000_000), ("<p><a>", 1_000_000), ("<div><a>x", 60_000)])
    func aMillionOpenElements(piece: String, count: Int) {
        let bytes = Array(String(repeating: piece, count: count).utf8) + Array("<p>It rained.".utf8)
        let time = ContinuousClock().measure { check(.html(bytes)) }
        #expect(time < .seconds(120))
    }

    @Test func nulBytesAreNoPartOfAText() throws {
        let text = SamplePages.paragraphs.joined(separator: "\n\n")
        var bytes = Array(text.utf8)
        for place in stride(from: bytes.count - 1, to: 0, by: -97) where bytes[place] < 0x80 {
            bytes.insert(0, at: place)
        }
        for content in [RecordContent.page(bytes), .html(bytes)] {
            let record = SourceRecord(number: 0, place: "", fallbackID: "x", content: content)
            let article = try Extractor.trained.article(from: record)
            #expect(!article.text.utf8.contains(0) && article.text.contains("harbour of Port Ellis"))
            check(content)
        }
    }

    @Test(arguments: ["utf-8", "utf-16", "shift_jis", "iso-2022-jp", "big5", "x-none"])
    func wrongDeclarationsAreSurvived(charset: String) {
        var generator = Generator(state: 11)
        for _ in 0..<200 {
            var bytes = Array("<meta charset=\(charset)><p>It rained. ".utf8)
            for _ in 0..<40 { bytes.append(UInt8.random(in: 0x1B...0xFF, using: &generator)) }
            check(.html(bytes))
        }
    }

    @Test func oneVeryLongLine() {
        check(.page([UInt8](repeating: 0x61, count: 8_000_000)))
        check(.page(Array(String(repeating: "the word of it. ", count: 400_000).utf8)))
    }

    @Test func deeplyNestedLinkedData() {
        let nested = String(repeating: "{\"@graph\":[", count: 50_000)
        check(
            .html(
                Array(
                    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"a\":\(nested)</script><p>It rained in the north."
                        .utf8)))
    }
}
