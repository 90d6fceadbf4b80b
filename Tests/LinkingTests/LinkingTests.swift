import TestSupport
import Testing

@Suite struct LinkingTests {
    @Test func demonymsMeanTheirCountry() throws {
        #expect(try Story().linked("The Russian envoy met Nigerien officials.") == ["Russian Q159", "Nigerien Q1032"])
        #expect(try Story().linked("A Nigerian trader in Niger.") == ["Nigerian Q1033", "Niger Q1032"])
    }

    @Test func oneSentenceKeepsNigerAndNigeriaApart() throws {
        let text = "Nigeria reopened its border with Niger. Nigerien farmers thanked Nigerian officials."
        #expect(try Story().linked(text) == ["Nigeria Q1033", "Niger Q1032", "Nigerien Q1032", "Nigerian Q1033"])
    }

    @Test(arguments: [
        "He told us that it rained.", "May is wet.", "It may rain in May.", "Reading is fun.", "We ate turkey.",
    ])
    func commonWordsAreNotTagged(text: String) throws {
        #expect(try Story().linked(text) == [])
    }

    @Test func commonWordsAreTaggedWhereTheStorySaysWhoIsMeant() throws {
        let text = "Theresa May resigned. May wept."
        #expect(try Story().linked(text) == ["Theresa May Q264766", "May Q264766"])
        #expect(
            try Story().linked("The Turkish army left. Officials in Turkey said so.") == ["Turkish Q43", "Turkey Q43"])
    }

    @Test func aCountryThatIsAWordIsFoundInMidSentence() throws {
        #expect(try Story().linked("They flew to Chad.") == ["Chad Q657"])
        #expect(try Story().linked("Chad sent troops.") == ["Chad Q657"])
    }

    @Test func aSurnameMeansThePersonOfTheFullName() throws {
        #expect(try Story().linked("Narendra Modi came. Modi spoke.") == ["Narendra Modi Q1058", "Modi Q1058"])
        let links = try Story().links("Kais Saied came. Saied spoke.")
        #expect(links.map(\.entity) == ["Q57441", "Q57441"])
        #expect(links.map(\.form.rawValue) == ["name", "surname"])
    }

    @Test func anotherModiIsAPersonOfHisOwn() throws {
        let found = try Story().linked("Niger's Defense Minister Salifou Modi came. Modi spoke in Niger.")
        let modi = "nil:person/salifou-modi"
        #expect(found == ["Niger Q1032", "Salifou Modi \(modi)", "Modi \(modi)", "Niger Q1032"])
    }

    @Test func anAcronymInBracketsMeansItsInstitution() throws {
        let links = try Story().links("The Kenya Defence Forces (KDF) moved. The KDF said so.")
        #expect(Set(links.map(\.entity)) == ["nil:organization/kenya-defence-forces"])
        #expect(links.map(\.form.rawValue) == ["guess", "acronym", "acronym"])
    }

    @Test(arguments: [
        ("In Tbilisi the parliament of Georgia voted.", "Georgia Q230"),
        ("In Atlanta the Georgia governor, an American, spoke.", "Georgia Q1428"),
        ("Jordanian officials said Jordan would help.", "Jordan Q810"),
        ("They spoke in Jordan yesterday.", "Jordan Q810"),
        ("Michael Jordan sold the team. Jordan smiled.", "Jordan Q41421"),
        ("The talks in Washington ended.", "Washington Q61"),
        ("American officials in Washington, D.C. spoke.", "Washington, D.C. Q61"),
        ("She moved from London to Reading.", "Reading Q161491"),
    ])
    func contextDecidesBetweenEntitiesOfOneName(text: String, expected: String) throws {
        let found = try Story().linked(text)
        #expect(found.contains(expected))
    }

    @Test func aPersonLongDeadIsNotChosen() throws {
        let old = try Story().linked("Foreign Secretary John Smith met the British.", published: "1982-04-02")
        #expect(old == ["John Smith Q100"])
        let rows =
            "Q1\tperson\tpolitician\tAda Bell\t\tGB\t1700\t1760\t4\nQ2\tperson\tswimmer\tAda Bell\t\tGB\t1995\t\t3.5"
        let story = try Story(rows)
        #expect(try story.linked("They saw Ada Bell.") == ["Ada Bell Q1"])
        #expect(try story.linked("They saw Ada Bell.", published: "2024-01-17") == ["Ada Bell Q2"])
    }

    @Test func officeWordsDecideBetweenNamesakes() throws {
        let rows = "Q1\tperson\tpolitician\tAda Bell\t\tGB\t\t\t3\nQ2\tperson\tswimmer\tAda Bell\t\tGB\t\t\t3.2"
        let story = try Story(rows, offices: "Q1\tMayor\t\tGB\t2020\t")
        #expect(try story.linked("The mayor, Ada Bell, spoke.") == ["Ada Bell Q1"])
        #expect(try story.linked("The swimmer Ada Bell won.") == ["Ada Bell Q2"])
    }

    @Test func theCountryOfTheStoryDecidesBetweenNamesakes() throws {
        let rows =
            "Q1\tcountry\t\tKenya\t\tKE\t\t\t5\nQ2\tcountry\t\tGhana\t\tGH\t\t\t5\n"
            + "Q3\tperson\t\tJohn Otieno\t\tKE\t\t\t3\nQ4\tperson\t\tJohn Otieno\t\tGH\t\t\t3"
        let story = try Story(rows)
        #expect(try story.linked("John Otieno spoke in Kenya.").first == "John Otieno Q3")
        #expect(try story.linked("John Otieno spoke in Ghana.").first == "John Otieno Q4")
    }

    @Test func theHeavierEntityIsMeantWhereNothingElseDecides() throws {
        let rows = "Q1\tperson\t\tAda Bell\t\t\t\t\t2\nQ2\tperson\t\tAda Bell\t\t\t\t\t4"
        #expect(try Story(rows).linked("That day it was Ada Bell who won.") == ["Ada Bell Q2"])
    }

    @Test func equalCandidatesAreDecidedTheSameWayEveryTime() throws {
        let rows = "Q8\tperson\t\tAda Bell\t\t\t\t\t4\nQ5\tperson\t\tAda Bell\t\t\t\t\t4"
        #expect(try Story(rows).linked("That day it was Ada Bell who won.") == ["Ada Bell Q5"])
    }
}
