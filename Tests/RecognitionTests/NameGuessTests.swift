import Recognition
import TestSupport
import Testing

@Suite struct NameGuessTests {
    @Test(arguments: [
        ("Defence Minister Salifou Modi spoke.", "Salifou Modi person"), ("Mr. Oduya spoke.", "Oduya person"),
        ("President Joko Widodo spoke.", "Joko Widodo person"), ("coach Emerse Faé spoke.", "Emerse Faé person"),
        ("Hadiza Garba sells cloth.", "Hadiza Garba person"),
        ("General Abdourahamane Tiani spoke.", "Abdourahamane Tiani person"),
    ])
    func titlesAndFirstNamesMakePeople(text: String, expected: String) throws {
        #expect(try Story().mentions(text).contains(expected))
    }

    @Test(arguments: [
        ("The University of Niamey closed.", "University of Niamey organization"),
        ("The Kenya Defence Forces moved.", "Kenya Defence Forces organization"),
        ("the Ministry of Foreign Affairs said", "Ministry of Foreign Affairs organization"),
        ("Talon Textile Company closed.", "Talon Textile Company organization"),
    ])
    func headWordsMakeInstitutions(text: String, expected: String) throws {
        #expect(try Story().mentions(text).contains(expected))
    }

    @Test(arguments: [
        ("near Lake Bosumtwi today", "Lake Bosumtwi place"), ("They met in Madarounfa, Niger.", "Madarounfa place"),
    ])
    func headWordsAndPrepositionsMakePlaces(text: String, expected: String) throws {
        #expect(try Story().mentions(text).contains(expected))
    }

    @Test(arguments: [
        "Rain fell today.", "Farmers said that Officials came.", "The Minister spoke.", "May is wet. Will it end?",
    ])
    func capitalsAloneMakeNoNames(text: String) throws {
        #expect(try Story().mentions(text).allSatisfy { $0.hasSuffix("?") })
    }

    @Test func aTitleIsNotPartOfTheName() throws {
        #expect(try Story().mentions("Nigerien Prime Minister Ali Zeine spoke.") == ["Nigerien ?", "Ali Zeine person"])
    }

    @Test func mentionsComeInOrderAndDoNotOverlap() throws {
        let story = try Story()
        let text =
            "Russian President Ivan Petrov met Hadiza Garba of the University of Nairobi in Washington, D.C., and Petrov left."
        let article = story.read(text)
        var end = 0
        for mention in Recognizer(index: story.index).mentions(in: article) {
            #expect(mention.tokens.lowerBound >= end)
            end = mention.tokens.upperBound
        }
        #expect(end > 0)
    }
}
