import Testing

@testable import Topics

@Suite struct TopicTableTests {
    @Test func readsTopicsAndSkipsComments() throws {
        let topics = try Topic.read(Array("# note\n\nid\tparent\tname\r\nx\t\tone\r\ny\tx\ttwo".utf8))
        #expect(topics == [Topic(id: "x", name: "one"), Topic(id: "y", parent: "x", name: "two")])
    }

    @Test(arguments: [
        ("", 0, TopicTableError.Problem.missingHeader),
        ("x\t\tone\n", 1, .missingHeader),
        ("id\tparent\tname\n", 0, .noTopics),
        ("id\tparent\tname\nx\tone\n", 2, .wrongColumnCount(found: 2)),
        ("id\tparent\tname\nx\t\tone\t\n", 2, .wrongColumnCount(found: 4)),
        ("id\tparent\tname\n\t\tone\n", 2, .emptyTopicField),
        ("id\tparent\tname\nx\t\tone\n# c\nx\t\ttwo\n", 4, .duplicateTopic("x")),
        ("id\tparent\tname\nx\tz\tone\n", 2, .unknownParent("z")),
    ])
    func refusesWrongTopics(table: String, line: Int, problem: TopicTableError.Problem) {
        #expect(throws: TopicTableError(.topics, line: line, problem)) { try Topic.read(Array(table.utf8)) }
    }

    @Test func refusesMoreTopicsThanAByteHolds() {
        let rows = (0..<256).map { "t\($0)\t\tname\n" }.joined()
        #expect(throws: TopicTableError(.topics, line: 257, .tooManyTopics)) {
            try Topic.read(Array("id\tparent\tname\n\(rows)".utf8))
        }
    }

    @Test(arguments: [
        ("c\tgoal\t1\n", 2, TopicTableError.Problem.unknownTopic("c")),
        ("a\tgoal\tone\n", 2, .malformedWeight("one")),
        ("a\tgoal\t1,5\n", 2, .malformedWeight("1,5")),
        ("a\tgoal\t\n", 2, .malformedWeight("")),
        ("a\tone two three\t1\n", 2, .malformedTerm("one two three")),
        ("a\t goal\t1\n", 2, .malformedTerm(" goal")),
        ("a\tgoal \t1\n", 2, .malformedTerm("goal ")),
        ("a\tgoal\n", 2, .wrongColumnCount(found: 2)),
        ("a\tgoal\t1\nb\tgoal\t1\na\tgoal\t2\n", 4, .duplicateTerm(topic: "a")),
        ("a\t\t1\na\t\t2\n", 3, .duplicateTerm(topic: "a")),
    ])
    func refusesWrongTerms(rows: String, line: Int, problem: TopicTableError.Problem) {
        #expect(throws: TopicTableError(.terms, line: line, problem)) { try makeModel(rows) }
    }

    @Test func messagesNamePlaceAndRemedy() {
        let error = TopicTableError(.terms, line: 12, .malformedWeight("1,5"))
        #expect(
            error.description == #"terms.tsv, line 12: the weight "1,5" is not a number; write it like 1.5 or -0.25"#)
        let whole = TopicTableError(.topics, line: 0, .noTopics)
        #expect(whole.description == "media_topics.tsv: the table has no topics; add at least one row")
    }

    @Test func skipsAByteOrderMark() throws {
        #expect(try Topic.read(Array("\u{FEFF}id\tparent\tname\nx\t\tone\n".utf8)).count == 1)
    }

    @Test(arguments: [("1", 1.0), ("-0.25", -0.25), (".5", 0.5), ("3.", 3), ("12.125", 12.125)])
    func readsDecimals(text: String, value: Double) {
        #expect(Array(text.utf8).withUnsafeBufferPointer(decimal) == value)
    }

    @Test(arguments: ["", "-", ".", "1e5", "1.2.3", "--1", "+1", "nan", "99999999999999999999"])
    func refusesOtherNumbers(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer(decimal) == nil)
    }
}
