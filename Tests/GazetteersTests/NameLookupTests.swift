import NewsModel
import Testing

@testable import Gazetteers

@Suite struct NameLookupTests {
    @Test func namesAreFoundInTextWithTheirLetterCase() throws {
        let index = try Tables(entities: [
            "Q1032\tcountry\t\tNiger\tdemonym:Nigerien\tNE", "Q1033\tcountry\t\tNigeria\t\tNG",
        ]).index()
        #expect(
            try index.found(in: "Niger’s army and a Nigerien left NIGERIA") == [
                "Niger→Q1032", "Nigerien→Q1032", "NIGERIA→Q1033",
            ])
        #expect(try index.found(in: "a niger and a nigerien") == [])
    }

    @Test func commasHyphensAndAmpersandsInNamesAreKept() throws {
        let index = try Tables(entities: [
            "Q61\tplace\tcity\tWashington, D.C.\t\tUS", "Q1006\tcountry\t\tGuinea-Bissau\t\tGW",
            "Q754\tcountry\t\tTrinidad and Tobago\t\tTT",
        ]).index()
        #expect(try index.found(in: "in Washington, D.C., today") == ["Washington, D.C.→Q61"])
        #expect(try index.found(in: "Washington D.C.") == [])
        #expect(try index.found(in: "Guinea-Bissau, Guinea Bissau") == ["Guinea-Bissau→Q1006", "Guinea Bissau→Q1006"])
        #expect(try index.found(in: "Trinidad & Tobago") == ["Trinidad & Tobago→Q754"])
        #expect(try index.found(in: "Trinidad, and Tobago") == [])
        #expect(try index.found(in: "Guinea (Bissau)") == [])
    }

    @Test func namesWithoutTheirDiacriticsAreDerived() throws {
        let index = try Tables(entities: ["Q1\tperson\t\tAssimi Goïta\t\tML"]).index()
        #expect(
            try index.found(in: "Assimi Goïta, Assimi Goi\u{308}ta, Assimi Goita") == [
                "Assimi Goïta→Q1", "Assimi Goi\u{308}ta→Q1", "Assimi Goita→Q1",
            ])
        let flags = try ["Assimi Goïta", "Assimi Goita"].map { name in
            index.names(equalTo: try tokens(name)).map { index.name($0).flags.contains(.derived) }
        }
        #expect(flags == [[false], [true]])
    }

    @Test func aLeadingArticleMayBeLeftOutOfLongNames() throws {
        let index = try Tables(entities: [
            "Q1\torganization\tmedia\tThe New York Times\t\tUS", "Q2\tplace\tcity\tThe Hague\t\tNL",
        ]).index()
        #expect(try index.found(in: "the New York Times") == ["New York Times→Q1"])
        #expect(try index.found(in: "The New York Times") == ["The New York Times→Q1", "New York Times→Q1"])
        #expect(try index.found(in: "Hague") == [])
    }

    @Test func acronymsNeedTheirCapitals() throws {
        let index = try Tables(entities: [
            "Q30\tcountry\t\tUnited States\tacronym:US|acronym:WHO\tUS", "Q7\torganization\t\tAIDS fund\t\t",
        ]).index()
        #expect(try index.found(in: "US, U.S., us, Us, Who, WHO") == ["US→Q30", "U.S.→Q30", "WHO→Q30"])
        #expect(try index.found(in: "AIDS fund, Aids fund, AIDS Fund") == ["AIDS fund→Q7", "AIDS Fund→Q7"])
    }

    @Test func officialWordsNeedNoCapitalInTheNamesOfInstitutions() throws {
        let index = try Tables(entities: [
            "Q1\torganization\tministry\tRussian Defence Ministry\t\tRU",
            "Q2\torganization\tmedia\tNational Court Bank\t\t",
        ]).index()
        #expect(try index.found(in: "Russian defence ministry") == ["Russian defence ministry→Q1"])
        #expect(try index.found(in: "russian defence ministry") == [])
        #expect(try index.found(in: "National court bank") == [])
    }

    @Test func namesInLowerCaseAndStoppedNamesAreLeftOut() throws {
        let index = try Tables([
            "e.tsv": entityHeader
                + "Q1\tproduct\t\tiphone\tiPhone|iphone 15\t\nQ2\torganization\t\tThe Star\tStar Ltd\t\n",
            "stop.tsv": "name\treason\nThe Star\tmany papers\n",
        ]).index()
        #expect(try index.found(in: "iphone iPhone 15") == [])
        #expect(try index.found(in: "The Star, Star Ltd") == ["Star Ltd→Q2"])
    }

    @Test func commonWordsAreAmbiguousAlone() throws {
        let index = try Tables([
            "e.tsv": entityHeader
                + "Q1\tplace\tcity\tReading\tReading Town\tGB\nQ2\tcountry\t\tNiger\tambiguous:Niger\tNE\n",
            "words/common_words.tsv": "word\tlower\tupper\nreading\t900\t10\ntown\t900\t10\n",
        ]).index()
        func isAmbiguous(_ name: String) throws -> [Bool] {
            index.names(equalTo: try tokens(name)).map { index.name($0).flags.contains(.ambiguous) }
        }
        #expect(try isAmbiguous("Reading") == [true])
        #expect(try isAmbiguous("Reading Town") == [false])
        #expect(try isAmbiguous("Niger") == [true])
        #expect(index.word(try tokens("READING")[0].key)?.lower == 900)
        #expect(index.word(try tokens("unheard")[0].key) == nil)
    }

    @Test func oneNameMayBeOfSeveralEntities() throws {
        let index = try Tables(entities: ["Q1\tcountry\t\tGeorgia\t\tGE", "Q2\tplace\tstate\tGeorgia\t\tUS"]).index()
        #expect(try index.found(in: "Georgia") == ["Georgia→Q1", "Georgia→Q2"])
        #expect(index.entityCount == 2)
    }

    @Test func longNamesAreLeftOut() throws {
        let sixteen = (1...16).map { "N\($0)" }.joined(separator: " ")
        let index = try Tables(entities: ["Q1\tother\t\t\(sixteen)", "Q2\tother\t\t\(sixteen) N17"]).index()
        #expect(try index.found(in: sixteen + " N17") == ["\(sixteen)→Q1"])
    }
}
