/// One signed part of a candidate's score.
public struct Contribution: Sendable, Equatable {
    public var name: EvidenceName
    /// How much of the evidence there is, mostly 1.
    public var value: Double
    /// The value times the weight.
    public var score: Double
}

/// The signed contributions that decide on one candidate: a log-linear score.
public struct Evidence: Sendable, Equatable {
    /// The sum of all contributions.
    public private(set) var score = 0.0
    /// The contributions one by one; empty unless they are kept, as explaining asks for.
    public private(set) var contributions: [Contribution] = []
    private let isKept: Bool

    init(isKept: Bool) { self.isKept = isKept }

    @inline(__always)
    mutating func add(_ name: EvidenceName, _ value: Double, _ weights: LinkingWeights) {
        let part = weights[name] * value
        score += part
        if isKept { contributions.append(Contribution(name: name, value: value, score: part)) }
    }

    @inline(__always)
    mutating func add(_ name: EvidenceName, _ weights: LinkingWeights) { add(name, 1, weights) }

    /// Adds the evidence of another mention of the same words.
    mutating func add(_ other: Evidence) {
        score += other.score
        for part in other.contributions {
            if let place = contributions.firstIndex(where: { $0.name == part.name }) {
                contributions[place].value += part.value
                contributions[place].score += part.score
            } else {
                contributions.append(part)
            }
        }
    }

    /// Divides everything by the number of mentions that were added up.
    mutating func divide(by count: Int) {
        guard count > 1 else { return }
        score /= Double(count)
        for place in contributions.indices {
            contributions[place].value /= Double(count)
            contributions[place].score /= Double(count)
        }
    }
}
