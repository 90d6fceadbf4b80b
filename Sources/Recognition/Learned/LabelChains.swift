import Glibc

/// A number for each label; the lanes behind the last label are not used.
typealias LabelVector = SIMD16<Float>

/// Linear-chain conditional random fields over the stretches of a story (Lafferty, McCallum, Pereira 2001): the most likely
/// labels (Viterbi) and how likely names are (forward-backward).
///
/// The tokens of all chains lie one behind another. The sums of a chain are made when they are first asked for, since in
/// most chains nobody asks.
struct LabelChains {
    /// Scores of steps from label to label, and their exponentials.
    struct Transitions: Sendable {
        /// From each label to all.
        let scores: [LabelVector]
        let factors: [LabelVector]
        /// To each label from all.
        let scoresTo: [LabelVector]
        let factorsTo: [LabelVector]

        /// The steps in the order of the file: `scores[from * NameLabel.count + to]`.
        init(scores: [Float]) {
            func vectors(_ score: (Int, Int) -> Float) -> [LabelVector] {
                (0..<NameLabel.count).map { row in
                    var vector = LabelVector()
                    for column in 0..<NameLabel.count { vector[column] = score(row, column) }
                    return vector
                }
            }
            self.scores = vectors { scores[$0 * NameLabel.count + $1] }
            factors = vectors { exp(scores[$0 * NameLabel.count + $1]) }
            scoresTo = vectors { scores[$1 * NameLabel.count + $0] }
            factorsTo = vectors { exp(scores[$1 * NameLabel.count + $0]) }
        }
    }

    private struct Cell {
        /// Scores of the labels, "outside" included.
        var scores: LabelVector
        /// Their exponentials, and the forward and backward sums, each scaled to add up to one.
        var factors = LabelVector()
        var forward = LabelVector()
        var backward = LabelVector()
        var scale: Float = 1
    }

    private struct Chain {
        var cells: Range<Int>
        var isSummed = false
    }

    private static let count = NameLabel.count
    private let transitions: Transitions
    private var cells: [Cell] = []
    private var chains: [Chain] = []

    /// No chains yet; they will have `capacity` tokens in all.
    init(_ transitions: Transitions, capacity: Int) {
        self.transitions = transitions
        cells.reserveCapacity(capacity)
    }

    /// Adds the next token of the chain that is being made.
    mutating func append(_ labelScores: LabelScores) {
        var scores = LabelVector()
        for label in 0..<LabelScores.scalarCount { scores[label + 1] = Float(labelScores[label]) / NameModel.scale }
        cells.append(Cell(scores: scores))
    }

    /// Ends the chain of the tokens added last: those before and after it are outside of names.
    mutating func endChain() {
        let start = chains.last?.cells.upperBound ?? 0
        chains.append(Chain(cells: start..<cells.count))
        guard start < cells.count else { return }
        cells[start].scores += transitions.scores[NameLabel.outside]
        cells[cells.count - 1].scores += transitions.scoresTo[NameLabel.outside]
    }

    /// The most likely labels of the tokens of all chains; of equal ones the first.
    func bestLabels() -> [Int] {
        var labels = [Int](repeating: NameLabel.outside, count: cells.count)
        var origins: [SIMD16<UInt8>] = []
        for chain in chains where !chain.cells.isEmpty { findBest(chain.cells, &labels, &origins) }
        return labels
    }

    private func findBest(_ chain: Range<Int>, _ labels: inout [Int], _ origins: inout [SIMD16<UInt8>]) {
        origins.removeAll(keepingCapacity: true)
        var best = cells[chain.lowerBound].scores
        for cell in chain.dropFirst() {
            var (next, origin) = (LabelVector(), SIMD16<UInt8>())
            for label in 0..<Self.count {
                let paths = best + transitions.scoresTo[label]
                let from = Self.greatest(paths)
                next[label] = paths[from]
                origin[label] = UInt8(truncatingIfNeeded: from)
            }
            origins.append(origin)
            best = next + cells[cell].scores
        }
        var label = Self.greatest(best)
        labels[chain.upperBound - 1] = label
        for step in origins.indices.reversed() {
            label = Int(origins[step][label])
            labels[chain.lowerBound + step] = label
        }
    }

    /// The first label with the greatest score.
    @inline(__always)
    private static func greatest(_ scores: LabelVector) -> Int {
        var (best, most) = (0, scores[0])
        for label in 1..<count where scores[label] > most { (best, most) = (label, scores[label]) }
        return best
    }

    /// How likely it is that exactly the tokens of `range`, counted from the first of a chain, are a name of a class.
    mutating func probability(_ name: NameClass, of range: Range<Int>, inChain number: Int) -> Float {
        sum(number)
        let chain = chains[number].cells
        let (first, later) = (NameLabel.first(name), NameLabel.later(name))
        var mass = cells[chain.lowerBound + range.lowerBound].forward[first]
        var label = first
        for token in range.dropFirst() {
            let cell = cells[chain.lowerBound + token]
            mass *= transitions.factors[label][later] * cell.factors[later] / cell.scale
            label = later
        }
        let next = chain.lowerBound + range.upperBound
        guard next < chain.upperBound else { return min(1, mass) }
        var rest: Float = 0
        for to in 0..<Self.count where to != later {
            rest += transitions.factors[label][to] * cells[next].factors[to] * cells[next].backward[to]
        }
        return min(1, mass * rest / cells[next].scale)
    }

    /// How likely it is that no token of `range`, counted from the first of a chain, is in a name.
    mutating func probabilityOutside(_ range: Range<Int>, inChain number: Int) -> Float {
        sum(number)
        let (start, outside) = (chains[number].cells.lowerBound, NameLabel.outside)
        var mass = cells[start + range.lowerBound].forward[outside]
        for token in range.dropFirst() {
            let cell = cells[start + token]
            mass *= transitions.factors[outside][outside] * cell.factors[outside] / cell.scale
        }
        return min(1, mass * cells[start + range.upperBound - 1].backward[outside])
    }

    /// Makes the scaled forward and backward sums of a chain (Rabiner 1989), unless they are made.
    private mutating func sum(_ number: Int) {
        guard !chains[number].isSummed else { return }
        chains[number].isSummed = true
        let chain = chains[number].cells
        for place in chain { sumForward(place, isFirst: place == chain.lowerBound) }
        for label in 0..<Self.count { cells[chain.upperBound - 1].backward[label] = 1 }
        for place in chain.dropLast().reversed() {
            let next = cells[place + 1]
            var masses = LabelVector()
            for to in 0..<Self.count { masses += transitions.factorsTo[to] * next.factors[to] * next.backward[to] }
            cells[place].backward = masses / next.scale
        }
    }

    private mutating func sumForward(_ place: Int, isFirst: Bool) {
        var cell = cells[place]
        // Less the greatest, lest the exponential overflow.
        let greatest = cell.scores[Self.greatest(cell.scores)]
        for label in 0..<Self.count { cell.factors[label] = exp(cell.scores[label] - greatest) }
        var masses = LabelVector(repeating: isFirst ? 1 : 0)
        if !isFirst {
            let before = cells[place - 1].forward
            for from in 0..<Self.count { masses += before[from] * transitions.factors[from] }
        }
        cell.forward = masses * cell.factors
        cell.scale = 0
        for label in 0..<Self.count { cell.scale += cell.forward[label] }
        cell.forward /= cell.scale
        cells[place] = cell
    }
}
