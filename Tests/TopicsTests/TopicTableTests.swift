import Testing

@testable import Topics

@Suite struct TopicTableTests {
    @Test func readsTopicsAndSkipsComments() throws {
        let model = try TopicModel(files: [file("# note\n\nid\tparent\tname\r\nx\t\tone\r\ny\tx\ttwo")])
        #expect(model.topics == [Topic(id: "x", name: "one"), Topic(id: "y", parent: "x", name: "two")])
        #expect(model.issues.isEmpty)
    }

    @Test func readsWeightsOfATermForManyTopics() throws {
        let weights =
            "# learned\nterm\tweights\n\tsport -1.5|politics 0\ngoal\tsport 2|politics -0.25\nred card\tsport 1\n"
        let model = try TopicModel(files: [file(topicsTable), file(weights)])
        #expect(model.issues.isEmpty)
        #expect(model.termCount == 2)
        #expect(abs(try #require(model.all("goal")["a"]) - sigmoid(-1.5 + 2 * shortFactor)) < 1e-6)
        #expect(abs(try #require(model.all("goal")["b"]) - sigmoid(-0.25 * shortFactor)) < 1e-6)
        #expect(abs(try #require(model.all("red card")["a"]) - sigmoid(-1.5 + shortFactor)) < 1e-6)
    }

    @Test(arguments: [
        ("id\tparent\tname\nx\tone\n", 2, TopicIssue.Problem.wrongColumnCount(found: 2, wanted: 3)),
        ("id\tparent\tname\n\t\tone\n", 2, .emptyTopicField),
        ("id\tparent\tname\nx\t\t\n", 2, .emptyTopicField),
        ("id\tparent\tname\nx\t\tone\n# c\nx\t\ttwo\n", 4, .duplicateTopic("x")),
        ("id\tparent\tname\nx\tz\tone\n", 2, .unknownParent("z")),
        ("topic\tterm\tweight\nno:c\tgoal\t1\n", 2, .unknownTopic("no:c")),
        ("topic\tterm\tweight\n\tgoal\t1\n", 2, .emptyTopicField),
        ("topic\tterm\tweight\na\tgoal\tone\n", 2, .malformedWeight("one")),
        ("topic\tterm\tweight\na\tgoal\t1,5\n", 2, .malformedWeight("1,5")),
        ("topic\tterm\tweight\na\tgoal\t\n", 2, .malformedWeight("")),
        ("topic\tterm\tweight\na\t\trequired\n", 2, .malformedWeight("required")),
        ("topic\tterm\tweight\na\t1 2 3 4 5 6 7 8 9\t1\n", 2, .malformedTerm("1 2 3 4 5 6 7 8 9")),
        ("topic\tterm\tweight\na\t!?\t1\n", 2, .malformedTerm("!?")),
        ("topic\tterm\tweight\na\tentity:Niger\t1\n", 2, .malformedEntity("Niger")),
        ("topic\tterm\tweight\na\tgoal\n", 2, .wrongColumnCount(found: 2, wanted: 3)),
        ("topic\tterm\tweight\na\tgoal\t1\nb\tgoal\t1\na\tgoal\t2\n", 4, .duplicateTerm(topic: "a")),
        ("term\tweights\ngoal\n", 2, .wrongColumnCount(found: 1, wanted: 2)),
        ("term\tweights\ngoal\tsport x\n", 2, .malformedWeight("sport x")),
        ("term\tweights\ngoal\tsports 1\n", 2, .unknownTopic("sports")),
        ("wells\tmany\n", 1, .malformedWeight("many")),
    ])
    func namesWhatIsWrongAndUsesTheRest(text: String, line: Int, problem: TopicIssue.Problem) throws {
        let last = text.contains("\nterm") || text.hasPrefix("term") ? "" : "\n"
        let model = try makeModel("", own: [ownFile(text + last, "mine.tsv")])
        #expect(model.issues.first == TopicIssue("mine.tsv", line: line, problem))
        #expect(model.topics.prefix(2).map(\.id) == ["a", "b"])
    }

    @Test func aFileOfWhichNothingCanBeUsedIsNamed() throws {
        for text in ["", "# only a note\n", "topic\tterm\tweight\n", "topic\tterm\tweight\nz:z\tgoal\t1\n"] {
            let model = try makeModel("", own: [ownFile(text, "mine.tsv")])
            #expect(model.issues.last == TopicIssue("mine.tsv", line: 0, .nothingUsable), "\(text)")
        }
    }

    @Test func bytesThatAreNoTextAreNamed() throws {
        let own = TopicFile(path: "x.txt", bytes: [0xFF, 0xFE, 0x41, 0x0A, 0x62, 0x0A], isOwn: true)
        let model = try makeModel("", own: [own])
        #expect(model.issues == [TopicIssue("x.txt", line: 1, .invalidUTF8)])
        #expect(model.all("b")["own:x"] != nil)
    }

    @Test func refusesTooManyTopics() throws {
        let rows = (0...TopicModel.mostTopics).map { "t\($0)\t\tname \($0)\n" }.joined()
        let model = try TopicModel(files: [file("id\tparent\tname\n\(rows)")])
        #expect(model.topics.count == TopicModel.mostTopics)
        #expect(model.issues == [TopicIssue("built-in.tsv", line: TopicModel.mostTopics + 2, .tooManyTopics)])
    }

    @Test func messagesNamePlaceAndRemedy() {
        #expect(
            TopicIssue("own.tsv", line: 12, .malformedWeight("1,5")).description
                == #"own.tsv, line 12: the weight "1,5" is not a number; write it like 1.5 or -0.25, or: required, one of, excluded"#
        )
        #expect(TopicIssue("own.tsv", line: 0, .nothingUsable).description.hasPrefix("own.tsv: nothing in it"))
    }

    @Test func namesThatAreNoneAreRefused() throws {
        let long = String(repeating: "é", count: 101)
        let tables = ["id\tparent\tname\n\(long)\t\tone\nx\t\t\(long)\n", "topic\tterm\tweight\n\(long)\train\t1\n"]
        let model = try makeModel("", own: tables.map { ownFile($0, "mine.tsv") })
        #expect(model.issues.filter { $0.line > 0 }.map(\.line) == [2, 3, 2])
        #expect(model.issues.filter { $0.problem == .longTopicField(long) }.count == 3)
        let short = String(long.dropLast())
        #expect(try makeModel("", own: [ownFile("topic\tterm\tweight\n\(short)\train\t1\n")]).issues.isEmpty)
    }

    @Test func textWithZeroBytesIsNamed() throws {
        let model = try makeModel("", own: [ownFile("we\0lls\npumps\n", "x.txt")])
        #expect(model.issues == [TopicIssue("x.txt", line: 1, .invalidUTF8)])
        #expect(model.all("we lls pumps")["own:x"] == model.all("pumps no no")["own:x"])
    }

    @Test func messagesOfLongLinesAreShort() {
        let text = "\u{1B}[2J" + String(repeating: "x", count: 1_000_000)
        for problem: TopicIssue.Problem in [
            .longTopicField(text), .duplicateTopic(text), .unknownParent(text), .unknownTopic(text),
            .malformedWeight(text),
            .malformedTerm(text), .malformedEntity(text), .duplicateTerm(topic: text),
        ] {
            let message = TopicIssue("own.tsv", line: 1, problem).description
            #expect(message.contains("?[2Jxxx") && message.contains("xxx…") && message.count < 300)
        }
    }

    @Test func skipsAByteOrderMark() throws {
        #expect(try TopicModel(files: [file("\u{FEFF}id\tparent\tname\nx\t\tone\n")]).topics.count == 1)
    }

    @Test(arguments: [("1", 1.0), ("-0.25", -0.25), (".5", 0.5), ("3.", 3), ("12.125", 12.125)])
    func readsDecimals(text: String, value: Double) {
        #expect(Array(text.utf8).withUnsafeBufferPointer(decimal) == value)
    }

    @Test(arguments: [
        "", "-", ".", "1e5", "1.2.3", "--1", "+1", "nan", "99999999999999999999", "0.00000000000000000000",
    ])
    func refusesOtherNumbers(text: String) { #expect(Array(text.utf8).withUnsafeBufferPointer(decimal) == nil) }
}
