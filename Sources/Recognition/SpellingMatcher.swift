import Gazetteers
import Tokenization

/// Finds long names of people that the text spells in another way than the gazetteer: "Evkurov" for "Yevkurov".
struct SpellingMatcher {
    let index: GazetteerIndex

    /// The mentions of people in another spelling, in order; `matches` are what the gazetteer has as it stands.
    func mentions(in article: TokenizedArticle, besides matches: [GazetteerMatch]) -> [RecognizedMention] {
        var result: [RecognizedMention] = []
        var start = 0
        var nextMatch = 0
        while start < article.tokens.count {
            let run = run(from: start, in: article)
            // Names of two words and more that the gazetteer knows are whoever they are there.
            var known: [Range<Int>] = []
            while nextMatch < matches.count, matches[nextMatch].tokens.lowerBound < run.upperBound {
                if matches[nextMatch].tokens.count >= 2 { known.append(matches[nextMatch].tokens) }
                nextMatch += 1
            }
            if run.count >= 2 { append(run, known, article, to: &result) }
            start = max(run.upperBound, start + 1)
        }
        return result
    }

    /// The run of capitalized words from `start` on, lower-case particles between them included.
    private func run(from start: Int, in article: TokenizedArticle) -> Range<Int> {
        let tokens = article.tokens
        guard isNameWord(tokens[start]) else { return start..<start }
        var end = start + 1
        while end < tokens.count, tokens[end].gap == .blank || tokens[end].gap == .hyphen {
            if isNameWord(tokens[end]) || tokens[end].gap == .hyphen {
                end += 1
            } else if end + 1 < tokens.count, CueWords.particles.contains(tokens[end].key),
                tokens[end + 1].gap == .blank || tokens[end + 1].gap == .hyphen, isNameWord(tokens[end + 1])
            {
                end += 2
            } else {
                break
            }
        }
        return start..<end
    }

    private func isNameWord(_ token: Token) -> Bool {
        token.shape.contains(.capitalized) && token.shape.isDisjoint(with: [.possessive, .hasDigit, .dotted])
            && !token.shape.contains(.initial)
    }

    private func append(
        _ run: Range<Int>, _ known: [Range<Int>], _ article: TokenizedArticle, to result: inout [RecognizedMention]
    ) {
        // Looked at when a stretch is long enough to need it, which few are.
        var words: [Int: NameSpelling.Word?] = [:]
        func word(_ position: Int) -> NameSpelling.Word? {
            if let word = words[position] { return word }
            let word = NameSpelling.Word(article.tokens[position], in: article.bytes)
            words[position] = .some(word)
            return word
        }
        var start = run.lowerBound
        while start + 1 < run.upperBound {
            var taken = start + 1
            for end in (start + 2...min(start + NameSpelling.mostWords, run.upperBound)).reversed() {
                let range = start..<end
                if !isLongEnough(range, article) || known.contains(where: { $0.overlaps(range) }) { continue }
                let parts = range.compactMap(word)
                guard parts.count == range.count, let spelling = NameSpelling(words: parts) else { continue }
                let names = index.names(spelledLike: spelling) { isNameOfOthers(article.words[start + $0]) }
                if names.isEmpty { continue }
                var mention = RecognizedMention(tokens: range, names: names)
                mention.variation = .spelling
                result.append(mention)
                taken = end
                break
            }
            start = taken
        }
    }

    /// Whether the words have bytes for as many letters as a name needs to be looked for.
    private func isLongEnough(_ range: Range<Int>, _ article: TokenizedArticle) -> Bool {
        range.reduce(0) { $0 + article.tokens[$1].span.count } >= NameSpelling.leastLetters
    }

    /// Whether a word stands in the names of several people of the gazetteer, so that it is no slip for another.
    private func isNameOfOthers(_ word: WordRecord) -> Bool { Int(word.given) + Int(word.family) >= 3 }
}
