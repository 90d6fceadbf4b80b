import Gazetteers
import NewsModel
import Tokenization

/// A stretch of tokens that is written as some name of the gazetteer asks.
public struct GazetteerMatch: Sendable, Equatable {
    public var tokens: Range<Int>
    /// Numbers of the names with these words; some may ask for another letter case.
    public var names: Range<Int>
}

/// Finds the names of the gazetteer in an article.
///
///     var matches: [GazetteerMatch] = []
///     GazetteerMatcher(index: index).findMatches(in: article, into: &matches)
public struct GazetteerMatcher: Sendable {
    let index: GazetteerIndex

    /// A matcher of the names of an index.
    public init(index: GazetteerIndex) { self.index = index }

    /// Replaces the content of `matches` by every name that stands in the article, those inside others too: in order of
    /// their first token, the longest first. Allocates nothing once the array is large enough.
    public func findMatches(in article: TokenizedArticle, into matches: inout [GazetteerMatch]) {
        matches.removeAll(keepingCapacity: true)
        var found: [NameMatch] = []
        let (tokens, words) = (article.tokens, article.words)
        for start in words.indices where words[start].beginsNames {
            found.removeAll(keepingCapacity: true)
            index.appendMatches(at: start, in: tokens, words: words, to: &found)
            for match in found.reversed() {
                let range = start..<start + match.length
                guard match.names.contains(where: { index.name($0).fits(tokens[range]) }),
                    !isCutWord(range, tokens), !endsASentence(range, tokens)
                else { continue }
                matches.append(GazetteerMatch(tokens: range, names: match.names))
            }
        }
    }

    /// The longest match at each token as a mention, in order of their first token; they may overlap.
    func mentions(of matches: [GazetteerMatch], in article: TokenizedArticle) -> [RecognizedMention] {
        var result: [RecognizedMention] = []
        var place = 0
        while place < matches.count {
            let longest = matches[place]
            var next = place + 1
            while next < matches.count, matches[next].tokens.lowerBound == longest.tokens.lowerBound { next += 1 }
            append(longest, shorter: matches[place + 1..<next], article.tokens, to: &result)
            place = next
        }
        return result
    }

    /// The names of a match that are written as they ask.
    private func fittingNames(_ match: GazetteerMatch, _ tokens: [Token]) -> [Int] {
        match.names.filter { index.name($0).fits(tokens[match.tokens]) }
    }

    /// Appends a match; "Russia's Defence Ministry" becomes two mentions, the country and its ministry.
    private func append(
        _ match: GazetteerMatch, shorter: ArraySlice<GazetteerMatch>, _ tokens: [Token],
        to result: inout [RecognizedMention]
    ) {
        let range = match.tokens
        let names = fittingNames(match, tokens)
        // "Cambridge, Massachusetts" says which Cambridge; it is two places all the same. "Washington, D.C." is one.
        if let comma = range.dropFirst().first(where: {
            tokens[$0].gap == .comma && !tokens[$0].shape.contains(.dotted)
        }), names.allSatisfy(isPlace) {
            result.append(RecognizedMention(tokens: range.lowerBound..<comma, names: names))
            return
        }
        guard let mark = range.first(where: { tokens[$0].shape.contains(.possessive) }), mark > range.lowerBound,
            mark + 1 < range.upperBound, let owner = shorter.first(where: { $0.tokens.upperBound == mark })
        else {
            result.append(RecognizedMention(tokens: range, names: names))
            return
        }
        let owners = fittingNames(owner, tokens).filter {
            index.kind(ofEntity: Int(index.name($0).entity)) == .country
        }
        guard !owners.isEmpty else {
            result.append(RecognizedMention(tokens: range, names: names))
            return
        }
        result.append(RecognizedMention(tokens: owner.tokens, names: owners))
        let rest = mark + 1..<range.upperBound
        if tokens[rest].contains(where: { $0.shape.contains(.capitalized) }) {
            result.append(RecognizedMention(tokens: rest, names: names))
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
