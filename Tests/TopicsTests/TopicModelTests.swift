import TestSupport
import Testing
import Tokenization

@testable import Topics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite struct TopicModelTests {
    @Test func scoresAsByHand() throws {
        let model = try makeModel("a\t\t-1\nb\t\t0\na\tgoal\t2\nb\tvote\t3\n")
        let scores = model.scores(of: terms("goal vote goal unknown", model), threshold: 0)
        #expect(scores.map(\.topic) == ["b", "a"])
        #expect(abs(scores[0].score - sigmoid(3 * shortFactor)) < 1e-6)
        #expect(abs(scores[1].score - sigmoid(-1 + 2 * (1 + log(2.0)) * shortFactor)) < 1e-6)
        #expect(scores[1].name == "sport")
    }

    @Test func longTextsCountATermLess() throws {
        let model = try makeModel("a\t\t0\na\tgoal\t1\n")
        let filler = String(repeating: "filler ", count: 399)
        // Once in 400 words: the root of a quarter.
        #expect(abs(try #require(model.all(filler + "goal")["a"]) - sigmoid(0.5)) < 1e-6)
        #expect(abs(try #require(model.all("goal")["a"]) - sigmoid(shortFactor)) < 1e-6)
    }

    @Test func aTermMayCountForSeveralTopics() throws {
        let model = try makeModel("a\t\t0\nb\t\t0\na\tclub\t1\nb\tclub\t-2\n")
        #expect(abs(try #require(model.all("club")["b"]) - sigmoid(-2 * shortFactor)) < 1e-6)
        #expect(abs(try #require(model.all("club")["a"]) - sigmoid(shortFactor)) < 1e-6)
    }

    @Test func phrasesNeedAllWordsInOrderSideBySide() throws {
        let model = try makeModel("a\tyellow red card\t2\na\tred card\t1\n")
        #expect(model.index.entries.indices.count(where: model.index.isTerm) == 2)
        for text in ["card red", "red big card", "red", "yellow red", "red | card"] {
            #expect(model.all(text).isEmpty, "\(text)")
        }
        let pair = try #require(model.all("a red card today")["a"])
        #expect(abs(pair - sigmoid(TopicModel.ownBias + shortFactor)) < 1e-6)
        // Both the long phrase and the one inside it.
        let both = try #require(model.all("yellow red card")["a"])
        #expect(abs(both - sigmoid(TopicModel.ownBias + 3 * shortFactor)) < 1e-6)
        #expect(model.all("red red card")["a"] == pair)
        #expect(model.all("yellow yellow red card")["a"] == both)
    }

    @Test func featuresAreNoWords() throws {
        let model = try makeModel("a\t\t0\na\trole:club\t1\na\tentity:Q9\t1\na\tsection:sport\t1\n")
        #expect(model.all("role club sport Q9 section").isEmpty)
        for feature in [TermKey.role("club"), .entity("Q9"), .section("sport")] {
            #expect(abs(try #require(model.all("", [feature])["a"]) - sigmoid(shortFactor)) < 1e-6)
        }
        #expect(model.all("", [.role("sport"), .section("club"), .entity("Q99")]).isEmpty)
    }

    @Test func nothingKnownGivesNoTopics() throws {
        let model = try makeModel("a\t\t5\na\tgoal\t2\n")
        for text in ["", "| | |", "nothing of it"] { #expect(model.all(text).isEmpty, "\(text)") }
    }

    @Test func thresholdsLeaveWeakTopicsOut() throws {
        let topics = topicsTable + "c\ta\tfootball\n"
        let model = try makeModel("a\t\t0\nc\t\t0\na\tgoal\t0.1\nc\tgoal\t0.1\n", topics: topics)
        let found = terms("goal", model)
        #expect(model.scores(of: found, threshold: 0.5, finerThreshold: 0.6).map(\.topic) == ["a"])
        #expect(model.scores(of: found, threshold: 0.6, finerThreshold: 0.5).map(\.topic) == ["c"])
        #expect(model.scores(of: found, threshold: 0.5, finerThreshold: 0.5).first { $0.topic == "c" }?.parent == "a")
    }

    @Test func equalScoresKeepTheOrderOfTheTable() throws {
        let model = try makeModel("b\tgoal\t1\na\tgoal\t1\n")
        #expect(model.scores(of: terms("goal", model), threshold: 0).map(\.topic) == ["a", "b"])
    }

    @Test func theNextArticleStartsAnew() throws {
        let model = try makeModel("a\tgoal\t1\nb\tvote\t1\n")
        var reused = terms("goal goal vote", model)
        reused.removeAll()
        reused.add(words: keys("vote"))
        #expect(model.scores(of: reused, threshold: 0) == model.scores(of: terms("vote", model), threshold: 0))
    }

    @Test func sameInputSameBits() throws {
        let words = (0..<400).map { "w\($0 % 97)" }.joined(separator: " ")
        let rows = (0..<97).map { "\($0 % 2 == 0 ? "a" : "b")\tw\($0)\t0.\($0)1\n" }.joined()
        let first = try makeModel(rows).all(words)
        #expect(first.count == 2)
        for _ in 0..<3 { #expect(try makeModel(rows).all(words) == first) }
    }

    @Test func manyEqualWordsDoNotOverflow() throws {
        let model = try makeModel("a\t\t0\na\tgoal\t1\n")
        var many = ArticleTerms(model: model)
        many.add(words: [UInt64](repeating: TokenKey.hash(of: "goal"), count: 100_000))
        let score = try #require(model.scores(of: many).first?.score)
        #expect(abs(score - sigmoid((1 + log(65_535.0)) * (100 / 100_000.0).squareRoot())) < 1e-6)
    }

    @Test func theIndexGrows() throws {
        var index = TermIndex(capacity: 1)
        for number in 1...5_000 { #expect(index.insert(UInt64(number) << 40) == number - 1) }
        #expect(index.find(5_000 << 40) == 4_999)
        #expect(index.find(5_001 << 40) == nil)
    }

    @Test func hashesOfPhrasesDependOnTheOrder() {
        #expect(TermIndex.joined(1, 2) != TermIndex.joined(2, 1))
        #expect(TermIndex.joined(7, 7) != 0)
    }

    /// Against a plain search of every phrase at every place.
    @Test func findsTheTermsThatAPlainSearchFinds() throws {
        var random = SeededGenerator(seed: 7)
        let words = ["a", "b", "c", "d"]
        for _ in 0..<60 {
            let phrases = Set(
                (0..<12).map { _ in
                    (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                        .joined(separator: " ")
                })
            let model = try makeModel(phrases.map { "a\t\($0)\t1\n" }.sorted().joined())
            let text = (0..<40).map { _ in (words + ["|", "e"]).randomElement(using: &random) ?? "" }
            let counted = terms(text.joined(separator: " "), model)
            let expected = phrases.reduce(0) { sum, phrase in
                let parts = phrase.split(separator: " ").map(String.init)
                return sum + (0...(text.count - parts.count)).count { Array(text[$0..<$0 + parts.count]) == parts }
            }
            #expect(counted.seen.reduce(0) { $0 + Int(counted.counts[Int($1)]) } == expected)
        }
    }
}
