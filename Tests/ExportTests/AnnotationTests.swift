import Export
import NewsModel
import Testing

@testable import Storage

@Suite struct AnnotationTests {
    private func mention(_ zone: Zone) -> Mention {
        Mention(
            span: UTF8Span(start: 2, end: 7), codePoints: CodePointSpan(start: 1, end: 6), text: "Niger",
            kind: .country, entity: "Q1032",
            name: "Niger", form: .name, zone: zone, confidence: 0.875, sentence: 0)
    }

    @Test func anArticleIsOneLineWithItsTags() {
        var article = Article(id: "17", title: "éNiger", text: "éNiger\nrain")
        article.published = "2024-01-17"
        let entity = ArticleEntity(
            entity: "Q1032", kind: .country, name: "Niger", role: "", mentions: 2, salience: 0.5,
            sentence: CodePointSpan(start: 0, end: 3), confidence: 0.75)
        let country = FocusCountry(
            entity: "Q1032", name: "Niger", score: 0.9,
            evidence: [FocusEvidence(name: "dateline", value: 1), FocusEvidence(name: "place", value: 0.69)])
        let tagged = TaggedArticle(
            article: article, mentions: [mention(.title), mention(.lead)], entities: [entity],
            topics: [ArticleTopic(topic: "medtop:1", name: "storm", score: 0.123456, parent: "medtop:0")],
            focus: [country])
        let written =
            #"{"start":1,"end":6,"text":"Niger","kind":"country","entity":"Q1032","name":"Niger","form":"name","zone":"#
        let expected =
            #"{"id":"17","title":"éNiger","published":"2024-01-17","text":"éNiger\nrain","mentions":["# + written
            + #""lead","confidence":0.875}],"title_mentions":["# + written
            + #""title","confidence":0.875}],"entities":[{"entity":"Q1032","#
            + #""kind":"country","name":"Niger","mentions":2,"salience":0.5,"confidence":0.75}],"focus":[{"entity":"Q1032","name":"Niger","#
            + #""score":0.9,"evidence":{"dateline":1.0,"place":0.69}}],"#
            + #""topics":[{"topic":"medtop:1","name":"storm","parent":"medtop:0","score":0.123}]}"#
        #expect(String(decoding: annotation(tagged), as: UTF8.self) == expected + "\n")
    }

    @Test func aPageSaysThatItIsNoStory() {
        var article = Article(id: "17", title: "News", text: "Rain.")
        article.pageKind = .listing
        article.url = "https://a.example/amp"
        article.canonicalURL = "https://a.example/"
        let tagged = TaggedArticle(article: article, mentions: [], entities: [], topics: [])
        #expect(
            String(decoding: annotation(tagged), as: UTF8.self)
                == #"{"id":"17","title":"News","url":"https://a.example/amp","canonical_url":"https://a.example/","#
                + #""page_kind":"listing","text":"Rain.","mentions":[],"title_mentions":[],"entities":[],"focus":[],"topics":[]}"#
                + "\n")
    }
}
