import NewsModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct FeedTests {
    private func read(_ content: some Sequence<UInt8>, _ name: String = "a.xml") throws -> ReadSource {
        let folder = try TemporaryFolder()
        return try ReadSource(try folder.write(name, content))
    }

    private func fields(_ content: String) throws -> [ArticleFields] { try read(content.utf8).fields }

    private static func rss(_ items: String, _ head: String = "<?xml version=\"1.0\"?>") -> String {
        "\(head)<rss version=\"2.0\"><channel><title>The Paper</title><language>en-gb</language>"
            + "<image><title>Logo</title></image>\(items)</channel></rss>"
    }

    @Test func rssItemsAreArticles() throws {
        let item = """
            <item><title>Rain &amp; hail</title><link>https://example.org/1</link><guid isPermaLink="false">tag:1</guid>
            <pubDate>Wed, 17 Jan 2024 10:05:00 +0100</pubDate><dc:creator><![CDATA[Amina Oduya]]></dc:creator>
            <category>Weather</category><category>Niger</category><description>Short.</description>
            <content:encoded><![CDATA[<p>It rained.</p>]]></content:encoded><media:content url="x"/></item>
            """
        let found = try read(Self.rss(item + "<item><title>B</title><description>Plain.</description></item>").utf8)
        var expected = ArticleFields()
        expected.id = "tag:1"
        expected.title = "Rain & hail"
        expected.html = "<p>It rained.</p>"
        expected.url = "https://example.org/1"
        expected.published = "2024-01-17T10:05:00+01:00"
        expected.byline = "Amina Oduya"
        expected.site = "The Paper"
        expected.section = "Weather"
        expected.language = "en-gb"
        #expect(found.fields.first == expected)
        #expect(found.fields.last?.text == "Plain.")
        #expect(found.records.map(\.place) == ["item 1", "item 2"])
        #expect(found.records.map(\.fallbackID) == ["a:1", "a:2"])
        #expect(found.rejects.isEmpty)
    }

    @Test func atomEntriesAreArticles() throws {
        let feed = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Journal</title>
            <entry><id>urn:1</id><title type="html">Pluie</title><link rel="self" href="s"/><link href="https://example.org/1"/>
            <updated>2024-01-18T00:00:00Z</updated><published>2024-01-17T10:05:00Z</published>
            <author><name>Amina Oduya</name><uri>u</uri></author><author><name>Bo Li</name></author>
            <source><title>Other</title><link href="https://example.com"/></source>
            <category term="meteo"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a&quot;">Il a <b>plu</b>
            &lt; 5 mm.</p><br/></div></content></entry></feed>
            """
        let article = try #require(try fields(feed).first)
        #expect(article.title == "Pluie")
        #expect(article.url == "https://example.org/1")
        #expect(article.published == "2024-01-17T10:05:00Z")
        #expect(article.byline == "Amina Oduya, Bo Li")
        #expect(article.section == "meteo")
        #expect(article.site == "Le Journal")
        #expect(article.language == "fr")
        let html = try #require(article.html)
        #expect(html.contains("<p class=\"a&quot;\">Il a <b>plu</b>"))
        #expect(html.contains("&lt; 5 mm.</p>"))
    }

    @Test func rdfItemsAreArticles() throws {
        let feed = """
            <rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>The Paper</title></channel>
            <item rdf:about="u"><title>Rain</title><link>u</link><dc:date>2024-01-17</dc:date></item></rdf:RDF>
            """
        let article = try #require(try fields(feed).first)
        #expect(article.title == "Rain")
        #expect(article.published == "2024-01-17")
        #expect(article.site == "The Paper")
    }

    @Test func mediaTextIsTheBodyWhereThereIsNoOther() throws {
        let item =
            "<item><title>A</title><media:group><media:description>It rained.</media:description></media:group></item>"
        #expect(try fields(Self.rss(item)).first?.text == "It rained.")
    }

    @Test(arguments: ["windows-1251", "ISO-8859-2", "koi8-r", "UTF-8", "utf-16"])
    func charactersAreThoseOfTheDeclaredSet(charset: String) throws {
        let (bytes, title): ([UInt8], String) =
            switch charset {
            case "windows-1251": ([0xC4, 0xEE, 0xE6, 0xE4, 0xFC], "Дождь")
            case "koi8-r": ([0xE4, 0xCF, 0xD6, 0xC4, 0xD8], "Дождь")
            case "ISO-8859-2": ([0x44, 0x65, 0xB9, 0xBB], "Dešť")
            default: (Array("Regen ö".utf8), "Regen ö")
            }
        let head = "<?xml version='1.0' encoding='\(charset)'?>"
        let feed = Self.rss("<item><title>@</title></item>", head).utf8.flatMap { $0 == 0x40 ? bytes : [$0] }
        #expect(try read(feed).fields.map(\.title) == [title])
    }

    @Test func utf16IsReadByItsMark() throws {
        let feed = Self.rss("<item><title>Regen ö</title></item>", "<?xml version='1.0' encoding='utf-16'?>")
        let units = ("\u{FEFF}" + feed).utf16
        let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] as [UInt8] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] as [UInt8] }
        #expect(try read(little).fields.map(\.title) == ["Regen ö"])
        #expect(try read(big).fields.map(\.title) == ["Regen ö"])
    }

    @Test func brokenBytesBecomeReplacementCharacters() throws {
        let feed = Self.rss("<item><title>a@b</title></item>").utf8.map { $0 == 0x40 ? 0xE9 : $0 }
        #expect(try read(feed).fields.map(\.title) == ["a\u{FFFD}b"])
    }

    @Test func entitiesOfHTMLAreLeftToBeReadAsHTML() throws {
        let item = "<item><title>A</title><description>rain&nbsp;and hail</description></item>"
        #expect(try fields(Self.rss(item)).first?.html == "rain&nbsp;and hail")
    }

    @Test func entityExpansionIsRefused() throws {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let head = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">\(laughs)]>"
        let found = try read(Self.rss("<item><title>&l9;</title></item>", head).utf8)
        #expect(found.records.isEmpty)
        #expect(found.complaints == ["XML that declares entities of its own, which is not read"])
        let external = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        #expect(try read(Self.rss("<item><title>&x;</title></item>", external).utf8).records.isEmpty)
    }

    @Test func whatStandsBeforeAnErrorIsRead() throws {
        let feed = Self.rss("<item><title>A</title></item>\n<item><title>B</titel></item>")
        let found = try read(feed.utf8)
        #expect(found.fields.map(\.title) == ["A"])
        #expect(found.complaints == ["the XML is not well-formed in line 2: mismatched tag"])
        let cut = try read(Array(Self.rss("<item><title>A</title></item><item><title>B").utf8.prefix(190)))
        #expect(cut.fields.map(\.title) == ["A"])
        #expect(cut.rejects.count == 1)
    }

    @Test func nestingIsBounded() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let found = try read(Self.rss("<item><title>A</title></item>\(deep)").utf8)
        #expect(found.complaints == ["elements of XML in more than 256 elements"])
    }

    @Test func aTagThatDoesNotEndIsRefused() throws {
        let feed = Self.rss("<item a=\"" + String(repeating: "x", count: 9 << 20))
        #expect(try read(feed.utf8).complaints == ["a tag or comment of more than 4 MiB"])
    }

    @Test func itemsLongerThanTheLimitAreRefused() throws {
        let folder = try TemporaryFolder()
        var configuration = IngestConfiguration()
        configuration.limits.mostRecordBytes = 1000
        let long = "<item><title>A</title><description>\(String(repeating: "x", count: 5000))</description></item>"
        let path = try folder.write("a.xml", Self.rss("\(long)<item><title>B</title></item>").utf8)
        let found = try ReadSource(path, configuration)
        #expect(found.fields.map(\.title) == ["B"])
        #expect(found.rejects.map(\.place) == ["item 1"])
    }

    @Test func xmlOfOtherKindsIsOneReject() throws {
        let found = try read("<?xml version=\"1.0\"?><urlset><url/></urlset>".utf8)
        #expect(found.complaints == ["XML of <urlset>: neither a feed nor news; see --input-format"])
        #expect(try read(Self.rss("").utf8).complaints == ["no articles in this XML"])
    }

    @Test(arguments: [
        ("Wed, 17 Jan 2024 10:05:00 GMT", "2024-01-17T10:05:00Z"), ("17 Jan 24 10:05 EST", "2024-01-17T10:05:00-05:00"),
        ("Wed,17 January 2024 10:05:07 +05:30", "2024-01-17T10:05:07+05:30"), ("1 feb 1999", "1999-02-01"),
        ("Wed, 17 Jan 2024 10:05:00 XYZ", "2024-01-17T10:05:00"), ("2024-01-17", "2024-01-17"), ("soon", "soon"),
        ("Wed, 47 Jan 2024", "Wed, 47 Jan 2024"), ("Wed, 17 Jan 2024 99:05", "2024-01-17"), ("", ""),
    ])
    func mailDatesBecomeISODates(text: String, iso: String) {
        #expect(MailDate.iso(text) == iso)
    }

    @Test func piecesMakeNoDifference() throws {
        let item = "<item><title>Rain é</title><description><![CDATA[<p>It &amp; rained.</p>]]></description></item>"
        let feed = Array(Self.rss(String(repeating: item, count: 20)).utf8)
        var seen: Set<[String]> = []
        for longest in [1, 3, 50, 100_000] {
            let input = BufferedInput(PiecemealStream(feed, longest: longest, seed: 1))
            let handler = FeedHandler(limits: IngestLimits())
            seen.insert(try XMLRecordReader(input, handler, limits: IngestLimits()).all())
        }
        #expect(seen.count == 1)
        #expect(seen.first?.count == 20)
    }

    @Test func whereverAFeedIsCutNothingCrashes() throws {
        let feed = Array(Self.rss("<item><title>A</title></item><item><title>B</title></item>").utf8)
        for cut in 0..<feed.count {
            let input = BufferedInput(feed.prefix(cut))
            let reader = try XMLRecordReader(input, FeedHandler(limits: IngestLimits()), limits: IngestLimits())
            #expect(throws: StreamError.self) { while try reader.next() != nil {} }
        }
    }
}
