import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// Training sees what tagging sees.
@Suite struct TrainingFeatureTests {
    @Test func theWeightsOfTrainingsFeaturesGiveTheNamesOfTagging() throws {
        let story = try Story.withKnownWords()
        let model = try NameModel(path: Story.nameWeights)
        let article = story.read(
            "Nigerien Prime Minister Ali Zeine met Hadiza Garba of the University of Niamey on Monday, officials said.",
            title: "Prime Minister Meets Garba")
        var matches: [GazetteerMatch] = []
        GazetteerMatcher(index: story.index).findMatches(in: article, into: &matches)
        let learned = LearnedRecognizer(article, matches, story.index, model)
        let segments = NameTraining.features(of: article, matches, story.index)
        #expect(segments.count >= 3)
        for (tokens, features) in segments {
            #expect(features.count == tokens.count)
            let scores = features.map { $0.compactMap { model.weights($0) }.reduce(LabelScores(), &+) }
            var chain = LabelChains(model.transitions, capacity: tokens.count)
            for token in scores { chain.append(token) }
            chain.endChain()
            for token in tokens {
                let place = token - tokens.lowerBound
                let outside = chain.probabilityOutside(place..<place + 1, inChain: 0)
                let found = learned.support(token..<token + 1)?.none
                #expect(found == outside)
            }
        }
    }
}
