import TestSupport
import Testing

/// Names of the gazetteer and learned names that share words.
@Suite struct OverlapTests {
    private func words(_ text: String) throws -> [String] { try Story.withKnownWords().words(text) }

    @Test func aLongerNameOfTheGazetteerGoesBeforeOneInside() throws {
        #expect(try words("Oil was found in the Niger Delta last year.") == ["Niger Delta"])
        #expect(try words("The priest left the Catholic Church in May.").contains("Catholic Church"))
    }

    @Test(arguments: [
        ("Students of the University of Nigeria marched on Monday.", "University of Nigeria"),
        ("Students of the University of Niger marched on Monday.", "University of Niger"),
        ("The Georgia Farmers Union met on Monday.", "Georgia Farmers Union"),
        ("The swimmer Chad Tomlinson won again on Sunday.", "Chad Tomlinson"),
        ("The singer Israel Jordan Mokoena will tour next year.", "Israel Jordan Mokoena"),
    ])
    func aLearnedNameGoesBeforeTheCountryInside(text: String, name: String) throws {
        let found = try words(text)
        #expect(found == [name])
    }

    @Test(arguments: ["The Niger-Chad border was closed.", "The Niger–Chad border was closed."])
    func countriesWithAHyphenAreTwo(text: String) throws {
        #expect(try words(text) == ["Niger", "Chad"])
    }

    @Test(arguments: [
        ("Nigeria President Ali Zeine spoke to reporters.", "Nigeria"),
        ("Kenya Prime Minister Ali Zeine spoke to reporters.", "Kenya"),
        ("Niger Prime Minister Ali Zeine spoke to reporters.", "Niger"),
    ])
    func aCountryBeforeATitleIsAMentionOfItsOwn(text: String, country: String) throws {
        let found = try words(text)
        #expect(found == [country, "Ali Zeine"])
    }

    @Test func whatLiesInsideStaysAsAnotherReading() throws {
        let story = try Story.withKnownWords()
        let article = story.read("Oil was found in the Niger Delta last year.")
        let found = try story.recognizer().mentions(in: article)
        #expect(found.flatMap(\.alternatives).map { article.flatText($0.tokens) } == ["Niger"])
    }
}
