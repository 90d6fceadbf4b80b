import Gazetteers
import NewsModel
import Tokenization

/// Finds names in running text by a linear-chain conditional random field with learned weights.
struct LearnedRecognizer {
    private let tokens: [Token]
    private let features: NameFeatures
    private let chains: [LabelChain]
    /// Number of the segment over each token; -1 where no name may stand.
    private let segmentOfToken: [Int32]

    /// A name that was found.
    struct Name {
        var tokens: Range<Int>
        var nameClass: NameClass
        /// How likely it is that just these tokens are a name of this class.
        var probability: Float
    }

    init(_ article: TokenizedArticle, _ matches: [GazetteerMatch], _ index: GazetteerIndex, _ model: NameModel) {
        tokens = article.tokens
        let features = NameFeatures(article, matches, index)
        self.features = features
        chains = features.segments.map { segment in
            let scores = features.collect(segment) { WeightSum(model: model) }.map(\.scores)
            return LabelChain(scores[...], model.transitions)
        }
        var owners = [Int32](repeating: -1, count: article.tokens.count)
        for (number, segment) in features.segments.enumerated() {
            for token in segment { owners[token] = Int32(number) }
        }
        segmentOfToken = owners
    }

    /// The names of the most likely labels, in order.
    func names() -> [Name] {
        zip(features.segments, chains).flatMap { segment, chain in
            Self.names(in: chain.bestLabels()).map { tokens, nameClass in
                Name(
                    tokens: segment.lowerBound + tokens.lowerBound..<segment.lowerBound + tokens.upperBound,
                    nameClass: nameClass, probability: chain.probability(nameClass, of: tokens))
            }.map(withoutOffice)
        }
    }

    /// "Clinton" of "Secretary of State Clinton".
    private func withoutOffice(_ name: Name) -> Name {
        let first = name.tokens.lowerBound
        guard name.nameClass == .person, name.tokens.count > 1, first > 1, tokens[first].key == Self.state,
            tokens[first - 1].key == Self.of, CueWords.isTitle(tokens[first - 2].key)
        else { return name }
        return Name(tokens: first + 1..<name.tokens.upperBound, nameClass: .person, probability: name.probability)
    }

    private static let state = TokenKey.hash(of: "state")
    private static let of = TokenKey.hash(of: "of")

    /// What the model thinks of a stretch of tokens; `nil` where it lies across segments.
    func support(_ tokens: Range<Int>) -> KindSupport? {
        let number = Int(segmentOfToken[tokens.lowerBound])
        guard number >= 0, segmentOfToken[tokens.upperBound - 1] == Int32(number) else { return nil }
        let start = features.segments[number].lowerBound
        let range = tokens.lowerBound - start..<tokens.upperBound - start
        let chain = chains[number]
        return KindSupport(
            person: chain.probability(.person, of: range), organization: chain.probability(.organization, of: range),
            place: chain.probability(.place, of: range), other: chain.probability(.other, of: range),
            none: chain.probabilityOutside(range))
    }

    private static func names(in labels: [Int]) -> [(Range<Int>, NameClass)] {
        var result: [(Range<Int>, NameClass)] = []
        for (position, label) in labels.enumerated() {
            guard let nameClass = NameLabel.nameClass(label) else { continue }
            if !NameLabel.isFirst(label), let last = result.last, last.0.upperBound == position, last.1 == nameClass {
                result[result.count - 1].0 = last.0.lowerBound..<position + 1
            } else {
                result.append((position..<position + 1, nameClass))
            }
        }
        return result
    }
}

/// How likely a stretch of tokens is a name of each kind, and none at all, by its shape and neighbours: 0…1.
public struct KindSupport: Sendable, Equatable {
    public var person: Float
    public var organization: Float
    /// A place or a country.
    public var place: Float
    /// An event, a work, a product, a people or a language.
    public var other: Float
    /// No name, nor part of one.
    public var none: Float

    /// How likely it is that just these tokens are a name, whatever of.
    public var name: Float { person + organization + place + other }

    /// How likely it is that they are a name of a kind.
    public subscript(kind: Kind) -> Float {
        switch kind {
        case .person: person
        case .organization: organization
        case .country, .place: place
        case .event, .product, .other: other
        }
    }
}

/// Adds up the weights of a token's features.
private struct WeightSum: FeatureSink {
    let model: NameModel
    var scores = LabelScores()

    @inline(__always)
    mutating func add(_ feature: NameFeature, _ value: UInt64) {
        if let weights = model.weights(feature.hash(value)) { scores &+= weights }
    }
}

/// The features of a story's tokens as training sees them. For `scripts/train_names.py`.
public enum NameTraining {
    /// The stretches of tokens in which names may stand, with the hashes of the features of each token.
    public static func features(
        of article: TokenizedArticle, _ matches: [GazetteerMatch], _ index: GazetteerIndex
    ) -> [(tokens: Range<Int>, features: [[UInt64]])] {
        let features = NameFeatures(article, matches, index)
        return features.segments.map { segment in
            (segment, features.collect(segment) { FeatureList() }.map(\.hashes))
        }
    }
}

/// Notes down the hashes of a token's features.
private struct FeatureList: FeatureSink {
    var hashes: [UInt64] = []

    mutating func add(_ feature: NameFeature, _ value: UInt64) { hashes.append(feature.hash(value)) }
}
