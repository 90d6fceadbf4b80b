import Gazetteers
import NewsModel
import Tokenization

/// A stretch of tokens that is written as some name of the gazetteer asks.
public struct GazetteerMatch: Sendable, Equatable {
    public var tokens: Range<Int>
    /// Numbers of the names with these words; some may ask for another letter case.
    public var names: Range<Int>
    /// How the words differ from the names.
    public var variation = NameVariation.none
}

/// What diacritics count for when names are compared.
public enum Diacritics: String, Sendable, CaseIterable {
    /// A text may leave them out or add them; linking then trusts the name less.
    case loose
    /// A name is found only as the gazetteer has it.
    case exact
}

/// Finds the names of the gazetteer in an article.
///
///     var matches: [GazetteerMatch] = []
///     GazetteerMatcher(index: index).findMatches(in: article, into: &matches)
public struct GazetteerMatcher: Sendable {
    let index: GazetteerIndex
    private let diacritics: Diacritics

    /// A matcher of the names of an index.
    public init(index: GazetteerIndex, diacritics: Diacritics = .loose) {
        self.index = index
        self.diacritics = diacritics
    }

    /// Replaces the content of `matches` by every name that stands in the article, those inside others too: in order of
    /// their first token, the longest first.
    public func findMatches(in article: TokenizedArticle, into matches: inout [GazetteerMatch]) {
        matches.removeAll(keepingCapacity: true)
        var found: [NameMatch] = []
        let (tokens, words, starts) = (article.tokens, article.words, article.starts)
        for number in starts.tokens.indices {
            found.removeAll(keepingCapacity: true)
            index.appendMatches(at: number, of: starts, in: tokens, words: words, to: &found)
            append(found, at: Int(starts.tokens[number]), tokens, to: &matches)
        }
        if diacritics == .loose { addMatchesWithoutMarks(in: article, to: &matches) }
    }

    /// Appends those of the names found at a token that are written as they ask, the longest first.
    @inline(__always)
    private func append(
        _ found: [NameMatch], at start: Int, _ tokens: [Token], to matches: inout [GazetteerMatch]
    ) {
        for match in found.reversed() {
            let range = start..<start + match.length
            if accepts(match.names, range, tokens) {
                matches.append(GazetteerMatch(tokens: range, names: match.names))
            }
        }
    }

    private func accepts(_ names: Range<Int>, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
        names.contains { fits($0, range, tokens) } && !isCutWord(range, tokens) && !endsASentence(range, tokens)
    }

    /// Whether a stretch of tokens, known to be a name, is written as one of its names asks, and stands as a name does.
    public func accepts(_ range: Range<Int>, in article: TokenizedArticle) -> Bool {
        accepts(index.names(equalTo: Array(article.tokens[range])), range, article.tokens)
    }

    /// Adds the names that stand in the article with diacritics that the gazetteer has not ("Kagamé").
    private func addMatchesWithoutMarks(in article: TokenizedArticle, to matches: inout [GazetteerMatch]) {
        let marked = article.tokens.indices.filter {
            article.tokens[$0].shape.isSuperset(of: [.nonASCII, .capitalized])
        }
        guard !marked.isEmpty else { return }
        var (tokens, words) = (article.tokens, article.words)
        for position in marked {
            tokens[position].key = TokenKey.hash(of: withoutMarks(article.key(position)))
            words[position] = index.word(tokens[position].key) ?? .unknown
        }
        var (found, plain): ([NameMatch], [GazetteerMatch]) = ([], [])
        var next = 0
        for position in marked {
            for start in max(next, position - IndexFormat.mostTokens + 1)...position where words[start].beginsNames {
                found.removeAll(keepingCapacity: true)
                index.appendMatches(at: start, words[start], in: tokens, to: &found)
                append(found, at: start, tokens, to: &plain)
            }
            next = position + 1
        }
        let known = Set(matches.map(\.tokens))
        let added = plain.filter { match in
            !known.contains(match.tokens) && marked.contains { match.tokens.contains($0) }
        }
        guard !added.isEmpty else { return }
        matches += added.map { GazetteerMatch(tokens: $0.tokens, names: $0.names, variation: .marks) }
        matches.sort {
            ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
        }
    }

    /// Whether tokens are written as a name asks, and have the title before them that it needs.
    private func fits(_ name: Int, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
        let record = index.name(name)
        return record.fits(tokens[range]) && (diacritics == .loose || !record.flags.contains(.unmarked))
            && (!record.flags.contains(.needsTitle) || isTitled(range.lowerBound, tokens))
    }

    private func isTitled(_ first: Int, _ tokens: [Token]) -> Bool {
        first > 0 && tokens[first].gap <= .period && CueWords.isTitle(tokens[first - 1].key)
            && tokens[first - 1].sentence == tokens[first].sentence
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

    /// A match as a mention.
    func mention(of match: GazetteerMatch, in article: TokenizedArticle) -> RecognizedMention {
        var mention = RecognizedMention(tokens: match.tokens, names: fittingNames(match, article.tokens))
        mention.variation = match.variation
        return mention
    }

    /// The names of a match that are written as they ask.
    private func fittingNames(_ match: GazetteerMatch, _ tokens: [Token]) -> [Int] {
        match.names.filter { fits($0, match.tokens, tokens) }
    }

    /// Appends a match; "Russia's Defence Ministry" becomes two mentions, the country and its ministry.
    private func append(
        _ match: GazetteerMatch, shorter: ArraySlice<GazetteerMatch>, _ tokens: [Token],
        to result: inout [RecognizedMention]
    ) {
        let range = match.tokens
        let names = fittingNames(match, tokens)
        var whole = RecognizedMention(tokens: range, names: names)
        whole.variation = match.variation
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
            result.append(whole)
            return
        }
        let owners = fittingNames(owner, tokens).filter {
            index.kind(ofEntity: Int(index.name($0).entity)) == .country
        }
        guard !owners.isEmpty else {
            result.append(whole)
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
