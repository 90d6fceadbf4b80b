import Ingest
import NewsModel
import Pipeline
import Testing

@Suite struct ArticleTaggerTests {
    private func tagged(_ text: String, title: String = "", zones: [ZoneSpan] = []) throws -> TaggedArticle {
        let tagger = try ArticleTagger(
            resources: try Workbench().resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()))
        return tagger.tag(Article(id: "1", title: title, text: text, zones: zones))
    }

    /// The sentence that an entity is shown with.
    private func sentence(_ text: String, title: String = "") throws -> String {
        let entity = try #require(try tagged(text, title: title).entities.first { $0.entity == "Q1032" })
        let scalars = Array(text.unicodeScalars)
        return String(String.UnicodeScalarView(scalars[entity.sentence.start..<entity.sentence.end]))
    }

    @Test func aSentenceIsShownWithItsMarks() throws {
        #expect(try sentence("Sun shone. \"Rain fell in Niger.\" Then sun.") == "\"Rain fell in Niger.\"")
        #expect(try sentence("(Rain fell in Niger!) Then sun.") == "(Rain fell in Niger!)")
        #expect(try sentence("Sun shone.\n\nRain fell in Niger") == "Rain fell in Niger")
    }

    @Test func aSentenceEndsWithoutABlankToo() throws {
        #expect(try sentence("今日は雨。Niger は晴れ。明日も雨。") == "Niger は晴れ。")
    }

    @Test func anEntityOfTheTitleAloneHasNoSentence() throws {
        #expect(try sentence("Rain fell all day.", title: "Niger mourns") == "")
    }

    @Test func offsetsOfTitleAndTextAreTheirOwn() throws {
        let mentions = try tagged("é Mali", title: "é Niger").mentions
        #expect(mentions.map(\.zone) == [.title, .body])
        #expect(mentions.map(\.codePoints) == [CodePointSpan(start: 2, end: 7), CodePointSpan(start: 2, end: 6)])
        #expect(mentions.map(\.span) == [UTF8Span(start: 3, end: 8), UTF8Span(start: 3, end: 7)])
        #expect(mentions.map(\.text) == ["Niger", "Mali"])
    }

    @Test func mentionsKnowTheirZone() throws {
        let zones = [
            ZoneSpan(span: UTF8Span(start: 0, end: 9), zone: .lead),
            ZoneSpan(span: UTF8Span(start: 11, end: 20), zone: .caption),
        ]
        let found = try tagged("In Niger.\n\nIn Mali x\n\nIn Russia.", zones: zones).mentions
        #expect(found.map(\.zone) == [.lead, .caption, .body])
    }

    @Test func titleAndFrequencyRaiseSalience() throws {
        let entities = try tagged("Niger and Niger and Mali.", title: "Niger mourns").entities
        #expect(entities.map(\.entity) == ["Q1032", "Q912"])
        #expect(entities.map(\.mentions) == [3, 1])
        #expect(entities[0].salience > entities[1].salience)
    }

    @Test(arguments: PageKind.allCases) func onlyStoriesAreTagged(kind: PageKind) throws {
        let tagger = try ArticleTagger(
            resources: try Workbench().resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()))
        var article = Article(id: "1", title: "Rain in Niger", text: "Rain fell in Niger and rain fell in Mali.")
        article.pageKind = kind
        let tagged = tagger.tag(article)
        #expect(tagged.article == article)
        #expect(tagged.mentions.count == (kind == .story ? 3 : 0))
        #expect(tagged.entities.isEmpty == (kind != .story) && tagged.topics.isEmpty == (kind != .story))
    }
}
