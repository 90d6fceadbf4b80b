import NewsModel

/// The seventeen top-level Media Topics of the IPTC.
private let topLevel = Set((1...17).map { "medtop:\($0 < 10 ? "0" : "")\($0)000000" })

/// Labels of articles: the top-level topic with the highest score, to three decimals as annotations have it, against the
/// topics that the label of the gold stands for.
func topicFigures(_ articles: [EvaluatedArticle], _ labels: LabelMap) throws(NoUsableGold) -> [Figure] {
    let labelled = articles.compactMap { article in article.gold.label.map { (article, $0.lowercased()) } }
    guard !labelled.isEmpty else { throw NoUsableGold(description: "no article of the gold has a \"label\"") }
    let topics = try topicsOfLabels(labelled.map { ($0.0.gold, $0.1) }, labels)
    let order = labels.labels.isEmpty ? topics.keys.sorted() : labels.labels
    let mapped = Set(topics.values.joined())
    var tallies: [String: Tally] = [:]
    var (right, rightAmongMapped, without) = (0, 0, 0)
    for ((_, tagged), label) in labelled {
        let ranked = rankedTopics(tagged)
        let isRight = ranked.first.map { topics[label]?.contains($0) ?? false } ?? false
        right += isRight ? 1 : 0
        without += ranked.isEmpty ? 1 : 0
        if let first = ranked.first(where: mapped.contains), topics[label]?.contains(first) ?? false {
            rightAmongMapped += 1
        }
        guard !isRight else {
            tallies[label, default: Tally()].right += 1
            continue
        }
        tallies[label, default: Tally()].missed += 1
        if let top = ranked.first, let guess = order.first(where: { topics[$0]?.contains(top) ?? false }) {
            tallies[guess, default: Tally()].wrong += 1
        }
    }
    let goldLabels = Set(labelled.map(\.1)).sorted()
    let byLabel = goldLabels.map { Figure($0, tallies[$0] ?? Tally()) }
    let sum = byLabel.reduce(0) { $0 + fourDecimals($1.tally?.f1 ?? 0) }
    return [
        Figure("accuracy", value: Tally.share(right, of: labelled.count)),
        Figure("mean F1 of labels", value: sum / Double(byLabel.count)),
        Figure("accuracy among topics of labels", value: Tally.share(rightAmongMapped, of: labelled.count)),
        Figure("articles without a topic", value: Double(without)),
    ] + byLabel
}

/// The mean is made of figures as they are shown.
private func fourDecimals(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

/// The topics that each label stands for: those of the map, or the label itself where it is a topic.
private func topicsOfLabels(
    _ labelled: [(gold: GoldArticle, label: String)], _ labels: LabelMap
) throws(NoUsableGold) -> [String: Set<String>] {
    var topics: [String: Set<String>] = [:]
    for label in labels.labels {
        let ids = (labels.ids(of: label) ?? []).map { $0.hasPrefix("medtop:") ? $0 : "medtop:" + $0 }
        guard topLevel.isSuperset(of: ids) else {
            throw NoUsableGold(description: "\"\(label)\" stands for what is no top-level Media Topic in the map")
        }
        topics[label] = Set(ids)
    }
    for (gold, label) in labelled where topics[label] == nil {
        guard labels.isEmpty, topLevel.contains(label) else {
            let reason =
                labels.isEmpty ? "is no top-level Media Topic; say with a map what it stands for" : "is not in the map"
            throw NoUsableGold(description: "\(gold.place): the label \"\(label)\" \(reason) (id \(gold.id))")
        }
        topics[label] = [label]
    }
    return topics
}

/// The top-level topics of an article, the highest score first, of equals the lower id.
private func rankedTopics(_ tagged: TaggedArticle?) -> [String] {
    let scores = (tagged?.topics ?? []).filter { topLevel.contains($0.topic) }
        .map { ($0.topic, ($0.score * 1000).rounded() / 1000) }
    return scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
}
