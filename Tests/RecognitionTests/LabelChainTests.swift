import Glibc
import TestSupport
import Testing

@testable import Recognition

/// Against the sum and the best of all sequences of labels.
@Suite struct LabelChainTests {
    /// A chain with everything that can be said of it by trying.
    private struct Sample {
        let scores: [LabelScores]
        let transitions: LabelChain.Transitions
        var chain: LabelChain { LabelChain(scores[...], transitions) }

        init(length: Int, seed: UInt64) {
            var generator = SeededGenerator(seed: seed)
            scores = (0..<length).map { _ in
                var token = LabelScores()
                for label in 0..<LabelScores.scalarCount {
                    token[label] = Int16.random(in: -700...700, using: &generator)
                }
                return token
            }
            transitions = LabelChain.Transitions(
                scores: (0..<NameLabel.count * NameLabel.count).map { _ in Float.random(in: -3...3, using: &generator) }
            )
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
                score += Double(transitions.scores[before * NameLabel.count + label])
                if label > 0 { score += Double(token[label - 1]) / Double(NameModel.scale) }
                before = label
            }
            return score + Double(transitions.scores[before * NameLabel.count + NameLabel.outside])
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
        let (sequences, chain) = (sample.sequences(), sample.chain)
        for range in Self.ranges(length) {
            for name in NameClass.allCases {
                let wanted = sample.share(sequences) { Self.isName($0, name, range) }
                #expect(abs(Double(chain.probability(name, of: range)) - wanted) < 1e-4)
            }
            let outside = sample.share(sequences) { labels in range.allSatisfy { labels[$0] == NameLabel.outside } }
            #expect(abs(Double(chain.probabilityOutside(range)) - outside) < 1e-4)
        }
    }

    @Test(arguments: [1, 5, 40])
    func theReadingsOfATokenAddUpToAtMostOne(length: Int) {
        let chain = Sample(length: length, seed: 3).chain
        for token in 0..<length {
            var sum = chain.probabilityOutside(token..<token + 1)
            for range in Self.ranges(length) where range.contains(token) {
                for name in NameClass.allCases { sum += chain.probability(name, of: range) }
            }
            #expect(sum <= 1.001)
        }
    }

    @Test func noLabelsForNoTokens() {
        let sample = Sample(length: 0, seed: 1)
        _ = sample.chain
        #expect(sample.chain.bestLabels().count <= 1)
    }

    @Test func equalScoresAreDecidedForTheFirstLabel() {
        let flat = LabelChain.Transitions(scores: [Float](repeating: 0, count: NameLabel.count * NameLabel.count))
        let chain = LabelChain([LabelScores](repeating: LabelScores(), count: 5)[...], flat)
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
        let chain = LabelChain(scores[...], LabelChain.Transitions(scores: steps))
        for start in 0..<200 {
            for name in NameClass.allCases {
                #expect((0...1).contains(chain.probability(name, of: start..<min(200, start + 3))))
            }
            #expect((0...1).contains(chain.probabilityOutside(start..<start + 1)))
        }
    }
}
