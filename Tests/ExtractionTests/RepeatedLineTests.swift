import NewsModel
import Testing

@testable import Extraction

/// Pages of one invented site, which quotes the leads of other stories and puts a notice into each.
struct RepeatedLineTests {
    private static let notice =
        "Every gift to our newsroom is doubled until the end of the season by readers of the paper."
    private static let towns = ["Arlen", "Brenna", "Corvik", "Dunmore", "Eskel", "Farrow", "Gilde", "Holmen"]
    private static let matters = ["bridge", "school", "harbour", "library", "market"]

    private static func lead(_ number: Int) -> String {
        "The council of \(towns[number % 8]) agreed on Monday to repair the \(matters[number / 8]) before winter number \(number)."
    }

    /// The story of a page, in paragraphs that no other page has.
    private static func story(_ number: Int) -> [String] {
        [
            lead(number),
            "Work on the \(matters[number / 8]) in \(towns[number % 8]) will cost \(number + 2) million crowns, the mayor said.",
            "The last repair was made \(number + 10) years ago, and the people of \(towns[number % 8]) have waited since then.",
        ]
    }

    private static func page(_ number: Int, of count: Int) -> String {
        let story = story(number)
        let others = (1...4).map { lead((number + $0) % count) }
        return """
            Town Herald
              • News
              • Sport
              • Culture
              • Jobs
              • Archive
              • Weather
              • Puzzles
              • Letters to the editor

            \(towns[number % 8]) will repair its \(matters[number / 8])

            \(story[0])

            \(story[1])

            \(notice)

            \(story[2])

            Recent stories
            \(others.map { "Another headline\n\($0)" }.joined(separator: "\n"))

            About the Town Herald
            The Herald has told the news of these towns since 1921 and belongs to those who read it.

            """
    }

    private func texts(of pages: [String], lines: LineTable = LineTable()) throws -> [String] {
        var configuration = ExtractionConfiguration.trained
        configuration.lines = lines
        let extractor = Extractor(configuration: configuration)
        return try pages.map { try extractor.article(from: record($0)).text }
    }

    private func record(_ page: String) -> SourceRecord {
        SourceRecord(number: 0, place: "", fallbackID: "page", content: .page(Array(page.utf8)))
    }

    private func table(of pages: [String]) throws -> LineTable {
        var counter = LineCounter()
        for page in pages { try counter.add(try #require(Extractor.trained.survey(record(page)))) }
        return try counter.table()
    }

    @Test func onlyTheStoryIsLeftOfAPage() throws {
        let pages = (0..<40).map { Self.page($0, of: 40) }
        let texts = try texts(of: pages, lines: try table(of: pages))
        for (number, text) in texts.enumerated() {
            #expect(text == Self.story(number).joined(separator: "\n\n"))
        }
    }

    @Test func aLeadStaysThoughOtherPagesQuoteIt() throws {
        let pages = (0..<12).map { Self.page($0, of: 12) }
        let table = try table(of: pages)
        #expect(table.stories(with: LineHash.hash(of: Block(text: Self.lead(3)))) == 5)
        for (number, text) in try texts(of: pages, lines: table).enumerated() {
            #expect(text.hasPrefix(Self.lead(number)))
            #expect(!text.contains("since 1921"))
        }
    }

    @Test func aStoryThatSeveralSitesPrintStaysWhole() throws {
        var pages = (0..<6).map { Self.page($0, of: 12) }
        let copies = (0..<5).map { number in
            pages[0].replacingOccurrences("Town Herald", with: "Paper of town \(number)")
        }
        pages += copies
        let texts = try texts(of: copies, lines: try table(of: pages))
        for text in texts {
            for paragraph in Self.story(0) { #expect(text.contains(paragraph)) }
        }
    }

    @Test func aCleanBodyHasNothingToSurvey() {
        var fields = ArticleFields()
        fields.text = Self.story(1).joined(separator: "\n\n")
        let record = SourceRecord(number: 0, place: "", fallbackID: "1", content: .fields(fields))
        #expect(Extractor.trained.survey(record) == nil)
        fields.text = Self.page(1, of: 12)
        let page = SourceRecord(number: 0, place: "", fallbackID: "1", content: .fields(fields))
        #expect(Extractor.trained.survey(page)?.lines.count ?? 0 > 10)
    }
}

extension String {
    /// Foundation's own would bring Foundation into the tests of a stage that does without.
    fileprivate func replacingOccurrences(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
