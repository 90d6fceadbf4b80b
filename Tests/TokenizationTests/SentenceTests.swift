import Testing
import Tokenization

@Suite struct SentenceTests {
    @Test(arguments: [
        "Mr. Smith came home.", "Gen. Tiani spoke on Jan. 17 in Niamey.", "President F. W. de Klerk resigned.",
        "The U.S. Senate voted.", "They met at St. Louis airport.",
    ])
    func abbreviationsAndInitialsEndNoSentence(text: String) throws {
        #expect(try sentences(text).count == 1)
    }

    @Test func anAbbreviationEndsASentenceBeforeAUsualBeginning() throws {
        #expect(try sentences("They live in the U.S. The law is old.") == ["They live in the U.S.", "The law is old"])
    }

    @Test func fullStopsQuestionsAndExclamationsEndSentences() throws {
        #expect(try sentences("Rain fell. Who came? Nobody! Then sun.").count == 4)
    }

    @Test func aBlankLineAlwaysEndsASentence() throws {
        #expect(
            try sentences("A headline without stop\n\nand more text") == ["A headline without stop", "and more text"])
    }

    @Test func aWrappedLineGoesOn() throws {
        #expect(try sentences("the president of\nthe republic came").count == 1)
        let wrapped = "A long line that was wrapped by somebody's editor at about here, Joe\nBiden said."
        #expect(try sentences(wrapped).count == 1)
    }

    @Test func aShortLineIsASentence() throws {
        #expect(try sentences("World news\nSport today").count == 2)
    }

    @Test func theFirstTokenOfEachSentenceSaysSo() throws {
        let result = try tokenized("Rain fell. Sun shone.\n\nEnd")
        #expect(result.tokens.map { $0.shape.contains(.sentenceStart) } == [true, false, true, false, true])
        #expect(result.tokens.map(\.sentence) == [0, 0, 1, 1, 2])
    }
}
