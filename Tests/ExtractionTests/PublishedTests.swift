import NewsModel
import Testing

@testable import Extraction

/// The date of publication where a page gives several.
@Suite struct PublishedTests {
    private let story = SamplePages.paragraphs

    private func published(html head: String, dateLine: String) throws -> String? {
        let page = """
            <html><head><title>Port Ellis harbour to close for two weeks</title>\(head)</head><body>
            <h1>Port Ellis harbour to close for two weeks</h1>\(dateLine)
            <article>\(story.map { "<p>\($0)</p>" }.joined())</article></body></html>
            """
        return try Extractor.trained.article(
            from: SourceRecord(number: 0, place: "", fallbackID: "page-1", content: .html(Array(page.utf8)))
        ).published
    }

    private func published(text dateLine: String, after last: String = "") throws -> String? {
        let page =
            "Port Ellis harbour to close for two weeks\n\(dateLine)\n\n\(story.joined(separator: "\n\n"))\n\n\(last)\n"
        return try Extractor.trained.article(
            from: SourceRecord(number: 0, place: "", fallbackID: "page-1", content: .page(Array(page.utf8)))
        ).published
    }

    private let declared = #"<meta property="article:published_time" content="2021-02-04T01:30:00Z">"#

    @Test func theLocalDayIsPrinted() throws {
        #expect(try published(html: declared, dateLine: "<p>February 3, 2021</p>") == "2021-02-03")
        #expect(
            try published(html: declared, dateLine: "<p>February 3, 2021 8:30 pm EST</p>") == "2021-02-03T20:30-05:00")
    }

    @Test func theMetadataKeepTheTimeOfThePrintedDay() throws {
        #expect(try published(html: declared, dateLine: "<p>4 February 2021</p>") == "2021-02-04T01:30:00Z")
    }

    @Test func aChangeIsNoPublication() throws {
        #expect(
            try published(html: declared, dateLine: "<p>Updated: 9 February 2021, 10:15</p>") == "2021-02-04T01:30:00Z")
    }

    @Test func theAddressDecidesBetweenMetadata() throws {
        let linked = """
            <link rel="canonical" href="https://courier.example/2021/02/03/harbour">
            <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-02-04"}</script>
            <meta name="parsely-pub-date" content="2021-02-03T22:15:00Z">
            """
        #expect(try published(html: linked, dateLine: "") == "2021-02-03T22:15:00Z")
        let address = #"<meta property="og:url" content="https://courier.example/2021/02/03/harbour">"#
        #expect(try published(html: address, dateLine: "") == "2021-02-03")
    }

    @Test func theStoryGoesBeforeThePageAroundIt() throws {
        let graph = """
            <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2019-05-05"},
            {"@type": "NewsArticle", "dateCreated": "2021-02-03T08:00:00+01:00"}]}</script>
            """
        #expect(try published(html: graph, dateLine: "") == "2021-02-03T08:00:00+01:00")
        #expect(
            try published(
                html: #"<meta property="article:modified_time" content="2021-02-03T08:00:00Z">"#, dateLine: "")
                == "2021-02-03T08:00:00Z")
    }

    @Test func aMarkedElementCarriesTheDay() throws {
        #expect(
            try published(html: "", dateLine: #"<span itemprop="datePublished" content="2021-02-03">Wednesday</span>"#)
                == "2021-02-03")
    }

    @Test func otherDatesOfThePageTellTheOrder() throws {
        #expect(try published(text: "02/03/2021", after: "Next meeting: March 14") == "2021-02-03")
        #expect(try published(text: "02/03/2021", after: "Next meeting: 14 March") == "2021-03-02")
        #expect(
            try published(text: "02/03/2021", after: "Founded 05/25/1990 - March 9 - 10 March - 11 April")
                == "2021-02-03")
        #expect(try published(text: "02/03/2021") == "2021-03-02")
    }

    @Test func theDateOfAPhotoIsNone() throws {
        #expect(try published(text: "PHOTO: The harbour on March 1, 2019.") == nil)
    }
}
