import TestSupport
import Testing

@Suite struct UnknownNameTests {
    @Test func theKeyOfAnUnknownNameComesFromNameAndKind() throws {
        let story = try Story()
        for text in ["Hadiza Garba came.", "Then Hadiza  Garba left.", "We saw\nHadiza Garba there."] {
            #expect(try story.linked(text).contains { $0.hasSuffix("nil:person/hadiza-garba") }, "\(text)")
        }
    }

    @Test func marksAndCurlyApostrophesAreInTheKeyAsFolded() throws {
        #expect(
            try Story().linked("President Mariam O’Néill spoke.").first?.hasSuffix("nil:person/mariam-o'néill") == true)
    }

    @Test func institutionsAndPlacesHaveKeysOfTheirKind() throws {
        let found = try Story().linked("The University of Zaria closed near Lake Bosumtwi.")
        #expect(
            found == [
                "University of Zaria nil:organization/university-of-zaria", "Lake Bosumtwi nil:place/lake-bosumtwi",
            ])
    }

    @Test func confidenceLiesBetweenZeroAndOne() throws {
        let text = "Russian President Ivan Petrov met Narendra Modi in Washington. Petrov and Modi left Niger."
        let links = try Story().links(text)
        #expect(links.count >= 6)
        for link in links {
            #expect(link.confidence > 0 && link.confidence <= 1)
            #expect((link.entityNumber == nil) == link.entity.hasPrefix("nil:"))
        }
    }

    @Test func theSameStoryIsLinkedTheSameWayTwice() throws {
        let text = "Narendra Modi met Hadiza Garba in Georgia, Jordan and Washington. Garba and Modi spoke."
        #expect(try Story().links(text) == Story().links(text))
    }
}
