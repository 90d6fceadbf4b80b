import Testing

@testable import Extraction

@Suite struct BylineParserTests {
    @Test(arguments: [
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By JANE DOE, Staff Writer", "JANE DOE"),
        ("By Emma BatyPublished: Dec 22, 2023", "Emma Baty"),
        ("ByRahul Singh", "Rahul Singh"),
        ("By Chris Hay and Tom Cas on December 21, 2023 at 3:53PM", "Chris Hay and Tom Cas"),
        ("Par Claire Dubois", "Claire Dubois"),
        ("Por Juan de la Cruz | Madrid", "Juan de la Cruz"),
        ("Written by: Ann McCoy", "Ann McCoy"),
        ("By Gale M. Ferry, Harbour Reporter", "Gale M. Ferry"),
        ("By Cam E. Field, Courier Staff Writer", "Cam E. Field"),
        ("By Jane Doe@_janedoe", "Jane Doe"),
        ("By Kim Key", "Kim Key"),
        ("News by Max Vale News Reporter", "Max Vale"),
        ("As told to Rose Field", "Rose Field"),
    ])
    func labelled(text: String, names: String) {
        #expect(BylineParser.labelled(text) == names)
    }

    @Test(arguments: ["Share", "3 min read", "By the end of the year", "Minute read"])
    func noByline(text: String) {
        #expect(BylineParser.labelled(text) == nil)
        #expect(!BylineParser.isNameLine(text))
    }

    @Test(arguments: [
        ("Jane Doe", "Jane Doe"),
        ("Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("James Field Jr.", "James Field Jr."),
        ("Jane Doe - Dec 21, 2023", "Jane Doe"),
        ("Jane Doe and John Roe, Ellis Times - Dec 20, 2023 3:06 pm UTC", "Jane Doe and John Roe"),
        ("Jane Doe · EBC News · Posted: Dec 22, 2023 8:25 AM EST", "Jane Doe"),
        ("Sam DoeDecember 20, 2023", "Sam Doe"),
        ("Posted on 2023-12-19 23:30 EST by Rafael Antonio Port", "Rafael Antonio Port"),
        ("Aug 12, 2021 / Klaus Feld", "Klaus Feld"),
        ("Jane Doe, Associated Press", "Jane Doe"),
        ("Jane Doe/", "Jane Doe"),
        ("Jane Doe @janedoe", "Jane Doe"),
    ])
    func unlabelled(text: String, names: String) {
        #expect(AuthorLine.names(in: text) == names)
    }

    @Test(arguments: [
        "Harbour to close in March, the mayor says", "December 20, 2023", "Share @courier",
        "Port Ellis, 3 February 2021: rain",
    ])
    func noAuthor(text: String) {
        #expect(AuthorLine.names(in: text) == nil)
    }

    @Test func biographies() {
        #expect(AuthorLine.inBiography("Jane Doe is a reporter at the Courier.") == "Jane Doe")
        #expect(AuthorLine.inBiography("Contact reporter Jane Doe at jane@courier.example") == "Jane Doe")
        #expect(AuthorLine.inBiography("Contact Port Ellis harbour for tickets") == nil)
    }
}

/// The authors where the metadata and the page differ.
@Suite struct BylineChoiceTests {
    private func byline(linked: [String], printed: String?, site: String? = nil) -> String? {
        var metadata = PageMetadata()
        metadata.linkedAuthors = linked
        metadata.site = site
        return BylineChoice(metadata: metadata, printed: printed).byline
    }

    @Test func declaredNamesStandAsTheyAre() {
        #expect(byline(linked: ["Kim Key"], printed: "Kim") == "Kim Key")
        #expect(byline(linked: ["Jane Doe, Staff Writer", "John Roe"], printed: nil) == "Jane Doe, John Roe")
    }

    @Test func doublesAndHandlesAreDropped() {
        #expect(byline(linked: ["Jane Doe", "JANE DOE", "jane-doe", "janedoeEllis"], printed: nil) == "Jane Doe")
    }

    @Test(arguments: ["Ellis Courier", "Associated Press", "courier.com", "admin"])
    func thePrintedPersonGoesBeforeThePaper(declared: String) {
        #expect(byline(linked: [declared], printed: "Jane Doe", site: "Ellis Courier") == "Jane Doe")
    }

    @Test func theAgencyIsBetterThanNobody() {
        #expect(byline(linked: ["Associated Press"], printed: nil) == "Associated Press")
    }
}
