/// Why words to look for make no question.
public enum FullTextError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no word in it: it is empty, or has signs only.
    case noWords
    /// A quotation mark that is not closed.
    case openQuote
    /// A bracket that is not closed, or closes none.
    case unevenBrackets
    /// Everything is excluded, here or on one side of an OR: what is left out needs something to be left out of.
    case onlyExcluded
    /// Nothing stands on one side of an OR.
    case openOr
    /// A star with no word before it.
    case starAlone
    /// Brackets in brackets, deeper than anybody writes.
    case tooDeep(limit: Int)
    /// More words than anybody writes.
    case tooManyWords(limit: Int)

    public var description: String {
        switch self {
        case .noWords: "there is no word to look for"
        case .openQuote: "a quotation mark is not closed; a phrase is \"niamey coup\""
        case .unevenBrackets: "the brackets are uneven; each ( needs a )"
        case .onlyExcluded: "only what stories must not have is given; add a word that they must have: coup -football"
        case .openOr: "OR wants something on both sides: niamey OR agadez"
        case .starAlone: "a star stands behind the beginning of a word: niam*"
        case .tooDeep(let limit): "brackets stand in brackets more than \(limit) deep"
        case .tooManyWords(let limit): "there are more than \(limit) words to look for"
        }
    }
}
