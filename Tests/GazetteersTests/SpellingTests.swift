import TestSupport
import Testing

@testable import Gazetteers

@Suite struct SpellingTests {
    private func spelling(_ name: String) -> NameSpelling? {
        NameSpelling(words: name.split(separator: " ").compactMap { NameSpelling.Word(String($0)) })
    }

    private func isSpelling(_ text: String, of name: String, known: Set<String> = []) -> Bool {
        guard let own = spelling(text), let other = spelling(name) else { return false }
        let words = text.split(separator: " ").map(String.init)
        return own.isSpelling(of: other) { known.contains(words[$0]) }
    }

    @Test(arguments: [
        ("abdourahmane tchiani", "abdourahamane tchiani"), ("yunus bek evkurov", "yunus bek yevkurov"),
        ("volodimir zelenskiy", "volodymyr zelenskyy"), ("aleksandr lukashenko", "alexander lukashenko"),
        ("muammar qaddafi", "muammar kaddafi"),
        ("sergey lavroff", "sergey lavrov"), ("benjamin nethanyahu", "benjamin netanyahu"),
    ])
    func otherSpellingsOfOneName(text: String, name: String) {
        #expect(isSpelling(text, of: name))
        #expect(isSpelling(name, of: text))
    }

    @Test(arguments: [
        ("mario gonzalez", "maria gonzalez"), ("simone petersen", "simon petersen"), ("mark hetfield", "mark hatfield"),
        ("andrew breiner", "andrew brenner"), ("david ferriero", "david ferreiro"),
        ("james macpherson", "james mcpherson"),
        ("aleksei navalny", "aleksandr navalny"), ("carleen mccarthy", "carolyn mccarthy"),
        ("ivan petrov", "ivan pitrov"),
        ("natalia ivanova", "natalia ivanov"), ("mohamed bazoum", "mohamed bazoum"),
        ("steven petersen", "steven peterson"),
    ])
    func namesOfTwoPeople(text: String, name: String) {
        #expect(!isSpelling(text, of: name))
        #expect(!isSpelling(name, of: text))
    }

    @Test func aWordOfOtherPeopleIsNoSlip() {
        #expect(isSpelling("emmanuel tompson", of: "emmanuel thompson"))
        #expect(!isSpelling("emmanuel tompson", of: "emmanuel thompson", known: ["tompson"]))
        #expect(isSpelling("abdourahmane tiani", of: "abdourahamane tiani", known: ["abdourahmane"]))
    }

    @Test func aSpellingThatCouldBeTwoPeopleIsNobody() throws {
        let one = try Tables(entities: ["Q1\tperson\t\tAbdourahamane Tchiani\t\tNE\t\t\t3"]).index()
        let text = try #require(spelling("abdourahmane tchiani"))
        #expect(one.names(spelledLike: text) { _ in false }.count == 1)
        let between = try Tables(entities: [
            "Q1\tperson\t\tVladimer Zelenskyy\t\tNE\t\t\t3", "Q2\tperson\t\tVladimer Zelensky\t\tNE\t\t\t3",
        ]).index()
        let name = try #require(spelling("vladimer zelenskii"))
        #expect(between.names(spelledLike: name) { _ in false }.isEmpty)
    }

    @Test func obscurePeopleAreNotFoundByOtherSpellings() throws {
        let index = try Tables(entities: ["Q1\tperson\t\tAbdourahamane Tchiani\t\tNE\t\t\t1.9"]).index()
        let text = try #require(spelling("abdourahmane tchiani"))
        #expect(index.names(spelledLike: text) { _ in false }.isEmpty)
    }

    @Test func onlyPeopleAreFoundByOtherSpellings() throws {
        let index = try Tables(entities: ["Q1\tplace\t\tAbdourahamane Tchiani\t\tNE\t\t\t3"]).index()
        let text = try #require(spelling("abdourahmane tchiani"))
        #expect(index.names(spelledLike: text) { _ in false }.isEmpty)
    }
}
