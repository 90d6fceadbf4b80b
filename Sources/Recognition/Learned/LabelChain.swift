import Glibc

/// A linear-chain conditional random field over one stretch of tokens (Lafferty, McCallum, Pereira 2001): the most likely
/// labels (Viterbi) and how likely names are (forward-backward).
struct LabelChain {
    /// Scores of steps from label to label, and their exponentials: `steps[from * NameLabel.count + to]`.
    struct Transitions: Sendable {
        let scores: [Float]
        let factors: [Float]

        init(scores: [Float]) {
            self.scores = scores
            factors = scores.map { exp($0) }
        }
    }

    private static let count = NameLabel.count
    private let transitions: Transitions
    private let length: Int
    /// Scores of the labels of each token, "outside" included.
    private var scores: [Float]
    /// Forward and backward sums, each token's scaled to add up to one.
    private var forward: [Float] = []
    private var backward: [Float] = []
    private var scales: [Float] = []
    private var factors: [Float] = []

    init(_ labelScores: ArraySlice<LabelScores>, _ transitions: Transitions) {
        self.transitions = transitions
        length = labelScores.count
        scores = []
        scores.reserveCapacity(length * Self.count)
        for token in labelScores {
            scores.append(0)
            for label in 0..<LabelScores.scalarCount { scores.append(Float(token[label]) / NameModel.scale) }
        }
        // The tokens before and after the stretch are outside of names.
        for label in 0..<Self.count where length > 0 {
            scores[label] += transitions.scores[NameLabel.outside * Self.count + label]
            scores[(length - 1) * Self.count + label] += transitions.scores[label * Self.count + NameLabel.outside]
        }
        sum()
    }

    /// The most likely labels of all tokens together; of equal ones the first.
    func bestLabels() -> [Int] {
        let count = Self.count
        var best = Array(scores.prefix(count))
        var origins = [UInt8](repeating: 0, count: length * count)
        for token in 1..<max(1, length) {
            var next = [Float](repeating: 0, count: count)
            for label in 0..<count {
                var (origin, score) = (0, -Float.infinity)
                for from in 0..<count {
                    let path = best[from] + transitions.scores[from * count + label]
                    if path > score { (origin, score) = (from, path) }
                }
                origins[token * count + label] = UInt8(origin)
                next[label] = score + scores[token * count + label]
            }
            best = next
        }
        var label = best.indices.max { (best[$0], $1) < (best[$1], $0) } ?? 0
        var labels = [label]
        for token in stride(from: length - 1, to: 0, by: -1) {
            label = Int(origins[token * count + label])
            labels.append(label)
        }
        return labels.reversed()
    }

    /// How likely it is that exactly the tokens of `range` are a name of a class.
    func probability(_ name: NameClass, of range: Range<Int>) -> Float {
        let count = Self.count
        let (first, later) = (NameLabel.first(name), NameLabel.later(name))
        var mass = forward[range.lowerBound * count + first]
        var label = first
        for token in range.dropFirst() {
            mass *= transitions.factors[label * count + later] * factors[token * count + later] / scales[token]
            label = later
        }
        let next = range.upperBound
        guard next < length else { return min(1, mass) }
        var rest: Float = 0
        for to in 0..<count where to != later {
            rest += transitions.factors[label * count + to] * factors[next * count + to] * backward[next * count + to]
        }
        return min(1, mass * rest / scales[next])
    }

    /// How likely it is that no token of `range` is in a name.
    func probabilityOutside(_ range: Range<Int>) -> Float {
        var mass = forward[range.lowerBound * Self.count]
        for token in range.dropFirst() {
            mass *= transitions.factors[0] * factors[token * Self.count] / scales[token]
        }
        return min(1, mass * backward[(range.upperBound - 1) * Self.count])
    }

    /// The scaled forward and backward sums (Rabiner 1989).
    private mutating func sum() {
        let count = Self.count
        factors = [Float](repeating: 0, count: length * count)
        scales = [Float](repeating: 1, count: length)
        forward = factors
        backward = factors
        for token in 0..<length {
            // Less the greatest, lest the exponential overflow.
            let greatest = scores[token * count..<(token + 1) * count].max() ?? 0
            for label in 0..<count { factors[token * count + label] = exp(scores[token * count + label] - greatest) }
            var total: Float = 0
            for label in 0..<count {
                var mass: Float = token == 0 ? 1 : 0
                if token > 0 {
                    for from in 0..<count {
                        mass += forward[(token - 1) * count + from] * transitions.factors[from * count + label]
                    }
                }
                forward[token * count + label] = mass * factors[token * count + label]
                total += forward[token * count + label]
            }
            scales[token] = total
            for label in 0..<count { forward[token * count + label] /= total }
        }
        for label in 0..<count where length > 0 { backward[(length - 1) * count + label] = 1 }
        for token in stride(from: length - 2, through: 0, by: -1) {
            for label in 0..<count {
                var mass: Float = 0
                for to in 0..<count {
                    mass +=
                        transitions.factors[label * count + to] * factors[(token + 1) * count + to]
                        * backward[(token + 1) * count + to]
                }
                backward[token * count + label] = mass / scales[token + 1]
            }
        }
    }
}
