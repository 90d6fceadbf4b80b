import Testing

@testable import Topics

@Suite struct TopicModelTests {
    @Test func scoresAsByHand() throws {
        let model = try makeModel("a\t\t-1\na\tgoal\t2\nb\tvote\t3\n")
        // goal twice, vote once: x = (1 + ln 2, 1), divided by its length.
        let goal = 1 + 0.6931471805599453
        let length = (goal * goal + 1).squareRoot()
        let scores = model.scores(keys: keys("goal vote goal unknown"), threshold: 0)
        #expect(scores.map(\.topic) == ["b", "a"])
        #expect(abs(scores[0].score - sigmoid(3 / length)) < 1e-6)
        #expect(abs(scores[1].score - sigmoid(-1 + 2 * goal / length)) < 1e-6)
        #expect(scores[1].name == "sport")
    }

    @Test func aTermMayCountForSeveralTopics() throws {
        let model = try makeModel("a\tclub\t1\nb\tclub\t-2\n")
        let scores = model.scores(keys: keys("club"), threshold: 0)
        #expect(scores.map(\.topic) == ["a", "b"])
        #expect(abs(scores[1].score - sigmoid(-2)) < 1e-6)
    }

    @Test func pairsNeedBothWordsInOrderSideBySide() throws {
        let model = try makeModel("a\tred card\t2\n")
        #expect(model.scores(keys: keys("a red card today")).map(\.topic) == ["a", "b"])
        #expect(model.scores(keys: keys("card red")).isEmpty)
        #expect(model.scores(keys: keys("red big card")).isEmpty)
        #expect(model.scores(keys: keys("red")).isEmpty)
        #expect(model.scores(keys: keys("red red card")).count == 2)
    }

    @Test func noPairCrossesABoundary() throws {
        let model = try makeModel("a\tred card\t2\n")
        #expect(model.scores(keys: keys("red | card")).isEmpty)
        #expect(model.scores(keys: keys("| red card |")).count == 2)
    }

    @Test func aWordOfAPairMayBeATermItself() throws {
        let model = try makeModel("a\tred card\t1\na\tred\t1\na\tcard\t1\n")
        let scores = model.scores(keys: keys("red card"), threshold: 0)
        #expect(abs(scores[0].score - sigmoid(3 / 3.0.squareRoot())) < 1e-6)
    }

    @Test func nothingKnownGivesNoTopics() throws {
        let model = try makeModel("a\t\t5\na\tgoal\t2\n")
        #expect(model.scores(keys: []).isEmpty)
        #expect(model.scores(keys: keys("| | |")).isEmpty)
        #expect(model.scores(keys: keys("nothing of it")).isEmpty)
    }

    @Test func thresholdLeavesWeakTopicsOut() throws {
        let model = try makeModel("a\tgoal\t3\nb\tgoal\t-3\n")
        #expect(model.scores(keys: keys("goal"), threshold: 0.5).map(\.topic) == ["a"])
        #expect(model.scores(keys: keys("goal"), threshold: 0.99).isEmpty)
    }

    @Test func equalScoresKeepTheOrderOfTheTable() throws {
        let model = try makeModel("b\tgoal\t1\na\tgoal\t1\n")
        #expect(model.scores(keys: keys("goal")).map(\.topic) == ["a", "b"])
    }

    @Test func sameInputSameBits() throws {
        let words = (0..<400).map { "w\($0 % 97)" }
        let rows = (0..<97).map { "\($0 % 2 == 0 ? "a" : "b")\tw\($0)\t0.\($0)1\n" }.joined()
        let first = try makeModel(rows).scores(keys: keys(words.joined(separator: " ")), threshold: 0)
        for _ in 0..<3 {
            let again = try makeModel(rows).scores(keys: keys(words.joined(separator: " ")), threshold: 0)
            #expect(again == first)
        }
    }

    @Test func thousandsOfEqualWordsDoNotOverflow() throws {
        let model = try makeModel("a\tgoal\t1\n")
        let many = [UInt64](repeating: hash("goal"), count: 100_000)
        #expect(abs(model.scores(keys: many)[0].score - sigmoid(1)) < 1e-6)
    }

    @Test func theIndexGrows() throws {
        var index = TermIndex(capacity: 1)
        for number in 1...5_000 { #expect(index.insert(UInt64(number) << 40) == number - 1) }
        #expect(index.find(5_000 << 40) == 4_999)
        #expect(index.find(5_001 << 40) == nil)
    }

    @Test func pairHashesDependOnTheOrder() {
        #expect(TermIndex.pair(1, 2) != TermIndex.pair(2, 1))
        #expect(TermIndex.pair(7, 7) != 0)
    }
}
