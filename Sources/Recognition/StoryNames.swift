import NewsModel
import Tokenization

/// Finds short forms of names that a story gives in full: surnames, other parts of names, acronyms, short names of
/// institutions.
struct StoryNames {
    private let article: TokenizedArticle
    private let mentions: [RecognizedMention]
    /// The numbers of the full mentions that end in a surname, by its key; of two words with a hyphen, by both together.
    private var surnames: [UInt64: [Int]] = [:]
    /// The same for first names, and for words between.
    private var firstNames: [UInt64: [Int]] = [:]
    private var middleNames: [UInt64: [Int]] = [:]
    /// First and middle names that the story gives with more than one last name.
    private var shared: Set<UInt64> = []
    private var acronyms: [UInt64: Int] = [:]
    /// Institutions by the words that such are called by; -1 where several have the word.
    private var heads: [UInt64: Int] = [:]

    /// Collects the names of people and institutions among `mentions`; `isPerson` and `isOrganization` tell which are.
    init(
        _ article: TokenizedArticle, _ mentions: [RecognizedMention], isPerson: (RecognizedMention) -> Bool,
        isOrganization: (RecognizedMention) -> Bool
    ) {
        self.article = article
        self.mentions = mentions
        for (number, mention) in mentions.enumerated() where mention.tokens.count >= 2 {
            if isPerson(mention), !mention.isWeakGuess {
                addPerson(number)
            } else if isOrganization(mention) {
                addInstitution(number)
            }
        }
        addInitials(isOrganization)
    }

    private mutating func addPerson(_ number: Int) {
        let tokens = mentions[number].tokens
        let surname = hyphenated(endingAt: tokens.upperBound - 1, from: tokens.lowerBound)
        guard surname.lowerBound > tokens.lowerBound else { return }
        if isNamePart(surname.upperBound - 1) { surnames[key(surname), default: []].append(number) }
        for position in tokens.lowerBound..<surname.lowerBound where isNamePart(position) && isUncommon(position) {
            let word = article.tokens[position].key
            let isFirst = position == tokens.lowerBound
            // Of names of three words only what may be the father's surname stands alone, not a second first name.
            guard isFirst || tokens.count >= 4 || article.words[position].given < article.words[position].family else {
                continue
            }
            let holders = isFirst ? firstNames[word] : middleNames[word]
            if let other = holders?.first, lastWord(other) != lastWord(number) { shared.insert(word) }
            if isFirst {
                firstNames[word, default: []].append(number)
            } else {
                middleNames[word, default: []].append(number)
            }
        }
    }

    private func lastWord(_ number: Int) -> UInt64 { article.tokens[mentions[number].tokens.upperBound - 1].key }

    private func isUncommon(_ position: Int) -> Bool {
        !article.words[position].isCommon && !CueWords.particles.contains(article.tokens[position].key)
    }

    /// Words joined by hyphens that end at a position.
    private func hyphenated(endingAt last: Int, from first: Int) -> Range<Int> {
        var start = last
        while start > first, article.tokens[start].gap == .hyphen { start -= 1 }
        return start..<last + 1
    }

    private func key(_ tokens: Range<Int>) -> UInt64 {
        tokens.reduce(0) { $0 &* 0x9E37_79B9_7F4A_7C15 &+ article.tokens[$1].key }
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

    // MARK: Institutions

    private mutating func addInstitution(_ number: Int) {
        let mention = mentions[number]
        if let acronym = acronymInBrackets(after: mention) { acronyms[article.tokens[acronym].key] = number }
        for position in mention.tokens
        where CueWords.organizationHeads.contains(article.tokens[position].key)
            && article.tokens[position].shape.contains(.capitalized)
        {
            let word = article.tokens[position].key
            if let other = heads[word] {
                if other >= 0, key(mentions[other].tokens) != key(mention.tokens) { heads[word] = -1 }
            } else {
                heads[word] = number
            }
        }
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

    /// Adds the initials of institutions, three or more of them, where only one has them.
    private mutating func addInitials(_ isOrganization: (RecognizedMention) -> Bool) {
        var owners: [UInt64: Int] = [:]
        for (number, mention) in mentions.enumerated() where mention.tokens.count >= 3 && isOrganization(mention) {
            let capitals = mention.tokens.filter { article.tokens[$0].shape.contains(.capitalized) }
            guard capitals.count >= 3 else { continue }
            let initials = String(
                decoding: capitals.map { article.bytes[Int(article.tokens[$0].start)] }, as: UTF8.self)
            let key = TokenKey.hash(of: initials)
            if let other = owners[key] {
                if other < 0 || self.key(mentions[other].tokens) != self.key(mention.tokens) { owners[key] = -1 }
            } else {
                owners[key] = number
            }
        }
        acronyms.merge(owners.filter { $0.value >= 0 }) { inBrackets, _ in inBrackets }
    }

    // MARK: Short forms

    /// The mentions that short forms make: tokens outside of all longer names, and names that are one in truth.
    func shortForms() -> [RecognizedMention] {
        guard !surnames.isEmpty || !acronyms.isEmpty || !heads.isEmpty else { return [] }
        var isTaken = [Bool](repeating: false, count: article.tokens.count)
        for mention in mentions where mention.tokens.count >= 2 && !isHyphenated(mention.tokens) {
            for token in mention.tokens { isTaken[token] = true }
        }
        var result: [RecognizedMention] = []
        var position = 0
        while position < article.tokens.count {
            guard article.tokens[position].shape.contains(.capitalized), !isTaken[position] else {
                position += 1
                continue
            }
            var end = position + 1
            while end < article.tokens.count, article.tokens[end].gap == .hyphen, !isTaken[end],
                article.tokens[end].shape.contains(.capitalized)
            {
                end += 1
            }
            if let antecedent = antecedent(of: position..<end) {
                result.append(RecognizedMention(tokens: position..<end, antecedent: antecedent))
            }
            position = end
        }
        return result
    }

    private func isHyphenated(_ tokens: Range<Int>) -> Bool {
        tokens.dropFirst().allSatisfy { article.tokens[$0].gap == .hyphen }
    }

    private func antecedent(of words: Range<Int>) -> Int? {
        let position = words.lowerBound
        let word = article.tokens[position].key
        let isSentenceStart = article.tokens[position].shape.contains(.sentenceStart)
        if let holders = surnames[key(words)] {
            if isBesideCapital(words) || article.words[position].isCommon && isSentenceStart { return nil }
            return nearest(holders, position)
        }
        guard words.count == 1 else { return nil }
        if article.tokens[position].shape.contains(.upper), let acronym = acronyms[word] { return acronym }
        if isBesideCapital(words) { return nil }
        if position > 0, article.tokens[position - 1].key == Self.article, article.tokens[position].gap == .blank,
            let holder = heads[word], holder >= 0, mentions[holder].tokens.upperBound <= position
        {
            return holder
        }
        guard !shared.contains(word), !article.words[position].isCommon,
            let holders = firstNames[word] ?? middleNames[word]
        else { return nil }
        return nearest(holders, position)
    }

    private static let article = TokenKey.hash(of: "the")

    /// Whether the words are part of a longer run of capitals that was not taken for the full name ("Zeine Street").
    private func isBesideCapital(_ words: Range<Int>) -> Bool {
        let tokens = article.tokens
        let next = words.upperBound
        return next < tokens.count && (tokens[next].gap == .blank || tokens[next].gap == .hyphen)
            && tokens[next].shape.contains(.capitalized) && !article.isInTitle(words.lowerBound)
            && !CueWords.titles.contains(tokens[next].key)
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
