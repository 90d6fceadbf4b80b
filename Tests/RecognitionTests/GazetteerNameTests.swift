import TestSupport
import Testing

@Suite struct GazetteerNameTests {
    @Test func theLongestNameIsTaken() throws {
        #expect(try Story().knownWords("In the Niger Delta oil flows.") == ["Niger Delta"])
    }

    @Test func aNameDoesNotGoOnOverTheEndOfASentence() throws {
        #expect(try Story().knownWords("He left Niger. Delta farmers stayed.").first == "Niger")
    }

    @Test func aNameGoesOnOverALineEnd() throws {
        #expect(try Story().knownWords("They drove to the Niger\nDelta yesterday.") == ["Niger Delta"])
    }

    @Test(arguments: ["He told us that it rained.", "The nigerien niger.", "anti-us feeling"])
    func lowerCaseIsNoName(text: String) throws {
        #expect(try Story().knownWords(text) == [])
    }

    @Test func acronymsAreFoundInTheirSpellings() throws {
        #expect(try Story().knownWords("The US and the U.S. and NATO met.") == ["US", "U.S.", "NATO"])
        #expect(try Story().knownWords("Us and them met Nato.") == [])
    }

    @Test func demonymsAreFound() throws {
        #expect(
            try Story().knownWords("The Russian envoy met Nigerien and Nigerian officials.") == [
                "Russian", "Nigerien", "Nigerian",
            ])
    }

    @Test func theTitleIsReadToo() throws {
        let story = try Story()
        let article = story.read("Rain fell in Chad.", title: "Niger mourns")
        #expect(try story.knownWords("Rain fell in Chad.", title: "Niger mourns") == ["Niger", "Chad"])
        #expect(article.isInTitle(0))
        #expect(!article.isInTitle(2))
    }

    @Test func anEmptyStoryMentionsNothing() throws {
        #expect(try Story().knownWords("") == [])
        #expect(try Story().knownWords("", title: "") == [])
    }
}
