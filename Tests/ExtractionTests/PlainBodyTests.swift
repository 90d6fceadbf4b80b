import NewsModel
import Testing

@testable import Extraction

@Suite struct PlainBodyTests {
    private func paragraphs(_ text: String) -> [String]? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { PlainBody($0) }?.paragraphs.map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    @Test func paragraphsAreFoundWhereTheyStand() {
        #expect(paragraphs("It rained.\n\nIt snowed.") == ["It rained.", "It snowed."])
        #expect(paragraphs("\nIt rained.\n\n\nIt snowed – “hard”.\n") == ["It rained.", "It snowed – “hard”."])
        #expect(paragraphs("It rained.\nIt snowed.") == ["It rained.", "It snowed."])
        #expect(paragraphs("") == [])
    }

    @Test(arguments: [
        "It  rained.", " It rained.", "It rained. ", "It rained.\r\nIt snowed.", "It\u{A0}rained.", "It\trained.",
        "It\u{200B}rained.", "It\u{2009}rained.", "It\u{2060}rained.", "It\u{3000}rained.", "\u{FEFF}It rained.",
        "It\u{AD}rained.", "• It rained.", "- It rained.", "It rained\nin the north.", "It rained\n, then it snowed.",
        "The minister said in a statement to the\nGuardian that it was so.",
    ])
    func textsThatMustBeCleanedAreLeftToTheCleaner(text: String) { #expect(paragraphs(text) == nil) }

    /// The short way must give what the long one gives.
    @Test func plainTextsGiveWhatTheLongWayGives() throws {
        var state: UInt64 = 5
        func pick(_ pieces: [String]) -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pieces[Int(state >> 33) % pieces.count]
        }
        let pieces = [
            "It rained.", "The men of the north said that it was so, ", "it’s", " ", "  ", "\n", "\n\n", "Share\n",
            "Read more: The storm\n", "- ", "• ", "\u{A0}", "…", "Menu", "Don't", "é", "\r\n", "1,200 ", "News\n", "“",
            ".\n",
        ]
        for _ in 0..<3000 {
            let text = (0..<(Int(pick((1..<40).map(String.init))) ?? 1)).map { _ in pick(pieces) }.joined()
            guard let plain = text.utf8.withContiguousStorageIfAvailable({ PlainArticle($0) }) ?? nil else { continue }
            let blocks = TextBlocks.blocks(of: Array(text.utf8))
            let lines = blocks.map { BodyLine($0.text) }
            #expect(CleanBody.isClean(lines) { WordScan(blocks[$0].text).wordCount })
            let expected = CleanBody.kept(lines).map { blocks[$0].text }.joined(separator: "\n\n")
            let article = plain.article(of: text)
            #expect(article.text == expected)
        }
    }

    @Test func wordsAreCountedAsTheScanCountsThem() {
        for text in ["It's Ann’s 1,200 – and “more”", "", "—", "a-b c.d", String(repeating: "word ", count: 40)] {
            #expect(BodyLine(text).wordCount == WordScan(text).wordCount)
        }
        #expect(BodyLine(String(repeating: "word ", count: 90)).wordCount == BodyLine.longest + 1)
    }

    @Test func theSameHashesForWordsAndScans() {
        let text = "It's Ann’s 1,200 – and “more” ÉTÉ"
        #expect(WordHash.words(of: text) == WordScan(text).words)
    }
}
