import Foundation
import Gazetteers
import NewsModel
import Testing

@testable import GazetteerImport

@Suite struct FormatTests {
    // MARK: FollowTheMoney

    private let money = """
        {"id":"x-1","schema":"Person","caption":"Boubou Zonga","properties":{"name":["Boubou Zonga","ZONGA Boubou"],\
        "alias":["B. Zonga"],"previousName":["Boubou Tera"],"weakAlias":["Zonga"],"nationality":["ne"],"birthDate":["1971-02"],"topics":["role.rca",\
        "role.pep"],"position":["Minister of Wells"],"wikidataId":["Q900007"]}}
        {"id":"x-2","schema":"Company","properties":{"name":["Zonga Wells"],"jurisdiction":["eu-x","ml"],\
        "topics":["sanction"]}}
        {"id":"x-3","schema":"Sanction","properties":{}}
        {"id":"x-4","schema":"Vessel","properties":{}}
        {"schema":"Person"}
        """

    @Test func entitiesOfFollowTheMoney() throws {
        var options = ImportOptions()
        options.wantsOffices = true
        let found = try Imported(money, .followthemoney, options)
        #expect(
            found.rows == [
                EntityRow(
                    id: "Q900007", kind: .person, role: "politician", name: "Boubou Zonga",
                    aliases: [
                        Alias(name: "ZONGA Boubou"), Alias(name: "B. Zonga"), Alias(name: "Boubou Tera"),
                        Alias(name: "Zonga", isAmbiguous: true),
                    ], country: "NE", from: CalendarDate("1971-02")),
                EntityRow(
                    id: "gz:ftm/x-2", kind: .organization, role: "sanctioned", name: "Zonga Wells", country: "ML"),
            ])
        #expect(found.offices == [OfficeTable.Row(person: "Q900007", office: "Minister of Wells")])
        #expect(found.passedOver == 1)
        #expect(found.rejects.map(\.place) == ["line 4", "line 5"])
        options.classes = ["Company"]
        #expect(try Imported(money, .followthemoney, options).rows.map(\.name) == ["Zonga Wells"])
    }

    // MARK: GeoNames

    private func place(_ id: String, _ name: String, _ feature: String, _ code: String, population: String) -> String {
        [
            id, name, "Zonge", "Zonga City,ZNG,Зонга", "1.0", "2.0", feature, code, "NE", "", "", "", "", "",
            population,
            "", "", "Africa/Niamey", "2024-01-01",
        ].joined(separator: "\t") + "\n"
    }

    @Test func placesOfGeoNames() throws {
        let table =
            place("7", "Zongé", "P", "PPLC", population: "1000000") + place("8", "Well", "H", "WLL", population: "")
            + "x\ty\n" + place("nine", "Z", "P", "PPL", population: "5")
        var options = ImportOptions()
        let found = try Imported(table, .geonames, options)
        #expect(
            found.rows.first
                == EntityRow(
                    id: "gz:geonames/7", kind: .place, role: "capital", name: "Zongé",
                    aliases: [Alias(name: "Zonge"), Alias(name: "Zonga City")], country: "NE",
                    weight: 4.2))
        #expect(found.rows.map(\.weight) == [4.2, nil])
        #expect(found.rejects.map(\.place) == ["line 3", "line 4"])
        #expect(found.rejects.first?.reason == "2 fields, but a table of GeoNames has 19, divided by tabs")
        options.classes = ["P"]
        let cities = try Imported(table, .geonames, options)
        #expect((cities.rows.count, cities.passedOver) == (1, 1))
    }

    @Test func ofAlternateNamesThoseThatNewsMayUseAreTaken() {
        let names = GeoNamesAliases.of(
            "Zongé", ascii: "Zonge",
            alternates:
                "ZNG,Zongé,Зонга,宗加,zong jia,Zongʻe,Żonga,Zonga,Zonga,Saint-Zongé,Zonga`,L'Zonga,http://z.example,")
        #expect(names.map(\.name) == ["Zonge", "Żonga", "Zonga", "Saint-Zongé", "L'Zonga"])
        let many = (0..<99).map { "Zonga \(["A", "B", "C"][$0 % 3])\(String(repeating: "x", count: $0))" }
        #expect(GeoNamesAliases.of("Z", ascii: "", alternates: many.joined(separator: ",")).count == 20)
    }

    // MARK: EntityRuler

    @Test func patternsOfAnEntityRuler() throws {
        let patterns = """
            {"label":"ORG","pattern":"Zonga Wells","id":"zonga"}
            {"label":"ORG","pattern":[{"LOWER":"bank"},{"LOWER":"of"},{"LOWER":"zonga"}],"id":"zonga"}
            {"label":"GPE","pattern":[{"ORTH":"Zonga"},{"TEXT":"-"},{"ORTH":"Sur"}]}
            {"label":"GPE","pattern":[{"LOWER":{"IN":["a","b"]}}]}
            {"label":"GPE","pattern":[{"LOWER":"a","OP":"?"}]}
            {"label":"GPE","pattern":[]}
            {"label":"PERSON","pattern":"Boubou","id":"Q900007"}
            {"pattern":"x"}
            """
        let found = try Imported(patterns, .entityruler)
        #expect(
            found.rows == [
                EntityRow(
                    id: "gz:ruler/zonga", kind: .organization, name: "Zonga Wells",
                    aliases: [Alias(name: "Bank of Zonga")]),
                EntityRow(id: "gz:list/place/zonga-sur", kind: .place, name: "Zonga-Sur"),
                EntityRow(id: "Q900007", kind: .person, name: "Boubou"),
            ])
        #expect(found.rejects.map(\.place) == ["line 4", "line 5", "line 6", "line 8"])
    }

    // MARK: CSV

    @Test func rowsOfCSVWithColumnsOfAnyName() throws {
        let table = """
            Label;Key;Other names;Short;Founded;Country
            "Zonga; Wells";gz:z;A|B;acronym:ZW;1990-05;ne
            Second;;;;;
            Third;gz:z;;;;
            ;x;;;;
            Fourth;y;;;soon;
            Fifth;"y;;;;
            """
        var options = ImportOptions()
        options.kind = .organization
        options.columns = [
            "name": ["Label"], "id": ["key"], "aliases": ["Other names", "Short"], "from": ["Founded"],
        ]
        let found = try Imported(table, .csv, options)
        #expect(
            found.rows == [
                EntityRow(
                    id: "gz:z", kind: .organization, name: "Zonga; Wells",
                    aliases: [Alias(name: "A"), Alias(name: "B"), Alias(name: "ZW", form: .acronym)], country: "NE",
                    from: CalendarDate("1990-05")),
                EntityRow(id: "gz:list/organization/second", kind: .organization, name: "Second"),
            ])
        #expect(found.rejects.map(\.place) == ["line 4", "line 5", "line 6", "line 7"])
        #expect(found.rejects[1].reason == "the name is empty")
    }

    @Test func namesakesWithoutIdsGetIdsThatLaterRowsDoNotChange() throws {
        let table = "name,kind,country\nBoubou,person,NE\nBoubou,person,ML\nBoubou,place,NE\nBoubou,person,NE\n"
        let found = try Imported(table, .csv)
        #expect(found.rows.map(\.country) == ["NE", "ML", "NE"])
        #expect(found.rows[0].id == "gz:list/person/boubou")
        #expect(found.rows[1].id.wholeMatch(of: /gz:list\/person\/boubou-[0-9a-f]{1,8}/) != nil)
        #expect(found.rows[2].id == "gz:list/place/boubou")
        #expect(found.rejects.map(\.place) == ["line 5"])
        let longer = try Imported(table + "Boubou,person,BF\n", .csv)
        #expect(longer.rows.prefix(3) == found.rows[...])
        #expect(Set(longer.rows.map(\.id)).count == 4)
    }

    @Test func aliasesAreDividedByWhatTheUserSays() throws {
        let table = "name,aliases\nZonga,A;B|C / D\n"
        #expect(try Imported(table, .csv).rows.first?.aliases.map(\.name) == ["A", "B", "C / D"])
        var options = ImportOptions()
        options.aliasSeparator = " / "
        #expect(try Imported(table, .csv, options).rows.first?.aliases.map(\.name) == ["A;B C", "D"])
    }

    @Test func aSeparatorAndItsLack() throws {
        var options = ImportOptions()
        options.separator = UInt8(ascii: ":")
        #expect(try Imported("name:kind\nZonga:place\n", .csv, options).rows.map(\.kind) == [.place])
        let found = try Imported("Label,kind\nZonga,place\nX,y\n", .csv)
        #expect(found.rows.isEmpty)
        #expect(found.rejects.first?.reason.contains("the file has Label, kind") == true)
        let wrong = try Imported("name,kind,weight\nZonga,shop,\nX,place,11\n", .csv)
        #expect(wrong.rejects.map(\.place) == ["line 2", "line 3"])
    }

    // MARK: All

    /// 40 entities of FollowTheMoney in gzip.
    private static let packed =
        "H4sIAAAAAAACA5XXu44TQRCF4ZynWHUMUldVV1e3w30CYhCBWUbgYD2WvSshWfvuDEIbTCWHk/mmPzqfanwvpx/lUH5/quVjuT39"
        + "Wp6P29vPy/W2nrdPno6Xl9P26lAe19fv6+vDl/X88/jw98eX63pZri+n5VYO93I+Pi/l8LW8f//t7e3D/b0tTFtAO6bMfV6ZvIK8"
        + "+LCx7xvTN9BXC499vzH9BvomPfq+70zfUX/69H2/M/0O+i1c2r4fTD9A372Z7fuD6Q/Q72au+/5k+hPNXzQk8aLsSv0PYBkwJxgR"
        + "HiE1GRYKsSDF06smxUIxFuh4tjRToRwLgix19DRUoSQLoiwjRpqqUJYFYdYeNY+V0iyIs7WueayUZ0Ggm7rlsVKiBZH22jyNVSnS"
        + "ikhvNy3S0VGKtCLSvetMZ0e5u4xIR1NJh0cp0opIDxVLppUyrcj0rNWTaaVMKzI9Y0YyrZRp7XBLI4+VIq2ItNioeawUaUWkVULz"
        + "WCnSOuF16C2N1SjShkhvj5E9jdUo0oZIN28jjdUo0oZIu7WaxmrcwzYi3cU0HSCjSBsi3ae2dICMIm2IdIR4OkBGkTZEeniN/J+H"
        + "Mm3I9NQ5k2mjTBsyPSVvlRJtSPQY9m+qfwA8SXCgMg8AAA=="

    @Test func aPackedFileCutInTheMiddleGivesWhatStandsBefore() throws {
        let bytes = [UInt8](try #require(Data(base64Encoded: Self.packed)))
        let whole = try Imported([bytes], .followthemoney)
        #expect((whole.rows.count, whole.rejects.count) == (40, 0))
        let cut = try Imported([Array(bytes.prefix(bytes.count * 2 / 3)), bytes], .followthemoney)
        #expect(cut.rejects.first?.place.hasPrefix("after line ") == true, "\(cut.rejects)")
        #expect(cut.rejects.first?.reason.contains("truncated") == true)
        // The second file has the rest, and again what the first had.
        #expect(cut.rows.map(\.id) == whole.rows.map(\.id))
    }

    @Test(arguments: ImportFormat.allCases)
    func aRecordWithoutEndIsRefused(format: ImportFormat) throws {
        var options = ImportOptions()
        options.mostRecordBytes = 1000
        let found = try Imported("a,b\n" + String(repeating: "x", count: 5000) + "\nlast\n", format, options)
        #expect(found.rejects.contains { $0.reason.contains("longer than any should be; see --record-limit") })
    }

    @Test(arguments: ImportFormat.allCases)
    func emptyAndBinaryFilesAreRejectsWithTheirName(format: ImportFormat) throws {
        let found = try Imported([[], [0x1F, 0x8B, 8, 0, 0], [0, 1, 2, 0xFF, 0x0A, 0xFE]], format)
        #expect(found.rows.isEmpty)
        #expect(found.rejects.count >= 3, "\(found.rejects)")
        #expect(found.rejects.allSatisfy { !$0.reason.isEmpty && $0.source.hasPrefix("/") })
    }

    @Test func aMissingFileIsARejectAndTheNextIsRead() throws {
        let reader = ImportReader(paths: ["/no/such/file"], format: .csv, options: ImportOptions())
        guard case .reject(let reject) = reader.next() else { throw Missing() }
        #expect(reject.description == "/no/such/file: cannot open: No such file or directory")
        #expect(reader.next() == nil)
    }

    private struct Missing: Error {}
}

extension ImportReader.Item: Equatable {
    public static func == (left: Self, right: Self) -> Bool { "\(left)" == "\(right)" }
}
