import Export
import NewsModel
import Testing

@Suite struct ExportedFormTests {
    /// "Niger’s news" with "Niger", over a text in which "Ñande Ali" and "Acme" are named.
    private let tagged: TaggedArticle

    init() {
        var article = Article(id: "a/1", title: "Niger’s news", text: "Ñande Ali left. \"Acme\" (=rich) paid… \n\nYes!")
        article.published = "2024-01-17"
        article.url = "https://news.example/a"
        func mention(_ words: String, _ kind: Kind, _ entity: String, _ zone: Zone, _ sentence: Int) -> Mention {
            let text = zone == .title ? article.title : article.text
            let start = text.utf8.firstRange(of: words.utf8)?.lowerBound ?? text.startIndex
            let bytes = text.utf8.distance(from: text.startIndex, to: start)
            let points = text.unicodeScalars.distance(from: text.startIndex, to: start)
            return Mention(
                span: UTF8Span(start: bytes, end: bytes + words.utf8.count),
                codePoints: CodePointSpan(start: points, end: points + words.unicodeScalars.count), text: words,
                kind: kind, entity: entity, name: words, form: .name, zone: zone, confidence: 0.5, sentence: sentence)
        }
        let mentions = [
            mention("Niger", .country, "Q1032", .title, 0),
            mention("Ñande Ali", .person, "nil:person/nande-ali", .body, 1),
            mention("Acme", .organization, "gz:mine/acme", .body, 2),
        ]
        tagged = TaggedArticle(
            article: article, mentions: mentions, entities: [],
            topics: [
                ArticleTopic(topic: "medtop:1", name: "one", score: 0.5),
                ArticleTopic(topic: "medtop:2", name: "two", score: 0.4),
            ], focus: [FocusCountry(entity: "Q1032", name: "Niger", score: 0.7, evidence: [])])
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func tokensHaveTheTagsOfTheirMentions() throws {
        var lines = try TokenLines()
        let expected = """
            -DOCSTART- O

            Niger B-LOC
            ’s O
            news O

            Ñande B-PER
            Ali I-PER
            left O
            . O

            " O
            Acme B-ORG
            " O
            ( O
            = O
            rich O
            ) O
            paid O
            … O

            Yes O
            ! O


            """
        #expect(
            text(lines.lines(of: tagged.article, tagged.mentions)).split(separator: "\t").joined(separator: " ")
                == expected)
    }

    @Test func namesThatFollowOneAnotherBeginAnew() throws {
        var mentions: [Mention] = []
        for start in [0, 4] {
            mentions.append(
                Mention(
                    span: UTF8Span(start: start, end: start + 3),
                    codePoints: CodePointSpan(start: start, end: start + 3),
                    text: "Ali", kind: .person, entity: "Q1", name: "Ali", form: .name, zone: .body, confidence: 1,
                    sentence: 0))
        }
        var lines = try TokenLines()
        let written = text(lines.lines(of: Article(id: "a", title: "", text: "Ali Ali"), mentions))
        #expect(written == "-DOCSTART-\tO\n\nAli\tB-PER\nAli\tB-PER\n\n")
    }

    @Test func textsWithoutWordsHaveNoTokens() throws {
        var lines = try TokenLines()
        #expect(text(lines.lines(of: Article(id: "a", title: "", text: " \n"), [])) == "-DOCSTART-\tO\n\n")
        #expect(text(lines.lines(of: Article(id: "a", title: "", text: ""), [])) == "-DOCSTART-\tO\n\n")
    }

    @Test func spacyGetsOneTextWithTheTitle() {
        #expect(
            text(spacyDocument(tagged.article, tagged.mentions))
                == #"{"text":"Niger’s news\n\nÑande Ali left. \"Acme\" (=rich) paid… \n\nYes!","ents":["#
                + #"{"start":0,"end":5,"label":"GPE","kb_id":"Q1032"},"#
                + #"{"start":14,"end":23,"label":"PERSON","kb_id":"nil:person/nande-ali"},"#
                + #"{"start":31,"end":35,"label":"ORG","kb_id":"gz:mine/acme"}],"#
                + #""meta":{"id":"a/1","published":"2024-01-17","url":"https://news.example/a"}}"# + "\n")
    }

    @Test func annotationsNameTheEntityAndTheWords() {
        let lines = text(webAnnotations(tagged.article, tagged.mentions)).split(separator: "\n")
        #expect(
            lines.first
                == #"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:gazette:article:a%2F1#title,0,5","type":"Annotation","motivation":"identifying","body":[{"type":"SpecificResource","source":"http://www.wikidata.org/entity/Q1032","purpose":"identifying"},{"type":"TextualBody","value":"Niger","purpose":"tagging"},{"type":"TextualBody","value":"country","purpose":"tagging"}],"target":{"source":"https://news.example/a","selector":[{"type":"TextQuoteSelector","exact":"Niger","prefix":"","suffix":"’s news"}]}}"#
        )
        #expect(lines.count == 3)
        #expect(!lines[1].contains("SpecificResource"))
        #expect(
            lines[2].hasSuffix(
                #""selector":[{"type":"TextQuoteSelector","exact":"Acme","prefix":"Ñande Ali left. \"","suffix":"\" (=rich) paid… \n\nYes!"},{"type":"TextPositionSelector","start":17,"end":21}]}}"#
            ))
    }

    @Test func mentionsAndArticlesAreTables() {
        var mentions = MentionTable(keepsFormulas: false)
        #expect(
            text(mentions.header())
                == "article,published,title,sentence,start,end,words,entity,name,kind,form,zone,confidence\n")
        #expect(
            text(mentions.lines(of: [tagged.mentions[2]], in: tagged.article))
                == "a/1,2024-01-17,Niger’s news,2,17,21,Acme,gz:mine/acme,Acme,organization,name,body,0.5\n")
        var articles = ArticleTable(keepsFormulas: false, hasText: true, leastTopicScore: 0.5)
        #expect(text(articles.header()).hasSuffix(",topics,countries,mentions,characters,text\n"))
        #expect(
            text(articles.line(of: tagged))
                == "a/1,2024-01-17,Niger’s news,,,,,https://news.example/a,,medtop:1,Q1032,3,43,\"Ñande Ali left. \"\"Acme\"\" (=rich) paid… \n\nYes!\"\n"
        )
    }

    @Test func rowsForParquetHaveTheColumnsOfTheirTable() {
        #expect(
            text(parquetRow(tagged, leastTopicScore: 0.4, hasText: false))
                == #"{"id":"a/1","published":"2024-01-17","title":"Niger’s news","url":"https://news.example/a","topics":["medtop:1","medtop:2"],"countries":["Q1032"]}"#
                + "\n")
        #expect(
            text(parquetRow(tagged.mentions[0], in: tagged.article)).contains(#""start":0,"end":5,"words":"Niger""#))
        let statement = ParquetTable.mentions.statement(longestLine: 20_000_000)
        #expect(statement.contains("maximum_object_size = 20000001"))
        #expect(ParquetTable.entities.statement(longestLine: 1).contains("maximum_object_size = 16777216"))
    }
}
