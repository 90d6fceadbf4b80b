import NewsModel
import Testing

@testable import Extraction

/// Titles, sites and sections of text pages in the layouts that sites use.
@Suite struct MetadataTests {
    private func article(_ page: String) throws -> Article {
        try Extractor.trained.article(
            from: SourceRecord(number: 0, place: "", fallbackID: "page-1", content: .page(Array(page.utf8))))
    }

    private let story = SamplePages.paragraphs.joined(separator: "\n\n")

    @Test func headlinesOfOtherStoriesAboveAreNotTheTitle() throws {
        let article = try article(
            """
            MERIDIAN WIRE
            World | Markets | Sports
            LATEST
            Rowers win in a storm off the cape
            Mayor replaces the head of police

            Port Ellis harbour to close for two weeks

            By Jane Doe
            February 3, 2021

            \(story)

            Read Next
            Rowers win in a storm off the cape
            Mayor replaces the head of police
            """)
        #expect(article.title == "Port Ellis harbour to close for two weeks")
        #expect(article.text == story)
    }

    @Test func aRuleDividesAndIsNeitherTitleNorSite() throws {
        let article = try article(
            """
                           Ellis Courier (English edition)
                  Front page - Business - City - World - Archive
            ------------------------------------------------------------
            Port Ellis harbour to close for two weeks
            3 February 2021
            Jane Doe

            \(story)

            ------------------------------------------------------------
            See also:
            * Rowers win in a storm
            Printed from the archive of Ellis Courier (English edition).
            """)
        #expect(article.title == "Port Ellis harbour to close for two weeks")
        #expect(article.site == "Ellis Courier (English edition)")
        #expect(article.text == story)
    }

    @Test func siteAndSectionOfAPageWithoutBreadcrumb() throws {
        let article = try article(
            """
            The Ellis Ledger
            Home | News | Podcast | Donate
            COURTS

            Port Ellis harbour to close for two weeks

            by Jane Doe | The Ellis Ledger
            February 3, 2021

            \(story)

            You may also like
            Rowers win in a storm
            The Ellis Ledger is a nonprofit newsroom. Privacy · Ethics · Contact
            """)
        #expect(article.site == "The Ellis Ledger")
        #expect(article.section == "Courts")
    }

    @Test func theReporterNamesTheSection() throws {
        let article = try article(
            """
            Skip to content
            Northsea Broadcasting
            Home
            News
            Sport
            Sign In

            Port Ellis harbour to close for two weeks

            3 February 2021
            Share
            Jane Doe
            Northsea Broadcasting, Europe reporter

            \(story)

            More on this story
            Rowers win in a storm
            Europe
            About Northsea Broadcasting
            Copyright © 2021 Northsea Broadcasting. We are not responsible for other sites.
            """)
        #expect(article.site == "Northsea Broadcasting")
        #expect(article.section == "Europe")
    }

    @Test func whereAPageSaysThatOneIsIsNoSite() throws {
        let article = try article(
            """
            Ellis Matin
            Accueil
            Vous êtes ici : Accueil / English / Port Ellis harbour to close for two weeks

            Port Ellis harbour to close for two weeks

            Par Jane Doe
            Publié le 03/02/2021

            \(story)

            © Ellis Matin, tous droits réservés
            """)
        #expect(article.site == "Ellis Matin")
        #expect(article.section == "English")
    }

    @Test(arguments: [
        ("© 2024 Daily News. All rights reserved.", "Daily News"), ("Copyright 2023 The Ledger", "The Ledger"),
        ("© Touchline Daily 2024", "Touchline Daily"), ("© Tchad Matin, tous droits réservés", "Tchad Matin"),
    ])
    func copyrightHolders(line: String, name: String) { #expect(SiteName.copyrightHolder(line) == name) }

    @Test func boxesBetweenParagraphsDoNotTakeThemAlong() throws {
        let paragraphs = SamplePages.paragraphs
        let boxes = [
            "ADVERTISEMENT", "READ ALSO: Rowers win in a storm", "Click here to join the Courier WhatsApp channel",
            "Subscribe for $1 a week\nUnlimited articles, puzzles and recipes. Cancel any time.",
        ]
        var page = "Ellis Courier\nHome News\nPort Ellis harbour to close\nBy Jane Doe\n3 February 2021\n\n"
        for (index, paragraph) in paragraphs.enumerated() {
            page += "\(paragraph)\n\n\(boxes[index % boxes.count])\n\n"
        }
        page +=
            "Get real-time news updates: follow Ellis Courier on all platforms.\nTags: City\nRelated Posts\nRowers win\n"
        #expect(try article(page).text == story)
    }

    @Test func aHeadlineBelowTheFirstParagraphDoesNoHarm() throws {
        for count in 1...3 {
            let head = SamplePages.paragraphs.prefix(count).joined(separator: "\n")
            let rest = SamplePages.paragraphs.dropFirst(count).joined(separator: "\n")
            #expect(try !article("Menu\n\(head)\nHarbour to close in March\nBy Jane Doe\n\(rest)\n").text.isEmpty)
        }
    }

    @Test func theTitleOfTheWindowTellsTheHeadline() throws {
        let article = try article(
            """
            Rowers and mayors | City | Ellis Courier
            Home
            Rowers and mayors
            The harbour closes for two weeks, and not everybody is glad of it
            by
            Jane Doe
            February 3, 2021
            \(SamplePages.paragraphs.joined(separator: "\n"))
            """)
        #expect(article.byline == "Jane Doe")
        #expect(article.published == "2021-02-03")
        let other = try self.article(
            """
            Port Ellis harbour to close for two weeks | City | Ellis Courier
            Mayor replaces the head of police
            Port Ellis harbour to close for two weeks
            Rowers win in a storm off the cape
            \(SamplePages.paragraphs.joined(separator: "\n"))
            """)
        #expect(other.title == "Port Ellis harbour to close for two weeks")
    }

    @Test func aBylineOrADateDoesNotGoOnWithTheHeadline() throws {
        let article = try article(
            """
            Home
            Prices of harbour berths in Port Ellis are revised down
            Published 3 February 2021
            by
            Jane Doe
            Share
            \(SamplePages.paragraphs.joined(separator: "\n"))
            """)
        #expect(article.title == "Prices of harbour berths in Port Ellis are revised down")
        #expect(article.published == "2021-02-03")
        #expect(article.byline == "Jane Doe")
        let quoted = try self.article(
            "The harbour’s “last” ferries leave | Ellis Courier\nMenu\nThe harbour's \"last\" ferries leave\nShare\n\(story)\n"
        )
        #expect(quoted.title == "The harbour's \"last\" ferries leave")
        let joined = try self.article(
            "Home\nPort Ellis harbour to close for two weeks\nby Jane Doe\n3 February 2021\n\(story)\n")
        #expect(joined.title == "Port Ellis harbour to close for two weeks")
    }
}
