import TestSupport
import Testing

/// Surnames of those who held a leading office: they mean them beside the title, on a day when they held it.
@Suite struct OfficeHolderTests {
    private func linked(_ text: String, _ published: String? = nil) throws -> [String] {
        let rows = """
            Q145\tcountry\t\tUnited Kingdom\tdemonym:British\tGB\t\t\t6
            Q1\tperson\tpolitician\tBoris Johnson\t\tGB\t1964-06-19\t\t5
            Q2\tperson\tpolitician\tTheresa May\tambiguous:May\tGB\t1956-10-01\t\t4
            """
        let offices =
            "Q1\tPrime Minister\tQ145\tGB\t2019-07-24\t2022-09-06\nQ2\tPrime Minister\tQ145\tGB\t2016-07-13\t2019-07-24"
        return try Story(rows, offices: offices).linked(text, published: published)
    }

    @Test func aTitleAndASurnameMeanWhoHeldTheOffice() throws {
        let text = "Prime Minister Johnson said on Monday that taxes would fall."
        #expect(try linked(text, "2020-03-02") == ["Johnson Q1"])
    }

    @Test func onAnotherDaySomebodyElseIsMeant() throws {
        let text = "Prime Minister Johnson said on Monday that taxes would fall."
        #expect(try !linked(text, "1994-03-02").contains("Johnson Q1"))
        #expect(try !linked(text, "2024-03-04").contains("Johnson Q1"))
    }

    @Test(arguments: [
        "They met Johnson in the British capital.", "Johnson said on Monday that taxes would fall.",
        "The swimmer Johnson won again.", "Mr Johnson said on Monday that taxes would fall.",
    ])
    func theSurnameAloneMeansNobodyKnown(text: String) throws {
        #expect(try linked(text, "2020-03-02").allSatisfy { !$0.hasSuffix("Q1") })
    }

    @Test func anotherOfficeIsNotHis() throws {
        #expect(try linked("President Johnson spoke for an hour.", "2020-03-02").allSatisfy { !$0.hasSuffix("Q1") })
    }

    @Test func theFullNameNeedsNoTitle() throws {
        #expect(try linked("Boris Johnson wrote a book. Johnson smiled.") == ["Boris Johnson Q1", "Johnson Q1"])
    }
}
