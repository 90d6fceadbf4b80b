import TestSupport
import Testing

@Suite struct GazetteerNameTests {
    @Test func theLongestNameIsTaken() throws {
        #expect(try Story().mentions("In the Niger Delta oil flows.") == ["Niger Delta ?"])
    }

    @Test func aNameDoesNotGoOnOverTheEndOfASentence() throws {
        #expect(try Story().mentions("He left Niger. Delta farmers stayed.").first == "Niger ?")
    }

    @Test func aNameGoesOnOverALineEnd() throws {
        #expect(try Story().mentions("They drove to the Niger\nDelta yesterday.") == ["Niger Delta ?"])
    }

    @Test(arguments: ["He told us that it rained.", "The nigerien niger.", "anti-us feeling"])
    func lowerCaseIsNoName(text: String) throws {
        #expect(try Story().mentions(text) == [])
    }

    @Test func acronymsAreFoundInTheirSpellings() throws {
        #expect(try Story().mentions("The US and the U.S. and NATO met.") == ["US ?", "U.S. ?", "NATO ?"])
        #expect(try Story().mentions("Us and them met Nato.") == [])
    }

    @Test func demonymsAreFound() throws {
        #expect(
            try Story().mentions("The Russian envoy met Nigerien and Nigerian officials.") == [
                "Russian ?", "Nigerien ?", "Nigerian ?",
            ])
    }

    @Test func theTitleIsReadToo() throws {
        let story = try Story()
        let article = story.read("Rain fell in Chad.", title: "Niger mourns")
        #expect(story.mentions("Rain fell in Chad.", title: "Niger mourns") == ["Niger ?", "Chad ?"])
        #expect(article.isInTitle(0))
        #expect(!article.isInTitle(2))
    }

    @Test func anEmptyStoryMentionsNothing() throws {
        #expect(try Story().mentions("") == [])
        #expect(try Story().mentions("", title: "") == [])
    }
}
