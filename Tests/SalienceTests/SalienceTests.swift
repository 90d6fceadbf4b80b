import NewsModel
import Salience
import Testing

/// What mentions add up to.
@Suite struct SalienceTests {
    private func mention(
        _ entity: String, at start: Int = 0, _ zone: Zone = .body, form: MentionForm = .name, text: String = "Niger",
        kind: Kind = .country, confidence: Double = 0.9
    ) -> Mention {
        Mention(
            span: UTF8Span(start: start, end: start + 5), codePoints: CodePointSpan(start: start, end: start + 5),
            text: text, kind: kind, entity: entity, name: entity, form: form, zone: zone, confidence: confidence,
            sentence: 0)
    }

    private func scores(
        _ mentions: [Mention], _ salience: [SalienceFeature: Double] = [:],
        _ confidence: [ConfidenceFeature: Double] = [:]
    ) -> [EntityScore] {
        let weights = SalienceWeights(
            salience: FeatureWeights(bias: 0, salience), confidence: FeatureWeights(bias: 0, confidence))
        return EntityScorer(weights: weights).scores(of: mentions, textLength: 1000)
    }

    @Test func entitiesAreCountedInOrderOfTheirFirstMentions() {
        let found = scores([mention("b", .title), mention("a", at: 3), mention("b", at: 20), mention("b", at: 40)])
        #expect(found.map(\.firstMention) == [0, 1])
        #expect(found.map(\.firstInText) == [2, 1])
        #expect(found.map(\.mentions) == [3, 1])
        #expect(scores([mention("b", .title)]).first?.firstInText == nil)
        #expect(scores([]).isEmpty)
    }

    @Test func eachFeatureOfSalience() {
        // Log-odds of 1, ln 2, ln 3 and a half in thousandths of a probability.
        let one = 0.731
        let twice = [mention("a", .title), mention("a", at: 700, text: "Nigeriens", kind: .country)]
        #expect(scores(twice, [.title: 1])[0].salience == one)
        #expect(scores(twice, [.lead: 1])[0].salience == 0.5)
        #expect(scores([mention("a", at: 200)], [.lead: 1])[0].salience == one)
        #expect(scores(twice, [.count: 1])[0].salience == 0.75)
        #expect(scores(twice, [.share: 1])[0].salience == one)
        #expect(scores(twice + [mention("b")], [.share: 1])[1].salience == 0.622)
        #expect(scores(twice, [.early: 1])[0].salience == 0.574)
        #expect(scores(twice, [.spread: 1])[0].salience == 0.55)
        #expect(scores(twice, [.country: 1])[0].salience == one)
        #expect(scores(twice, [.person: 1])[0].salience == 0.5)
        #expect(scores(twice, [.onlyDemonym: 1])[0].salience == 0.5)
        #expect(scores([mention("a", form: .demonym)], [.onlyDemonym: 1])[0].salience == one)
    }

    @Test func eachFeatureOfConfidence() {
        let one = 0.731
        let sure = mention("a", confidence: 0.9)
        #expect(scores([sure], [:], [.mean: 1])[0].confidence == 0.9)
        #expect(scores([mention("a", confidence: 1)], [:], [.mean: 1])[0].confidence == 0.982)
        #expect(scores([sure], [:], [.count: 1])[0].confidence == 0.667)
        #expect(scores([sure, mention("b")], [:], [.others: 1])[0].confidence == 0.667)
        #expect(scores([sure], [:], [.longName: 1])[0].confidence == 0.5)
        #expect(scores([mention("a", text: "Abdou Garba")], [:], [.longName: 1])[0].confidence == one)
        #expect(scores([sure], [:], [.usualName: 1])[0].confidence == one)
        #expect(scores([mention("a", form: .acronym)], [:], [.onlyAcronym: 1])[0].confidence == one)
        #expect(scores([mention("nil:person/x", form: .guess)], [:], [.unknown: 1])[0].confidence == one)
        #expect(scores([mention("a", kind: .event)], [:], [.thing: 1])[0].confidence == one)
    }
}
