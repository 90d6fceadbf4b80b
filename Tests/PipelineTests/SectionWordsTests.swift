import Pipeline
import Testing

@Suite struct SectionWordsTests {
    @Test(arguments: [
        ("World / Africa", ["world", "africa"]),
        ("Sport > Football > Africa Cup", ["sport", "football", "africa", "cup"]),
        ("News, news & NEWS", ["news"]), ("Arts&amp;Culture", ["arts", "amp", "culture"]), ("A-Z of 2024", ["of"]),
        ("Économie", ["économie"]), ("Экономика", ["экономика"]), ("ΑΦΡΙΚΉ", ["αφρική"]), ("政治/国际", ["政治", "国际"]),
        ("", []), (" / - ", []), ("x", []), ("12:30", []), ("w\0rld", ["rld"]),
    ])
    func aSectionIsItsWords(section: String, words: [String]) {
        #expect(SectionWords.words(section: section, url: nil) == words)
    }

    @Test(arguments: [
        ("https://example.org/sport/2024/01/late-goal.html", ["sport"]),
        ("http://example.org/world-news/africa/story", ["world", "news", "africa"]),
        ("//example.org/sport/late-goal", ["sport"]), ("example.org/sport/late-goal", ["sport"]),
        ("www.example.org:8080/sport/late-goal", ["sport"]), ("localhost:8080/sport/late-goal", ["sport"]),
        ("https://example.org:8080/sport/late-goal", ["sport"]), ("https://me:pass@example.org/sport/goal", ["sport"]),
        ("https://[2001:db8::1]:80/sport/goal", ["sport"]), ("/sport/late-goal", ["sport"]),
        ("sport/late-goal", ["sport"]), ("HTTPS://EXAMPLE.ORG/Sport/Late-Goal", ["sport"]),
        ("https://example.org//sport//late-goal", ["sport"]), ("https://example.org/sport/goal/", ["sport"]),
        ("https://example.org/économie/récolte", ["économie"]), ("https://example.org/новости/дождь", ["новости"]),
    ])
    func anAddressIsItsFolders(url: String, words: [String]) {
        #expect(SectionWords.words(section: nil, url: url) == words)
    }

    @Test(arguments: [
        "https://example.org/sport/goal?from=/politics/vote/", "https://example.org/sport/goal#/politics/vote/",
        "example.org/sport/goal?next=https://example.com/politics/vote",
        "/sport/goal#https://example.com/politics/vote",
    ])
    func whatIsAskedOfAnAddressDoesNotCount(url: String) {
        #expect(SectionWords.words(section: nil, url: url) == ["sport"])
    }

    @Test(arguments: [
        "", "/", "//", "://", "https://", "https://example.org", "https://example.org/", "example.org",
        "late-goal.html",
        "https://example.org?sport/goal", "https://example.org/late-goal", "https:///late-goal", "?", "#", "///",
    ])
    func anAddressWithoutFoldersHasNone(url: String) {
        #expect(SectionWords.words(section: nil, url: url) == [])
    }

    @Test func aWordOfBothCountsOnce() {
        #expect(
            SectionWords.words(section: "Sport", url: "https://example.org/sport/football/goal") == [
                "sport", "football",
            ])
        #expect(SectionWords.words(section: nil, url: nil) == [])
    }

    @Test func wordsThatAreNoneAreLeftOut() {
        let long = String(repeating: "a", count: 21)
        #expect(SectionWords.words(section: "a \(long) \(long.dropLast())", url: nil) == [String(long.dropLast())])
    }

    /// As many words as a hostile page may claim are read once, not compared with one another.
    @Test func aSectionOfAHundredThousandWordsIsRead() {
        let letters = Array("abcdefghij")
        let words = (100_000..<200_000).map { number in String("\(number)".map { letters[$0.wholeNumberValue ?? 0] }) }
        #expect(SectionWords.words(section: words.joined(separator: " "), url: nil) == words)
        #expect(SectionWords.words(section: nil, url: "/\(words.joined(separator: "/"))/story") == words)
    }
}
