import FileAccess
import Gazetteers
import Linking
import NewsModel
import Recognition
import TestSupport
import Testing

/// What each piece of evidence decides, with tables made for it.
@Suite struct EvidenceTests {
    /// People of one surname, of whom the story must say which is meant.
    private static let namesakes = """
        Q1\tcountry\t\tIndia\tdemonym:Indian\tIN\t\t\t5
        Q2\tcountry\t\tNiger\tdemonym:Nigerien\tNE\t\t\t4
        Q3\tperson\tpolitician\tNarendra Modi\tambiguous:Modi\tIN\t1950\t\t6
        Q4\tperson\tpolitician\tIndira Gandhi\tambiguous:Gandhi\tIN\t1917\t1984\t5
        Q5\tperson\tpolitician\tRajiv Gandhi\tambiguous:Gandhi\tIN\t1944\t1991\t4.5
        """
    private static let offices = """
        Q3\tPrime Minister of India\t\tIN\t2014-05-26\t
        Q4\tPrime Minister of India\t\tIN\t1966-01-24\t1977-03-24
        Q5\tPrime Minister of India\t\tIN\t1984-10-31\t1989-12-02
        """

    private func people() throws -> Story { try Story(Self.namesakes, offices: Self.offices) }

    @Test(arguments: [
        "Modi sang at the wedding.", "Salifu Modi came home.", "The baker said that Modi had paid.",
        "Niger waited. Modi spoke to the Nigerien army.", "Hadiza Modi wept. Later Modi left.",
    ])
    func aSurnameAloneIsNobodyKnown(text: String) throws {
        #expect(try people().linked(text).allSatisfy { !$0.hasSuffix("Q3") })
    }

    @Test(arguments: [
        "Narendra Modi came. Modi spoke.", "In India the crowds waited for Modi.", "Prime Minister Modi spoke.",
        "Indian officials said that Modi would speak.",
    ])
    func aSurnameWithSupportIsThePerson(text: String) throws {
        #expect(try people().linked(text).contains("Modi Q3"))
    }

    @Test func theOfficeOfTheDayDecidesBetweenPeopleOfOneSurname() throws {
        let text = "Prime Minister Gandhi signed the accord."
        #expect(try people().linked(text, published: "1987-07-29") == ["Gandhi Q5"])
        #expect(try people().linked(text, published: "1970-07-29") == ["Gandhi Q4"])
    }

    /// Things of one name in different countries.
    private static let places = """
        Q61\tplace\tcapital\tWashington, D.C.\tambiguous:Washington\tUS\t\t\t6.5
        Q1223\tplace\tstate\tWashington\tambiguous:Washington\tUS\t\t\t4.6
        Q5083\tplace\tcity\tSeattle\tSeattle, Washington\tUS\t\t\t5
        Q30\tcountry\t\tUnited States\tdemonym:American\tUS\t\t\t7
        Q230\tcountry\t\tGeorgia\tambiguous:Georgia|demonym:Georgian\tGE\t\t\t4.8
        Q1428\tplace\tstate\tGeorgia\tambiguous:Georgia\tUS\t\t\t4.5
        Q23556\tplace\tcity\tAtlanta\tAtlanta, Georgia\tUS\t\t\t4
        Q994\tplace\tcity\tTbilisi\t\tGE\t\t\t4
        Q84\tplace\tcity\tLondon\t\tGB\t\t\t6
        Q92561\tplace\tcity\tLondon\tLondon, Ontario|ambiguous:London\tCA\t\t\t3.5
        Q1904\tplace\tprovince\tOntario\t\tCA\t\t\t4.5
        Q3579\tplace\tcity\tTripoli\t\tLY\t\t\t4
        Q170468\tplace\tcity\tTripoli\tambiguous:Tripoli\tLB\t\t\t3.5
        Q822\tcountry\t\tLebanon\t\tLB\t\t\t4.8
        """

    @Test(arguments: [
        ("The Museum of Flight in Seattle wanted it, and Washington paid.", "Washington Q1223"),
        ("Lawmakers in Washington voted.", "Washington Q61"),
        ("A fire burned in Washington state.", "Washington Q1223"),
        ("Officials in Georgia counted again; Atlanta decided.", "Georgia Q1428"),
        ("Officials in Georgia counted again; Tbilisi decided.", "Georgia Q230"),
        ("A jury in London, Ontario, heard the case.", "London Q92561"),
        ("A jury in London heard the case.", "London Q84"),
        ("A boat from Tripoli, in the north of Lebanon, sank.", "Tripoli Q170468"),
        ("A boat from Tripoli sank.", "Tripoli Q3579"),
    ])
    func placesOfOneNameAreToldApart(text: String, expected: String) throws {
        let story = try Story(Self.places, offices: "")
        #expect(try story.linked(text).contains(expected))
    }

    @Test func theTopicDecidesBetweenATownAndItsClub() throws {
        let rows = """
            Q9616\torganization\tfootball club\tChelsea F.C.\tambiguous:Chelsea\tGB\t\t\t5
            Q743535\tplace\tcity\tChelsea\tambiguous:Chelsea\tGB\t\t\t5
            """
        let story = try Story(rows, offices: "")
        func topic(_ id: String) -> StoryFacts { StoryFacts(topics: [ArticleTopic(topic: id, name: "", score: 0.98)]) }
        let text = "We saw that Chelsea drew the crowds."
        #expect(try story.linked(text, facts: topic("medtop:15000000")) == ["Chelsea Q9616"])
        #expect(try story.linked(text, facts: topic("medtop:10000000")) == ["Chelsea Q743535"])
    }

    @Test func theCountryOfTheSiteDecidesWhereNothingElseDoes() throws {
        let rows = """
            Q1\torganization\tbank\tFirst Bank\t\tNG\t\t\t3
            Q2\torganization\tbank\tFirst Bank\t\tGH\t\t\t3
            """
        let story = try Story(rows, offices: "")
        #expect(
            try story.linked("They saw that First Bank had closed.", facts: StoryFacts(siteCountry: CountryCode("NG")))
                == ["First Bank Q1"])
        #expect(
            try story.linked("They saw that First Bank had closed.", facts: StoryFacts(siteCountry: CountryCode("GH")))
                == ["First Bank Q2"])
    }

    @Test func evidenceIsGivenWhenItIsAskedForAndAddsUp() throws {
        let story = try Story()
        let article = story.read("Jordanian officials said Jordan would help.")
        let verdicts = try story.linker().verdicts(
            on: story.recognizer().mentions(in: article), in: article)
        let candidates = verdicts.flatMap(\.candidates)
        #expect(candidates.count >= 3)
        for candidate in candidates {
            #expect(!candidate.evidence.contributions.isEmpty)
            let sum = candidate.evidence.contributions.reduce(0) { $0 + $1.score }
            #expect(abs(sum - candidate.evidence.score) < 1e-9)
        }
        for verdict in verdicts {
            let scores = verdict.candidates.map(\.evidence.score)
            #expect(scores == scores.sorted(by: >))
        }
    }
}
