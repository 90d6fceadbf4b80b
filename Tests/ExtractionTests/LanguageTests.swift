import NewsModel
import Testing

@testable import Extraction

struct LanguageTests {
    @Test(arguments: [
        (
            "en",
            "The minister said on Monday that the bridge over the river would be closed until the end of the month."
        ),
        ("fr", "Le ministre a déclaré lundi que le pont sur le fleuve resterait fermé jusqu'à la fin du mois."),
        ("es", "El ministro dijo el lunes que el puente sobre el río permanecerá cerrado hasta finales de mes."),
        ("de", "Der Minister sagte am Montag, dass die Brücke über den Fluss bis Ende des Monats gesperrt bleibe."),
        ("ru", "Министр заявил в понедельник, что мост через реку останется закрытым до конца месяца."),
        ("he", "השר אמר ביום שני כי הגשר מעל הנהר יישאר סגור עד סוף החודש."),
        ("zh", "部长星期一表示，跨河大桥将关闭至月底，居民须改走下游的渡口。"),
        ("ar", "قال الوزير يوم الاثنين إن الجسر فوق النهر سيبقى مغلقا حتى نهاية الشهر."),
        ("sw", "Waziri alisema Jumatatu kwamba daraja la mto litafungwa hadi mwisho wa mwezi huu kwa matengenezo."),
    ])
    func theLanguageOfATextIsTold(code: String, text: String) {
        #expect(Language.code(of: text) == code)
    }

    @Test(arguments: ["", "12 345", "OK"])
    func ofTooLittleNothingIsTold(text: String) {
        #expect(Language.code(of: text) == nil)
    }

    @Test func theSampleEndsBetweenCharacters() {
        for shift in 0..<4 {
            let text =
                String(repeating: "a", count: shift)
                + String(repeating: "мост через реку останется закрытым ", count: 60)
            #expect(Language.code(of: text) == "ru")
        }
    }

    @Test func whatARecordSaysOfItselfGoesFirst() throws {
        var fields = ArticleFields()
        fields.text = "Le ministre a déclaré lundi que le pont sur le fleuve resterait fermé jusqu'à la fin du mois."
        #expect(try language(.fields(fields)) == "fr")
        fields.language = "en-GB"
        #expect(try language(.fields(fields)) == "en")
    }

    @Test func theTextIsTrustedMoreThanThePageAroundIt() throws {
        let page = """
            <html lang="en"><body><article><h1>Pont fermé</h1><p>Le ministre a déclaré lundi que le pont sur le fleuve \
            resterait fermé jusqu'à la fin du mois, et que les habitants devraient prendre le bac.</p></article></body></html>
            """
        #expect(try language(.html(Array(page.utf8))) == "fr")
    }

    private func language(_ content: RecordContent) throws -> String? {
        try Extractor.trained.article(from: SourceRecord(number: 0, place: "", fallbackID: "x", content: content))
            .language
    }
}
