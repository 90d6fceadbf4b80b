import NewsModel
import Testing

@testable import Extraction

@Suite struct CopiesTests {
    private static let sentences = [
        "The council of Ashford voted on Monday to close the old bridge over the Lark.",
        "Engineers found cracks in three of its four piers after the floods of the spring.",
        "Mayor Nadia Keller said that no car would cross before the stone had been made good.",
        "Shopkeepers on the far bank fear for their trade and ask for a ferry until then.",
        "A ferry ran here until 1931, when the present bridge was opened with a brass band.",
        "The repair is to cost 4.2 million, a third of which the county has promised to pay.",
        "Buses will go round by Denby, which adds 25 minutes to the way to the school.",
        "Pupils may come late without a note, the headmaster wrote to their parents.",
        "The work begins on 3 June and should be done before the first frost of the year.",
        "Until then the bridge stays open to people on foot, but not to bicycles.",
    ]

    private func article(_ sentences: [String], title: String = "Bridge closed", url: String? = nil) -> Article {
        var article = Article(id: "1", title: title, text: sentences.joined(separator: "\n\n"))
        article.url = url
        return article
    }

    private func areCopies(_ left: [String], _ right: [String], sharesAddress: Bool = false) throws -> Bool {
        let texts = try [left, right].map { sentences in
            ComparableText(try #require(Shingles(title: "T", text: sentences.joined(separator: " "))))
        }
        return CopyComparison(texts[0], texts[1]).isCopy(sharesAddress: sharesAddress)
    }

    /// Places articles in a finder and gives the number of each one's representative.
    private func clusters(_ articles: [Article]) throws -> [Int] {
        var finder = CopyFinder()
        return try articles.enumerated().map { number, article in
            let first = try finder.place(try #require(CopySketcher.sketch(of: article))) { earlier, sharesAddress in
                let texts = try [articles[earlier], article].map {
                    ComparableText(try #require(Shingles(title: $0.title, text: $0.text)))
                }
                return CopyComparison(texts[0], texts[1]).isCopy(sharesAddress: sharesAddress)
            }
            return first ?? number
        }
    }

    @Test func caseAndPunctuationAreNoDifference() throws {
        let plain = try #require(Shingles(title: "", text: Self.sentences.joined(separator: " ")))
        let shouted = Self.sentences.joined(separator: " –\n").uppercased().replacing(
            "A FERRY", with: "“A” FER\u{AD}RY")
        #expect(try #require(Shingles(title: "", text: shouted)).sequence == plain.sequence)
        let accented = try #require(Shingles(title: "", text: String(repeating: "été Ёлка Ωμέγα Łódź ", count: 20)))
        let upper = try #require(Shingles(title: "", text: String(repeating: "ÉTÉ ЁЛКА ΩΜΈΓΑ ŁÓDŹ ", count: 20)))
        #expect(accented.sequence.count == upper.sequence.count)
        #expect(ShingleWords("été ёлка łódź").words == ShingleWords("ÉTÉ, ЁЛКА: ŁÓDŹ").words)
    }

    @Test func charactersAreTheWordsOfScriptsWithoutBlanks() {
        #expect(ShingleWords("今日は雨。").words.count == 4)
        #expect(ShingleWords("今日 は雨").words == ShingleWords("今日は、雨").words)
        #expect(ShingleWords("서울에 비가 온다").words.count == 3)
        #expect(ShingleWords("").words.isEmpty && ShingleWords("… — !").words.isEmpty)
    }

    @Test func namesAndNumbersAreWhatDiffersInForms() {
        let words = ShingleWords("The rain in Ashford cost 17 men of Denby. They left.\nIt stayed.")
        #expect(words.particulars == ShingleWords("a Ashford 17 c Denby").particulars)
        #expect(words.particulars.count == 3)
    }

    @Test func shortTextsAreCopiesOfTheirEqualsAlone() throws {
        let brief = ["Rain fell in Ashford all day on Monday."]
        #expect(try clusters([article(brief), article(brief), article(brief + ["It was wet."])]) == [0, 0, 2])
        #expect(try clusters([article(brief, title: "One"), article(brief, title: "Two")]) == [0, 1])
        #expect(CopySketcher.sketch(of: article(["…"])) == nil)
    }

    @Test func pagesThatAreNoStoriesHaveNoSketch() {
        var listing = article(Self.sentences)
        listing.pageKind = .listing
        #expect(CopySketcher.sketch(of: listing) == nil)
    }

    @Test func equalBinsEstimateTheSimilarity() throws {
        let words = (0..<1400).map { "w\($0)" }
        func sketch(_ range: Range<Int>) throws -> CopySketch {
            try #require(CopySketcher.sketch(of: article([words[range].joined(separator: " ")])))
        }
        let (left, right) = (try sketch(0..<1000), try sketch(200..<1200))
        let equal = zip(left.bins, right.bins).count { $0 == $1 }
        // 796 of 1,196 shingles are shared; four standard deviations are 21 bins.
        #expect(abs(equal - 85) <= 21)
        #expect(zip(left.bins, try sketch(1000..<1400).bins).count { $0 == $1 } <= 2)
        #expect(left == (try sketch(0..<1000)))
    }

    @Test func rewritesAreCopies() throws {
        let story = Self.sentences
        #expect(try areCopies(story, story))
        #expect(try areCopies(story, Array(story[..<3] + story[5...])))
        #expect(try areCopies(story, Array(story[5...] + story[..<5])))
        #expect(try areCopies(story, ["Our region in short:"] + story + ["More on page 3 of this paper."]))
        #expect(try areCopies(story, Array(story[..<5])))
    }

    @Test func sharedBoilerplateMakesNoCopies() throws {
        let boilerplate = (0..<12).map {
            "Sentence \(["one", "two", "six"][$0 % 3]) of the about us box number \($0) of our site."
        }
        let other = [
            "A bakery in Corville won the prize for the best rye loaf of the whole province last night.",
            "The jury praised its crust and its smell and gave it nine of ten points in all.",
            "Second came a shop in Glenrock that had won the prize three times in a row before.",
            "The owner wept, thanked his late aunt for the recipe and promised rolls for everybody.",
        ]
        #expect(try !areCopies(Array(Self.sentences[..<4]) + boilerplate, other + boilerplate))
    }

    @Test func aFormFilledInAnewIsNoCopy() throws {
        func form(_ town: String, _ high: Int, _ wind: Int, _ sun: Int) -> [String] {
            [
                "The weather service expects rain and some sun in \(town) on the coming day, with a high of \(high) degrees.",
                "Winds will come from the west and reach \(wind) kilometres an hour on open land and on the hills.",
                "The sun rises at \(sun) past six and drivers should take care on bridges and near the river.",
            ]
        }
        #expect(try !areCopies(form("Ashford", 17, 40, 12), form("Denby", 21, 55, 33)))
        #expect(try areCopies(form("Ashford", 17, 40, 12), form("Ashford", 17, 40, 12)))
    }

    @Test func anAddressIsEvidenceButNotEnough() throws {
        let (story, other) = (Self.sentences, Self.sentences.map { String($0.reversed()) })
        let half = Array(story[..<5]) + Array(other[5...])
        #expect(
            try clusters([article(story, url: "https://a.example/1"), article(half, url: "http://a.example/1/#top")])
                == [0, 0])
        #expect(
            try clusters([article(story, url: "https://a.example/1"), article(half, url: "https://a.example/2")])
                == [0, 1])
        #expect(
            try clusters([article(story, url: "https://a.example/1"), article(other, url: "https://a.example/1")])
                == [0, 1])
    }

    @Test func aChainOfRewritesIsNotOneCluster() throws {
        let words = (0..<2000).map { "w\($0)" }
        let chain = (0..<10).map { link in article([words[link * 100..<link * 100 + 400].joined(separator: " ")]) }
        // Neighbours share three quarters; the fourth shares a quarter with the first.
        #expect(try clusters(chain) == [0, 0, 2, 2, 4, 4, 6, 6, 8, 8])
    }

    @Test func manyEqualTextsCostOneComparisonEach() throws {
        let sketch = try #require(CopySketcher.sketch(of: article(Self.sentences)))
        var finder = CopyFinder()
        var comparisons = 0
        for _ in 0..<5000 {
            _ = finder.place(sketch) { _, _ in
                comparisons += 1
                return true
            }
        }
        #expect(comparisons == 4999)
    }

    @Test func manyAlikeTextsThatAreNoCopiesCostLittle() throws {
        let sketch = try #require(CopySketcher.sketch(of: article(Self.sentences)))
        var finder = CopyFinder()
        var comparisons = 0
        for _ in 0..<3000 {
            _ = finder.place(sketch) { _, _ in
                comparisons += 1
                return false
            }
        }
        #expect(comparisons <= 3000 * 8)
    }

    /// The table of bands grows; what was in it before must still be found.
    @Test func copiesAreFoundAmongManyStories() throws {
        let articles = (0..<3000).map { number in
            article([(0..<60).map { "w\(number)x\($0)" }.joined(separator: " ")])
        }
        #expect(try clusters(articles + articles) == Array(0..<3000) + Array(0..<3000))
    }

    @Test func anyBytesHaveShingles() {
        for text in ["\u{0}\u{FFFD}", String(repeating: "\u{301}", count: 300), String(repeating: "🇳🇪", count: 300)] {
            _ = CopySketcher.sketch(of: article([text]))
        }
        let long = article([String(repeating: "a", count: 1 << 20), String(repeating: "b ", count: 1 << 19)])
        #expect(CopySketcher.sketch(of: long)?.shingles == (1 << 19) - 3)
    }
}
