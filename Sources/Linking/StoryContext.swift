import Gazetteers
import NewsModel
import Recognition

/// What the whole story says before any single mention is decided: its countries, and names it gives at length.
struct StoryContext {
    /// Share of each country among the story's clear mentions, the most mentioned 1.
    private(set) var countries: [CountryCode: Double] = [:]
    /// Entities that the story calls by a name of two words or more.
    private(set) var namedAtLength: Set<Int> = []
    /// Keys of words that stand capitalized where the capital means something.
    private(set) var clearlyCapitalized: Set<UInt64> = []

    init(_ article: TokenizedArticle, _ mentions: [RecognizedMention], _ index: GazetteerIndex) {
        for mention in mentions {
            if !mention.isCaseWeak { clearlyCapitalized.insert(article.tokens[mention.tokens.lowerBound].key) }
            let entities = Set(mention.names.map { Int(index.name($0).entity) })
            if mention.tokens.count >= 2 { namedAtLength.formUnion(entities) }
            guard entities.count == 1, let entity = entities.first else { continue }
            let isCountry = index.kind(ofEntity: entity) == .country
            let isClear = isCountry || mention.tokens.count >= 2 || index.weight(ofEntity: entity) >= 3.5
            let isAmbiguous = mention.names.contains { index.name($0).flags.contains(.ambiguous) }
            // A word of another name in the story ("Modi" after "Salifou Modi") says nothing of its namesake's country.
            guard isClear, !isAmbiguous, mention.antecedent == nil else { continue }
            let country = index.country(ofEntity: entity)
            guard country != .none else { continue }
            countries[country, default: 0] +=
                (isCountry ? 1 : 0.6) * (article.isInTitle(mention.tokens.lowerBound) ? 2 : 1)
        }
        let most = countries.values.max() ?? 1
        for country in countries.keys { countries[country]? /= most }
    }
}
