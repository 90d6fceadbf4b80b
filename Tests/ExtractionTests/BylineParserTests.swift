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
    ])
    func labelled(text: String, names: String) {
        #expect(BylineParser.labelled(text) == names)
    }

    @Test(arguments: ["Share", "3 min read", "By the end of the year", "Minute read"])
    func noByline(text: String) {
        #expect(BylineParser.labelled(text) == nil)
        #expect(!BylineParser.isNameLine(text))
    }
}
