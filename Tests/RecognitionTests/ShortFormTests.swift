import TestSupport
import Testing

@Suite struct ShortFormTests {
    @Test func aSurnameStandsForTheFullName() throws {
        #expect(
            try Story().shortForms("General Abdourahamane Tiani came. Tiani spoke.") == ["Tiani = Abdourahamane Tiani"])
    }

    @Test func ofTwoPeopleWithOneSurnameTheLastNamedIsMeant() throws {
        let text = "Mary Smith came. Smith spoke. John Smith left. Smith waved."
        #expect(try Story().shortForms(text) == ["Smith = Mary Smith", "Smith = John Smith"])
    }

    @Test func theNearestFullNameBeforeIsMeant() throws {
        let text = "Smith ran. Mary Smith came. John Smith left. Mary Smith sat. Smith waved. John Smith spoke."
        #expect(try Story().shortForms(text) == ["Smith = Mary Smith", "Smith = Mary Smith"])
    }

    @Test func aFirstNameIsAShortFormWhereOnePersonHasIt() throws {
        #expect(try Story().shortForms("Hadiza Garba came. Hadiza spoke.") == ["Hadiza = Hadiza Garba"])
        #expect(try Story().shortForms("Hadiza Garba met Hadiza Smith. Hadiza spoke.") == [])
    }

    @Test func aSurnameInALongerNameIsNotAShortForm() throws {
        #expect(try Story().shortForms("Hadiza Garba came. Garba Street is long.") == [])
    }

    @Test func anAcronymInBracketsStandsForItsInstitution() throws {
        let text = "The Kenya Defence Forces (KDF) moved. The KDF said so."
        #expect(try Story().shortForms(text) == ["KDF = Kenya Defence Forces", "KDF = Kenya Defence Forces"])
    }

    @Test func otherBracketsMakeNoAcronym() throws {
        #expect(try Story().shortForms("The Kenya Defence Forces (see page 3) moved. The XYZ said so.") == [])
        #expect(try Story().shortForms("The Kenya Defence Forces (AP) moved. AP said so.") == [])
    }

    @Test func aPossessiveSurnameIsAShortForm() throws {
        #expect(try Story().shortForms("Hadiza Garba came. Garba’s cloth sold.") == ["Garba = Hadiza Garba"])
    }
}
