import Testing
import Tokenization

@Suite struct WordTests {
    @Test(arguments: ["Niger’s junta", "Niger's junta"])
    func aPossessiveIsATokenOfItsOwn(text: String) throws {
        let tokens = try tokenized(text).tokens
        #expect(try words(text) == [String(text.prefix(5)), String(text.dropFirst(5).prefix(2)), "junta"])
        #expect(tokens.map(\.gap) == [.paragraph, .none, .blank])
        #expect(tokens[0].key == TokenKey.hash(of: "niger"))
        #expect(tokens[1].shape.contains(.possessive))
        #expect(!tokens[2].shape.contains(.possessive))
    }

    @Test func thePossessiveOfCapitalsIsDividedToo() throws {
        #expect(try words("NIGER’S JUNTA") == ["NIGER", "’S", "JUNTA"])
        #expect(try words("’s") == ["s"])
    }

    @Test func apostrophesInsideNamesDivideNothing() throws {
        #expect(try words("O'Brien of Côte d'Ivoire") == ["O'Brien", "of", "Côte", "d'Ivoire"])
        #expect(try words("O’Brien of Côte d’Ivoire") == ["O’Brien", "of", "Côte", "d’Ivoire"])
        #expect(key("O’Brien") == key("O'Brien"))
        #expect(key("D’IVOIRE") == "d'ivoire")
    }

    @Test func hyphensDivideAndAreRemembered() throws {
        #expect(try words("Yunus-Bek Yevkurov") == ["Yunus", "Bek", "Yevkurov"])
        #expect(try gaps("Yunus-Bek Yevkurov") == [.paragraph, .hyphen, .blank])
        #expect(try gaps("Russian-Niger") == [.paragraph, .hyphen])
        #expect(try gaps("Russian–Niger") == [.paragraph, .hyphen])
        #expect(try gaps("Russian - Niger") == [.paragraph, .punctuation])
    }

    @Test func abbreviationsKeepTheirFullStops() throws {
        #expect(try words("in the U.S. The") == ["in", "the", "U.S.", "The"])
        let token = try tokenized("the U.S. and")
        #expect(token.tokens[1].shape.isSuperset(of: [.dotted, .upper, .capitalized]))
        #expect(token.tokens[1].key == TokenKey.hash(of: "US"))
        #expect(try words("at 5 a.m. today") == ["at", "5", "a.m.", "today"])
    }

    @Test func aNumberDoesNotSwallowTheFullStopAfterIt() throws {
        let result = try tokenized("It rose to 3.5. Analysts were glad.")
        #expect(try words("It rose to 3.5. Analysts")[3] == "3.5")
        #expect(!result.tokens[3].shape.contains(.dotted))
        #expect(result.sentences.count == 2)
    }

    @Test func initialsAreTokensAndTheirFullStopsGaps() throws {
        #expect(try words("F. W. de Klerk") == ["F", "W", "de", "Klerk"])
        #expect(try gaps("F. W. de Klerk") == [.paragraph, .period, .period, .blank])
        #expect(try tokenized("F. W. de Klerk").tokens[0].shape.isSuperset(of: [.initial, .capitalized, .upper]))
    }

    @Test func anAmpersandHasTheKeyOfAnd() throws {
        let tokens = try tokenized("AT&T").tokens
        #expect(try words("AT&T") == ["AT", "&", "T"])
        #expect(tokens.map(\.gap) == [.paragraph, .none, .none])
        #expect(tokens[1].key == TokenKey.hash(of: "and"))
        #expect(tokens[1].shape == [.ampersand])
    }

    @Test func numbersAreOneToken() throws {
        #expect(try words("1,250.5 of 20 000 in 2024") == ["1,250.5", "of", "20", "000", "in", "2024"])
        let tokens = try tokenized("G7 2024").tokens
        #expect(tokens[0].shape.isSuperset(of: [.hasDigit, .capitalized, .upper]))
        #expect(tokens[1].shape == [.hasDigit])
    }

    @Test func bracketsCommasAndParagraphsAreGaps() throws {
        #expect(try gaps("Forces (KDF), Nairobi\n\nKenya") == [.paragraph, .openBracket, .punctuation, .paragraph])
        #expect(try gaps("Niamey, Niger") == [.paragraph, .comma])
        #expect(try gaps("Joe\nBiden") == [.paragraph, .blank])
        #expect(try gaps("Joe \r\n Biden") == [.paragraph, .blank])
        #expect(try gaps("Joe\u{A0}Biden") == [.paragraph, .blank])
    }

    @Test(arguments: ["", " ", "\n\n", "…!?—“”", "\u{0}\u{1}", "🎉", "\u{301}"])
    func textWithoutWordsHasNoTokens(text: String) throws {
        let result = try tokenized(text)
        #expect(result.tokens.isEmpty)
        #expect(result.sentences.isEmpty)
    }

    @Test func emojiStandBetweenWords() throws {
        #expect(try words("Niger🎉wins 👩‍👩‍👧 now") == ["Niger", "wins", "now"])
        #expect(try gaps("Niger🎉wins") == [.paragraph, .punctuation])
    }

    @Test func scriptsWithoutBlanksAreDividedIntoWords() throws {
        let chinese = try words("北京大学的学生")
        #expect(chinese.count > 1)
        #expect(chinese.joined() == "北京大学的学生")
        #expect(try words("สวัสดีชาวโลก").joined() == "สวัสดีชาวโลก")
    }

    @Test func aTokenizerIsUsedAgainWithoutTraces() throws {
        let tokenizer = try Tokenizer()
        var result = TokenizedText()
        tokenizer.tokenize("Niger’s junta. Rain.", into: &result)
        tokenizer.tokenize("Mali", into: &result)
        #expect(result == (try tokenized("Mali")))
        tokenizer.tokenize("", into: &result)
        #expect(result == TokenizedText())
    }

    @Test func aNameHasTheTokensItHasInText() throws {
        let name = try Tokenizer().tokensOfName("Côte d’Ivoire, AT&T")
        #expect(name.map(\.key) == (try tokenized("Côte d’Ivoire, AT&T").tokens.map(\.key)))
    }
}
