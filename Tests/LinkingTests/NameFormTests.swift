import Gazetteers
import Recognition
import TestSupport
import Testing

/// The ways in which texts write a name that the gazetteer has in one way.
@Suite struct NameFormTests {
    private static let rows = """
        Q1\tperson\tpolitician\tYunus-Bek Yevkurov\t\tRU\t\t\t4
        Q2\tperson\tpolitician\tAbdourahamane Tchiani\t\tNE\t\t\t4
        Q3\tperson\tpolitician\tPaul Kagame\t\tRW\t\t\t4
        Q4\tperson\tpolitician\tAssimi Goïta\t\tML\t\t\t4
        Q5\torganization\tministry\tMinistry of Trade and Industry\t\tKE\t\t\t4
        Q6\torganization\tcompany\tProcter & Gamble\tacronym:P.G.C.\tUS\t\t\t4
        Q7\tperson\tpolitician\tConor O'Brien\t\tIE\t\t\t4
        Q8\tcountry\t\tCôte d'Ivoire\t\tCI\t\t\t5
        Q9\tperson\tjudge\tVolodymyr Zelenskyy\t\tUA\t\t\t4
        Q10\tperson\tjudge\tVolodimir Zelensky\t\tUA\t\t\t4
        """

    private func story() throws -> Story { try Story(Self.rows, offices: "") }

    @Test(arguments: [
        ("They met Yunus-Bek Yevkurov there.", "Q1"), ("They met Yunus Bek Yevkurov there.", "Q1"),
        ("They met Yunus\nBek Yevkurov there.", "Q1"), ("They met Yunus-bek Evkurov there.", "Q1"),
        ("YUNUS-BEK YEVKUROV ARRIVES", "Q1"), ("They met Yunus-Bek Yevkurov's aide.", "Q1"),
        ("They met Abdourahmane Tchiani there.", "Q2"), ("They met Abdourahamane Tchiani there.", "Q2"),
        ("They met Paul Kagamé there.", "Q3"), ("They met Assimi Goita there.", "Q4"),
        ("They met Assimi Goi\u{308}ta there.", "Q4"), ("The Ministry of Trade & Industry said so.", "Q5"),
        ("The Ministry of Trade and Industry said so.", "Q5"), ("The firm Procter and Gamble said so.", "Q6"),
        ("The firm PGC said so.", "Q6"), ("They met Conor O’Brien there.", "Q7"),
        ("They flew to Côte d’Ivoire again.", "Q8"), ("They flew to Cote d'Ivoire again.", "Q8"),
    ])
    func isFoundHoweverItIsWritten(text: String, entity: String) throws {
        #expect(try story().links(text).map(\.entity) == [entity], "\(text)")
    }

    @Test func namesOfTwoPeopleOfTheTablesAreNeverJoined() throws {
        let story = try story()
        #expect(try story.links("They met Volodymyr Zelenskyy there.").map(\.entity) == ["Q9"])
        #expect(try story.links("They met Volodimir Zelensky there.").map(\.entity) == ["Q10"])
        // Another spelling of both is nobody whom the tables know.
        #expect(
            try story.links("They met President Volodymir Zelenskii there.").map(\.entity).allSatisfy {
                $0.hasPrefix("nil:")
            })
    }

    @Test func otherFormsAreTrustedLess() throws {
        let story = try story()
        func confidence(_ text: String) throws -> Double { try story.links(text).first?.confidence ?? 0 }
        #expect(try confidence("They met Paul Kagamé there.") < confidence("They met Paul Kagame there."))
        #expect(try confidence("They met Assimi Goita there.") < confidence("They met Assimi Goïta there."))
        #expect(try confidence("They met Yunus-Bek Evkurov there.") < confidence("They met Yunus-Bek Yevkurov there."))
    }

    @Test func diacriticsMayBeAskedFor() throws {
        let story = try story()
        let exact = try story.recognizer(diacritics: .exact)
        func names(_ text: String) -> [String] {
            let article = story.read(text)
            return exact.mentions(in: article).filter { !$0.names.isEmpty }.map { article.flatText($0.tokens) }
        }
        #expect(names("They met Assimi Goïta and Paul Kagame there.") == ["Assimi Goïta", "Paul Kagame"])
        #expect(names("They met Assimi Goita and Paul Kagamé there.") == [])
    }

    @Test func aShorterNameIsTakenWhereTheLongerMeansNothing() throws {
        let rows = """
            Q1\tcountry\t\tNiger\t\tNE\t\t\t5
            Q2\torganization\tband\tNiger March\tambiguous:Niger March\tUS\t\t\t0
            """
        #expect(
            try Story(rows, offices: "", words: "").linked("They saw that in Niger March brings dust.") == ["Niger Q1"])
    }
}
