import Gazetteers
import Ingest
import NewsModel

/// Makes entities of spaCy's EntityRuler patterns; those with the same id are names of one entity.
struct EntityRulerImporter: Importer {
    private let options: ImportOptions
    private let lines = JSONLines()
    private var rows: [EntityRow] = []
    private var numberOfID: [String: Int] = [:]

    init(_ options: ImportOptions) { self.options = options }

    mutating func read(_ content: RawContent) -> ImportOutcome {
        lines.read(content) { take($0) }
    }

    func endFile() -> ImportOutcome { lines.endFile() }

    mutating func finish() -> [ImportOutcome] { rows.map { .entity($0) } }

    private mutating func take(_ root: JSONElement) -> ImportOutcome {
        guard let label = root["label"]?.string, let pattern = root["pattern"] else {
            return .refused("no pattern of an EntityRuler: it needs label and pattern")
        }
        guard options.classes.isEmpty || options.classes.contains(label) else { return .passedOver }
        guard let name = pattern.string ?? Self.literal(pattern), name.contains(where: { $0.isLetter || $0.isNumber })
        else {
            return .refused("a pattern that is no literal name: only LOWER, ORTH and TEXT with a string can be taken")
        }
        let kind = options.kind ?? Self.kinds[label] ?? .other
        let given = root["id"]?.string
        let id = given.map { Self.isKey($0) ? $0 : "gz:ruler/\($0)" } ?? NameList.id(of: name, kind)
        if let number = numberOfID[id] {
            if rows[number].name != name { rows[number].aliases.append(Alias(imported: name)) }
        } else {
            numberOfID[id] = rows.count
            rows.append(
                EntityRow(id: id, kind: kind, name: name))
        }
        return .nothing
    }

    private static func isKey(_ id: String) -> Bool { id.hasPrefix("gz:") || isWikidataID(id) }

    /// The words of a list of tokens, each with nothing but its text; `nil` when a token asks for anything else.
    private static func literal(_ pattern: JSONElement) -> String? {
        var text = ""
        for token in pattern.items {
            let conditions = token.members
            guard conditions.count == 1, let word = conditions[0].value.string, !word.isEmpty else { return nil }
            switch conditions[0].name {
            case "ORTH", "TEXT": append(word, to: &text)
            case "LOWER": append(capitalized(word, isFirst: text.isEmpty), to: &text)
            default: return nil
            }
        }
        return text.isEmpty ? nil : text
    }

    private static func append(_ word: String, to text: inout String) {
        let joinsLeft = ["-", "/", ",", ".", "'s", "’s"].contains(word)
        let joinsRight = text.hasSuffix("-") || text.hasSuffix("/")
        text += (text.isEmpty || joinsLeft || joinsRight ? "" : " ") + word
    }

    /// A pattern in lower case matches any letters; names of our tables have the capitals that text has.
    private static func capitalized(_ word: String, isFirst: Bool) -> String {
        if !isFirst, smallWords.contains(word) { return word }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let smallWords: Set<String> = [
        "a", "al", "and", "at", "da", "de", "del", "der", "di", "dos", "du", "el", "for", "in", "la", "le", "of", "on",
        "the", "to", "van", "von",
    ]

    private static let kinds: [String: Kind] = [
        "PERSON": .person, "PER": .person, "ORG": .organization, "GPE": .place, "LOC": .place, "FAC": .place,
        "EVENT": .event, "PRODUCT": .product, "WORK_OF_ART": .product, "NORP": .other,
    ]
}
