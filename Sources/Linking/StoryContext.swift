import Gazetteers
import NewsModel
import Recognition
import Tokenization

/// What the whole story says before any single mention is decided: its countries, its places, names it gives at length.
struct StoryContext {
    /// Share of each country among the story's clear mentions, the most mentioned 1.
    private(set) var countries: [(country: CountryCode, share: Double)] = []
    /// The clear mentions of countries and their people, in order.
    private(set) var countryMentions: [(sentence: Int32, token: Int, country: CountryCode)] = []
    /// Keys of the last words of names that look like people's.
    private var surnames: [UInt64] = []
    /// Entities that the story calls by a name of two words or more.
    private var namedAtLength: [Int] = []
    /// Keys of common words that stand capitalized where the capital means something.
    private(set) var clearlyCapitalized: Set<UInt64> = []
    /// Keys of uncommon words in the names of places and institutions.
    private(set) var placeWords = HashSet64([])
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
        /// What goes on behind a comma where it is a town ("Atlanta, Georgia").
        var towns: RegionalNames?

        /// Whether a mention of it begins at a token.
        func isAt(_ token: Int) -> Bool {
            let place = places.firstPlace { $0 >= token }
            return place < places.count && places[place] == token
        }
    }

    private static let mostRegions = 12
    private static let clearWeight = 3.5
    private static let clearMargin = 1.5

    init(_ article: TokenizedArticle, _ mentions: [RecognizedMention], _ index: GazetteerIndex) {
        isInMention = [Bool](repeating: false, count: article.tokens.count)
        var regionPlaces: [(entity: Int, name: Range<Int>, places: [Int])] = []
        var placeKeys: [UInt64] = []
        for mention in mentions {
            for token in mention.tokens { isInMention[token] = true }
            let first = mention.tokens.lowerBound
            if !mention.isCaseWeak, article.words[first].isCommon {
                clearlyCapitalized.insert(article.tokens[first].key)
            }
            if mention.tokens.count >= 2, mention.guess == .person {
                surnames.append(article.tokens[mention.tokens.upperBound - 1].key)
            }
            guard let (entity, isClear) = Self.heaviest(mention.names, index) else {
                if mention.guess != .person { Self.addPlaceWords(mention, article, to: &placeKeys) }
                continue
            }
            let kind = index.kind(ofEntity: entity)
            if kind != .person { Self.addPlaceWords(mention, article, to: &placeKeys) }
            if mention.tokens.count >= 2 {
                for number in mention.names { namedAtLength.append(Int(index.name(number).entity)) }
            }
            if kind == .country || kind == .place, index.weight(ofEntity: entity) >= Self.clearWeight {
                if let number = regionPlaces.firstIndex(where: { $0.entity == entity }) {
                    regionPlaces[number].places.append(first)
                } else if regionPlaces.count < Self.mostRegions {
                    regionPlaces.append((entity, mention.tokens, [first]))
                }
            }
            if isClear { addCountry(of: mention, entity, kind, article, index) }
        }
        namedAtLength.sort()
        surnames.sort()
        placeWords = HashSet64(placeKeys)
        let most = countries.reduce(0) { max($0, $1.share) }
        for place in countries.indices { countries[place].share /= most }
        if mentions.contains(where: { $0.names.count > 1 }) {
            regions = regionPlaces.map { entity, name, places in
                let words = index.entity(entity).name.utf8.split(separator: UInt8(ascii: " "))
                return Region(
                    words: words.map { TokenKey.hash(of: String(Substring($0))) }, places: places,
                    towns: index.regionalNames(of: article.tokens[name]))
            }
        }
    }

    private static func addPlaceWords(
        _ mention: RecognizedMention, _ article: TokenizedArticle, to keys: inout [UInt64]
    ) {
        for token in mention.tokens
        where article.tokens[token].shape.contains(.capitalized) && !article.words[token].isCommon {
            keys.append(article.tokens[token].key)
        }
    }

    /// The entity that weighs most under some names, and whether it is clear that it is meant: it needs no support, and
    /// weighs far more than any other.
    private static func heaviest(_ names: [Int], _ index: GazetteerIndex) -> (entity: Int, isClear: Bool)? {
        guard let first = names.first else { return nil }
        var (best, bestWeight, otherWeight) = (Int(index.name(first).entity), -1.0, -1.0)
        var isAmbiguous = false
        for number in names {
            let name = index.name(number)
            let entity = Int(name.entity)
            let weight = index.weight(ofEntity: entity)
            if weight > bestWeight {
                if entity != best { otherWeight = bestWeight }
                (best, bestWeight) = (entity, weight)
                isAmbiguous = name.flags.contains(.ambiguous)
            } else if entity != best {
                otherWeight = max(otherWeight, weight)
            }
        }
        return (best, !isAmbiguous && bestWeight - otherWeight >= clearMargin)
    }

    private mutating func addCountry(
        of mention: RecognizedMention, _ entity: Int, _ kind: Kind, _ article: TokenizedArticle,
        _ index: GazetteerIndex
    ) {
        let first = mention.tokens.lowerBound
        let country = index.country(ofEntity: entity)
        // A word of another name in the story ("Modi" after "Salifou Modi") says nothing of its namesake's country.
        guard country != .none, mention.antecedent == nil else { return }
        let isCountry = kind == .country
        if isCountry { countryMentions.append((article.tokens[first].sentence, first, country)) }
        let isClear = isCountry || mention.tokens.count >= 2 || index.weight(ofEntity: entity) >= Self.clearWeight
        guard isClear else { return }
        let share = (isCountry ? 1 : 0.6) * (article.isInTitle(first) ? 2 : 1)
        if let place = countries.firstIndex(where: { $0.country == country }) {
            countries[place].share += share
        } else {
            countries.append((country, share))
        }
    }

    /// Whether a word is the last of a person's name in the story.
    func isSurname(_ key: UInt64) -> Bool {
        let place = surnames.firstPlace { $0 >= key }
        return place < surnames.count && surnames[place] == key
    }

    /// The country that is clearly named at one of some tokens of a sentence.
    func country(in tokens: Range<Int>, sentence: Int32) -> CountryCode? {
        let place = countryMentions.firstPlace { $0.token >= tokens.lowerBound }
        guard place < countryMentions.count, tokens.contains(countryMentions[place].token),
            countryMentions[place].sentence == sentence
        else { return nil }
        return countryMentions[place].country
    }

    /// The share of a country; `nil` where the story is not about it.
    func share(of country: CountryCode) -> Double? { countries.first { $0.country == country }?.share }

    /// Whether the story calls an entity by a name of two words or more.
    func isNamedAtLength(_ entity: Int) -> Bool {
        let place = namedAtLength.firstPlace { $0 >= entity }
        return place < namedAtLength.count && namedAtLength[place] == entity
    }

    /// Whether two places have the mention's name, so that the region must tell which is meant.
    static func mayBeSeveralPlaces(_ mention: RecognizedMention, _ index: GazetteerIndex) -> Bool {
        guard mention.names.count > 1 else { return false }
        return mention.names.count { index.kind(ofEntity: Int(index.name($0).entity)) == .place } > 1
    }

    /// Whether a country or its people are clearly named in a sentence.
    func names(_ country: CountryCode, inSentence sentence: Int32) -> Bool {
        var place = countryMentions.firstPlace { $0.sentence >= sentence }
        while place < countryMentions.count, countryMentions[place].sentence == sentence {
            if countryMentions[place].country == country { return true }
            place += 1
        }
        return false
    }
}
