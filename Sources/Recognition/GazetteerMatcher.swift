import Gazetteers
import NewsModel
import Tokenization

/// Finds the names of the gazetteer in an article: at each token the longest name that is written as it asks.
struct GazetteerMatcher {
    let index: GazetteerIndex

    /// The matches in order of their first token; they may overlap.
    func matches(in article: TokenizedArticle) -> [RecognizedMention] {
        var result: [RecognizedMention] = []
        var found: [NameMatch] = []
        let tokens = article.tokens
        for start in tokens.indices where article.words[start].beginsNames {
            found.removeAll(keepingCapacity: true)
            index.appendMatches(at: start, in: tokens, words: article.words, to: &found)
            for match in found.reversed() {
                let range = start..<start + match.length
                let names = match.names.filter { index.name($0).fits(tokens[range]) }
                if names.isEmpty || isCutWord(range, tokens) || endsASentence(range, tokens) { continue }
                result.append(RecognizedMention(tokens: range, names: names))
                break
            }
        }
        return result
    }

    /// Whether a sentence ends inside a match: "He left Niger. Delta farmers stayed" does not speak of the Niger Delta.
    private func endsASentence(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        range.dropFirst().contains { tokens[$0].gap == .period && tokens[$0].sentence != tokens[$0 - 1].sentence }
    }

    /// Whether a match begins or ends inside a hyphenated word in lower case ("anti-NATO" may be cut, "Us-them" may not).
    private func isCutWord(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        guard range.count == 1, !tokens[range.lowerBound].shape.contains(.upper) else { return false }
        let next = range.upperBound
        return next < tokens.count && tokens[next].gap == .none && !tokens[next].shape.contains(.possessive)
    }
}
