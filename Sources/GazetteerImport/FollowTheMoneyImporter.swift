import Gazetteers
import Ingest
import NewsModel

/// Makes entities of FollowTheMoney's (https://followthemoney.tech), as OpenSanctions and Aleph export them.
struct FollowTheMoneyImporter: Importer {
    private let options: ImportOptions
    private let lines = JSONLines()

    init(_ options: ImportOptions) { self.options = options }

    mutating func read(_ content: RawContent) -> ImportOutcome {
        lines.read(content) { outcome($0) }
    }

    func endFile() -> ImportOutcome { lines.endFile() }

    private func outcome(_ root: JSONElement) -> ImportOutcome {
        guard let id = root["id"]?.string, let schema = root["schema"]?.string, let properties = root["properties"]
        else {
            return .refused("no entity of FollowTheMoney: it needs id, schema and properties")
        }
        guard options.classes.isEmpty ? Self.kinds[schema] != nil : options.classes.contains(schema) else {
            return .passedOver
        }
        func values(_ names: String...) -> [String] {
            names.flatMap { properties[$0]?.items.compactMap(\.string) ?? [] }
        }
        let names = values("name")
        guard let name = root["caption"]?.string ?? names.first else { return .refused("\(id) has no name") }
        let aliases = (names.filter { $0 != name } + values("alias", "previousName", "abbreviation")).map {
            Alias(imported: $0)
        }
        let weak = values("weakAlias").map { Alias(name: $0, isAmbiguous: true) }
        let wikidata = ([id] + values("wikidataId")).first(where: isWikidataID) ?? root["qid"]?.string
        let row = EntityRow(
            id: wikidata ?? "gz:ftm/\(id)", kind: options.kind ?? Self.kinds[schema] ?? .other,
            role: Self.role(values("topics")), name: name, aliases: aliases + weak,
            country: Self.country(values("country", "nationality", "citizenship", "jurisdiction", "flag")),
            from: values("birthDate", "incorporationDate").lazy.compactMap { CalendarDate($0) }.first,
            until: values("deathDate", "dissolutionDate").lazy.compactMap { CalendarDate($0) }.first, weight: nil)
        let offices = options.wantsOffices && row.kind == .person ? values("position") : []
        return .entity(
            row,
            offices: offices.map {
                OfficeTable.Row(person: row.id, office: $0)
            })
    }

    /// What somebody is says more than that there are sanctions.
    private static func role(_ topics: [String]) -> String {
        let known = topics.lazy.compactMap { roles[$0] }.first
        return known ?? (topics.contains("sanction") ? "sanctioned" : "")
    }

    /// The first two-letter code; codes of places that are none of ISO's are left out.
    private static func country(_ codes: [String]) -> String {
        let letters = codes.first { $0.utf8.count == 2 && $0.utf8.allSatisfy { ($0 | 0x20) &- 97 < 26 } }
        return letters?.uppercased() ?? ""
    }

    private static let kinds: [String: Kind] = [
        "Person": .person, "Organization": .organization, "Company": .organization, "PublicBody": .organization,
        "LegalEntity": .organization, "Vessel": .product, "Airplane": .product,
    ]

    private static let roles: [String: String] = [
        "role.pep": "politician", "role.judge": "judge", "role.diplo": "diplomat", "role.journo": "journalist",
        "role.lawyer": "lawyer", "role.oligarch": "businessperson", "role.civil": "civil servant",
        "gov.head": "politician", "gov.national": "government agency", "gov.state": "government agency",
        "gov.igo": "international organization", "gov.soe": "company", "pol.party": "party", "fin.bank": "bank",
        "corp.public": "company", "crime.terror": "armed group", "mil": "armed forces",
    ]
}
