import Focus
import NewsModel
import Testing

/// For which country a mention speaks, and how.
@Suite struct CountryTests {
    private let story: FocusStory

    init() throws { story = try FocusStory() }

    @Test(arguments: [
        ("Rain fell in Niger.", "countryName"), ("Nigerien farmers were glad.", "demonym"),
        ("Rain fell in Niamey.", "place"), ("Then Abdou Garba spoke.", "officeHolder"),
        ("Then Zara Maliki sang.", "person"), ("Then Zonga Bank closed.", "organization"),
    ])
    func eachSourceIsAFeature(text: String, feature: String) {
        let evidence = story.evidence(text)
        #expect(evidence.keys.sorted() == ["Niger"])
        #expect(evidence["Niger"]?.contains("\(feature) 0.69") == true, "\(evidence)")
    }

    @Test func titleLeadAndSpreadAreTold() {
        let far = String(repeating: "word ", count: 200)
        let evidence = story.evidence("It rained. \(far) It rained in Niger.", title: "Niger waits")
        #expect(evidence["Niger"] == "titleCountry 1.0, countryName 1.1, most 1.0, only 1.0, spread 0.2")
        let lead = story.evidence("It rained in Niger. \(far) It rained in Niamey.", title: "Rain in Niamey")
        #expect(
            lead["Niger"]
                == "titleOther 1.0, leadCountry 1.0, countryName 0.69, place 1.1, most 1.0, only 1.0, spread 0.4")
    }

    @Test func aPartOfACountryIsTheCountry() {
        #expect(story.evidence("Rain fell in England.").keys.sorted() == ["United Kingdom"])
    }

    @Test func formerStatesHaveTheirTowns() {
        let old = story.evidence("Rain fell in Kyiv.", published: "1987-04-02")
        #expect(old.keys.sorted() == ["Soviet Union"])
        #expect(story.evidence("Rain fell in Kyiv.", published: "2024-04-02").keys.sorted() == ["Ukraine"])
        #expect(story.evidence("Rain fell in Kyiv.").keys.sorted() == ["Ukraine"])
        #expect(
            story.evidence("The Soviet leader spoke in Moscow.", published: "1987-04-02").keys.sorted()
                == ["Soviet Union"])
    }

    @Test func ofTwoFormerStatesTheNamedOneHasTheTown() {
        let named = story.evidence("West Germany waits for rain in Munich.", published: "1987-04-02")
        #expect(named.keys.sorted() == ["West Germany"])
        #expect(story.evidence("Rain fell in Munich.", published: "1987-04-02").keys.sorted() == ["Germany"])
    }

    @Test func scoresAreLogistic() throws {
        let weights = FeatureWeights<FocusFeature>(bias: -1, [.dateline: 3, .countryName: 1])
        let found = story.focus("NIAMEY, Jan 16 (XY) - Rain fell in Nigeria.", weights)
        #expect(found.map(\.entity) == ["Q1032", "Q1033"])
        #expect(found.map(\.score) == [0.881, 0.424])
        #expect(found.allSatisfy { $0.role == "country" })
    }

    @Test func hardlyAboutIsLeftOut() {
        #expect(story.focus("Rain fell in Niger.", FeatureWeights(bias: -3, [:])).isEmpty)
        #expect(story.focus("Rain fell.", FeatureWeights(bias: 5, [:])).isEmpty)
    }
}
