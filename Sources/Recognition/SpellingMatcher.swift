import Gazetteers
import Tokenization

/// Finds long names of people that the text spells in another way than the gazetteer: "Evkurov" for "Yevkurov".
struct SpellingMatcher {
    let index: GazetteerIndex

    /// The mentions of people in another spelling, in order; `matches` are what the gazetteer has as it stands.
    func mentions(in article: TokenizedArticle, besides matches: [GazetteerMatch]) -> [RecognizedMention] {
        let tokens = article.tokens
        var result: [RecognizedMention] = []
        var start = 0
        var nextMatch = 0
        while start < tokens.count {
            let run = run(from: start, in: tokens)
            // Names of two words and more that the gazetteer knows are whoever they are there.
            var known: [Range<Int>] = []
            while nextMatch < matches.count, matches[nextMatch].tokens.lowerBound < run.upperBound {
                if matches[nextMatch].tokens.count >= 2 { known.append(matches[nextMatch].tokens) }
                nextMatch += 1
            }
            if run.count >= 2 {
                for stretch in unknown(run, known) { append(stretch, article, to: &result) }
            }
            start = max(run.upperBound, start + 1)
        }
        return result
    }

    /// The stretches of a run that no known name touches.
    private func unknown(_ run: Range<Int>, _ known: [Range<Int>]) -> [Range<Int>] {
        if known.isEmpty { return [run] }
        var isKnown = [Bool](repeating: false, count: run.count)
        for token in known.joined() where run.contains(token) { isKnown[token - run.lowerBound] = true }
        return run.split { isKnown[$0 - run.lowerBound] }
    }

    /// The run of capitalized words from `start` on, lower-case particles between them included.
    private func run(from start: Int, in tokens: [Token]) -> Range<Int> {
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

    /// Appends the names in a stretch, which none with a word of other letters is in.
    private func append(_ stretch: Range<Int>, _ article: TokenizedArticle, to result: inout [RecognizedMention]) {
        guard isLongEnough(stretch, article) else { return }
        var words: [NameSpelling.Word] = []
        for position in stretch {
            if let word = NameSpelling.Word(article.tokens[position], in: article.bytes) {
                words.append(word)
            } else {
                append(words, before: position, article, to: &result)
                words.removeAll()
            }
        }
        append(words, before: stretch.upperBound, article, to: &result)
    }

    /// Appends the names in some words that end before a token, the longest of those with the same first word.
    private func append(
        _ words: [NameSpelling.Word], before end: Int, _ article: TokenizedArticle,
        to result: inout [RecognizedMention]
    ) {
        let first = end - words.count
        var start = 0
        while start + 1 < words.count {
            var next = start + 1
            for end in stride(from: min(start + NameSpelling.mostWords, words.count), to: start + 1, by: -1) {
                guard let spelling = NameSpelling(words: words[start..<end]) else { continue }
                let names = index.names(spelledLike: spelling) { isNameOfOthers(article.words[first + start + $0]) }
                if names.isEmpty { continue }
                var mention = RecognizedMention(tokens: first + start..<first + end, names: names)
                mention.variation = .spelling
                result.append(mention)
                next = end
                break
            }
            start = next
        }
    }

    /// Whether the words have bytes for as many letters as a name needs to be looked for.
    private func isLongEnough(_ range: Range<Int>, _ article: TokenizedArticle) -> Bool {
        range.reduce(0) { $0 + article.tokens[$1].span.count } >= NameSpelling.leastLetters
    }

    /// Whether a word stands in the names of several people of the gazetteer, so that it is no slip for another.
    private func isNameOfOthers(_ word: WordRecord) -> Bool { Int(word.given) + Int(word.family) >= 3 }
}
