import Gazetteers
import NewsModel
import Tokenization

/// Finds names in running text by a linear-chain conditional random field with learned weights.
final class LearnedRecognizer {
    private let tokens: [Token]
    private let segments: [Range<Int>]
    private var chains: LabelChains
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
        segments = features.segments
        var chains = LabelChains(model.transitions, capacity: segments.reduce(0) { $0 + $1.count })
        var owners = [Int32](repeating: -1, count: article.tokens.count)
        for (number, segment) in segments.enumerated() {
            features.collect(segment, into: WeightSum(model: model)) { chains.append($0.scores) }
            chains.endChain()
            for token in segment { owners[token] = Int32(number) }
        }
        self.chains = chains
        segmentOfToken = owners
    }

    /// The names of the most likely labels, in order.
    func names() -> [Name] {
        var result: [Name] = []
        let labels = chains.bestLabels()
        var start = 0
        for (number, segment) in segments.enumerated() {
            var place = 0
            while place < segment.count {
                let first = place
                place += 1
                guard let nameClass = NameLabel.nameClass(labels[start + first]) else { continue }
                while place < segment.count, labels[start + place] == NameLabel.later(nameClass) { place += 1 }
                let name = Name(
                    tokens: segment.lowerBound + first..<segment.lowerBound + place, nameClass: nameClass,
                    probability: chains.probability(nameClass, of: first..<place, inChain: number))
                result.append(withoutArticle(withoutOffice(name)))
            }
            start += segment.count
        }
        return result
    }

    /// "Clinton" of "Secretary of State Clinton", "Ali Zeine" of "Kenya Prime Minister Ali Zeine", "Nancy Pelosi" of "House
    /// Speaker Nancy Pelosi".
    private func withoutOffice(_ name: Name) -> Name {
        guard name.nameClass == .person,
            let last = name.tokens.dropLast().last(where: { endsOffice($0, of: name.tokens) })
        else { return name }
        return Name(tokens: last + 1..<name.tokens.upperBound, nameClass: .person, probability: name.probability)
    }

    /// "Ministry of Health" of "The Ministry of Health": one institution has one key.
    private func withoutArticle(_ name: Name) -> Name {
        guard name.nameClass == .organization || name.nameClass == .place, name.tokens.count > 1,
            tokens[name.tokens.lowerBound].key == Self.article
        else { return name }
        return Name(
            tokens: name.tokens.lowerBound + 1..<name.tokens.upperBound, nameClass: name.nameClass,
            probability: name.probability)
    }

    /// Whether a token ends an office of several words in a name, or a title or party before two words.
    private func endsOffice(_ token: Int, of name: Range<Int>) -> Bool {
        if isTitle(token), token > name.lowerBound && isTitle(token - 1) || name.upperBound - token > 2 { return true }
        if CueWords.groups.contains(tokens[token].key), name.upperBound - token > 2 { return true }
        return token > 1 && tokens[token].key == Self.state && tokens[token - 1].key == Self.of && isTitle(token - 2)
    }

    private func isTitle(_ token: Int) -> Bool { CueWords.isTitle(tokens[token].key) }

    private static let article = TokenKey.hash(of: "the")
    private static let state = TokenKey.hash(of: "state")
    private static let of = TokenKey.hash(of: "of")

    /// What the model thinks of a stretch of tokens; `nil` where it lies across segments.
    func support(_ tokens: Range<Int>) -> KindSupport? {
        let number = Int(segmentOfToken[tokens.lowerBound])
        guard number >= 0, segmentOfToken[tokens.upperBound - 1] == Int32(number) else { return nil }
        let start = segments[number].lowerBound
        let range = tokens.lowerBound - start..<tokens.upperBound - start
        func probability(_ name: NameClass) -> Float { chains.probability(name, of: range, inChain: number) }
        return KindSupport(
            person: probability(.person), organization: probability(.organization), place: probability(.place),
            other: probability(.other), none: chains.probabilityOutside(range, inChain: number))
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
            var hashes: [[UInt64]] = []
            features.collect(segment, into: FeatureList()) { hashes.append($0.hashes) }
            return (segment, hashes)
        }
    }
}

/// Notes down the hashes of a token's features.
private struct FeatureList: FeatureSink {
    var hashes: [UInt64] = []

    mutating func add(_ feature: NameFeature, _ value: UInt64) { hashes.append(feature.hash(value)) }
}
