import NewsModel
import TestSupport
import Testing

@testable import Recognition

/// Short forms of names, where it is given which names stand in the story.
@Suite struct StoryNameTests {
    /// For each short form its words and the full name, in order.
    private func shortForms(_ text: String, people: [String] = [], institutions: [String] = []) throws -> [String] {
        let story = try Story()
        let article = story.read(text)
        var mentions: [RecognizedMention] = []
        for (names, kind) in [(people, Kind.person), (institutions, .organization)] {
            for start in article.tokens.indices {
                for end in start + 1...article.tokens.count where names.contains(article.flatText(start..<end)) {
                    mentions.append(RecognizedMention(tokens: start..<end, guess: kind))
                }
            }
        }
        mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let names = StoryNames(
            article, mentions, isPerson: { $0.guess == .person }, isOrganization: { $0.guess == .organization })
        return names.shortForms().map { form in
            let full = form.antecedent.map { article.flatText(mentions[$0].tokens) } ?? "?"
            return "\(article.flatText(form.tokens)) = \(full)"
        }
    }

    @Test func aSurnameWithAHyphenIsOneSurname() throws {
        let text = "Yuna Kovic-Tamba came. Kovic-Tamba spoke. Tamba left."
        #expect(try shortForms(text, people: ["Yuna Kovic-Tamba"]) == ["Kovic-Tamba = Yuna Kovic-Tamba"])
    }

    @Test func aFirstNameStandsForTheOnlyOneWhoHasIt() throws {
        let text = "Amina Tall came. Amina spoke."
        #expect(try shortForms(text, people: ["Amina Tall"]) == ["Amina = Amina Tall"])
        let two = "Amina Tall met Amina Sow. Amina spoke."
        #expect(try shortForms(two, people: ["Amina Tall", "Amina Sow"]) == [])
    }

    @Test func theFathersSurnameOfFourWordsStandsAlone() throws {
        let text = "Jorge Luis Quispe Mamani came. Quispe spoke. Mamani left."
        let full = "Jorge Luis Quispe Mamani"
        #expect(try shortForms(text, people: [full]) == ["Quispe = \(full)", "Mamani = \(full)"])
    }

    @Test func aSecondFirstNameOfThreeWordsDoesNotStandAlone() throws {
        #expect(try shortForms("Hadiza Amina Tall came. Amina spoke.", people: ["Hadiza Amina Tall"]) == [])
        let text = "Hadiza Garba Tall came. Garba spoke."
        #expect(try shortForms(text, people: ["Hadiza Garba Tall"]) == ["Garba = Hadiza Garba Tall"])
    }

    @Test(arguments: ["Jr", "III", "Minister", "J"])
    func whatIsNoSurnameStandsForNobody(word: String) throws {
        #expect(try shortForms("Yuna \(word) came. They asked \(word) again.", people: ["Yuna \(word)"]) == [])
    }

    @Test func ofTwoPeopleWithOneSurnameTheLastNamedIsMeant() throws {
        let text = "Yuna Tamba came. Tamba spoke. Oleg Tamba left. They saw Tamba."
        #expect(
            try shortForms(text, people: ["Yuna Tamba", "Oleg Tamba"]) == ["Tamba = Yuna Tamba", "Tamba = Oleg Tamba"])
    }

    @Test(arguments: ["Tamba's cloth", "Tamba’s cloth"])
    func aPossessiveIsNotPartOfTheShortForm(words: String) throws {
        #expect(try shortForms("Yuna Tamba came. She sold \(words).", people: ["Yuna Tamba"]) == ["Tamba = Yuna Tamba"])
    }

    @Test func aSurnameInALongerRunOfCapitalsIsNoShortForm() throws {
        #expect(try shortForms("Yuna Tamba came. In Tamba Street it rained.", people: ["Yuna Tamba"]) == [])
    }

    @Test func anUnsureNameGivesNoShortForms() throws {
        let story = try Story()
        let article = story.read("Yuna Tamba came. Tamba spoke.")
        var mention = RecognizedMention(tokens: 0..<2, guess: .person)
        mention.isWeakGuess = true
        let names = StoryNames(article, [mention], isPerson: { _ in true }, isOrganization: { _ in false })
        #expect(names.shortForms().isEmpty)
    }

    @Test func initialsStandForTheirInstitution() throws {
        let name = "Zonga Farmers Union"
        let inBrackets = "The Zonga Farmers Union (ZFU) met. The ZFU spoke."
        #expect(try shortForms(inBrackets, institutions: [name]) == ["ZFU = \(name)", "ZFU = \(name)"])
        let without = "The Zonga Farmers Union met. The ZFU spoke, and the ZFA."
        #expect(try shortForms(without, institutions: [name]) == ["ZFU = \(name)"])
    }

    @Test func initialsOfTwoInstitutionsMeanNeither() throws {
        let text = "The Zonga Farmers Union met the Zemba Fishers Union. The ZFU spoke."
        #expect(try shortForms(text, institutions: ["Zonga Farmers Union", "Zemba Fishers Union"]) == [])
    }

    @Test func anInstitutionIsCalledByItsWord() throws {
        let text = "The Bank of Zonga cut rates. Traders blamed the Bank."
        #expect(try shortForms(text, institutions: ["Bank of Zonga"]) == ["Bank = Bank of Zonga"])
        let two = "The Bank of Zonga met the Bank of Zemba. Traders blamed the Bank."
        #expect(try shortForms(two, institutions: ["Bank of Zonga", "Bank of Zemba"]) == [])
    }

    @Test(arguments: ["Traders blamed the bank.", "Traders blamed Bank.", "Traders blamed the Bank Holiday."])
    func otherUsesOfTheWordAreNotTheInstitution(sentence: String) throws {
        #expect(try shortForms("The Bank of Zonga cut rates. \(sentence)", institutions: ["Bank of Zonga"]) == [])
    }
}
