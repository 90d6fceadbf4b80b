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
                append(RecognizedMention(tokens: range, names: names), shorter: found, tokens, to: &result)
                break
            }
        }
        return result
    }

    /// Appends a match; "Russia's Defence Ministry" becomes two mentions, the country and its ministry.
    private func append(
        _ mention: RecognizedMention, shorter: [NameMatch], _ tokens: [Token], to result: inout [RecognizedMention]
    ) {
        let range = mention.tokens
        // "Cambridge, Massachusetts" says which Cambridge; it is two places all the same. "Washington, D.C." is one.
        if let comma = range.dropFirst().first(where: {
            tokens[$0].gap == .comma && !tokens[$0].shape.contains(.dotted)
        }), mention.names.allSatisfy(isPlace) {
            result.append(RecognizedMention(tokens: range.lowerBound..<comma, names: mention.names))
            return
        }
        guard let mark = range.first(where: { tokens[$0].shape.contains(.possessive) }), mark > range.lowerBound,
            mark + 1 < range.upperBound,
            let owner = shorter.first(where: { $0.length == mark - range.lowerBound })
        else {
            result.append(mention)
            return
        }
        let owners = owner.names.filter { number in
            let name = index.name(number)
            return name.fits(tokens[range.lowerBound..<mark]) && index.kind(ofEntity: Int(name.entity)) == .country
        }
        guard !owners.isEmpty else {
            result.append(mention)
            return
        }
        result.append(RecognizedMention(tokens: range.lowerBound..<mark, names: owners))
        let rest = mark + 1..<range.upperBound
        if tokens[rest].contains(where: { $0.shape.contains(.capitalized) }) {
            result.append(RecognizedMention(tokens: rest, names: mention.names))
        }
    }

    private func isPlace(_ name: Int) -> Bool { index.kind(ofEntity: Int(index.name(name).entity)) == .place }

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
