import NewsModel

/// What became of a mention, with all that it could have meant: what `gazette explain` shows.
public struct Verdict: Sendable {
    /// Why the mention means what it means, or nothing.
    public enum Rule: Sendable, Equatable {
        /// The candidate with the highest score, which is above that of a name that means nothing known.
        case bestCandidate
        /// The short form of a name that the story gives in full.
        case shortForm
        /// A name that no gazetteer has, or none that fits, told by its shape and its neighbours.
        case unknownName
        /// Somebody who only shares the name with people of the gazetteer.
        case namesake
        /// A user decided so, in this line of the file of decisions.
        case decided(line: Int)
        /// The words are a phrase of the gazetteer in which no name is meant.
        case phrase
        /// No candidate scores as much as a name that means nothing known.
        case belowLeast
    }

    /// The reading of a mention as a part of a longer name in the story.
    public struct ShortForm: Sendable, Equatable {
        public var full: LinkedMention
        public var evidence: Evidence
    }

    /// An entity that a line of the file of decisions rules out.
    public struct Exclusion: Sendable, Equatable {
        public var entity: String
        public var name: String
        public var line: Int
    }

    public var tokens: Range<Int>
    /// The best first; over all mentions of the same words in the story, which have one sense.
    public var candidates: [Candidate]
    /// How many mentions of the same words decided together.
    public var sharedBy = 1
    /// What speaks for the name meaning nothing known.
    public var unknown: Evidence
    /// What the mention means as the short form of a name that the story gives in full.
    public var shortForm: ShortForm?
    /// Candidates that a user ruled out.
    public var excluded: [Exclusion] = []
    public var rule: Rule
    /// The entity that the mention meant before a user merged it with another.
    public var merged: Exclusion?
    /// `nil` where the mention means nothing.
    public var linked: LinkedMention?
    /// What became of shorter and overlapping names where this one means nothing.
    public var alternatives: [Verdict] = []
}
