import NewsModel
import Testing

@testable import Evaluation

@Suite struct EvaluationTests {
    private func span(_ start: Int, _ end: Int) -> CodePointSpan { CodePointSpan(start: start, end: end) }

    private func gold(_ entities: [(Int, Int, String)]) -> GoldArticle {
        var article = GoldArticle(id: "a", place: "line 1", text: String(repeating: "x", count: 100))
        article.entities = entities.map { GoldEntity(span: span($0.0, $0.1), type: $0.2) }
        return article
    }

    /// A gold article with linked names: `nil` means one that nobody knows, "NIL" one that Wikidata does not have.
    private func linked(_ entities: [(Int, Int, String?)]) -> GoldArticle {
        var article = GoldArticle(id: "a", text: String(repeating: "x", count: 100))
        article.entities = entities.map { start, end, id in
            var entity = GoldEntity(span: span(start, end), type: "MISC")
            entity.isNIL = id == "NIL"
            entity.wikidata = id == "NIL" ? nil : id
            return entity
        }
        return article
    }

    private func found(
        _ mentions: [(Int, Int, Kind, String)], form: MentionForm = .name, zone: Zone = .body
    ) -> TaggedArticle {
        TaggedArticle(
            article: Article(id: "a", title: "", text: ""),
            mentions: mentions.map { start, end, kind, entity in
                Mention(
                    span: UTF8Span(start: start, end: end), codePoints: span(start, end), text: "x", kind: kind,
                    entity: entity, name: "", form: form, zone: zone, confidence: 1, sentence: 0)
            }, entities: [], topics: [])
    }

    private func figure(_ name: String, _ figures: [Figure]) throws -> Figure {
        try #require(figures.first { $0.name == name })
    }

    @Test func namesNeedSpanAndType() throws {
        let figures = try evaluate(
            .names,
            [
                (
                    gold([(0, 5, "PER"), (10, 15, "LOC"), (20, 25, "ORG"), (30, 35, "MISC")]),
                    found([
                        (0, 5, .person, "Q1"), (10, 15, .country, "Q2"), (20, 24, .organization, "Q3"),
                        (30, 35, .event, "Q4"), (40, 45, .place, "Q5"),
                    ])
                )
            ])
        #expect(try figure("names", figures).tally == Tally(right: 2, wrong: 2, missed: 1))
        #expect(try figure("person", figures).tally == Tally(right: 1))
        #expect(try figure("place", figures).tally == Tally(right: 1, wrong: 1))
        #expect(try figure("organization", figures).tally == Tally(wrong: 1, missed: 1))
        #expect(try figure("gold spans touched", figures).value == 1)
    }

    @Test func aWrongTypeIsStillTheSpan() throws {
        let figures = try evaluate(.names, [(gold([(0, 5, "ORG")]), found([(0, 5, .place, "Q1")]))])
        #expect(try figure("names", figures).tally == Tally(wrong: 1, missed: 1))
        #expect(try figure("spans alone", figures).tally == Tally(right: 1))
    }

    @Test func aNameInsideAnotherMayBeFoundOrNot() throws {
        let nested = gold([(0, 20, "ORG"), (0, 5, "LOC"), (0, 20, "ORG")])
        let outer = try evaluate(.names, [(nested, found([(0, 20, .organization, "Q1")]))])
        #expect(try figure("names", outer).tally == Tally(right: 1))
        let both = try evaluate(.names, [(nested, found([(0, 20, .organization, "Q1"), (0, 5, .place, "Q2")]))])
        #expect(try figure("names", both).tally == Tally(right: 1))
        let inner = try evaluate(.names, [(nested, found([(0, 5, .place, "Q2"), (0, 6, .place, "Q2")]))])
        #expect(try figure("names", inner).tally == Tally(wrong: 1, missed: 1))
    }

    @Test func demonymsTitlesAndWhatWasNotLookedAtAreLeftOut() throws {
        var article = gold([(10, 15, "LOC"), (50, 55, "LOC")])
        article.evaluationSpan = span(8, 20)
        func tally(_ found: TaggedArticle?) throws -> Tally? {
            try figure("names", try evaluate(.names, [(article, found)])).tally
        }
        #expect(try tally(found([(10, 15, .place, "Q1"), (60, 65, .place, "Q1")])) == Tally(right: 1))
        #expect(try tally(found([(10, 15, .place, "Q1")], form: .demonym)) == Tally(missed: 1))
        #expect(try tally(found([(10, 15, .place, "Q1")], zone: .title)) == Tally(missed: 1))
        #expect(try tally(nil) == Tally(missed: 1))
    }

    @Test func linksNeedTheRightID() throws {
        let figures = try evaluate(
            .linking,
            [
                (
                    linked([(0, 5, "Q1"), (10, 15, "Q2"), (20, 25, "NIL"), (30, 35, nil), (40, 45, "Q4")]),
                    found([
                        (0, 5, .person, "Q1"), (10, 15, .person, "Q9"), (20, 25, .person, "Q8"),
                        (30, 35, .person, "Q7"),
                        (40, 45, .person, "nil:person/x"), (50, 55, .person, "Q6"),
                    ])
                )
            ])
        #expect(try figure("links", figures).tally == Tally(right: 1, wrong: 3, missed: 2))
        #expect(try figure("links, NIL spans left out", figures).tally == Tally(right: 1, wrong: 2, missed: 2))
        #expect(try figure("spans", figures).tally == Tally(right: 2, wrong: 2, missed: 1))
        #expect(try figure("spans, NIL spans left out", figures).tally == Tally(right: 2, wrong: 1, missed: 1))
        #expect(try figure("ids of articles", figures).tally == Tally(right: 1, wrong: 2, missed: 2))
        #expect(try figure("right ids of spans found", figures).value == 0.5)
        #expect(try figure("gold without an id", figures).value == 1)
    }

    @Test func ofNestedLinksTheOuterCountsUnlessOnlyInnerOnesWereFound() throws {
        let nested = linked([(0, 20, "Q1"), (0, 5, "Q2"), (10, 15, "Q3")])
        func tally(_ mentions: [(Int, Int, Kind, String)]) throws -> Tally? {
            try figure("links", try evaluate(.linking, [(nested, found(mentions))])).tally
        }
        #expect(try tally([(0, 20, .other, "Q1"), (0, 5, .other, "Q9")]) == Tally(right: 1))
        #expect(try tally([(0, 5, .other, "Q2")]) == Tally(right: 1, missed: 1))
        #expect(try tally([]) == Tally(missed: 1))
        #expect(try tally([(0, 20, .other, "Q9"), (0, 5, .other, "Q2")]) == Tally(wrong: 1, missed: 1))
    }

    @Test func optionalLinksAreWrongOnlyWithAnotherID() throws {
        var article = linked([(0, 5, "Q1"), (10, 15, "Q2")])
        article.entities?[1].isOptional = true
        func tally(_ id: String) throws -> Tally? {
            let found = found([(0, 5, .other, "Q1"), (10, 15, .other, id)])
            return try figure("links", try evaluate(.linking, [(article, found)])).tally
        }
        #expect(try tally("Q2") == Tally(right: 1))
        #expect(try tally("Q3") == Tally(right: 1, wrong: 1))
    }

    @Test func countriesAreThoseThatAnArticleIsRatherAbout() throws {
        var article = GoldArticle(id: "a", text: "x")
        article.places = ["east", "mars"]
        let map = try LabelMap(
            Array("# a comment\nwest\tQ183\neast\tQ183|Q16957\nmars\tQ111\nusa\tQ30\tnote\n".utf8), named: "map")
        var tagged = found([])
        tagged.focus = [("Q183", 0.9), ("Q30", 0.5), ("Q111", 0.4), ("Q8", 0.8)].map {
            FocusCountry(entity: $0.0, name: "", score: $0.1, evidence: [])
        }
        let figures = try evaluate(.documents, [(article, tagged)], labels: map)
        #expect(try figure("countries", figures).tally == Tally(right: 1, wrong: 2, missed: 1))
        #expect(try figure("articles with just their countries", figures).value == 0)
        article.places = ["Q183", "Q30", "Q8"]
        let ids = try evaluate(.documents, [(article, tagged)])
        #expect(try figure("articles with just their countries", ids).value == 1)
        article.places = ["atlantis"]
        #expect(throws: NoUsableGold.self) { try evaluate(.documents, [(article, tagged)], labels: map) }
    }

    @Test func theTopTopicIsTheGuess() throws {
        let map = try LabelMap(Array("Sport\t15000000\nmoney\t04000000\nmoney\t09000000\n".utf8), named: "map")
        func article(_ label: String, _ topics: [(String, Double)]) -> EvaluatedArticle {
            var gold = GoldArticle(id: label, text: "x")
            gold.label = label
            var tagged = found([])
            tagged.topics = topics.map { ArticleTopic(topic: $0.0, name: "", score: $0.1) }
            return (gold, tagged)
        }
        let figures = try evaluate(
            .topics,
            [
                article("sport", [("medtop:15000000", 0.9), ("medtop:20000822", 0.99)]),
                article("SPORT", [("medtop:09000000", 0.9), ("medtop:15000000", 0.8)]),
                article("money", [("medtop:11000000", 0.9), ("medtop:04000000", 0.2)]),
                article("money", []),
            ], labels: map)
        #expect(try figure("accuracy", figures).value == 0.25)
        #expect(try figure("accuracy among topics of labels", figures).value == 0.5)
        #expect(try figure("articles without a topic", figures).value == 1)
        #expect(try figure("sport", figures).tally == Tally(right: 1, missed: 1))
        #expect(try figure("money", figures).tally == Tally(wrong: 1, missed: 2))
        #expect(abs((try figure("mean F1 of labels", figures).value ?? 0) - 0.33335) < 1e-12)
    }

    @Test func measuresOfNothingAreNothing() {
        #expect((Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0))
        let tally = Tally(right: 1, wrong: 1, missed: 2)
        #expect((tally.precision, tally.f1) == (0.5, 0.4))
        #expect(abs(tally.recall - 1.0 / 3) < 1e-12)
    }

    @Test func goldWithoutWhatIsMeasuredIsSaid() {
        #expect(throws: NoUsableGold.self) { try evaluate(.names, [(gold([(0, 5, "MISC")]), nil)]) }
        #expect(throws: NoUsableGold.self) { try evaluate(.linking, [(gold([(0, 5, "PER")]), nil)]) }
        #expect(throws: NoUsableGold.self) { try evaluate(.documents, [(gold([]), nil)]) }
        #expect(throws: NoUsableGold.self) { try evaluate(.topics, [(gold([]), nil)]) }
    }

    @Test func theTaskIsToldByTheFields() {
        #expect(EvaluationTask([gold([(0, 5, "PER")])]) == .names)
        #expect(EvaluationTask([linked([(0, 5, "Q1")])]) == .linking)
        #expect(EvaluationTask([linked([(0, 5, "NIL")])]) == .linking)
        #expect(EvaluationTask([GoldArticle(id: "a", text: "")]) == nil)
    }
}
