import NewsModel
import Testing

@testable import Extraction

@Suite struct PageKindTests {
    private func article(_ content: RecordContent) throws -> Article {
        try Extractor.trained.article(from: SourceRecord(number: 0, place: "", fallbackID: "page", content: content))
    }

    @Test(arguments: KindPage.all) func everyPageHasItsKind(page: KindPage) throws {
        let bytes = Array(page.text.utf8)
        let article = try article(page.isHTML ? .html(bytes) : .page(bytes))
        #expect(article.pageKind == page.kind, "\(article.text)")
        guard page.isHTML else { return }
        var fields = ArticleFields()
        fields.html = page.text
        #expect(try self.article(.fields(fields)).pageKind == page.kind)
    }

    @Test func aPageWithoutAStoryKeepsItsLines() throws {
        let article = try article(.page(Array("Menu\nHarbour to close for two weeks\nAll rights reserved\n".utf8)))
        #expect(article.text == "Harbour to close for two weeks")
        #expect(article.zones.count == 1)
        #expect(try self.article(.html(Array("<title>Courier</title><div></div>".utf8))).text.isEmpty)
    }

    @Test func aCleanBodyIsAStoryHoweverShort() throws {
        var fields = ArticleFields()
        fields.text = "Subscribe to continue reading."
        #expect(try article(.fields(fields)).pageKind == .story)
    }

    @Test func declaredKindsGoByTheirStrength() {
        var metadata = PageMetadata()
        metadata.noteScript(
            Array(#"[{"@type":"ItemList"},{"@type":"VideoObject"},{"@type":"BreadcrumbList"}]"#.utf8)[...])
        #expect(metadata.linkedKind == .media)
        metadata.noteScript(Array(#"{"@type":["NewsArticle"],"headline":"Rain"}"#.utf8)[...])
        #expect(metadata.linkedKind == .story)
        #expect(DeclaredKind(openGraphType: "website") == .listing)
        #expect(DeclaredKind(openGraphType: "profile") == nil)
    }
}
