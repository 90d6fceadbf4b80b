import Gazetteers
import Ingest

/// An entity of Wikidata, as its dumps write it (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html).
struct WikidataItem {
    let root: JSONElement
    private let claims: JSONElement?

    init(_ root: JSONElement) {
        self.root = root
        claims = root["claims"]
    }

    var id: String { root["id"]?.string ?? "" }

    /// The label in a language, or the one for many languages.
    func label(_ language: String) -> String? {
        (root["labels"]?[language] ?? root["labels"]?["mul"])?["value"]?.string
    }

    /// The aliases in a language and those for many.
    func aliases(_ language: String) -> [String] {
        guard let all = root["aliases"] else { return [] }
        return [language, "mul"].flatMap { all[$0]?.items.compactMap { $0["value"]?.string } ?? [] }
    }

    /// How many pages of Wikimedia's projects are about it; `nil` for a dump without them.
    var sitelinkCount: Int? { root["sitelinks"]?.count }

    func has(_ property: String) -> Bool { claims?[property] != nil }

    /// All that is said under a property and not marked wrong.
    func statements(_ property: String) -> [WikidataStatement] {
        (claims?[property]?.items ?? []).map { WikidataStatement(element: $0) }.filter { $0.rank != "deprecated" }
    }

    /// What is preferred of it, or else all.
    func best(_ property: String) -> [WikidataStatement] {
        let all = statements(property)
        let preferred = all.filter { $0.rank == "preferred" }
        return preferred.isEmpty ? all : preferred
    }
}

/// One statement of an entity.
struct WikidataStatement {
    fileprivate let element: JSONElement

    var rank: String { element["rank"]?.string ?? "normal" }

    /// The entity that is its value.
    var item: String? {
        guard let value = mainValue else { return nil }
        if let id = value["id"]?.string { return id }
        // Dumps of before 2017.
        return value["numeric-id"]?.number.flatMap { Int(exactly: $0) }.map { "Q\($0)" }
    }

    /// The text that is its value.
    var text: String? { mainValue?.string }

    /// The day that is its value.
    var date: CalendarDate? { mainValue.flatMap { Self.date($0) } }

    /// The first day given by a qualifier.
    func date(_ qualifier: String) -> CalendarDate? {
        let snaks = element["qualifiers"]?[qualifier]?.items ?? []
        return snaks.lazy.compactMap { $0["datavalue"]?["value"].flatMap { Self.date($0) } }.first
    }

    func has(_ qualifier: String) -> Bool { element["qualifiers"]?[qualifier] != nil }

    private var mainValue: JSONElement? { element["mainsnak"]?["datavalue"]?["value"] }

    /// "+1952-03-11T00:00:00Z" as far as its precision goes: 11 is a day, 10 a month, 9 a year; less is no date to us, nor
    /// is one before our era.
    private static func date(_ value: JSONElement) -> CalendarDate? {
        guard let time = value["time"]?.string, let precision = value["precision"]?.number, time.hasPrefix("+") else {
            return nil
        }
        let lengths: [Double: Int] = [9: 4, 10: 7, 11: 10, 12: 10, 13: 10, 14: 10]
        guard let length = lengths[precision] else { return nil }
        return CalendarDate(time.dropFirst().prefix(length))
    }
}
