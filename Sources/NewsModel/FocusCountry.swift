/// A country that a story is about.
public struct FocusCountry: Sendable, Equatable {
    /// `Q…`.
    public var entity: String
    public var name: String
    /// 0…1; from 0.5 on the story is rather about the country than not.
    public var score: Double
    /// What speaks for the country, by the names of the features; those of value 0 are left out.
    public var evidence: [FocusEvidence]

    /// The score from which on a story counts as being about a country.
    public static let leastScore = 0.5

    /// Makes a country of a story.
    public init(entity: String, name: String, score: Double, evidence: [FocusEvidence]) {
        self.entity = entity
        self.name = name
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
