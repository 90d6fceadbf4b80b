/// What speaks for or against a candidate; `Gazetteers/linking/weights.tsv` has a row for each, which says what it means
/// and how much it counts.
public enum EvidenceName: Int, CaseIterable, Sendable {
    // The entity and the name.
    case prior
    case rareKind
    case usualName
    case otherName
    case acronym
    case demonym
    case words
    case ambiguous
    case onlyBearer
    case derived
    case otherMarks
    case otherSpelling

    // How the name stands in its sentence.
    case weakCase
    case capitalBeside
    case placeCue
    case beforePlace
    case beforeCountry
    case roleBeside
    case personCue
    case titleMismatch
    case speaks
    case asLanguage
    case learnedKind
    case learnedNone
    case office
    case officeNow

    // The story as a whole.
    case storyCountry
    case sentenceCountry
    case siteCountry
    case foreign
    case region
    case regionBehind
    case regionOf
    case longerName
    case loneSurname
    case namesake
    case namesakeOfOther
    case officePlace
    case topic
    case outOfTime

    // The short form of a name that the story gives in full.
    case shortForm
    case shortFormOfUnknown
    case placeCueOfShortForm

    // What speaks for the name meaning nothing that is known.
    case unknownWord
    case unknownName
    case unknownPart

    /// The name of the row in the table.
    public var label: String { "\(self)" }
}
