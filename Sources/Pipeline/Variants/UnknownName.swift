import Tokenization

/// A name that no gazetteer has, taken apart so that its other forms can be told.
struct UnknownName: Equatable {
    /// What all forms of a name share: the family name and the first letter of the given name, or the words of an
    /// organization without article and legal form. Only names with the same are compared.
    let group: String
    /// The keys of the given names or their initials; empty for organizations.
    let given: [String]
    /// "jr", "iii": father and son are two.
    let generation: String?
    /// The capital letters of an organization's words, where it has several.
    let initials: String?

    /// Takes the name of a person apart; `nil` for one without a given name.
    init?(person name: String) {
        var words = Self.keys(name)
        while let first = words.first, words.count > 2, Self.titles.contains(first) { words.removeFirst() }
        let generation = words.count > 2 && Self.generations.contains(words[words.count - 1]) ? words.popLast() : nil
        guard words.count >= 2, let family = words.popLast(), let letter = words[0].first else { return nil }
        group = "person \(family) \(letter)"
        given = words
        self.generation = generation
        initials = nil
    }

    /// Takes the name of an organization apart; `nil` for one that is only a legal form.
    init?(organization name: String) {
        var words = Self.keys(name)
        if words.count > 1, words.first == "the" { words.removeFirst() }
        while let last = words.last, words.count > 1, Self.legalForms.contains(last) { words.removeLast() }
        guard !words.isEmpty else { return nil }
        group = "organization \(words.joined(separator: " "))"
        given = []
        generation = nil
        let letters = words.filter { !Self.smallWords.contains($0) }.compactMap(\.first)
        initials = letters.count > 1 ? String(letters) : nil
    }

    /// Whether the given names are the same as far as both are told: "Jane", "Jane A.", "Jane Ann", "J.".
    func agrees(with other: UnknownName) -> Bool {
        guard group == other.group, generation == nil || other.generation == nil || generation == other.generation
        else { return false }
        return zip(given, other.given).allSatisfy(Self.agree)
    }

    /// Whether the first given name is only an initial.
    var isInitial: Bool { given.first?.count == 1 }

    private static func agree(_ left: String, _ right: String) -> Bool {
        left == right || (left.count == 1 && right.hasPrefix(left)) || (right.count == 1 && left.hasPrefix(right))
    }

    /// The normalized words; "J.A." is two.
    private static func keys(_ name: String) -> [String] {
        name.split { $0 == " " || $0 == "." }.map { word in
            Array(word.utf8).withUnsafeBufferPointer { String(decoding: TokenKey.key(of: $0), as: UTF8.self) }
        }.filter { !$0.isEmpty }
    }

    private static let titles = words(
        "dr mr mrs ms miss prof professor sir lady dame lord rev sen rep gov gen col capt lt sgt")
    private static let generations = words("jr sr ii iii iv")
    private static let legalForms = words(
        "inc incorporated ltd limited plc llc llp corp corporation co company gmbh sa ag")
    private static let smallWords = words("of the and for in on de la du des et")

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
