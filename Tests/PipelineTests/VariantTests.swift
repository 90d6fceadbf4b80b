import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// Forms of one name.
@Suite struct UnknownNameTests {
    private func agree(_ left: String, _ right: String) throws -> Bool {
        let (first, second) = (
            try #require(UnknownName(person: left)), try #require(UnknownName(person: right))
        )
        #expect(first.agrees(with: second) == second.agrees(with: first))
        return first.agrees(with: second)
    }

    @Test(arguments: [
        ("Jane Doe", "Jane A. Doe"), ("Jane Doe", "Dr Jane Doe"), ("Jane Doe", "J. Doe"), ("J.A. Doe", "Jane Ann Doe"),
        ("Jane A. Doe", "Jane Ann Doe"), ("Jane DOE", "jane doe"), ("Jane Doe", "Jane Doe Jr"), ("Séan Ó", "SÉAN Ó"),
    ])
    func theseAgree(names: (String, String)) throws {
        #expect(try agree(names.0, names.1))
    }

    @Test(arguments: [
        ("Jane Doe", "John Doe"), ("Jane Doe", "Jane Roe"), ("Jane A. Doe", "Jane B. Doe"), ("J. Doe", "K. Doe"),
        ("Sam Doe Jr", "Sam Doe III"), ("Ann Jane Doe", "Jane Doe"),
    ])
    func theseDoNot(names: (String, String)) throws {
        #expect(try !agree(names.0, names.1))
    }

    @Test func organizationsLoseArticleAndLegalForm() {
        for name in ["The Zonga Wells", "Zonga Wells Ltd", "Zonga Wells Co. Ltd.", "ZONGA WELLS"] {
            #expect(UnknownName(organization: name)?.group == "organization zonga wells", "\(name)")
        }
        #expect(UnknownName(organization: "Inc")?.group == "organization inc")
        #expect(UnknownName(organization: "Authority of the Zonga Wells")?.initials == "azw")
    }

    @Test func whatHasNoNameIsNone() {
        for name in ["", " ", ".", "Doe", "Dr", "Jr"] { #expect(UnknownName(person: name) == nil, "\(name)") }
        #expect(UnknownName(organization: " . ") == nil)
    }
}

/// Which names of a group are one.
@Suite struct VariantGroupTests {
    private func mains(_ members: [(name: String, articles: Int, companions: Set<Int>)]) -> [Int: Int] {
        let all = members.enumerated().compactMap { number, member in
            UnknownName(person: member.name).map {
                VariantGroup.Member(
                    entity: number, id: "nil:\(number)", name: $0, articles: member.articles,
                    companions: member.companions)
            }
        }
        let found = VariantGroup(all).mains
        #expect(VariantGroup(all.reversed()).mains == found)
        return found
    }

    @Test func formsInTheSameSurroundingsAreTheMostFrequentOne() {
        #expect(mains([("J. Doe", 1, [7]), ("Jane Doe", 5, [7, 8]), ("Jane A. Doe", 2, [8])]) == [0: 1, 2: 1])
    }

    @Test func withoutSurroundingsTheyStayApart() {
        #expect(mains([("Jane Doe", 5, [7]), ("Jane A. Doe", 2, [8])]).isEmpty)
    }

    @Test func aFormOfTwoPeopleStaysApart() {
        #expect(mains([("J. Doe", 9, [7]), ("Jane Doe", 5, [7]), ("John Doe", 2, [7])]).isEmpty)
        #expect(mains([("Jane Doe", 9, [7]), ("Jane A. Doe", 5, [7]), ("Jane B. Doe", 2, [7])]).isEmpty)
        #expect(mains([("J. Doe", 1, [7]), ("Jane Doe", 5, [7]), ("John Doe", 2, [8])]) == [0: 1])
    }
}

/// The pass over a database.
@Suite struct VariantPassTests {
    private let folder: TemporaryFolder
    private static let stories = [
        ["person/Ivan Petrov", "place/Zonga"], ["person/Ivan Petrov", "place/Tera"],
        ["person/Ivan B. Petrov", "place/Tera"], ["person/Olga Petrov", "place/Tera"],
        ["organization/The Zonga Wells Company"], ["organization/Zonga Wells Ltd", "place/Niamey"],
        ["organization/Zonga Wells Ltd"], ["organization/Tera Rain Agency", "acronym/TRA"],
        ["organization/TRA", "place/Tera"], ["organization/ZW", "place/Niamey"],
    ]

    init() throws { folder = try TemporaryFolder() }

    private func article(_ number: Int) -> TaggedArticle {
        let mentions = Self.stories[number].enumerated().map { place, entity in
            let parts = entity.split(separator: "/").map(String.init)
            // An acronym stands for the organization before it.
            let isAcronym = parts[0] == "acronym"
            let id =
                isAcronym ? "nil:\(Self.stories[number][0])" : parts[0] == "place" ? "gz:\(parts[1])" : "nil:\(entity)"
            return Mention(
                span: UTF8Span(start: place, end: place + 1),
                codePoints: CodePointSpan(start: place, end: place + (isAcronym ? 3 : 1)),
                text: parts[1], kind: Kind(rawValue: parts[0]) ?? .other, entity: id, name: parts[1],
                form: isAcronym ? .acronym : .guess,
                zone: .body, confidence: 0.5, sentence: 0)
        }
        let entities = mentions.filter { $0.form != .acronym }.map {
            ArticleEntity(
                entity: $0.entity, kind: $0.kind, name: $0.name, role: "", mentions: 1, salience: 0.5,
                sentence: CodePointSpan(start: 0, end: 1))
        }
        return TaggedArticle(
            article: Article(id: "\(number)", title: "", text: number == 7 ? " TRA" : "It rained."), mentions: mentions,
            entities: entities,
            topics: [])
    }

    /// The forms that the pass finds in a database of these stories: "form > main".
    private func forms(of numbers: [Int], in name: String = "news.db") throws -> [String] {
        let path = folder.file(name)
        let writer = try DatabaseWriter(path: path, tagger: "t")
        let source = try writer.begin(source: "s", size: numbers.count, modified: 1)
        try writer.write { writer throws(DatabaseError) in
            for (record, number) in numbers.enumerated() {
                try writer.add(article(number), record: record, of: source.key)
            }
        }
        try VariantPass(writer: writer).run()
        return try rows(
            """
            SELECT form.name || ' > ' || main.name FROM variant JOIN entity AS form ON form.key = variant.entity
            JOIN entity AS main ON main.key = variant.main ORDER BY 1
            """, in: path)
    }

    @Test func formsPointToTheMostFrequentOne() throws {
        let expected = [
            "Ivan B. Petrov > Ivan Petrov", "TRA > Tera Rain Agency", "The Zonga Wells Company > Zonga Wells Ltd",
        ]
        #expect(try forms(of: Array(0..<10)) == expected)
        #expect(try forms(of: Array((0..<10).reversed()), in: "other.db") == expected)
    }

    @Test func formsGoWithTheirStories() throws {
        #expect(try forms(of: [0, 1, 2]) == ["Ivan B. Petrov > Ivan Petrov"])
        #expect(try forms(of: [0, 1]).isEmpty)
        #expect(try forms(of: [0, 2], in: "apart.db").isEmpty, "nothing but the name in common")
    }

    @Test func manyFormsOfOneNameAreBounded() throws {
        let writer = try DatabaseWriter(path: folder.file("many.db"), tagger: "t")
        let source = try writer.begin(source: "s", size: 1, modified: 1)
        try writer.write { writer throws(DatabaseError) in
            for number in 0..<2000 {
                var article = article(0)
                article.entities[0].entity = "nil:person/\(number)"
                article.entities[0].name = "Jane A\(number) Doe"
                article.mentions[0].entity = "nil:person/\(number)"
                try writer.add(article, record: number, of: source.key)
            }
        }
        #expect(try ContinuousClock().measure { try VariantPass(writer: writer).run() } < .seconds(20))
    }
}
