import Testing

@testable import Extraction

@Suite struct DateParserTests {
    @Test(arguments: [
        ("Last updated: January 17, 2024 5:08 am", "2024-01-17T05:08"),
        ("17 Jan 2024", "2024-01-17"),
        ("Jan. 17, 2024", "2024-01-17"),
        ("Wed 17 January 2024 10.31 GMT", "2024-01-17T10:31Z"),
        ("17/01/2024", "2024-01-17"),
        ("01/17/2024", "2024-01-17"),
        ("2024-01-17", "2024-01-17"),
        ("2024-01-17T05:08:09+00:00", "2024-01-17T05:08:09+00:00"),
        ("2024-01-17T05:08:09.123Z", "2024-01-17T05:08:09Z"),
        ("Publié le 1er mars 2024 à 18h05", "2024-03-01T18:05"),
        ("17 de enero de 2024", "2024-01-17"),
        ("17. Januar 2024, 9:05 Uhr", "2024-01-17T09:05"),
        ("17 de janeiro de 2024", "2024-01-17"),
        ("17 januari 2024", "2024-01-17"),
        ("17 stycznia 2024", "2024-01-17"),
        ("17 Ocak 2024", "2024-01-17"),
        ("17 Agustus 2024", "2024-08-17"),
        ("17 января 2024, 05:08", "2024-01-17T05:08"),
        ("17 يناير 2024", "2024-01-17"),
        ("Updated 5:08 PM EST, Fri December 22, 2023", "2023-12-22T17:08-05:00"),
        ("By Chris Hay on December 21, 2023 at 3:53PM PST", "2023-12-21T15:53-08:00"),
        ("Published On 9 Oct 20239 Oct 2023", "2023-10-09"),
        ("Mar 3, 202112:46 PM", "2021-03-03T12:46"),
        ("By SamDecember 20, 2023", "2023-12-20"),
        ("22nd of December, 2023", "2023-12-22"),
        ("12-22-23", "2023-12-22"),
        ("2024年1月17日", "2024-01-17"),
        ("2024년 1월 17일", "2024-01-17"),
        ("17 січня 2024", "2024-01-17"),
        ("17 augusti 2024", "2024-08-17"),
        ("Dec 22, 2023 10:55 AM EST", "2023-12-22T10:55-05:00"),
    ])
    func readsAs(text: String, iso: String) {
        #expect(DateParser.first(in: text)?.iso == iso)
    }

    @Test(arguments: [
        "1 year ago", "© 2022 Daily News", "Section 12.3.4", "31 February 2024", "In May 2024", "call 555-01-2345",
        "Ring 12-05-23 for help",
    ])
    func noDate(text: String) {
        #expect(DateParser.first(in: text) == nil)
    }

    @Test(arguments: [
        ("https://a.example/2024/01/17/harbour-closes", "2024-01-17"),
        ("https://a.example/world/2024/jan/17/harbour", "2024-01-17"),
        ("https://a.example/harbour-closes-2024-01-17", "2024-01-17"),
        ("https://a.example/20240117-harbour.html", "2024-01-17"),
        ("https://a.example/article/13020250/2024/harbour", nil),
    ])
    func dayInAddress(address: String, day: String?) {
        #expect(DateParser.day(inAddress: address) == day)
    }
}
