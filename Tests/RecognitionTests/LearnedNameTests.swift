import Recognition
import TestSupport
import Testing

/// What the learned recognizer finds with the words that the program knows, and few names.
@Suite struct LearnedNameTests {
    private func mentions(_ text: String, title: String = "") throws -> [String] {
        try Story.withKnownWords().mentions(text, title: title)
    }

    @Test(arguments: [
        ("Defence Minister Salifou Modi said on Monday that the border would reopen.", "Salifou Modi"),
        ("The court heard Mr. Oduya, who denied the charge.", "Oduya"),
        ("President Joko Widodo will visit the flooded villages next week.", "Joko Widodo"),
        ("Ivory Coast coach Emerse Faé praised his defenders after the match.", "Emerse Faé"),
        ("Hadiza Garba, who sells cloth at the market, said prices had doubled.", "Hadiza Garba"),
        ("General Abdourahamane Tiani told reporters that talks would go on.", "Abdourahamane Tiani"),
        ("\"We lost the whole harvest,\" said farmer Thongchai Srisuk.", "Thongchai Srisuk"),
        ("The mayor, María Fernanda Quispe, opened the new clinic on Friday.", "María Fernanda Quispe"),
        ("Nguyen Van Thanh was arrested at the airport late on Tuesday.", "Nguyen Van Thanh"),
        ("The prize went to Siobhan O'Rourke, a teacher, and to two pupils.", "Siobhan O'Rourke"),
        ("Lawyer Rajesh Krishnamurthy said that his client would appeal.", "Rajesh Krishnamurthy"),
        ("The striker Sione Tupou scored twice before half-time.", "Sione Tupou"),
        ("Police said Dr Fatima al-Rashid had treated most of the wounded.", "Fatima al-Rashid"),
    ])
    func people(text: String, name: String) throws {
        let found = try mentions(text)
        #expect(found.contains("\(name) person"))
    }

    @Test(arguments: [
        ("Students of the University of Niamey marched on Monday.", "University of Niamey"),
        ("The Kenya Defence Forces moved towards the border.", "Kenya Defence Forces"),
        (
            "Officials of the Ministry of Foreign Affairs said they would recall the envoy.",
            "Ministry of Foreign Affairs"
        ),
        ("Workers of the Talon Textile Company went on strike.", "Talon Textile Company"),
        ("The Central Bank of Samoa cut its main rate.", "Central Bank of Samoa"),
        ("A spokesman for the Andean Farmers Union called the offer an insult.", "Andean Farmers Union"),
    ])
    func institutions(text: String, name: String) throws {
        let found = try mentions(text)
        #expect(found.contains("\(name) organization"))
    }

    @Test(arguments: [
        ("Fishermen near Lake Bosumtwi said the water had turned green.", "Lake Bosumtwi"),
        ("The rebels took the town of Madarounfa in the night.", "Madarounfa"),
        ("A bus fell into the Cauca River on Sunday, killing nine.", "Cauca River"),
        ("Thousands fled from Tarakunda to the coast.", "Tarakunda"),
    ])
    func places(text: String, name: String) throws {
        let found = try mentions(text)
        #expect(found.contains("\(name) place"))
    }

    @Test(arguments: [
        "Rain fell today.", "The Minister spoke for an hour.", "May is wet. Will it end?",
        "On Monday the price of bread rose again.", "Farmers said that officials came.", "Yesterday we went home.",
    ])
    func capitalsAloneMakeNoNames(text: String) throws {
        #expect(try mentions(text).allSatisfy { $0.hasSuffix("?") })
    }

    @Test func aTitleIsNotPartOfTheName() throws {
        #expect(
            try mentions("Nigerien Prime Minister Ali Zeine spoke to reporters.").suffix(2) == [
                "Nigerien ?", "Ali Zeine person",
            ])
    }

    @Test func headlinesAreRead() throws {
        let found = try mentions("He left on Friday.", title: "President Joko Widodo Visits Flooded Villages")
        #expect(found.contains("Joko Widodo person"))
        #expect(!found.contains { $0.contains("Villages") })
    }

    @Test func aNameGoesOnOverALineEndAndNotOverAParagraph() throws {
        #expect(
            try mentions("The court heard President Joko\nWidodo on Monday.").contains { $0.hasSuffix("person") })
        let parted = try mentions("They spoke with Hadiza Garba\n\nIvan Petrov said that he had not been asked.")
        #expect(parted == ["Hadiza Garba person", "Ivan Petrov person"])
    }

    @Test func mentionsComeInOrderAndDoNotOverlap() throws {
        let story = try Story.withKnownWords()
        let text =
            "Russian President Ivan Petrov met Hadiza Garba of the University of Nairobi in Washington, D.C., and Petrov left."
        let article = story.read(text)
        var end = 0
        for mention in try story.recognizer().mentions(in: article) {
            #expect(mention.tokens.lowerBound >= end)
            end = mention.tokens.upperBound
        }
        #expect(end > 0)
    }

    @Test func whatTheModelThinksIsAProbability() throws {
        let story = try Story.withKnownWords()
        let article = story.read("Defence Minister Salifou Modi met Hadiza Garba of the University of Nairobi.")
        let supports = try story.recognizer().mentions(in: article).compactMap(\.kindSupport)
        #expect(supports.count >= 3)
        for support in supports {
            #expect(support.name + support.none <= 1.001)
            #expect([support.person, support.organization, support.place, support.other].allSatisfy { $0 >= 0 })
        }
    }

    @Test func anyTextIsRead() throws {
        let story = try Story.withKnownWords()
        var generator = SeededGenerator(seed: 9)
        let pieces = [
            "Niger", "Al-", "’s", "\n\n", " ", "A.", "é", "(KDF)", "of", "42", "\u{0}", "王", "MODI", ", ", "-", "the",
        ]
        for _ in 0..<200 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let article = story.read(text)
            var end = 0
            for mention in try story.recognizer().mentions(in: article) {
                #expect(mention.tokens.lowerBound >= end && !mention.tokens.isEmpty)
                end = mention.tokens.upperBound
            }
            #expect(end <= article.tokens.count)
        }
    }
}
