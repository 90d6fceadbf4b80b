import Gazetteers
import Glibc
import Linking
import NewsModel
import Recognition
import Tokenization

/// Tells which countries a story is about, from what it mentions and where it was filed.
///
///     let finder = FocusFinder(index: index, countries: countries, weights: weights)
///     finder.countries(of: linked, in: article).first?.name  // "Niger"
///
/// A logistic regression over `FocusFeature` for each country that anything in the story speaks for. Costs a look at each
/// mention.
public struct FocusFinder: Sendable {
    private let index: GazetteerIndex
    private let countries: Countries
    private let weights: [(feature: FocusFeature, weight: Double)]
    private let bias: Double
    /// Countries with a lower score are left out.
    private let leastScore: Double

    /// A finder over an index; countries with less than `leastScore` are left out.
    public init(
        index: GazetteerIndex, countries: Countries, weights: FeatureWeights<FocusFeature>, leastScore: Double = 0.05
    ) {
        self.index = index
        self.countries = countries
        self.weights = weights.inOrder
        bias = weights.bias
        self.leastScore = leastScore
    }

    /// The countries of a story, the highest score first, equal ones in order of id.
    public func countries(of mentions: [LinkedMention], in article: TokenizedArticle) -> [FocusCountry] {
        var tallies = Tallies(index: index, countries: countries, article: article, mentions: mentions)
        if let dateline = Dateline(article) {
            for place in dateline.places { tallies.add(dateline: place, mentions) }
            tallies.ignored = dateline.tokens
        }
        for mention in mentions { tallies.add(mention) }
        return scored(tallies.all)
    }

    private func scored(_ tallies: [CountryTally]) -> [FocusCountry] {
        let most = tallies.reduce(0) { max($0, $1.weight) }
        var found: [FocusCountry] = []
        for tally in tallies {
            let value = { (feature: FocusFeature) in
                tally.value(of: feature, mostWeight: most, countries: tallies.count)
            }
            let logOdds = weights.reduce(bias) { $0 + $1.weight * value($1.feature) }
            let score = (1000 / (1 + exp(-logOdds))).rounded() / 1000
            guard score >= leastScore else { continue }
            let entity = index.entity(tally.country)
            let evidence = weights.map {
                FocusEvidence(name: $0.feature.rawValue, value: (value($0.feature) * 100).rounded() / 100)
            }
            found.append(
                FocusCountry(
                    entity: entity.id, name: entity.name, role: entity.role, score: score,
                    evidence: evidence.filter { $0.value > 0 }))
        }
        return found.sorted { ($1.score, $0.entity) < ($0.score, $1.entity) }
    }
}

/// The countries of one story as they are counted.
private struct Tallies {
    private(set) var all: [CountryTally] = []
    /// Tokens of the dateline, which count by themselves.
    var ignored = 0..<0
    private let index: GazetteerIndex
    private let countries: Countries
    private let article: TokenizedArticle
    /// Countries and former states that the story names.
    private let named: [Int]
    private let body: Range<Int>
    private let leadEnd: Int
    /// How many of the text's tokens are its lead, where its first paragraph does not end before.
    private static let leadTokens = 60

    init(index: GazetteerIndex, countries: Countries, article: TokenizedArticle, mentions: [LinkedMention]) {
        self.index = index
        self.countries = countries
        self.article = article
        named = mentions.compactMap { $0.kind == .country ? $0.entityNumber : nil }
        let count = article.tokens.count
        var first = 0
        while first < count, article.isInTitle(first) { first += 1 }
        var end = first
        while end < count, end < first + Self.leadTokens, end == first || article.tokens[end].gap != .paragraph {
            end += 1
        }
        body = first..<count
        leadEnd = end
    }

    /// Counts the place that the story was filed from.
    mutating func add(dateline place: Range<Int>, _ mentions: [LinkedMention]) {
        let places = DatelinePlace(place, article: article, index: index)
        let linked = mentions.first {
            place.contains($0.tokens.lowerBound) && ($0.kind == .country || $0.kind == .place)
        }
        let entity = places.isQualified ? places.likeliest : linked?.entityNumber ?? places.likeliest
        guard let country = entity.flatMap({ country(ofEntity: $0) }) else { return }
        all[number(of: country)].isInDateline = true
    }

    /// Counts a mention for its country.
    mutating func add(_ mention: LinkedMention) {
        let token = mention.tokens.lowerBound
        guard !ignored.contains(token), let entity = mention.entityNumber, let source = source(of: mention, entity),
            let country = country(ofEntity: entity)
        else { return }
        let tally = number(of: country)
        if token < body.lowerBound {
            all[tally].addInTitle(source)
        } else {
            let place = Double(token - body.lowerBound) / Double(body.count)
            all[tally].addInText(source, at: place, isLead: token < leadEnd)
        }
    }

    private func source(of mention: LinkedMention, _ entity: Int) -> FocusSource? {
        switch mention.kind {
        case .country: mention.form == .demonym ? .demonym : .countryName
        case .place: mention.form == .demonym ? .demonym : .place
        case .organization: .organization
        case .person: index.hasOffice(entity) ? .officeHolder : .person
        case .event, .product, .other: nil
        }
    }

    private func country(ofEntity entity: Int) -> Int? {
        if index.kind(ofEntity: entity) == .country { return countries.standing(forCountry: entity) }
        return countries.standing(for: index.country(ofEntity: entity), on: article.published, named: named)
    }

    /// The place of a country in `all`.
    private mutating func number(of country: Int) -> Int {
        if let known = all.firstIndex(where: { $0.country == country }) { return known }
        all.append(CountryTally(country: country))
        return all.count - 1
    }
}
