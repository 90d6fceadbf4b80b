import NewsModel
import Testing

@testable import Ingest

@Suite struct RecordParserTests {
    @Test(arguments: [
        #"{"title":"Rain","text":"It rained.","published":"2024-01-17","url":"u","byline":"A","site":"S"}"#,
        #"{"headline":"Rain","body":"It rained.","date":"2024-01-17","link":"u","author":"A","source":"S"}"#,
        #"{"heading":"Rain","content":"It rained.","pubDate":"2024-01-17","permalink":"u","creator":"A","outlet":"S"}"#,
        #"{"Title":"Rain","maintext":"It rained.","publish_date":"2024-01-17","href":"u","authors":["A"],"publisher":"S"}"#,
        #"{"TITLE":"Rain","fulltext":"It rained.","Timestamp":"2024-01-17","loc":"u","writer":"A","source":{"name":"S"}}"#,
    ])
    func commonSpellingsAreKnown(line: String) throws {
        var expected = ArticleFields()
        expected.title = "Rain"
        expected.text = "It rained."
        expected.published = "2024-01-17"
        expected.url = "u"
        expected.byline = "A"
        expected.site = "S"
        #expect(try fields(line) == expected)
    }

    @Test func thePreferredSpellingWinsInWhateverOrder() throws {
        #expect(try fields(#"{"name":"N","headline":"H","title":"T"}"#).title == "T")
        #expect(try fields(#"{"title":"T","headline":"H","name":"N"}"#).title == "T")
        #expect(try fields(#"{"title":"","headline":"H"}"#).title == "H")
    }

    @Test func whatTheUserNamesComesFirst() throws {
        let line = #"{"title":"T","text":"generic","Blurb":"own"}"#
        #expect(try fields(line, [("text", "blurb")]).text == "own")
        #expect(try fields(line, [("text", "Blurb")]).text == "own")
        #expect(try fields(#"{"deep":{"er":"own"},"text":"generic"}"#, [("text", "deep.er")]).text == "own")
    }

    @Test func aCommonNameGivenToAnotherFieldIsThatField() throws {
        let found = try fields(#"{"name":"Amina","title":"T"}"#, [("byline", "name")])
        #expect(found.byline == "Amina")
        #expect(found.title == "T")
    }

    @Test(arguments: [
        #"{"_source":{"title":"Rain","text":"It rained."}}"#,
        #"{"title":{"rendered":"Rain"},"content":{"rendered":"It rained."}}"#,
        #"{"webTitle":"Rain","fields":{"bodyText":"It rained."}}"#,
        #"{"title":"Rain","description":"Short.","content":"It rained."}"#,
        #"{"title":"Rain","content_text":"It rained.","summary":"Short."}"#,
        #"{"text":"It rained.","title":"Rain","article":{"title":"T","text":"t"}}"#,
    ])
    func articlesAsServicesGiveThemAreKnown(object: String) throws {
        let found = try fields(object)
        #expect(found.title == "Rain")
        #expect(found.text ?? found.html == "It rained.")
    }

    @Test(arguments: [
        ("<p>It rained.</p>", true), ("  <div class='a'>It rained.", false), ("<P>One<P>Two<P>Three", true),
        ("Rain<p>a</p><p>b</p><p>c</p>", true), ("<b> is the tag for bold", false), ("5 < 7 and 9 > 8", false),
        ("<3 this </3", false), ("Use <p> and </p> in HTML.", false), ("<!DOCTYPE html><p>x</p>", true), ("", false),
    ])
    func textThatIsHTMLIsTakenForHTML(text: String, isHTML: Bool) throws {
        #expect(MarkupGuess.isHTML(text) == isHTML)
    }

    @Test func textIsHTMLOnlyIfTheUserDoesNotSayOtherwise() throws {
        #expect(try fields(#"{"title":"T","content":"<p>It rained.</p>"}"#).html == "<p>It rained.</p>")
        let raw = RawRecord(
            number: 0, place: "", fallbackID: "f", content: .object(Array(#"{"text":"<p>a</p>"}"#.utf8)))
        let parsed = try RecordParser(names: try FieldNames(), textIsBody: true).parse(raw)
        if case .fields(let fields) = parsed.content {
            #expect(fields.text == "<p>a</p>")
        } else {
            Issue.record("no fields")
        }
    }

    @Test func anUnknownFieldIsRefused() {
        #expect(throws: UnknownField(field: "colour")) { try FieldNames([("colour", "c")]) }
        #expect(UnknownField(field: "colour").description.contains("known are id, title"))
    }

    @Test func severalAuthorsAreOneByline() throws {
        #expect(try fields(#"{"title":"T","authors":["Amina Oduya","Bo Li"]}"#).byline == "Amina Oduya, Bo Li")
        #expect(try fields(#"{"title":"T","authors":[{"name":"Amina"},{"name":"Bo"}]}"#).byline == "Amina, Bo")
    }

    @Test func anArrayOfParagraphsIsATextOfParagraphs() throws {
        #expect(try fields(#"{"title":"T","text":["One.","Two.","","Three."]}"#).text == "One.\n\nTwo.\n\nThree.")
        #expect(try fields(#"{"title":"T","html":["<p>One</p>","<p>Two</p>"]}"#).html == "<p>One</p>\n\n<p>Two</p>")
    }

    @Test func numbersAndTruthValuesAreWrittenOut() throws {
        #expect(try fields(#"{"id":17,"title":"T"}"#).id == "17")
        #expect(try fields(#"{"id":9007199254740993,"title":"T"}"#).id == "9007199254740993")
        #expect(try fields(#"{"title":"T","id":null}"#).id == nil)
        #expect(try fields(#"{"title":true}"#).title == "true")
    }

    @Test func escapesAreUndone() throws {
        #expect(try fields(#"{"title":"a\"b\\c\n\u00e9\ud83c\uddf3\u0000"}"#).title == "a\"b\\c\né🇳\u{0}")
    }

    @Test(arguments: [
        "", "[1]", "17", "{", #"{"title":"T""#, #"{"title":"\ud800"}"#, "{\"a\":\"\u{1}\"}", #"{"title":"T"} {"#,
    ])
    func whatIsNoObjectIsRefused(line: String) {
        #expect(throws: RecordError.self) { try fields(line) }
    }

    @Test func anObjectWithoutArticleNamesItsFields() {
        #expect(throws: RecordError.noArticle(found: ["colour", "size.width"])) {
            try fields(#"{"colour":"red","size":{"width":3}}"#)
        }
        #expect(RecordError.noArticle(found: ["a"]).description.contains("--field text=NAME"))
    }

    @Test func objectsTooDeepAreNotLookedInto() throws {
        let line = #"{"title":"T","a":{"b":{"c":{"d":{"e":{"text":"lost"}}}}}}"#
        #expect(try fields(line, [("text", "a.b.c.d.e.text")]).text == nil)
    }

    @Test func oneParserReadsManyLines() throws {
        let parser = RecordParser(names: try FieldNames())
        for number in 0..<100 {
            let bytes = Array((number % 3 == 0 ? "{" : "{\"title\":\"\(number)\"}").utf8)
            let raw = RawRecord(number: number, place: "", fallbackID: "f", content: .object(bytes))
            let title = (try? parser.parse(raw)).flatMap { record -> String? in
                if case .fields(let fields) = record.content { fields.title } else { nil }
            }
            #expect(title == (number % 3 == 0 ? nil : "\(number)"))
        }
    }

    @Test func pagesAndHTMLAreTakenAsTheyAre() throws {
        let parser = RecordParser(names: try FieldNames())
        let page = try parser.parse(
            RawRecord(number: 0, place: "", fallbackID: "f", content: .page([0xFF, 0x00])))
        if case .page(let bytes) = page.content { #expect(bytes == [0xFF, 0x00]) } else { Issue.record("no page") }
        let html = try parser.parse(RawRecord(number: 0, place: "", fallbackID: "f", content: .html([0x3C])))
        if case .html(let bytes) = html.content { #expect(bytes == [0x3C]) } else { Issue.record("no HTML") }
    }
}
