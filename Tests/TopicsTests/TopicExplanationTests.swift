import Testing

@testable import Topics

@Suite struct TopicExplanationTests {
    @Test func partsAddUpToTheScore() throws {
        let model = try makeModel(
            "a\t\t-2\na\tgoal\t1\na\tred card\t0.5\na\tvote\t-0.3\na\trole:club\t0.25\nb\tvote\t1\n")
        let words = keys("goal | red card vote goal")
        let club = ArticleFeature(term: .role("club"), name: "role:club")
        let explanation = try #require(model.explanations(of: [0], words: words, features: [club, club]).first)
        let sum = explanation.parts.reduce(explanation.bias) { $0 + $1.contribution }
        #expect(abs(sigmoid(sum) - explanation.score) < 1e-12)
        #expect(explanation.score == model.all("goal | red card vote goal", [.role("club"), .role("club")])["a"])
        #expect(explanation.parts.count == 4)
        let sizes = explanation.parts.map { abs($0.contribution) }
        #expect(sizes == sizes.sorted(by: >))
    }

    @Test func termsHaveTheirPlaces() throws {
        let model = try makeModel("a\tgoal\t1\na\tred card\t0.5\na\trole:club\t0.25\n")
        let club = ArticleFeature(term: .role("club"), name: "role:club")
        let explanation = try #require(
            model.explanations(
                of: [0], words: keys("goal | red card goal"), features: [club],
                place: { $0.lowerBound + 10..<$0.upperBound + 10 }
            ).first)
        #expect(
            explanation.parts.map(\.term) == [
                .init(feature: nil, times: 2, places: [10..<11, 14..<15]),
                .init(feature: nil, times: 1, places: [12..<14]),
                .init(feature: "role:club", times: 1, places: []),
            ])
    }

    @Test func rulesSayWhatWasFound() throws {
        let table = "topic\tterm\tweight\nx\train\trequired\nx\tcrops\tone of\nx\therds\tone of\nx\tstocks\texcluded\n"
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile(table)])
        let rules = try #require(model.explanations(of: [2], words: keys("herds stocks"), features: []).first).rules
        #expect(rules.map(\.part) == ["required", "one of", "excluded"])
        #expect(rules.map(\.holds) == [false, true, false])
        #expect(rules.map(\.found.count) == [0, 1, 1])
        #expect(try #require(model.explanations(of: [0], words: keys("goal"), features: []).first).rules.isEmpty)
    }
}
