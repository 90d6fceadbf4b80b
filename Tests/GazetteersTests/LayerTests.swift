import NewsModel
import Testing

@testable import Gazetteers

@Suite struct LayerTests {
    private func entity(_ rows: [String: String]) throws -> (Entity, GazetteerIndex) {
        let tables = try Tables(rows.mapValues { entityHeader + $0 + "\n" })
        let index = try tables.index()
        let number = try #require(index.entityNumber(ofID: "Q1"))
        return (index.entity(number), index)
    }

    @Test func aLaterTableAddsNamesAndOverrules() throws {
        let (entity, index) = try entity([
            "a.tsv": "Q1\tperson\tpolitician\tMohamed Bazoum\tM. Bazoum\tNE\t1960\t\t3",
            "b.tsv": "Q1\tperson\tpresident\tMohamed Bazoum Sr\tBazoum the Elder\t\t\t2030\t4.5",
        ])
        #expect((entity.name, entity.role, entity.country.letters) == ("Mohamed Bazoum Sr", "president", "NE"))
        #expect((entity.weight, entity.from, entity.until) == (4.5, CalendarDate("1960"), CalendarDate("2030")))
        for name in ["Mohamed Bazoum", "M. Bazoum", "Mohamed Bazoum Sr", "Bazoum the Elder"] {
            #expect(try index.names(equalTo: tokens(name)).count == 1, "\(name)")
        }
        let former = try #require(try index.names(equalTo: tokens("Mohamed Bazoum")).first)
        #expect(index.name(former).form == .alias)
    }

    @Test func aSecondLayerMayBeASingleTable() throws {
        let base = try Tables(entities: ["Q1\tcountry\t\tNiger\t\tNE"])
        let own = try Tables([
            "mine.tsv": entityHeader + "gz:shop\torganization\t\tGarba Cloth\t\tNE\n",
            "mine_offices.tsv": "person\toffice\nQ1\tHost\n",
        ])
        let sources = try GazetteerSources(layers: [base.path, "\(own.path)/mine.tsv", "\(own.path)/mine_offices.tsv"])
        let opened = try withExtendedLifetime((base, own)) { try GazetteerCompiler.open(sources) }
        #expect(opened.issues.isEmpty)
        #expect(opened.index.entityNumber(ofID: "gz:shop") != nil)
        let niger = try #require(opened.index.entityNumber(ofID: "Q1"))
        #expect(opened.index.offices(ofEntity: niger).map(\.title) == ["Host"])
    }

    @Test func officesComeLatestFirstWithTheirOrganization() throws {
        let tables = try Tables([
            "e.tsv": entityHeader + "Q1\tperson\t\tAli Zeine\t\tNE\nQ2\torganization\t\tMinistry X\t\tNE\n",
            "offices.tsv": "person\toffice\torganization\tcountry\tfrom\tuntil\nQ1\tMinister\tQ2\tNE\t2002\t2010\n"
                + "Q1\tPrime Minister\t\tNE\t2023-08-09\t\nQ1\tClerk\tQ9\t\t\t\n",
        ])
        let index = try tables.index()
        let offices = index.offices(ofEntity: try #require(index.entityNumber(ofID: "Q1")))
        #expect(offices.map(\.title) == ["Prime Minister", "Minister", "Clerk"])
        #expect(offices.map(\.organization) == [nil, index.entityNumber(ofID: "Q2"), nil])
        #expect(offices.map(\.from) == [CalendarDate("2023-08-09"), CalendarDate("2002"), nil])
        #expect(offices.map(\.country.letters) == ["NE", "NE", ""])
    }

    @Test func idsAreFoundInByteOrder() throws {
        let ids = ["Q1", "Q10", "Q2", "gz:a", "gz:b", "Q999"]
        let index = try Tables(entities: ids.map { "\($0)\tother\t\tName \($0.dropFirst())\t\t" }).index()
        for id in ids { #expect(index.entityNumber(ofID: id).map { index.entity($0).id } == id) }
        for id in ["", "Q", "Q11", "Q3", "z"] { #expect(index.entityNumber(ofID: id) == nil) }
    }

    @Test func allFieldsOfAnEntityComeBack() throws {
        let (entity, index) = try entity([
            "a.tsv": "Q1\torganization\tarmed group\tLe Groupe\t\tML\t2017-03-02\t2025-01\t2.25"
        ])
        #expect(
            entity
                == Entity(
                    id: "Q1", name: "Le Groupe", kind: .organization, role: "armed group", country: CountryCode("ML"),
                    weight: 2.25,
                    from: CalendarDate("2017-03-02"), until: CalendarDate("2025-01")))
        #expect(index.kind(ofEntity: 0) == .organization)
        #expect(index.weight(ofEntity: 0) == 2.25)
        #expect(index.country(ofEntity: 0) == CountryCode("ML"))
        #expect(index.existence(ofEntity: 0).until == CalendarDate("2025-01"))
    }

    @Test func anEmptyGazetteerFindsNothing() throws {
        let index = try Tables(["e.tsv": entityHeader]).index()
        #expect(index.entityCount == 0)
        #expect(try index.found(in: "Niger and Mali") == [])
        #expect(index.entityNumber(ofID: "Q1") == nil)
    }
}
