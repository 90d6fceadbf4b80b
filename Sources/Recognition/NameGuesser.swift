import Gazetteers
import NewsModel
import Tokenization

/// Guesses names that no gazetteer has from capitals, titles, first names and the words that institutions are called by.
struct NameGuesser {
    private let article: TokenizedArticle
    private let tokens: [Token]
    /// For each token the end of a gazetteer match of a country or place that begins there, or 0.
    private let placeEnds: [Int]
    /// The same for countries and demonyms alone.
    private let countryEnds: [Int]

    init(_ article: TokenizedArticle, places: [Range<Int>], countries: [Range<Int>]) {
        self.article = article
        tokens = article.tokens
        placeEnds = Self.ends(places, count: article.tokens.count)
        countryEnds = Self.ends(countries, count: article.tokens.count)
    }

    private static func ends(_ ranges: [Range<Int>], count: Int) -> [Int] {
        var ends = [Int](repeating: 0, count: count)
        for range in ranges { ends[range.lowerBound] = max(ends[range.lowerBound], range.upperBound) }
        return ends
    }

    /// The guesses in order; they do not overlap one another.
    func guesses() -> [RecognizedMention] {
        var result: [RecognizedMention] = []
        var position = 0
        while position < tokens.count {
            guard isNameToken(position) else {
                position += 1
                continue
            }
            let end = chunkEnd(from: position)
            if let guess = guess(in: position..<end) {
                result.append(guess)
                position = max(guess.tokens.upperBound, position + 1)
            } else {
                position = end
            }
        }
        return result
    }

    private func isNameToken(_ position: Int) -> Bool {
        tokens[position].shape.contains(.capitalized) && !tokens[position].shape.contains(.possessive)
            && !CueWords.dates.contains(tokens[position].key) && !isGroup(position)
    }

    /// "Muslim" and "Republican" are nobody's name, but "Republican Party" is one.
    private func isGroup(_ position: Int) -> Bool {
        guard CueWords.groups.contains(tokens[position].key) else { return false }
        return position + 1 >= tokens.count || !CueWords.organizationHeads.contains(tokens[position + 1].key)
    }

    /// The end of the run of capitalized words that begins here, particles inside it included.
    private func chunkEnd(from start: Int) -> Int {
        var end = start + 1
        while end < tokens.count, tokens[end].sentence == tokens[start].sentence {
            if joins(end) && isNameToken(end) {
                end += 1
            } else if joins(end), end + 1 < tokens.count, CueWords.particles.contains(tokens[end].key),
                !tokens[end].shape.contains(.capitalized), joins(end + 1), isNameToken(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether the token goes on with a name begun before: a full stop only after an initial or a title.
    private func joins(_ position: Int) -> Bool {
        let gap = tokens[position].gap
        guard gap == .period else { return gap.joinsName }
        let previous = tokens[position - 1]
        return previous.shape.contains(.initial) || CueWords.titles.contains(previous.key)
    }

    private func guess(in chunk: Range<Int>) -> RecognizedMention? {
        var start = chunk.lowerBound
        var hasTitle = precedingTitle(chunk.lowerBound)
        var honorific =
            start > 0 && CueWords.honorifics.contains(tokens[start - 1].key) && article.tokens[start].gap <= .period
        // "Kenya Defence Forces" begins with its country though "Defence" may begin a title.
        let endsInHead = CueWords.organizationHeads.contains(tokens[chunk.upperBound - 1].key)
        // Titles, nationalities and the first word of the sentence stand before the name, not in it.
        while start < chunk.upperBound {
            let key = tokens[start].key
            if CueWords.titles.contains(key) {
                hasTitle = true
                honorific = CueWords.honorifics.contains(key)
            } else if !endsInHead, let end = qualifierEnd(start, in: chunk) {
                start = end - 1
            } else if isGivenNameBeforeName(start, in: chunk) || !isOrdinaryFirstWord(start) {
                break
            }
            start += 1
        }
        guard start < chunk.upperBound else { return nil }
        let name = start..<chunk.upperBound
        if let institution = institution(from: start, in: chunk) { return institution }
        if let person = person(name, hasTitle: hasTitle, honorific: honorific) { return person }
        return place(name)
    }

    /// The end of a place before a title ("Texas Governor"), or of a country before a title, a country or a whole name.
    private func qualifierEnd(_ position: Int, in chunk: Range<Int>) -> Int? {
        let end = placeEnds[position]
        guard end > position, end < chunk.upperBound else { return nil }
        if CueWords.titles.contains(tokens[end].key) { return end }
        let isName = chunk.upperBound - end >= 2 && article.words[end].given >= 3
        guard countryEnds[position] == end else { return nil }
        return countryEnds[end] > end || isName ? end : nil
    }

    private func precedingTitle(_ position: Int) -> Bool {
        position > 0 && tokens[position].gap <= .period && CueWords.titles.contains(tokens[position - 1].key)
            && tokens[position - 1].sentence == tokens[position].sentence
    }

    /// "Bill" of "Bill Bryan": a common word too, but before a surname a first name.
    private func isGivenNameBeforeName(_ position: Int, in chunk: Range<Int>) -> Bool {
        let next = position + 1
        return next < chunk.upperBound && article.words[position].given >= 30 && !article.words[next].isCommon
            && article.words[next].family >= 3
    }

    /// A common word that has its capital only from the beginning of the sentence or from a headline.
    private func isOrdinaryFirstWord(_ position: Int) -> Bool {
        guard tokens[position].shape.contains(.sentenceStart) || article.isInTitle(position) else {
            return article.words[position].lower > 2000
        }
        return article.words[position].isCommon
    }

    // MARK: Institutions

    /// "Kenya Defence Forces", "University of Niamey", "Ministry of Foreign Affairs": a head word and what belongs to it.
    private func institution(from start: Int, in chunk: Range<Int>) -> RecognizedMention? {
        let head = (start..<chunk.upperBound).last { CueWords.organizationHeads.contains(tokens[$0].key) }
        let placeHead = (start..<chunk.upperBound).last { CueWords.placeHeads.contains(tokens[$0].key) }
        guard let head else {
            guard let placeHead, placeHead > start || tokens[start].key == Self.lake else { return nil }
            let range = placeHead == start ? start..<chunk.upperBound : start..<placeHead + 1
            guard range.count >= 2, range.count <= 4 else { return nil }
            return mention(range, .place)
        }
        let end = extended(head, chunkEnd: chunk.upperBound)
        guard end - start >= 2 else { return nil }
        return mention(start..<end, .organization)
    }

    private static let lake = TokenKey.hash(of: "lake")

    /// The end of an institution's name: over "of …" and the capitalized words after it.
    private func extended(_ head: Int, chunkEnd: Int) -> Int {
        var end = max(head + 1, chunkEnd)
        guard head + 1 == chunkEnd else { return min(end, head + 1) }
        while end + 1 < tokens.count, CueWords.connectors.contains(tokens[end].key), tokens[end].gap == .blank {
            var next = end + 1
            while next < tokens.count, CueWords.connectors.contains(tokens[next].key), tokens[next].gap == .blank {
                next += 1
            }
            guard next < tokens.count, tokens[next].gap == .blank, isNameToken(next),
                tokens[end].key == Self.of || tokens[end].key == Self.for
            else { break }
            end = self.chunkEnd(from: next)
        }
        return end
    }

    private static let of = TokenKey.hash(of: "of")
    private static let `for` = TokenKey.hash(of: "for")

    // MARK: People

    private func person(_ range: Range<Int>, hasTitle: Bool, honorific: Bool) -> RecognizedMention? {
        let words = article.words
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        if range.count == 1 {
            guard honorific, !words[first].isCommon, !tokens[first].shape.contains(.hasDigit),
                tokens[first].span.count >= 2,
                placeEnds[first] == 0
            else { return nil }
            return mention(range, .person, hasTitle: true)
        }
        guard range.count <= 5,
            !tokens[range].contains(where: { $0.shape.contains(.hasDigit) || $0.shape.contains(.ampersand) })
        else { return nil }
        let isShouted = tokens[range].allSatisfy { $0.shape.contains(.upper) && !$0.shape.contains(.initial) }
        if isShouted && !hasTitle { return nil }
        let isCommonLast = words[last].isCommon && words[last].family < 40
        let isInitial = tokens[first].shape.contains(.initial) && tokens[first + 1].gap == .period
        let isGivenFirst =
            isInitial
            || words[first].given >= 3
                && (!words[first].isCommon || Int(words[first].given) * 20 > Int(words[first].lower))
        let commonCount = range.count { words[$0].isCommon }
        if isCommonLast || commonCount > 1 { return nil }
        if placeEnds[first] == range.upperBound { return nil }
        if isGivenFirst || hasTitle { return mention(range, .person, hasTitle: hasTitle) }
        if CueWords.directions.contains(tokens[last].key) || commonCount > 0 || article.isInTitle(first) { return nil }
        guard words[last].family >= 3 || isUnheardOf(range), countryEnds[first] == 0 else { return nil }
        var guess = mention(range, .person, hasTitle: hasTitle)
        guess.isWeakGuess = true
        return guess
    }

    /// Words that news never writes in lower case and no gazetteer begins a name with: two of them are mostly a person.
    private func isUnheardOf(_ range: Range<Int>) -> Bool {
        range.count <= 3
            && range.allSatisfy {
                article.words[$0].lower == 0 && placeEnds[$0] == 0 && !tokens[$0].shape.contains(.upper)
            }
    }

    // MARK: Places

    /// One or two unknown words after a preposition of place and before a comma and a known place: "in Madarounfa, Niger".
    private func place(_ range: Range<Int>) -> RecognizedMention? {
        let first = range.lowerBound
        guard range.count <= 2, first > 0, CueWords.placePrepositions.contains(tokens[first - 1].key),
            tokens[first].gap == .blank,
            !article.words[first].isCommon, range.upperBound < tokens.count, tokens[range.upperBound].gap == .comma,
            placeEnds[range.upperBound] > 0, placeEnds[first] == 0
        else { return nil }
        return mention(range, .place)
    }

    private func mention(_ range: Range<Int>, _ kind: Kind, hasTitle: Bool = false) -> RecognizedMention {
        RecognizedMention(tokens: range, guess: kind, hasTitle: hasTitle)
    }
}
