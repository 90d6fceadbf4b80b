import Glibc
import TestSupport
import Testing

@testable import Recognition

/// Against the sum and the best of all sequences of labels.
@Suite struct LabelChainsTests {
    /// A chain with everything that can be said of it by trying.
    private struct Sample {
        let scores: [LabelScores]
        let steps: [Float]
        var chain: LabelChains { chains(of: [scores], LabelChains.Transitions(scores: steps)) }

        init(length: Int, seed: UInt64) {
            var generator = SeededGenerator(seed: seed)
            scores = (0..<length).map { _ in
                var token = LabelScores()
                for label in 0..<LabelScores.scalarCount {
                    token[label] = Int16.random(in: -700...700, using: &generator)
                }
                return token
            }
            steps = (0..<NameLabel.count * NameLabel.count).map { _ in Float.random(in: -3...3, using: &generator) }
        }

        /// All sequences of labels with their scores.
        func sequences() -> [(labels: [Int], score: Double)] {
            var result: [[Int]] = [[]]
            for _ in scores { result = result.flatMap { start in (0..<NameLabel.count).map { start + [$0] } } }
            return result.map { ($0, score($0)) }
        }

        func score(_ labels: [Int]) -> Double {
            var score = 0.0
            var before = NameLabel.outside
            for (label, token) in zip(labels, scores) {
                score += Double(steps[before * NameLabel.count + label])
                if label > 0 { score += Double(token[label - 1]) / Double(NameModel.scale) }
                before = label
            }
            return score + Double(steps[before * NameLabel.count + NameLabel.outside])
        }

        /// The share of the sequences that have a property.
        func share(_ sequences: [(labels: [Int], score: Double)], _ holds: ([Int]) -> Bool) -> Double {
            let all = sequences.reduce(0) { $0 + exp($1.score) }
            return sequences.reduce(0) { $0 + (holds($1.labels) ? exp($1.score) : 0) } / all
        }
    }

    private static func ranges(_ length: Int) -> [Range<Int>] {
        (0..<length).flatMap { start in (start + 1...length).map { start..<$0 } }
    }

    /// Whether just these tokens are a name of a class.
    private static func isName(_ labels: [Int], _ name: NameClass, _ range: Range<Int>) -> Bool {
        labels[range.lowerBound] == NameLabel.first(name)
            && range.dropFirst().allSatisfy { labels[$0] == NameLabel.later(name) }
            && (range.upperBound == labels.count || labels[range.upperBound] != NameLabel.later(name))
    }

    @Test(arguments: 1...4, 1...6)
    func theBestLabelsAreThoseOfAllSequences(length: Int, seed: Int) {
        let sample = Sample(length: length, seed: UInt64(seed))
        let best = sample.sequences().map(\.score).max() ?? 0
        let found = sample.chain.bestLabels()
        #expect(found.count == length)
        #expect(abs(sample.score(found) - best) < 1e-4)
    }

    @Test(arguments: 1...3, 1...4)
    func probabilitiesAreSharesOfAllSequences(length: Int, seed: Int) {
        let sample = Sample(length: length, seed: UInt64(seed))
        let sequences = sample.sequences()
        var chain = sample.chain
        for range in Self.ranges(length) {
            for name in NameClass.allCases {
                let wanted = sample.share(sequences) { Self.isName($0, name, range) }
                let found = chain.probability(name, of: range, inChain: 0)
                #expect(abs(Double(found) - wanted) < 1e-4)
            }
            let outside = sample.share(sequences) { labels in range.allSatisfy { labels[$0] == NameLabel.outside } }
            let found = chain.probabilityOutside(range, inChain: 0)
            #expect(abs(Double(found) - outside) < 1e-4)
        }
    }

    @Test(arguments: [1, 5, 40])
    func theReadingsOfATokenAddUpToAtMostOne(length: Int) {
        var chain = Sample(length: length, seed: 3).chain
        for token in 0..<length {
            var sum = chain.probabilityOutside(token..<token + 1, inChain: 0)
            for range in Self.ranges(length) where range.contains(token) {
                for name in NameClass.allCases { sum += chain.probability(name, of: range, inChain: 0) }
            }
            #expect(sum <= 1.001)
        }
    }

    @Test func eachChainIsByItself() {
        let (first, second) = (Sample(length: 3, seed: 1), Sample(length: 4, seed: 2))
        var both = chains(
            of: [first.scores, [], second.scores], LabelChains.Transitions(scores: first.steps))
        var alone = [first.scores, second.scores].map { chains(of: [$0], LabelChains.Transitions(scores: first.steps)) }
        #expect(both.bestLabels() == alone.flatMap { $0.bestLabels() })
        let outside = (both.probabilityOutside(1..<3, inChain: 2), alone[1].probabilityOutside(1..<3, inChain: 0))
        #expect(outside.0 == outside.1)
        let name = (
            both.probability(.person, of: 0..<2, inChain: 0), alone[0].probability(.person, of: 0..<2, inChain: 0)
        )
        #expect(name.0 == name.1)
    }

    @Test func equalScoresAreDecidedForTheFirstLabel() {
        let flat = LabelChains.Transitions(scores: [Float](repeating: 0, count: NameLabel.count * NameLabel.count))
        let chain = chains(of: [[LabelScores](repeating: LabelScores(), count: 5)], flat)
        #expect(chain.bestLabels() == [0, 0, 0, 0, 0])
    }

    @Test func theFarthestScoresGiveProbabilities() {
        var generator = SeededGenerator(seed: 5)
        let scores = (0..<200).map { _ in
            var token = LabelScores()
            for label in 0..<LabelScores.scalarCount { token[label] = Bool.random(using: &generator) ? .max : .min }
            return token
        }
        let steps = (0..<NameLabel.count * NameLabel.count).map { _ in
            Bool.random(using: &generator) ? NameModel.greatestStep : -NameModel.greatestStep
        }
        var chain = chains(of: [scores], LabelChains.Transitions(scores: steps))
        for start in 0..<200 {
            var found = NameClass.allCases.map { chain.probability($0, of: start..<min(200, start + 3), inChain: 0) }
            found.append(chain.probabilityOutside(start..<start + 1, inChain: 0))
            #expect(found.allSatisfy { (0...1).contains($0) })
        }
    }
}

/// The chains of some stretches of tokens.
private func chains(of stretches: [[LabelScores]], _ transitions: LabelChains.Transitions) -> LabelChains {
    var result = LabelChains(transitions, capacity: stretches.reduce(0) { $0 + $1.count })
    for stretch in stretches {
        for token in stretch { result.append(token) }
        result.endChain()
    }
    return result
}
