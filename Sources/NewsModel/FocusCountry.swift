/// A country that a story is about.
public struct FocusCountry: Sendable, Equatable {
    /// `Q…`.
    public var entity: String
    public var name: String
    /// The finer kind from the gazetteer.
    public var role: String
    /// 0…1; from 0.5 on the story is rather about the country than not.
    public var score: Double
    /// What speaks for the country, by the names of the features; those of value 0 are left out.
    public var evidence: [FocusEvidence]

    /// The score from which on a story counts as being about a country.
    public static let leastScore = 0.5

    /// Makes a country of a story.
    public init(entity: String, name: String, role: String = "country", score: Double, evidence: [FocusEvidence]) {
        self.entity = entity
        self.name = name
        self.role = role
        self.score = score
        self.evidence = evidence
    }
}

/// One feature of a country in a story and its value.
public struct FocusEvidence: Sendable, Equatable {
    public var name: String
    public var value: Double

    /// Makes a piece of evidence.
    public init(name: String, value: Double) {
        self.name = name
        self.value = value
    }
}

extension FocusCountry {
    /// The evidence on one line, as databases keep it: "dateline 1.0, place 1.39".
    public var evidenceText: String { evidence.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }

    /// Evidence that `evidenceText` wrote; what is malformed is left out.
    public static func evidence(fromText text: String) -> [FocusEvidence] {
        text.split(separator: ", ").compactMap { piece in
            let parts = piece.split(separator: " ")
            guard parts.count == 2, let value = Double(parts[1]) else { return nil }
            return FocusEvidence(name: String(parts[0]), value: value)
        }
    }
}
