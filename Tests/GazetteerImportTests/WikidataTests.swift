import Gazetteers
import NewsModel
import Testing

@testable import GazetteerImport

@Suite struct WikidataTests {
    private static let person = item(
        "Q900001", "Amadou Zarma",
        aliases: ["A. Zarma", "ANZ", "A. Zarma"],
        claims: [
            "P31": [value(id: "Q5")], "P27": [value(id: "Q912", qualifiers: ["P582"]), value(id: "Q1032")],
            "P106": [value(id: "Q1"), value(id: "Q82955")], "P569": [value(time: "+1960-05-02T00:00:00Z", 11)],
            "P570": [value(time: "+2020-03-00T00:00:00Z", 10)],
            "P39": [value(id: "Q900002", qualifiers: ["P580", "P582"]), value(id: "Q900009")],
        ], sitelinks: 20)
    private static let position = item(
        "Q900002", "Minister of Wells", claims: ["P31": [value(id: "Q4164871")], "P1001": [value(id: "Q1032")]],
        sitelinks: 1)
    private static let party = item(
        "Q900003", "Party of Wells",
        claims: [
            "P31": [value(id: "Q7278", rank: "deprecated"), value(id: "Q7278")], "P17": [value(id: "Q1032")],
            "P571": [value(time: "+1990-00-00T00:00:00Z", 9)], "P576": [value(time: "+1900-00-00T00:00:00Z", 7)],
        ], sitelinks: 0)
    private static let unknown = item("Q900004", "Thing", claims: ["P31": [value(id: "Q99")]], sitelinks: 3)
    private static let dump = "[\n\(person),\n\(position),\n\(party),\n\(unknown)\n]\n"

    private var options: ImportOptions {
        var options = ImportOptions()
        options.countries = ["Q1032": "NE", "Q912": "ML"]
        return options
    }

    @Test func aPersonHasAllThatTheDumpSays() throws {
        let found = try Imported(Self.dump, .wikidata, options)
        #expect(found.rejects.isEmpty)
        #expect(
            found.rows.first
                == EntityRow(
                    id: "Q900001", kind: .person, role: "politician", name: "Amadou Zarma",
                    aliases: [Alias(name: "A. Zarma"), Alias(name: "ANZ", form: .acronym)], country: "NE",
                    from: CalendarDate("1960-05-02"), until: CalendarDate("2020-03"), weight: 2.9))
    }

    @Test func onlyWhatHasAKnownClassIsTaken() throws {
        let found = try Imported(Self.dump, .wikidata, options)
        #expect(found.rows.map(\.id) == ["Q900001", "Q900003"])
        #expect(found.passedOver == 2)
        let party = found.rows[1]
        #expect((party.kind, party.role, party.country, party.weight) == (.organization, "party", "NE", 0.4))
        #expect((party.from, party.until) == (CalendarDate("1990"), nil))
    }

    @Test func classesFilterAndKindsOverrule() throws {
        var options = options
        options.classes = ["Q7278", "Q99"]
        #expect(try Imported(Self.dump, .wikidata, options).rows.map(\.kind) == [.organization, .other])
        options.kind = .event
        #expect(try Imported(Self.dump, .wikidata, options).rows.map(\.kind) == [.event, .event])
    }

    @Test func officesComeWithTitlesFromAnywhereInTheDump() throws {
        var options = options
        options.wantsOffices = true
        let found = try Imported(Self.dump, .wikidata, options)
        #expect(
            found.offices == [
                OfficeTable.Row(
                    person: "Q900001", office: "Minister of Wells", country: "NE", from: CalendarDate("2011-01-02"),
                    until: CalendarDate("2011-01-02"))
            ])
        #expect(found.rejects.map(\.reason).first?.hasSuffix("Q900009") == true)
        #expect(found.rejects.count == 1)
    }

    @Test func linesWithoutBracketsAreTheSame() throws {
        let lines = [Self.person, Self.position, Self.party, Self.unknown].joined(separator: "\n")
        let (plain, bracketed) = (
            try Imported(lines, .wikidata, options), try Imported(Self.dump, .wikidata, options)
        )
        #expect(plain.rows == bracketed.rows)
        #expect(plain.passedOver == bracketed.passedOver)
    }

    @Test func anotherLanguageHasOtherNames() throws {
        var options = options
        options.language = "fr"
        #expect(try Imported(Self.dump, .wikidata, options).rows.isEmpty)
        let text = Self.person.replacing("\"en\":{", with: "\"mul\":{")
        #expect(try Imported(text, .wikidata, options).rows.map(\.name) == ["Amadou Zarma"])
    }

    @Test func aDumpCutAnywhereIsNamedAndLosesTheLineAlone() throws {
        let whole = Self.dump.split(separator: "\n").map { String($0) }
        let rows = try Imported(Self.dump, .wikidata, options).rows
        let end = Self.dump.utf8.count - 2
        for length in Array(stride(from: 1, to: end, by: 37)) + [Self.person.utf8.count + 4, end - 1, end] {
            let cut = String(decoding: Self.dump.utf8.prefix(length), as: UTF8.self)
            let found = try Imported(cut, .wikidata, options)
            let lines = cut.split(separator: "\n").map { String($0) }
            let last = lines.last ?? ""
            let isCut = ![whole[lines.count - 1], String(whole[lines.count - 1].dropLast())].contains(last)
            let isClosed = cut.hasSuffix("]")
            let place = isCut ? ["line \(lines.count)"] : isClosed ? [] : ["after line \(lines.count)"]
            #expect(found.rejects.map(\.place) == place)
            #expect(found.rows.elementsEqual(rows.prefix(found.rows.count)))
        }
    }

    @Test func aBadLineIsNamedAndTheRestGoesOn() throws {
        let found = try Imported(
            "[\n{\"id\":1},\n\(Self.person)\n{\"id\":\"P31\"}\nnull,\n{\"id\":\"Q1\",\"claims\":[]}\n\(Self.person)\n]\n",
            .wikidata,
            options)
        #expect(found.rows.map(\.id) == ["Q900001"])
        #expect(found.rejects.map(\.place) == ["line 2", "line 5", "line 7"])
        #expect(found.rejects.last?.reason == "id Q900001 has been there before: the first is taken")
        #expect(found.passedOver == 2)
    }
}

// MARK: What a dump is made of

private func item(
    _ id: String, _ label: String, aliases: [String] = [], claims: [String: [String]], sitelinks: Int
) -> String {
    func list(_ parts: [String]) -> String { parts.joined(separator: ",") }
    let names = list(aliases.map { "{\"language\":\"en\",\"value\":\"\($0)\"}" })
    let statements = list(claims.sorted { $0.key < $1.key }.map { "\"\($0)\":[\(list($1))]" })
    let links = list((0..<sitelinks).map { "\"wiki\($0)\":{}" })
    return "{\"type\":\"item\",\"id\":\"\(id)\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"\(label)\"}},"
        + "\"aliases\":{\"en\":[\(names)]},\"claims\":{\(statements)},\"sitelinks\":{\(links)}}"
}

private func value(id: String, qualifiers: [String] = [], rank: String = "normal") -> String {
    statement("{\"entity-type\":\"item\",\"id\":\"\(id)\"}", qualifiers, rank)
}

private func value(time: String, _ precision: Int) -> String {
    statement("{\"time\":\"\(time)\",\"precision\":\(precision)}", [], "normal")
}

private func statement(_ value: String, _ qualifiers: [String], _ rank: String) -> String {
    let days = qualifiers.map {
        "\"\($0)\":[{\"datavalue\":{\"value\":{\"time\":\"+2011-01-02T00:00:00Z\",\"precision\":11}}}]"
    }
    return "{\"mainsnak\":{\"datavalue\":{\"value\":\(value)}},\"rank\":\"\(rank)\","
        + "\"qualifiers\":{\(days.joined(separator: ","))}}"
}
