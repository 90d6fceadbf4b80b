import Testing

/// A folder of pages of one site, each with the same notice inside its story.
@Suite struct RepeatedLinesTests {
    private let folder: Folder

    private static let notice =
        "Every gift to our newsroom is doubled until the end of the season by the readers of the paper."

    init() throws {
        folder = try Folder()
        for number in 0..<24 {
            let page = """
                Rain in Niger, part \(number)

                In Niger rain fell for \(number + 2) whole days on the fields, and the people of the town were glad of it.

                \(Self.notice)

                The last rain came \(number + 30) weeks ago, the farmers said, and the river had been dry since that week.

                """
            try folder.write("dump/page\(number).txt", page.utf8)
        }
    }

    @Test func aNoticeThatAllPagesHaveIsNotInTheStories() throws {
        #expect(try folder.gazette("tag", "dump", "--database", "news.db").status == 0)
        let story = try folder.gazette("show", "page7", "--database", "news.db").output
        #expect(story.contains("9 whole days"))
        #expect(!story.contains("Every gift"))
        #expect(try folder.gazette("tag", "dump", "--database", "one.db", "--one-pass").status == 0)
        #expect(try folder.gazette("show", "page7", "--database", "one.db").output.contains("Every gift"))
    }

    @Test func savedLinesServeAPageByItself() throws {
        let page = folder.file("dump/page7.txt")
        #expect(try folder.gazette("annotate", page).output.contains("Every gift"))
        try folder.gazette("tag", "dump", "--database", "news.db", "--save-lines", "lines.tsv")
        let annotated = try folder.gazette("annotate", page, "--lines", "lines.tsv")
        #expect(annotated.status == 0)
        #expect(annotated.output.contains("9 whole days"))
        #expect(!annotated.output.contains("Every gift"))
    }

    @Test func whatIsNoTableOfLinesIsNamed() throws {
        try folder.write("lines.tsv", "hello\n".utf8)
        let broken = try folder.gazette("annotate", "dump", "--lines", "lines.tsv")
        #expect(broken.status == 1)
        #expect(broken.errors.contains("lines.tsv: line 1: it does not begin with"))
        #expect(try folder.gazette("annotate", "dump", "--lines", "none.tsv").status == 1)
        let both = try folder.gazette("tag", "dump", "--database", "x.db", "--one-pass", "--save-lines", "l.tsv")
        #expect(both.status == 2)
        #expect(both.errors.contains("--save-lines goes with neither --lines nor --one-pass"))
    }
}
