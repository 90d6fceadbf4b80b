import NewsModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct NewsTests {
    private func read(_ content: String) throws -> ReadSource {
        let folder = try TemporaryFolder()
        return try ReadSource(try folder.write("a.xml", content.utf8))
    }

    private static let nitf = """
        <nitf xml:lang="en"><head><title>Slug</title><docdata><doc-id id-string="X1"/><date.issue norm="20240117T100500+0100"/>
        </docdata><pubdata name="The Paper" position.section="Weather"/></head><body><body.head><hedline><hl1>Rain in
        <em>Niger</em></hl1></hedline><byline>By Amina Oduya</byline><dateline>NIAMEY</dateline></body.head><body.content>
        <p>It rained for
        a whole day.</p><media><media-caption>A cloud</media-caption></media><p>Farmers were glad.</p><hl2>After</hl2>
        </body.content><body.end><tagline>END</tagline></body.end></body></nitf>
        """

    @Test func nitfIsAnArticle() throws {
        var expected = ArticleFields()
        expected.id = "X1"
        expected.title = "Rain in Niger"
        expected.text = "It rained for a whole day.\n\nFarmers were glad.\n\nAfter"
        expected.published = "2024-01-17T10:05:00+01:00"
        expected.byline = "By Amina Oduya"
        expected.site = "The Paper"
        expected.section = "Weather"
        expected.language = "en"
        #expect(
            try read("<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf-3-3.dtd\">\(Self.nitf)").fields == [expected])
    }

    private static func newsItem(_ content: String) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="2" xml:lang="en"><itemMeta>
        <provider><name>The Agency</name></provider><versionCreated>2024-01-18T00:00:00Z</versionCreated></itemMeta>
        <contentMeta><contentCreated>2024-01-17T10:05:00+01:00</contentCreated><creator><name>Desk</name></creator>
        <by>Amina Oduya</by><language tag="en-GB"/><subject><name>Weather</name></subject><headline>Rain</headline>
        </contentMeta><contentSet>\(content)</contentSet></newsItem>
        """
    }

    @Test func newsMLIsAnArticleWithTextOfEitherKind() throws {
        let html = """
            <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title>
            </head><body><p>It rained<br/>all day.</p><ul><li>One</li><li>Two</li></ul></body></html></inlineXML>
            """
        let inner = "<inlineXML>\(Self.nitf)</inlineXML>"
        let plain = "<inlineData contenttype=\"text/plain\">It rained.\n\nFarmers were glad.</inlineData>"
        let message =
            "<newsMessage><itemSet>\(Self.newsItem(html))\(Self.newsItem(inner))\(Self.newsItem(plain))</itemSet></newsMessage>"
        let found = try read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(message)").fields
        #expect(found.map(\.title) == ["Rain", "Rain", "Rain"])
        #expect(
            found.map(\.text) == [
                "It rained\n\nall day.\n\nOne\n\nTwo", "It rained for a whole day.\n\nFarmers were glad.\n\nAfter",
                "It rained.\n\nFarmers were glad.",
            ])
        #expect(found[0].id == "urn:1")
        #expect(found[0].published == "2024-01-17T10:05:00+01:00")
        #expect(found[0].byline == "Amina Oduya")
        #expect(found[0].site == "The Agency")
        #expect(found[0].language == "en-GB")
        #expect(found[0].section == nil)
    }

    @Test func newsMLOfTheFirstVersionIsAnArticle() throws {
        let document = """
            <NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>77</NewsItemId></NewsIdentifier></Identification>
            <NewsManagement><FirstCreated>20240117T100500Z</FirstCreated></NewsManagement><NewsComponent><NewsLines>
            <HeadLine>Rain</HeadLine><ByLine>Amina Oduya</ByLine></NewsLines><DescriptiveMetadata>
            <Language FormalName="en"/></DescriptiveMetadata><ContentItem><DataContent><p>It rained.</p><p>All day.</p>
            </DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
            """
        let article = try #require(try read(document).fields.first)
        #expect(article.id == "77")
        #expect(article.title == "Rain")
        #expect(article.byline == "Amina Oduya")
        #expect(article.published == "2024-01-17T10:05:00Z")
        #expect(article.language == "en")
        #expect(article.text == "It rained.\n\nAll day.")
    }

    @Test func itemsWithoutStoryAreRejects() throws {
        let package = "<packageItem guid=\"p\"><itemMeta/><groupSet><group/></groupSet></packageItem>"
        let found = try read("<newsMessage><itemSet>\(package)<newsItem guid=\"e\"/></itemSet></newsMessage>")
        #expect(
            found.complaints == [
                "item 1: a <packageItem>, which holds no story", "item 2: an item without title and text",
            ])
    }
}
