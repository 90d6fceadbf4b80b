import Gazetteers
import Linking
import TestSupport
import Testing
import Tokenization

@Suite struct SiteCountryTests {
    @Test(arguments: [
        ("https://www.example.com.ng/news/1", "NG"), ("http://example.co.uk", "GB"), ("https://example.com/a.ng", ""),
        ("https://example.tv/story", ""), ("", ""), ("https://", ""), ("https://localhost/x", ""), ("ng", ""),
    ])
    func theEndOfAnAddressTellsTheCountry(address: String, country: String) throws {
        let story = try Story()
        let found = StoryFacts.country(ofSite: nil, url: address, index: story.index, tokenizer: try Tokenizer())
        #expect(found.letters == country)
    }

    @Test func aNewspaperOfTheGazetteerTellsTheCountry() throws {
        let story = try Story(
            "Q1\torganization\tnewspaper\tThe Tidings\t\tKE\t\t\t3\nQ2\tplace\tcity\tZonga\t\tML\t\t\t3")
        func country(_ site: String) throws -> String {
            StoryFacts.country(ofSite: site, url: nil, index: story.index, tokenizer: try Tokenizer()).letters
        }
        #expect(try country("The Tidings") == "KE")
        #expect(try country("Zonga") == "")
        #expect(try country("tidings.example.gh") == "GH")
    }
}
