import Gazetteers
import NewsModel
import Tokenization

/// Finds the short forms of names that a story gives in full: surnames, parts of names, acronyms in brackets.
struct StoryNames {
    /// Key of a name part and the numbers of the full mentions that have it.
    private var surnames: [UInt64: [Int]] = [:]
    private var firstNames: [UInt64: [Int]] = [:]
    /// First names that the story gives with more than one last name.
    private var sharedFirstNames: Set<UInt64> = []
    private var acronyms: [UInt64: Int] = [:]
    private let article: TokenizedArticle
    private let mentions: [RecognizedMention]

    /// Collects the names of people and institutions among `mentions`; `isPerson` and `isOrganization` tell which are.
    init(
        _ article: TokenizedArticle, _ mentions: [RecognizedMention], isPerson: (RecognizedMention) -> Bool,
        isOrganization: (RecognizedMention) -> Bool
    ) {
        self.article = article
        self.mentions = mentions
        for (number, mention) in mentions.enumerated() where mention.tokens.count >= 2 {
            if isPerson(mention), !mention.isWeakGuess {
                let (first, last) = (mention.tokens.lowerBound, mention.tokens.upperBound - 1)
                if isNamePart(last) { surnames[article.tokens[last].key, default: []].append(number) }
                if isNamePart(first), article.words[first].given > 0 {
                    note(first, last, number)
                }
            } else if isOrganization(mention), let acronym = acronymInBrackets(after: mention) {
                acronyms[article.tokens[acronym].key] = number
            }
        }
    }

    private mutating func note(_ first: Int, _ last: Int, _ number: Int) {
        let key = article.tokens[first].key
        if let other = firstNames[key]?.first,
            article.tokens[mentions[other].tokens.upperBound - 1].key != article.tokens[last].key
        {
            sharedFirstNames.insert(key)
        }
        firstNames[key, default: []].append(number)
    }

    /// Whether a word of a full name can stand for the person: no initial, no "Jr", no number of a king, no title.
    private func isNamePart(_ position: Int) -> Bool {
        let token = article.tokens[position]
        let isNumeral =
            token.shape.contains(.upper)
            && article.bytes[Int(token.start)..<Int(token.end)].allSatisfy { "IVX".utf8.contains($0) }
        return token.span.count >= 2 && !isNumeral && !CueWords.isTitle(token.key)
            && !CueWords.suffixes.contains(token.key)
    }

    /// "(KDF)" right after a name, spelled by initials of its words.
    private func acronymInBrackets(after mention: RecognizedMention) -> Int? {
        let next = mention.tokens.upperBound
        guard next < article.tokens.count, article.tokens[next].gap == .openBracket,
            article.tokens[next].shape.contains(.upper), article.tokens[next].span.count >= 2
        else { return nil }
        let token = article.tokens[next]
        let initials = mention.tokens.compactMap { article.bytes[Int(article.tokens[$0].start)] }
        let first = article.bytes[Int(token.start)]
        return initials.contains(first) ? next : nil
    }

    /// The mentions that short forms make: tokens outside of all others, and weak gazetteer matches that are one in truth.
    func shortForms() -> [RecognizedMention] {
        guard !surnames.isEmpty || !acronyms.isEmpty else { return [] }
        var isInFullName = [Bool](repeating: false, count: article.tokens.count)
        for mention in mentions where mention.tokens.count >= 2 {
            for token in mention.tokens { isInFullName[token] = true }
        }
        var result: [RecognizedMention] = []
        for (position, token) in article.tokens.enumerated()
        where token.shape.contains(.capitalized) && !isInFullName[position] {
            guard let antecedent = antecedent(of: position) else { continue }
            result.append(RecognizedMention(tokens: position..<position + 1, antecedent: antecedent))
        }
        return result
    }

    private func antecedent(of position: Int) -> Int? {
        let key = article.tokens[position].key
        if let acronym = acronyms[key], article.tokens[position].shape.contains(.upper) { return acronym }
        if isBesideCapital(position) { return nil }
        if let holders = surnames[key] {
            if article.words[position].isCommon && article.tokens[position].shape.contains(.sentenceStart) {
                return nil
            }
            return nearest(holders, position)
        }
        guard let holders = firstNames[key], !sharedFirstNames.contains(key), !article.words[position].isCommon else {
            return nil
        }
        return nearest(holders, position)
    }

    /// Whether the word is part of a longer run of capitals that was not taken for the full name ("Zeine Street").
    private func isBesideCapital(_ position: Int) -> Bool {
        let tokens = article.tokens
        let next = position + 1
        if next < tokens.count, tokens[next].gap == .blank || tokens[next].gap == .hyphen,
            tokens[next].shape.contains(.capitalized), !article.isInTitle(position),
            !CueWords.titles.contains(tokens[next].key)
        {
            return true
        }
        return false
    }

    /// The last mention before the position, or the first of all; `holders` are in the order of the text.
    private func nearest(_ holders: [Int], _ position: Int) -> Int? {
        var (low, high) = (0, holders.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[holders[middle]].tokens.lowerBound < position { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? holders[low - 1] : holders.first
    }
}
