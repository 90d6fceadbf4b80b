/// What speaks for or against a candidate.
public enum EvidenceName: Int, CaseIterable, Sendable {
    /// The entity's weight in the gazetteer, 0…10.
    case prior
    /// Written as the usual name.
    case usualName
    /// Written as another name.
    case otherName
    case acronym
    case demonym
    /// Number of words beyond the first, at most three.
    case words
    /// The gazetteer says that the name needs support.
    case ambiguous
    /// A name that the compiler made by leaving something out.
    case derived
    /// The text has diacritics that the gazetteer's name has not.
    case otherMarks
    /// Another spelling of the name.
    case otherSpelling
    /// A common word where its capital says nothing.
    case weakCase
    /// The candidate's country is one of the story's, by its share.
    case storyCountry
    /// The story is about other countries.
    case foreign
    /// A preposition of place before a place.
    case placeCue
    /// A title before a person.
    case personCue
    /// A title before something that is no person.
    case titleMismatch
    /// Shape and neighbours speak for this kind.
    case guessedKind
    /// They speak for another kind.
    case otherKind
    /// Words beside the mention stand in the person's offices or role.
    case office
    /// The story gives a longer name of the same entity.
    case longerName
    /// Dead, dissolved or not yet born at the time of the story.
    case outOfTime
}

/// How much each piece of evidence counts; a table that later versions learn.
public struct LinkingWeights: Sendable {
    private var values: [Double]

    /// The weights chosen by hand and tried on the development sets.
    public init() {
        values = Array(repeating: 0, count: EvidenceName.allCases.count)
        let chosen: [(EvidenceName, Double)] = [
            (.prior, 0.5), (.usualName, 1), (.otherName, 0.6), (.acronym, 0.5), (.demonym, 1), (.words, 0.8),
            (.ambiguous, -2), (.derived, -0.2), (.otherMarks, -0.2),
            (.otherSpelling, -0.8), (.weakCase, -3), (.storyCountry, 1.5), (.foreign, -0.6),
            (.placeCue, 0.8),
            (.personCue, 1.5), (.titleMismatch, -1), (.guessedKind, 0.8), (.otherKind, -0.6), (.office, 1.2),
            (.longerName, 2.5), (.outOfTime, -2),
        ]
        for (name, weight) in chosen { self[name] = weight }
    }

    /// The weight of one piece of evidence.
    public subscript(name: EvidenceName) -> Double {
        get { values[name.rawValue] }
        set { values[name.rawValue] = newValue }
    }

    /// The least score at which a candidate is taken: for names of one word, and of several.
    public var leastScoreOfWord = 1.2
    public var leastScoreOfName = 1.6
    /// How much more a name must score that is part of, or shares words with, a longer one that means nothing here.
    public var partOfName = 1.0
    /// What the short form of a name given in full scores, before its cues.
    public var shortForm = 4.0
}

/// The signed contributions that decide on one candidate.
public struct Evidence: Sendable {
    /// The sum of all contributions.
    public private(set) var score = 0.0
    private let weights: LinkingWeights

    init(weights: LinkingWeights) { self.weights = weights }

    mutating func add(_ name: EvidenceName, _ value: Double = 1) { score += weights[name] * value }
}
