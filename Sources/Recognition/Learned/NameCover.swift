import Gazetteers
import NewsModel
import Tokenization

/// For each token of a story the longest gazetteer name over it, and what that name could be.
struct NameCover {
    /// A name of the gazetteer over some tokens.
    struct Name {
        var tokens: Range<Int>
        /// Kinds that the name could be of, a bit each.
        var kinds: UInt8 = 0
        /// The best weight of each kind, less what makes the name doubtful, as a `strength`.
        var strengths = SIMD8<Int8>(repeating: -1)
        /// Kinds for which the name is an acronym or needs support.
        var acronyms: UInt8 = 0
        var ambiguous: UInt8 = 0
        /// The likeliest kind and, when there are several, the next, with how far they are apart (0…3).
        var best = 0
        var second = -1
        var distance = 0

        /// Where a token stands in the name: 0 alone, 1 first, 2 last, 3 between.
        func position(_ token: Int) -> Int {
            tokens.count == 1 ? 0 : token == tokens.lowerBound ? 1 : token == tokens.upperBound - 1 ? 2 : 3
        }
    }

    /// The class of a name's kind: as `Kind`, and one more for demonyms.
    private static let demonym = Kind.allCases.count

    private(set) var names: [Name] = []
    /// Number of the name over each token; -1 where there is none.
    private(set) var owner: [Int32] = []

    /// Lays the longest matches over the tokens first, the earlier of equal ones before the later.
    init(_ matches: [GazetteerMatch], _ tokens: [Token], _ index: GazetteerIndex) {
        owner = Array(repeating: -1, count: tokens.count)
        let longest = matches.reduce(0) { max($0, $1.tokens.count) }
        for length in stride(from: longest, to: 0, by: -1) {
            for match in matches where match.tokens.count == length {
                guard !match.tokens.contains(where: { owner[$0] >= 0 }),
                    let name = Self.name(match, tokens, index)
                else { continue }
                for token in match.tokens { owner[token] = Int32(names.count) }
                names.append(name)
            }
        }
    }

    /// The name over a token.
    func name(_ token: Int) -> Name? { owner[token] < 0 ? nil : names[Int(owner[token])] }

    private static func name(_ match: GazetteerMatch, _ tokens: [Token], _ index: GazetteerIndex) -> Name? {
        var name = Name(tokens: match.tokens)
        var weights = SIMD8<Float>(repeating: -100)
        for number in match.names {
            let record = index.name(number)
            if record.flags.contains(.needsTitle) || !record.fits(tokens[match.tokens]) { continue }
            let entity = Int(record.entity)
            let kind = record.form == .demonym ? demonym : self.number(of: index.kind(ofEntity: entity))
            var weight = Float(index.weight(ofEntity: entity))
            if record.flags.contains(.ambiguous) { weight -= 2 }
            if record.flags.contains(.derived) { weight -= 1 }
            guard weight > weights[kind] else { continue }
            weights[kind] = weight
            let bit = UInt8(1) << UInt8(kind)
            name.kinds |= bit
            name.ambiguous = record.flags.contains(.ambiguous) ? name.ambiguous | bit : name.ambiguous & ~bit
            name.acronyms = record.form == .acronym ? name.acronyms | bit : name.acronyms & ~bit
        }
        guard name.kinds != 0 else { return nil }
        rank(&name, weights)
        return name
    }

    private static func number(of kind: Kind) -> Int {
        switch kind {
        case .person: 0
        case .organization: 1
        case .country: 2
        case .place: 3
        case .event: 4
        case .product: 5
        case .other: 6
        }
    }

    private static func rank(_ name: inout Name, _ weights: SIMD8<Float>) {
        for kind in 0..<8 where name.kinds & 1 << UInt8(kind) != 0 {
            name.strengths[kind] = strength(weights[kind])
            if name.kinds & 1 << UInt8(name.best) == 0 || weights[kind] > weights[name.best] { name.best = kind }
        }
        for kind in 0..<8 where name.kinds & 1 << UInt8(kind) != 0 && kind != name.best {
            if name.second < 0 || weights[kind] > weights[name.second] { name.second = kind }
        }
        if name.second >= 0 { name.distance = min(3, Int(weights[name.best] - weights[name.second])) }
    }

    private static func strength(_ weight: Float) -> Int8 {
        weight < 0.5 ? 0 : weight < 1.5 ? 1 : weight < 3 ? 2 : weight < 5 ? 3 : 4
    }
}
