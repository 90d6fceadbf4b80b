import Testing

@testable import Topics

/// Topics that users lay over the built-in ones.
@Suite struct OwnTopicTests {
    @Test func aListIsATopicCalledAfterItsFile() throws {
        let model = try makeModel(
            "a\tgoal\t1\n", own: [ownFile("# dry\ndrought\t3\nFailed rains\nwells\n", "x/drought.txt")])
        #expect(model.issues.isEmpty)
        #expect(model.changedTopics == ["own:drought"])
        #expect(model.topics.last == Topic(id: "own:drought", name: "drought", isOwn: true))
        let usual = sigmoid(TopicModel.ownBias + TopicModel.usualWeight * shortFactor)
        #expect(abs(try #require(model.all("wells")["own:drought"]) - usual) < 1e-6)
        #expect(abs(try #require(model.all("failed rains")["own:drought"]) - usual) < 1e-6)
        #expect(abs(try #require(model.all("drought")["own:drought"]) - sigmoid(-4 + 3 * shortFactor)) < 1e-6)
    }

    @Test func marksOfAListAreRules() throws {
        let list = "+rain\t1\n?crops\n?herds\n-stock market\nwells\n"
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile(list, "drought.txt")])
        let isGiven = { (text: String) in (model.all(text)["own:drought"] ?? 0) > 0 }
        #expect(isGiven("rain crops"))
        #expect(isGiven("herds rain"))
        #expect(!isGiven("crops herds wells"))
        #expect(!isGiven("rain wells"))
        #expect(!isGiven("rain crops stock market"))
        #expect(isGiven("rain crops stock | market"))
        // A marked term counts only where it has a weight.
        #expect(abs(try #require(model.all("rain crops")["own:drought"]) - sigmoid(-4 + shortFactor)) < 1e-6)
    }

    @Test func aRuleThatStandsTwiceIsAskedForOnce() throws {
        let list = "+rain\n+rain\n?rain\n-stocks\n-stocks\n"
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile(list, "drought.txt"), ownFile(list, "drought.txt")])
        let rules = try #require(model.explanations(of: [2], words: keys("rain"), features: []).first).rules
        #expect(rules.map(\.count) == [1, 1, 1])
        #expect(rules.map(\.found.count) == [1, 1, 0])
    }

    @Test func theNameOfAListCounts() {
        let hashes = ["x/drought.txt", "y/drought.txt", "x/dry.txt"].map { ownFile("rain\n", $0).contentHash }
        #expect(hashes[0] == hashes[1])
        #expect(hashes[0] != hashes[2])
        #expect(file("rain\n", "a").contentHash == file("rain\n", "b").contentHash)
    }

    @Test func aTopicOfRulesAloneIsCertain() throws {
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile("+sahel\n-football\n", "sahel.txt")])
        #expect(model.all("sahel")["own:sahel"] == 1)
        #expect(model.all("sahel football")["own:sahel"] == nil)
        #expect(model.all("desert")["own:sahel"] == nil)
    }

    @Test func aTableMayHaveManyTopicsAndANote() throws {
        let table =
            "topic\tterm\tweight\tnote\nsecurity\trole:armed group\t3\tof the gazetteer\n"
            + "security\tentity:Q1032\tone of\tNiger\nsecurity\tfootball\texcluded\nfarms\tcrop\t2\n"
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile(table)])
        #expect(model.issues.isEmpty)
        #expect(model.changedTopics == ["own:security", "own:farms"])
        #expect(model.all("", [.role("armed group")])["own:security"] == nil)
        #expect(model.all("", [.role("armed group"), .entity("Q1032")])["own:security"] ?? 0 > 0.8)
        #expect(model.all("football", [.role("armed group"), .entity("Q1032")])["own:security"] == nil)
        #expect(model.ownFeatures.map(\.value) == ["armed group", "Q1032"])
    }

    @Test func aLaterWeightReplacesAnEarlier() throws {
        let own = ownFile("topic\tterm\tweight\na\tgoal\t-3\na\t\t1\na\tcup\t2\n")
        let model = try makeModel("a\t\t0\na\tgoal\t1\na\tclub\t1\n", own: [own])
        #expect(model.changedTopics == ["a"])
        #expect(abs(try #require(model.all("goal")["a"]) - sigmoid(1 - 3 * shortFactor)) < 1e-6)
        #expect(abs(try #require(model.all("club cup")["a"]) - sigmoid(1 + 3 * shortFactor)) < 1e-6)
    }

    @Test func aTableOfTopicsGivesThemParents() throws {
        let own = [
            ownFile("id\tparent\tname\nx:1\ta\tbeach football\n"),
            ownFile("topic\tterm\tweight\nx:1\tsand\t4\n", "t.tsv"),
        ]
        let model = try makeModel("a\tgoal\t1\n", own: own)
        #expect(model.issues.isEmpty)
        #expect(model.topics.last == Topic(id: "x:1", parent: "a", name: "beach football", isOwn: true))
        #expect(model.all("sand")["x:1"] ?? 0 > 0.9)
    }

    @Test func anOwnTopicStandsBesideABuiltInOfTheSameName() throws {
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile("jump\n", "sport.txt")])
        #expect(model.all("jump").keys.sorted() == ["a", "own:sport"])
        #expect(model.all("goal")["own:sport"] ?? 0 < 0.1)
    }

    @Test func wordsAreToldApartAsInArticles() throws {
        let list = "U.N. peacekeepers\ncost-of-living\nSão Tomé\nMali's army\n"
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile(list, "x.txt")])
        #expect(model.issues.isEmpty)
        for text in ["un peacekeepers", "cost of living", "são tomé", "mali army"] {
            #expect(model.all(text)["own:x"] != nil, "\(text)")
        }
    }

    @Test func showsWhatFilesSayOfATopic() throws {
        let files = [
            file(topicsTable), file("term\tweights\n\tsport -2\ngoal\tsport 1.5|politics -1\ncup\tsport 2\n"),
            ownFile("topic\tterm\tweight\na\tmatch\t3\n"),
        ]
        let model = try TopicModel(files: files)
        let sport = try #require(model.topics.first)
        #expect(model.rows(of: sport, in: files).map(\.term) == ["", "match", "cup", "goal"])
        #expect(model.rows(of: sport, in: files).map(\.weight) == ["-2", "3", "2", "1.5"])
        #expect(model.rows(of: sport, in: files)[1].file == "own.tsv")
    }

    @Test(arguments: ["mali's army", "Mali's army", "alzheimer's disease", "farmers' protest", "don't vote"])
    func possessivesAreCutOffAsInArticles(term: String) throws {
        let text = term.lowercased().replacing("'s ", with: " ").replacing("s' ", with: "s ")
        let model = try makeModel("a\t\t0\na\t\(term.lowercased())\t1\n", own: [ownFile(term + "\n", "x.txt")])
        #expect(model.issues.isEmpty)
        #expect(model.all(text)["own:x"] != nil)
        #expect(model.all(text)["a"] != nil)
    }

    @Test func termsThatCanNeverMatchAreNamed() throws {
        let list = "role:\nsection:\nsection:World News\nsection:Football\nwells\t1000.5\n"
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile(list, "x.txt")])
        #expect(model.issues.map(\.line) == [1, 2, 3, 5])
        #expect(model.all("", [.section("football")])["own:x"] != nil)
    }

    @Test func aTableWithoutItsHeaderIsNamedOnce() throws {
        let model = try makeModel("a\tgoal\t1\n", own: [ownFile("Topic\tTerm\tWeight\nx\train\t1\n", "x.tsv")])
        #expect(model.issues.map(\.problem) == [.missingHeader, .nothingUsable])
        #expect(model.topics.count == 2)
    }

    @Test func showsOnlyWhatCountsOfATopic() throws {
        let files = [
            file(topicsTable), file("topic\tterm\tweight\na\tgoal\t1\na\tcup\t3\n"),
            ownFile("topic\tterm\tweight\na\tgoal\t-2\n"), ownFile("+rain\t1\nwells\n", "dry.txt"),
        ]
        let model = try TopicModel(files: files)
        #expect(model.rows(of: model.topics[0], in: files).map { "\($0.term) \($0.weight)" } == ["cup 3", "goal -2"])
        let dry = try #require(model.topics.last)
        #expect(
            model.rows(of: dry, in: files).map { "\($0.term) \($0.weight)" } == [
                "rain required", "wells 2.0", "rain 1",
            ])
    }
}
