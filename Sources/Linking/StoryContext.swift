import Gazetteers
import NewsModel
import Recognition
import Tokenization

/// What the whole story says before any single mention is decided: its countries, its places, names it gives at length.
struct StoryContext {
    /// Share of each country among the story's clear mentions, the most mentioned 1.
    private(set) var countries: [CountryCode: Double] = [:]
    /// The clear mentions of countries and their people, in order.
    private(set) var countryMentions: [(sentence: Int32, country: CountryCode)] = []
    /// Entities that the story calls by a name of two words or more.
    private(set) var namedAtLength: Set<Int> = []
    /// Keys of words that stand capitalized where the capital means something.
    private(set) var clearlyCapitalized: Set<UInt64> = []
    /// Keys of uncommon words in the names of places and institutions.
    private(set) var placeWords: Set<UInt64> = []
    /// For each token whether it is in a mention.
    private(set) var isInMention: [Bool]
    /// The story's regions and countries.
    private(set) var regions: [Region] = []

    /// A region or country that the story names.
    struct Region {
        /// The keys of the words of its usual name.
        var words: [UInt64]
        /// The first tokens of its mentions, in order.
        var places: [Int]

        /// Whether a mention of it begins at a token.
        func isAt(_ token: Int) -> Bool {
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle] < token { low = middle + 1 } else { high = middle }
            }
            return low < places.count && places[low] == token
        }
    }

    private static let mostRegions = 12
    private static let clearWeight = 3.5

    init(_ article: TokenizedArticle, _ mentions: [RecognizedMention], _ index: GazetteerIndex) {
        isInMention = [Bool](repeating: false, count: article.tokens.count)
        var regionPlaces: [(entity: Int, places: [Int])] = []
        for mention in mentions {
            for token in mention.tokens { isInMention[token] = true }
            let first = mention.tokens.lowerBound
            if !mention.isCaseWeak { clearlyCapitalized.insert(article.tokens[first].key) }
            guard let name = mention.names.first else {
                if mention.guess != .person { addPlaceWords(mention, article) }
                continue
            }
            let entity = Int(index.name(name).entity)
            let kind = index.kind(ofEntity: entity)
            if kind != .person { addPlaceWords(mention, article) }
            if mention.tokens.count >= 2 {
                for number in mention.names { namedAtLength.insert(Int(index.name(number).entity)) }
            }
            if kind == .country || kind == .place, index.weight(ofEntity: entity) >= Self.clearWeight {
                if let number = regionPlaces.firstIndex(where: { $0.entity == entity }) {
                    regionPlaces[number].places.append(first)
                } else if regionPlaces.count < Self.mostRegions {
                    regionPlaces.append((entity, [first]))
                }
            }
            addCountry(of: mention, entity, kind, article, index)
        }
        let most = countries.values.max() ?? 1
        for country in countries.keys { countries[country]? /= most }
        if mentions.contains(where: { Self.mayBeSeveralPlaces($0, index) }) {
            regions = regionPlaces.map { entity, places in
                let words = index.entity(entity).name.split(separator: " ")
                return Region(words: words.map { TokenKey.hash(of: String($0)) }, places: places)
            }
        }
    }

    private mutating func addPlaceWords(_ mention: RecognizedMention, _ article: TokenizedArticle) {
        for token in mention.tokens
        where article.tokens[token].shape.contains(.capitalized) && !article.words[token].isCommon {
            placeWords.insert(article.tokens[token].key)
        }
    }

    private mutating func addCountry(
        of mention: RecognizedMention, _ entity: Int, _ kind: Kind, _ article: TokenizedArticle,
        _ index: GazetteerIndex
    ) {
        let first = mention.tokens.lowerBound
        let country = index.country(ofEntity: entity)
        // A word of another name in the story ("Modi" after "Salifou Modi") says nothing of its namesake's country.
        guard country != .none, mention.antecedent == nil else { return }
        for number in mention.names {
            let name = index.name(number)
            if Int(name.entity) != entity || name.flags.contains(.ambiguous) { return }
        }
        let isCountry = kind == .country
        if isCountry { countryMentions.append((article.tokens[first].sentence, country)) }
        let isClear = isCountry || mention.tokens.count >= 2 || index.weight(ofEntity: entity) >= Self.clearWeight
        guard isClear else { return }
        countries[country, default: 0] += (isCountry ? 1 : 0.6) * (article.isInTitle(first) ? 2 : 1)
    }

    /// Whether two places have the mention's name, so that the region must tell which is meant.
    static func mayBeSeveralPlaces(_ mention: RecognizedMention, _ index: GazetteerIndex) -> Bool {
        guard mention.names.count > 1 else { return false }
        return mention.names.count { index.kind(ofEntity: Int(index.name($0).entity)) == .place } > 1
    }

    /// Whether a country or its people are clearly named in a sentence.
    func names(_ country: CountryCode, inSentence sentence: Int32) -> Bool {
        var (low, high) = (0, countryMentions.count)
        while low < high {
            let middle = (low + high) / 2
            if countryMentions[middle].sentence < sentence { low = middle + 1 } else { high = middle }
        }
        while low < countryMentions.count, countryMentions[low].sentence == sentence {
            if countryMentions[low].country == country { return true }
            low += 1
        }
        return false
    }
}
