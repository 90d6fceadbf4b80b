import NewsModel
import Testing

@testable import Extraction

@Suite struct PageTests {
    private func article(_ content: RecordContent) throws -> Article {
        try Extractor.trained.article(from: SourceRecord(number: 0, place: "", fallbackID: "page-1", content: content))
    }

    @Test func scrapeGivesStoryAndMetadata() throws {
        let article = try article(.page(Array(SamplePages.scrape.utf8)))
        #expect(article.text == SamplePages.paragraphs.joined(separator: "\n\n"))
        #expect(article.id == "page-1")
        #expect(article.title == "Port Ellis harbour to close for two weeks in March")
        #expect(article.published == "2021-02-03T18:45")
        #expect(article.byline == "quaywriter")
        #expect(article.site == "Ellis Courier")
        #expect(article.section == "Region")
        #expect(article.language == "en")
        #expect(article.zones.map(\.zone) == [.lead, .body, .body, .body, .body])
    }

    @Test func lineEndsAloneDivideParagraphs() throws {
        let tight = SamplePages.scrape.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\r\n")
        let article = try article(.page(Array(tight.utf8)))
        #expect(article.text == SamplePages.paragraphs.joined(separator: "\n\n"))
    }

    @Test func hardWrappedPageIsJoined() throws {
        let wrapped = SamplePages.paragraphs.map { wrap($0, width: 70) }.joined(separator: "\n\n")
        let page =
            "Menu\nNews\nSports\n\nPort Ellis harbour to close\n\nBy Jane Doe\nFebruary 3, 2021\n\n\(wrapped)\n\nAll rights reserved\n"
        let article = try article(.page(Array(page.utf8)))
        #expect(article.text == SamplePages.paragraphs.joined(separator: "\n\n"))
        #expect(article.byline == "Jane Doe")
    }

    @Test func htmlGivesStoryCaptionAndMetadata() throws {
        let article = try article(.html(Array(SamplePages.html.utf8)))
        for paragraph in SamplePages.paragraphs { #expect(article.text.contains(paragraph)) }
        #expect(article.text.contains("What passengers can expect"))
        for furniture in ["cheaper trams", "rowers", "rights reserved", "Sports", "color: red"] {
            #expect(!article.text.contains(furniture))
        }
        #expect(article.title == "Port Ellis harbour to close for two weeks in March")
        #expect(article.published == "2021-02-03T18:45:00+01:00")
        #expect(article.byline == "Jane Doe")
        #expect(article.site == "Ellis Courier")
        #expect(article.section == "Region")
        #expect(article.url == "https://courier.example/region/harbour")
        #expect(article.language == "en")
    }

    @Test func frenchPage() throws {
        let article = try article(.page(Array(SamplePages.french.utf8)))
        #expect(article.title == "Le port de Sainte-Anne fermera deux semaines en mars")
        #expect(article.byline == "Claire Dubois")
        #expect(article.published == "2021-02-03T18:45")
        #expect(article.language == "fr")
        #expect(article.text.hasPrefix("Le port de Sainte-Anne sera fermé"))
        #expect(!article.text.contains("tramway"))
        #expect(article.text.hasSuffix("par la ville."))
    }

    @Test func fieldsKeepACleanBody() throws {
        var fields = ArticleFields()
        fields.id = "f1"
        fields.title = "Harbour &amp; city"
        fields.byline = "By Jane Doe"
        fields.published = "3 February 2021"
        fields.text =
            SamplePages.paragraphs.joined(separator: "\n")
            + "\nALSO READ: Trams to be cheaper\nAdvertisement\nIt rained."
        let article = try article(.fields(fields))
        #expect(article.id == "f1")
        #expect(article.title == "Harbour & city")
        #expect(article.byline == "Jane Doe")
        #expect(article.published == "2021-02-03")
        #expect(article.text == (SamplePages.paragraphs + ["It rained."]).joined(separator: "\n\n"))
    }

    @Test func fieldsWithAWholePageAreClassified() throws {
        var fields = ArticleFields()
        fields.text = SamplePages.scrape
        #expect(try article(.fields(fields)).text == SamplePages.paragraphs.joined(separator: "\n\n"))
    }

    @Test func textIsBodyChangesNothing() throws {
        var configuration = ExtractionConfiguration.trained
        configuration.textIsBody = true
        var fields = ArticleFields()
        fields.text = "  Share\n\n\nIt  rained.\r\n"
        let record = SourceRecord(number: 0, place: "", fallbackID: "x", content: .fields(fields))
        let article = try Extractor(configuration: configuration).article(from: record)
        #expect(article.text == "  Share\n\n\nIt  rained.\r\n")
        #expect(article.zones.isEmpty)
    }

    @Test func pagesWithoutTextAreErrors() {
        #expect(throws: ExtractionError.empty) { try article(.page([])) }
        #expect(throws: ExtractionError.empty) { try article(.page(Array(" \n \r\n\t".utf8))) }
        #expect(throws: ExtractionError.notText) { try article(.page([UInt8](repeating: 0, count: 400))) }
        #expect(throws: ExtractionError.empty) { try article(.fields(ArticleFields())) }
    }

    private func wrap(_ text: String, width: Int) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
