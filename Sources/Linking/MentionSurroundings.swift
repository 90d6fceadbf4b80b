import Gazetteers
import NewsModel
import Recognition
import Tokenization

/// What stands around a mention: the same for all its candidates, and so looked at once.
struct MentionSurroundings {
    /// A common word where its capital says nothing; for names in capitals also among other words in capitals.
    private(set) var isUnsureWord = false
    private(set) var isUnsureAcronym = false
    /// A capitalized word that belongs to no mention touches the name.
    private(set) var isBesideCapital = false
    /// A preposition of place stands before the name.
    private(set) var hasPlacePreposition = false
    /// A comma and a place follow.
    private(set) var isBeforePlace = false
    /// The country that stands soon behind the name and a comma.
    private(set) var countryBehind: CountryCode?
    /// Keys of the words in lower case around the name, in its sentence; where several things have the name.
    private(set) var neighbours: [UInt64] = []
    /// The countries of the story's towns that lie in something of this name ("Atlanta, Georgia").
    private(set) var regionCountries: [CountryCode] = []
    /// A verb of speech follows.
    private(set) var speaks = false
    /// The sentence that the name stands in.
    let sentence: Int32
    /// Keys of title words just before or after the name, in its sentence; where it may be a person.
    private(set) var titleWords: [UInt64] = []
    /// The places of this name in a region that the story names, and in one right behind a comma.
    private(set) var placesInRegions: [Int] = []
    private(set) var placesInRegionBehind: [Int] = []

    /// A language would stand here: "spoke English to them".
    private(set) var isLanguagePlace = false
    /// The only entity that has the name without need of support; `nil` for common words.
    private(set) var onlyBearer: Int?

    private static let reach = 5

    init(
        _ mention: borrowing RecognizedMention, _ article: borrowing TokenizedArticle,
        _ context: borrowing StoryContext, _ index: GazetteerIndex
    ) {
        let (first, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        let tokens = article.tokens
        sentence = tokens[first].sentence
        if mention.tokens.count > 1 || !article.words[first].isCommon { onlyBearer = Self.onlyBearer(mention, index) }
        if mention.tokens.count == 1, article.words[first].isCommon,
            !context.clearlyCapitalized.contains(tokens[first].key)
        {
            isUnsureWord = mention.isCaseWeak
            isUnsureAcronym = isUnsureWord || Self.isShouted(first, tokens)
        }
        if first > 0, tokens[first].gap == .blank {
            hasPlacePreposition = CueWords.placePrepositions.contains(tokens[first - 1].key)
            isBesideCapital = Self.isLooseCapital(first - 1, article, context)
        }
        isLanguagePlace =
            first > 0 && tokens[first].gap == .blank && CueWords.languageCues.contains(tokens[first - 1].key)
            && (end == tokens.count || tokens[end].sentence != sentence || tokens[end].gap > .apostrophe
                || CueWords.sentenceWords.contains(tokens[end].key))
        if end < tokens.count, tokens[end].sentence == sentence {
            speaks = tokens[end].gap == .blank && CueWords.speechVerbs.contains(tokens[end].key)
            isBeforePlace = tokens[end].gap == .comma && context.placeWords.contains(tokens[end].key)
            if tokens[end].gap == .blank, Self.isLooseCapital(end, article, context) { isBesideCapital = true }
        }
        if mention.names.contains(where: { index.kind(ofEntity: Int(index.name($0).entity)) == .person }) {
            addTitleWords(first, end, tokens)
        }
        if end < tokens.count, tokens[end].gap == .comma {
            countryBehind = context.country(in: end..<end + Self.reach, sentence: sentence)
        }
        if mention.names.count > 1 {
            addNeighbours(first, end, tokens)
            addRegionCountries(mention, article, context, index)
        }
        if !context.regions.isEmpty, StoryContext.mayBeSeveralPlaces(mention, index) {
            addRegions(behind: end, index.regionalNames(of: tokens[mention.tokens]), tokens, context, index)
        }
    }

    private static func onlyBearer(_ mention: RecognizedMention, _ index: GazetteerIndex) -> Int? {
        var only: Int?
        for number in mention.names {
            let name = index.name(number)
            if name.flags.contains(.ambiguous) { continue }
            if let only, only != Int(name.entity) { return nil }
            only = Int(name.entity)
        }
        return only
    }

    private mutating func addNeighbours(_ first: Int, _ end: Int, _ tokens: [Token]) {
        neighbours.reserveCapacity(2 * Self.reach)
        for place in max(0, first - Self.reach)..<min(tokens.count, end + Self.reach)
        where tokens[place].sentence == sentence && !tokens[place].shape.contains(.capitalized) {
            neighbours.append(tokens[place].key)
        }
    }

    private mutating func addRegionCountries(
        _ mention: RecognizedMention, _ article: TokenizedArticle, _ context: StoryContext, _ index: GazetteerIndex
    ) {
        let isRegion = mention.names.contains {
            let kind = index.kind(ofEntity: Int(index.name($0).entity))
            return kind == .place || kind == .country
        }
        guard isRegion else { return }
        let words = mention.tokens.map { article.tokens[$0].key }
        for region in context.regions {
            guard let towns = region.towns else { continue }
            for number in index.names(of: towns, in: words) {
                regionCountries.append(index.country(ofEntity: Int(index.name(number).entity)))
            }
        }
    }

    private mutating func addRegions(
        behind end: Int, _ names: RegionalNames?, _ tokens: [Token], _ context: StoryContext, _ index: GazetteerIndex
    ) {
        guard let names else { return }
        for region in context.regions {
            let isBehind = end < tokens.count && tokens[end].gap == .comma && region.isAt(end)
            for number in index.names(of: names, in: region.words) {
                let entity = Int(index.name(number).entity)
                placesInRegions.append(entity)
                if isBehind { placesInRegionBehind.append(entity) }
            }
        }
    }

    /// Whether the words around are in capitals too, so that capitals say nothing.
    private static func isShouted(_ position: Int, _ tokens: [Token]) -> Bool {
        func isUpper(_ place: Int) -> Bool { tokens[place].shape.contains(.upper) && tokens[place].span.count > 1 }
        let (before, after) = (position > 0, position + 1 < tokens.count)
        guard before || after else { return false }
        return (!before || isUpper(position - 1)) && (!after || isUpper(position + 1))
    }

    /// A word that looks like a part of a name and belongs to none: not where headlines and sentences give capitals away.
    private static func isLooseCapital(
        _ position: Int, _ article: TokenizedArticle, _ context: StoryContext
    ) -> Bool {
        let token = article.tokens[position]
        return token.shape.isSuperset(of: [.capitalized, .hasLower]) && !token.shape.contains(.sentenceStart)
            && !context.isInMention[position] && !article.isInTitle(position) && !article.words[position].isCommon
            && !CueWords.isTitle(token.key)
    }

    private mutating func addTitleWords(_ first: Int, _ end: Int, _ tokens: [Token]) {
        for place in max(0, first - Self.reach)..<first where tokens[place].sentence == sentence {
            if CueWords.isTitle(tokens[place].key) { titleWords.append(tokens[place].key) }
        }
        for place in end..<min(tokens.count, end + Self.reach) where tokens[place].sentence == sentence {
            if CueWords.isTitle(tokens[place].key) { titleWords.append(tokens[place].key) }
        }
    }
}
