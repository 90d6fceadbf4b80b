import NewsModel

/// Countries of articles: those that an article is rather about than not, against the places of the gold.
///
/// Of several places that a country stands for the one that the gold has counts, else the first of the map.
func countryFigures(_ articles: [EvaluatedArticle], _ labels: LabelMap) throws(NoUsableGold) -> [Figure] {
    var placesOfCountry: [String: [String]] = [:]
    for label in labels.labels {
        for id in labels.ids(of: label) ?? [] { placesOfCountry[id, default: []].append(label) }
    }
    var tally = Tally()
    var exact = 0
    for (gold, tagged) in articles {
        let wanted = Set((gold.places ?? []).map { labels.isEmpty ? $0 : $0.lowercased() })
        if let unknown = wanted.sorted().first(where: { !labels.isEmpty && labels.ids(of: $0) == nil }) {
            throw NoUsableGold(description: "\(gold.place): the map has no place \"\(unknown)\" (id \(gold.id))")
        }
        var found: Set<String> = []
        for country in tagged?.focus ?? [] where country.score >= FocusCountry.leastScore {
            let places = placesOfCountry[country.entity] ?? [country.entity]
            let right = places.filter { wanted.contains($0) }
            found.formUnion(right.isEmpty ? [places[0]] : right)
        }
        tally.add(wanted: wanted, found: found)
        exact += wanted == found ? 1 : 0
    }
    guard articles.contains(where: { $0.gold.places != nil }) else {
        throw NoUsableGold(description: "no article of the gold has \"places\"")
    }
    return [
        Figure("countries", tally),
        Figure("articles with just their countries", value: Tally.share(exact, of: articles.count)),
    ]
}
