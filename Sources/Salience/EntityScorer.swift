import Glibc
import NewsModel

/// Tells how much a story is about each entity that it mentions, and how sure it is that the entity is meant.
///
///     let scorer = EntityScorer(weights: SalienceWeights(salience: …, confidence: …))
///     scorer.scores(of: mentions, textLength: 2_400).first?.salience  // 0.93
///
/// Two logistic regressions over what the mentions of an entity add up to. Costs a look at each mention.
public struct EntityScorer: Sendable {
    private let weights: SalienceWeights
    private let salience: [(feature: SalienceFeature, weight: Double)]
    private let confidence: [(feature: ConfidenceFeature, weight: Double)]

    /// A scorer with learned weights, or with others.
    public init(weights: SalienceWeights) {
        self.weights = weights
        salience = weights.salience.inOrder
        confidence = weights.confidence.inOrder
    }

    /// The entities in the order of their first mentions.
    ///
    /// - Parameter textLength: code points of the text, without the title.
    public func scores(of mentions: [Mention], textLength: Int) -> [EntityScore] {
        var numbers: [String: Int] = [:]
        var tallies: [EntityTally] = []
        var entities: [EntityScore] = []
        // Growing step by step would hash every id again.
        numbers.reserveCapacity(mentions.count)
        tallies.reserveCapacity(mentions.count)
        entities.reserveCapacity(mentions.count)
        for place in mentions.indices {
            let number = numbers[mentions[place].entity] ?? tallies.count
            if number == tallies.count {
                numbers[mentions[place].entity] = number
                tallies.append(EntityTally(mentions[place]))
                entities.append(EntityScore(firstMention: place))
            }
            tallies[number].add(mentions[place], textLength: textLength)
            if mentions[place].zone != .title, entities[number].firstInText == nil {
                entities[number].firstInText = place
            }
        }
        let most = tallies.reduce(0) { max($0, $1.mentions) }
        for (number, tally) in tallies.enumerated() {
            entities[number].mentions = tally.mentions
            entities[number].salience = salience(of: tally, mostMentions: most)
            entities[number].confidence = confidence(of: tally, entities: tallies.count)
        }
        return entities
    }

    private func salience(of tally: EntityTally, mostMentions: Int) -> Double {
        var logOdds = weights.salience.bias
        for (feature, weight) in salience {
            logOdds += weight * tally.value(of: feature, mostMentions: mostMentions)
        }
        return probability(logOdds)
    }

    private func confidence(of tally: EntityTally, entities: Int) -> Double {
        var logOdds = weights.confidence.bias
        for (feature, weight) in confidence {
            logOdds += weight * tally.value(of: feature, entities: entities)
        }
        return probability(logOdds)
    }

    /// The logistic function, in thousandths.
    private func probability(_ logOdds: Double) -> Double { (1000 / (1 + exp(-logOdds))).rounded() / 1000 }
}

/// An entity of an article by the numbers of its mentions.
public struct EntityScore: Sendable, Equatable {
    /// Its first mention.
    public var firstMention: Int
    /// Its first mention in the text; `nil` when only the title mentions it.
    public var firstInText: Int?
    public var mentions = 0
    /// How much the story is about it, 0…1.
    public var salience = 0.0
    /// How sure it is that the article means it, 0…1.
    public var confidence = 0.0

    init(firstMention: Int) { self.firstMention = firstMention }
}

/// The weights of both scores.
public struct SalienceWeights: Sendable {
    public let salience: FeatureWeights<SalienceFeature>
    public let confidence: FeatureWeights<ConfidenceFeature>

    /// Weights out of two tables; see `Gazetteers/salience`.
    public init(salience: FeatureWeights<SalienceFeature>, confidence: FeatureWeights<ConfidenceFeature>) {
        self.salience = salience
        self.confidence = confidence
    }

    /// Chosen by hand, for where no table is.
    public static let plain = SalienceWeights(
        salience: FeatureWeights(bias: -3.5, [.title: 2.5, .lead: 1.5, .count: 1]),
        confidence: FeatureWeights(bias: 0, [.mean: 1]))
}
