import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// What the learned recognizer looks at: stretches of tokens, the gazetteer's names over them, traits of words.
@Suite struct NameSegmentTests {
    private func read(_ text: String) throws -> (story: Story, article: TokenizedArticle, cover: NameCover) {
        let story = try Story()
        let article = story.read(text)
        var matches: [GazetteerMatch] = []
        GazetteerMatcher(index: story.index).findMatches(in: article, into: &matches)
        return (story, article, NameCover(matches, article.tokens, story.index))
    }

    private func traits(_ article: TokenizedArticle) -> [WordTraits] {
        article.bytes.withUnsafeBufferPointer { bytes in
            article.tokens.indices.map { WordTraits(article.tokens[$0], article.words[$0], bytes) }
        }
    }

    private func segments(_ text: String) throws -> [String] {
        let (_, article, cover) = try read(text)
        return NameSegments(article, traits(article), cover).segments.map { article.flatText($0) }
    }

    @Test(arguments: [
        ("They met Hadiza Garba there.", ["They", "Hadiza Garba"]),
        ("the University of Niamey closed", ["University of Niamey"]),
        ("they saw Omar al-Siddiq leave", ["Omar al-Siddiq"]),
        ("we read of al-Siddiq again", ["al-Siddiq"]),
        ("the Zonga & Sons shop", ["Zonga & Sons"]),
        ("a fire at Garba’s House today", ["Garba’s House"]),
        ("the fire at Boeing 737 parts", ["Boeing 737"]),
        ("it rained and it was cold", []),
        ("he paid 42 for it", []),
    ])
    func segmentsAreRunsOfWhatMayBeInNames(text: String, expected: [String]) throws {
        #expect(try segments(text) == expected)
    }

    @Test func segmentsEndWithSentencesAndParagraphs() throws {
        #expect(try segments("they met Garba. Amina left") == ["Garba", "Amina"])
        #expect(try segments("they met Garba\n\nAmina left") == ["Garba", "Amina"])
    }

    @Test func theLongestNameOfTheGazetteerCoversItsTokens() throws {
        let (_, article, cover) = try read("the Niger Delta and Niger")
        #expect(cover.names.map { article.flatText($0.tokens) } == ["Niger Delta", "Niger"])
        #expect(article.tokens.indices.map { cover.name($0) != nil } == [false, true, true, false, true])
        #expect([1, 2, 4].map { cover.name($0)?.position($0) } == [1, 2, 0])
    }

    @Test func aNameOfSeveralKindsHasAllOfThem() throws {
        let (_, _, cover) = try read("they went to Georgia")
        let georgia = try #require(cover.names.first)
        // The country is a little better known than the state.
        #expect(georgia.kinds.nonzeroBitCount == 2 && georgia.ambiguous == georgia.kinds)
        #expect(georgia.second >= 0 && georgia.second != georgia.best)
    }

    @Test(arguments: [
        ("Niger", WordShape.capitalized), ("Oz", .shortCapitalized), ("McDonald", .innerCapital), ("NATO", .shortUpper),
        ("TWELVE", .upper), ("U.S.", .dotted), ("1987", .number), ("Gen2", .capitalizedWithDigit),
        ("3rd", .lowerWithDigit), ("rain", .lower),
    ])
    func shapesOfWords(word: String, shape: WordShape) throws {
        let article = try Story().read("see \(word) now")
        #expect(traits(article)[1].shape == shape)
    }

    @Test func digitsAreAllTheSame() throws {
        let found = traits(try Story().read("in 1987 and 2024 and 198 we won"))
        #expect(found[1].key == found[3].key && found[1].key != found[5].key)
    }

    @Test func whatIsKnownOfWords() throws {
        let found = traits(try Story().read("Then Amina met Ali, and it will rain."))
        #expect(found[0].isSentenceStart && found[0].isCapitalized && found[0].capitalRatio < 0)
        #expect(found[1].given > found[1].family && !found[1].isSentenceStart)
        #expect(found[3].given > 0 && found[3].family > 0)
        #expect(!found[7].isCapitalized && !found[7].isSentenceStart)
    }
}
