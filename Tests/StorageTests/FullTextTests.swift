import NewsModel
import TestSupport
import Testing

@testable import Storage

@Suite struct FullTextTests {
    private let folder: TemporaryFolder
    private let database: Database

    init() throws {
        folder = try TemporaryFolder()
        let path = folder.file("news.db")
        let texts = [
            ("Rain", "Niamey coup. The army took Côte d’Ivoire’s road. O'Brien of the U.S. said so."),
            ("Coup in Ni\u{AD}amey", "Football is played. The coup of Niamey goes on.\nIt is\u{A0}the  army's."),
            ("北京", "北京大学的学生。 Zürich, straße."), ("Nothing", "No word of it at all."),
        ]
        try DatabaseWriter(path: path, tagger: "t").write(
            texts.enumerated().map { place, text in
                tagged("\(place + 1)", published: "2024-01-0\(9 - place)", title: text.0, text: text.1)
            }, to: "s")
        database = try Database(path: path)
    }

    private func parse(_ text: String) throws(FullTextError) -> FullTextQuery {
        guard let tokenizer = try? database.tokenizer() else { throw .noWords }
        return try FullTextQuery(text, tokenizer: tokenizer)
    }

    private func stories(_ text: String) throws -> [Storage.Story] {
        var query = StoryQuery()
        query.text = try parse(text)
        return try database.stories(query).stories
    }

    private func ids(_ text: String) throws -> String { try stories(text).map(\.id).joined() }

    @Test(arguments: [
        ("niamey", "12"), ("NIAMEY coup", "12"), ("\"niamey coup\"", "1"), ("“niamey coup”", "1"),
        ("\"coup of niamey\" football", "2"), ("niamey -football", "1"), ("niamey NOT football", "1"),
        ("niamey −football", "1"), ("football OR brien", "12"), ("(football OR brien) niamey", "12"),
        ("niamey (coup -(football OR rain))", ""), ("niam*", "12"), ("\"coup of nia\"*", "2"), ("title:niamey", "2"),
        ("title:(coup niamey)", "2"), ("text:niamey title:rain", "1"), ("-title:coup niamey", "1"), ("U.S.", "1"),
        ("us", "1"), ("Côte d'Ivoire", "1"), ("cote", "1"), ("o'brien", "1"), ("Ni\u{AD}amey", "12"), ("大学", "3"),
        ("北京", "3"), ("ZURICH", "3"), ("STRASSE", "3"), ("ﬁeld OR niamey", "12"), ("niamey, coup!", "12"),
        ("football-is", "2"), ("niamey AND coup", "12"), ("army's", "2"), ("or niamey", ""), ("url:niamey", ""),
        ("niamey - football", "2"), ("\"\" niamey", "12"), ("() niamey", "12"), ("niamey )(", "error"),
    ])
    func aQuestionFindsItsStories(question: String, expected: String) throws {
        guard expected != "error" else {
            #expect(throws: FullTextError.unevenBrackets) { try parse(question) }
            return
        }
        #expect(try ids(question) == expected)
    }

    @Test(arguments: [
        ("", FullTextError.noWords), ("  ", .noWords), ("!? ()", .noWords), ("\"…\"", .noWords),
        ("\"niamey", .openQuote), ("niamey \"", .openQuote), ("(niamey", .unevenBrackets), ("niamey)", .unevenBrackets),
        ("-football", .onlyExcluded), ("-football NOT coup", .onlyExcluded), ("niamey OR -coup", .onlyExcluded),
        ("niamey (-coup)", .onlyExcluded), ("OR", .openOr), ("niamey OR", .openOr), ("OR niamey", .openOr),
        ("a OR OR b", .openOr), ("*", .starAlone), ("niamey *", .starAlone), ("\"!\"*", .starAlone),
        (String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40), .tooDeep(limit: 32)),
        (String(repeating: "a ", count: 300), .tooManyWords(limit: 256)),
    ])
    func whatMakesNoQuestionSaysWhy(question: String, error: FullTextError) {
        #expect(throws: error) { try parse(question) }
        #expect(!error.description.isEmpty)
    }

    @Test func aQuestionIsWrittenInQuotes() throws {
        #expect(try parse("niamey coup").match == "(\"niamey\" AND \"coup\")")
        #expect(try parse("a OR b -c -\"d e\"").match == "(\"a\" OR (\"b\" NOT (\"c\" OR \"d e\")))")
        #expect(try parse("title:NEAR* AND").match == "title : \"near\" *")
    }

    @Test func wordsAreMarkedInTheSentenceThatHasMost() throws {
        let found = try stories("niamey coup")
        #expect(
            found.map { $0.sentence.with(before: "[", after: "]") } == [
                "[Niamey] [coup].", "The [coup] of [Niamey] goes on.",
            ])
        let quoted = try #require(try stories("\"niamey coup\"").first)
        #expect(quoted.sentence == MarkedText("Niamey coup.", marks: [CodePointSpan(start: 0, end: 11)]))
        let marked = try stories("title:niamey").map { $0.sentence.with(before: "[", after: "]") }
        #expect(marked == ["Coup in [Ni\u{AD}amey]"])
        #expect(try stories("title:niamey").first?.sentenceIsTitle == true)
        #expect(
            try stories("o'brien OR cote").first?.sentence.with(before: "[", after: "]")
                == "The army took [Côte] d’Ivoire’s road.")
        #expect(try stories("it army's").first?.sentence.with(before: "[", after: "]") == "[It] is the [army's].")
        #expect(try stories("大学").first?.sentence.with(before: "[", after: "]") == "北京[大学]的学生。")
    }

    @Test func anyTextIsAQuestionOrAnErrorOfItsOwn() throws {
        let pieces = [
            "niamey", "coup", "\"", "(", ")", "-", "*", " ", " ", "OR", "AND", "NOT", "title:", "text:", "^", "+", ":",
            "{", "}", ",", "NEAR", "'", "''", "\u{0}", "é", "\u{301}", "北", "U.S.", ";", "--", "%", "\\", "1", "👍🏽",
            "\u{200F}", "”", "“", "a", "\u{E000}", "·", "\n", "OR(", "_", "&", "½",
        ]
        var generator = SeededGenerator(seed: 5)
        var found = 0
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            do {
                let query = try parse(text)
                _ = try database.connection.articles(matching: query)
                found += 1
            } catch let error as DatabaseError {
                Issue.record("\(text.debugDescription): \(error)")
            } catch is FullTextError {}
        }
        #expect(found > 500)
    }

    @Test func marksFollowTheirTextOntoOneLine() {
        let text = MarkedText(
            "  a\n\n b  c ", marks: [CodePointSpan(start: 6, end: 7), CodePointSpan(start: 2, end: 3)])
        #expect(text.onOneLine.with(before: "[", after: "]") == "[a] [b] c")
        let joined = MarkedText("abcd", marks: [CodePointSpan(start: 1, end: 3), CodePointSpan(start: 0, end: 2)])
        #expect(joined.marks == [CodePointSpan(start: 0, end: 3)])
        #expect(MarkedText("ab", marks: [CodePointSpan(start: -3, end: 99)]).onOneLine.marks.first?.end == 2)
    }
}
