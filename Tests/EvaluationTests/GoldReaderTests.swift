import NewsModel
import TestSupport
import Testing

@testable import Evaluation

@Suite struct GoldReaderTests {
    private func read(_ text: String) throws -> [GoldArticle] {
        try GoldReader.articles(Array(text.utf8), named: "gold.jsonl")
    }

    @Test func everyFieldIsRead() throws {
        let articles = try read(
            """
            {"id": "a", "title": "T", "text": "Ñame of 🇳🇪 Niger", "entities": [
            """.split(separator: "\n").joined()
                + #"{"start": 11, "end": 16, "type": "LOC", "text": "Niger", "wikidata": "Q1032", "optional": true, "named": false},"#
                + #"{"start": 0, "end": 4, "type": "PER", "nil": true}], "evaluation_span": [0, 16], "label": "x", "places": ["niger"]}"#
                + "\n\n" + #"{"id": "b", "text": ""}"# + "\n")
        #expect(articles.map(\.id) == ["a", "b"])
        let article = articles[0]
        #expect(article.place == "line 1" && articles[1].place == "line 3")
        #expect(article.evaluationSpan == CodePointSpan(start: 0, end: 16))
        #expect((article.label, article.places) == ("x", ["niger"]))
        var niger = GoldEntity(span: CodePointSpan(start: 11, end: 16), type: "LOC")
        (niger.wikidata, niger.isOptional, niger.isNamed) = ("Q1032", true, false)
        var name = GoldEntity(span: CodePointSpan(start: 0, end: 4), type: "PER")
        name.isNIL = true
        #expect(article.entities == [niger, name])
        #expect(articles[1].entities == nil)
    }

    @Test(arguments: [
        ("{broken", "gold.jsonl: line 2: no JSON"), ("[1]", "line 2: no object with an \"id\""),
        (#"{"id": 7, "text": ""}"#, "no object with an \"id\""),
        (#"{"id": "b"}"#, "no \"text\" that is a string (id b)"),
        (#"{"id": "a", "text": ""}"#, "line 2: the id \"a\" again"),
        (#"{"id": "b", "text": "abc", "entities": [{"start": 0}]}"#, "without whole numbers"),
        (#"{"id": "b", "text": "abc", "entities": [{"start": 0, "end": 1.5}]}"#, "without whole numbers"),
        (#"{"id": "b", "text": "abc", "entities": [{"start": 1e300, "end": 2}]}"#, "without whole numbers"),
        (
            #"{"id": "b", "text": "abc", "entities": [{"start": 2, "end": 4}]}"#,
            "entity 2..4 lies outside the text of 3 code points"
        ),
        (#"{"id": "b", "text": "abc", "entities": [{"start": -1, "end": 2}]}"#, "lies outside"),
        (#"{"id": "b", "text": "abc", "entities": [{"start": 2, "end": 2}]}"#, "lies outside"),
        (
            #"{"id": "b", "text": "abc", "entities": [{"start": 0, "end": 2, "text": "bc"}]}"#,
            "at 0..2 the text has \"ab\", the entity \"bc\" (id b)"
        ),
        (#"{"id": "b", "text": "", "places": "usa"}"#, "\"places\" is no list of strings"),
        (#"{"id": "b", "text": "", "places": [1]}"#, "\"places\" is no list of strings"),
        (#"{"id": "b", "text": "", "evaluation_span": [1]}"#, "\"evaluation_span\" is no pair"),
    ])
    func aLineThatIsWrongIsNamed(line: String, reason: String) throws {
        let error = #expect(throws: GoldError.self) { try read(#"{"id": "a", "text": "x"}"# + "\n\(line)\n") }
        #expect(error?.description.contains(reason) ?? false, "\(error?.description ?? "")")
        #expect(error?.description.hasPrefix("gold.jsonl: line 2: ") ?? false)
    }

    @Test func nothingIsNoGold() {
        #expect(throws: GoldError.self) { try read("") }
        #expect(throws: GoldError.self) { try read("\n\n") }
    }

    @Test(arguments: ["label only", "label\t", "\tQ1", "label\tQ1| |Q2"])
    func aLineOfAMapNeedsLabelAndIDs(line: String) {
        #expect(throws: GoldError.self) { try LabelMap(Array("a\tQ1\n\(line)\n".utf8), named: "map") }
    }

    /// Damaged gold is refused or read, in time that does not grow out of bounds.
    @Test func damagedGoldNeverCrashes() throws {
        var random = SeededGenerator(seed: 17)
        let whole = Array(
            #"{"id":"a","text":"Ñiger and Chad","entities":[{"start":0,"end":5,"type":"LOC","wikidata":"Q1032"},{"start":10,"end":14,"type":"LOC","nil":false}],"evaluation_span":[0,14],"places":["x"],"label":"y"}"#
                .utf8)
        var readable = 0
        for _ in 0..<4000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
                }
            }
            if let articles = try? GoldReader.articles(bytes, named: "gold") {
                readable += 1
                for task in EvaluationTask.allCases { _ = try? evaluate(task, articles.map { ($0, nil) }) }
            }
        }
        #expect(readable > 100)
    }

    @Test func manyNestedNamesAreMeasuredInTime() throws {
        var article = GoldArticle(id: "a", text: "")
        article.entities = (0..<20_000).map {
            GoldEntity(span: CodePointSpan(start: $0, end: 40_000 - $0), type: "LOC")
        }
        #expect(try evaluate(.names, [(article, nil)])[0].tally == Tally(missed: 1))
    }
}
