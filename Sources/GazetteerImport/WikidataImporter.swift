import Gazetteers
import Ingest
import NewsModel

/// Makes entities of a dump of Wikidata. Offices come at the end, since their titles stand anywhere in the dump.
struct WikidataImporter: Importer {
    private let options: ImportOptions
    private let lines = JSONLines()
    /// Titles of positions, by id.
    private var positions: [String: (title: String, country: String)] = [:]
    private var held: [(person: String, position: String, from: CalendarDate?, until: CalendarDate?)] = []

    init(_ options: ImportOptions) { self.options = options }

    mutating func read(_ content: RawContent) -> ImportOutcome {
        lines.read(content) { outcome(WikidataItem($0)) }
    }

    func endFile() -> ImportOutcome { lines.endFile() }

    private mutating func outcome(_ item: WikidataItem) -> ImportOutcome {
        guard item.id.hasPrefix("Q") else {
            return item.id.isEmpty ? .refused("no entity of Wikidata: it has no id") : .passedOver
        }
        let classes = item.best("P31").compactMap(\.item)
        if options.wantsOffices { notePosition(item, classes) }
        if !options.classes.isEmpty, !classes.contains(where: options.classes.contains) { return .passedOver }
        let known = classes.lazy.compactMap { WikidataClasses.kinds[$0] }.first
        guard let kind = options.kind ?? known?.kind ?? (options.classes.isEmpty ? nil : .other),
            let label = item.label(options.language)
        else { return .passedOver }
        var row = EntityRow(
            id: item.id, kind: kind, role: known?.role ?? "", name: label,
            aliases: item.aliases(options.language).map { Alias(imported: $0) }, country: country(of: item, kind),
            weight: item.sitelinkCount.map { Prior.ofSitelinks($0) })
        if kind == .person {
            let occupations = item.best("P106").lazy.compactMap(\.item)
            row.role = occupations.compactMap { WikidataClasses.occupations[$0] }.first ?? row.role
            noteOffices(of: item)
        }
        row.from = item.best(kind == .person ? "P569" : "P571").lazy.compactMap(\.date).first
        row.until = item.best(kind == .person ? "P570" : "P576").lazy.compactMap(\.date).first
        return .entity(row)
    }

    /// The ISO code of a country, or of the country that something is in or somebody a citizen of.
    private func country(of item: WikidataItem, _ kind: Kind) -> String {
        if kind == .country { return item.best("P297").first?.text ?? options.countries[item.id] ?? "" }
        let statements = item.best(kind == .person ? "P27" : "P17")
        // What has no end holds still.
        let codes = (statements.filter { !$0.has("P582") } + statements).lazy.compactMap(\.item)
        return codes.compactMap { options.countries[$0] }.first ?? ""
    }

    private mutating func notePosition(_ item: WikidataItem, _ classes: [String]) {
        // P1308: who holds it.
        guard classes.contains(where: WikidataClasses.positions.contains) || item.has("P1308"),
            let title = item.label(options.language)
        else { return }
        // P1001: where it applies.
        let codes = (item.best("P17") + item.best("P1001")).compactMap(\.item).compactMap { options.countries[$0] }
        positions[item.id] = (title, codes.first ?? "")
    }

    private mutating func noteOffices(of item: WikidataItem) {
        guard options.wantsOffices else { return }
        for statement in item.statements("P39") {
            guard let position = statement.item else { continue }
            held.append((item.id, position, statement.date("P580"), statement.date("P582")))
        }
    }

    mutating func finish() -> [ImportOutcome] {
        var outcomes: [ImportOutcome] = []
        var unknown: Set<String> = []
        for (person, position, from, until) in held {
            guard let (title, country) = positions[position] else {
                unknown.insert(position)
                continue
            }
            outcomes.append(
                .office(
                    OfficeTable.Row(
                        person: person, office: title, country: country, from: from, until: until)))
        }
        if !unknown.isEmpty {
            let some = unknown.sorted().prefix(5).joined(separator: ", ")
            outcomes.append(
                .refused("the titles of \(unknown.count) offices are not in the files, so they are left out: \(some)"))
        }
        return outcomes
    }
}
