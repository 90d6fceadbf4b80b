import NewsModel
import Tokenization

/// Decides between names of the gazetteer and learned names that share tokens, as a reader would.
struct Overlaps {
    private let article: TokenizedArticle
    private let learned: LearnedRecognizer?
    private let names: [LearnedRecognizer.Name]
    /// Number of the learned name over each token; -1 where there is none.
    private let nameOfToken: [Int32]

    init(_ article: TokenizedArticle, _ learned: LearnedRecognizer?) {
        self.article = article
        self.learned = learned
        names = learned?.names() ?? []
        var owners = [Int32](repeating: -1, count: article.tokens.count)
        for (number, name) in names.enumerated() {
            for token in name.tokens { owners[token] = Int32(number) }
        }
        nameOfToken = owners
    }

    /// What standing in the gazetteer counts beside the probabilities of learned names: for one word, for several, and for
    /// each of these.
    private static let knownWord: Float = 0.25
    private static let knownName: Float = 0.5
    private static let knownNamePerWord: Float = 0.1
    private static let innerLoss: Float = 0.01
    /// How likely an event or work must be to be told by its words alone.
    private static let leastProbabilityOfOther: Float = 0.5
    /// How likely a common word that begins a sentence must be a person.
    private static let leastProbabilityOfOrdinary: Float = 0.9
    /// A common word in a headline is a surname where so many known people bear it.
    private static let leastFamilies = 40
    /// Less likely names say nothing of what a lone word elsewhere means.
    private static let leastSureProbability: Float = 0.3

    /// A mention with its rank among those that share tokens with it.
    private struct Contender {
        var mention: RecognizedMention
        var value: Float
    }

    /// The mentions that stay, in order, none overlapping another: the likeliest first, the longer of equals.
    func resolve(_ matches: [RecognizedMention]) -> [RecognizedMention] {
        var contenders = matches.map { contender($0) }
        let known = Set(matches.map(\.tokens))
        for name in names
        where !known.contains(name.tokens) && isMention(name) && !joinsTwo(name.tokens, of: known)
            && !(name.nameClass == .other && isMadeOfKnown(name.tokens, known))
        {
            contenders.append(Contender(mention: mention(of: name), value: learned?.support(name.tokens)?.name ?? 0))
        }
        rankInnerNames(&contenders)
        let order = contenders.indices.sorted { left, right in
            let (left, right) = (contenders[left], contenders[right])
            if left.value != right.value { return left.value > right.value }
            return (right.mention.tokens.count, left.mention.tokens.lowerBound)
                < (left.mention.tokens.count, right.mention.tokens.lowerBound)
        }
        var taken = [Bool](repeating: false, count: article.tokens.count)
        var result: [RecognizedMention] = []
        for number in order {
            let mention = contenders[number].mention
            guard !mention.tokens.contains(where: { taken[$0] }) else { continue }
            for token in mention.tokens { taken[token] = true }
            result.append(mention)
        }
        return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Lets a name that the gazetteer has for more words go before those inside it.
    private func rankInnerNames(_ contenders: inout [Contender]) {
        var longest = [Int32](repeating: -1, count: article.tokens.count)
        for (number, contender) in contenders.enumerated()
        where contender.mention.tokens.count > 1 && !contender.mention.names.isEmpty {
            for token in contender.mention.tokens {
                let other = longest[token]
                if other < 0 || contenders[Int(other)].mention.tokens.count < contender.mention.tokens.count {
                    longest[token] = Int32(number)
                }
            }
        }
        for number in contenders.indices {
            let tokens = contenders[number].mention.tokens
            let outer = longest[tokens.lowerBound]
            guard outer >= 0, outer == longest[tokens.upperBound - 1], Int(outer) != number,
                contenders[Int(outer)].mention.tokens.count > tokens.count,
                isCapitalized(contenders[Int(outer)].mention.tokens)
            else { continue }
            contenders[number].value = min(contenders[number].value, contenders[Int(outer)].value - Self.innerLoss)
        }
    }

    private func isCapitalized(_ tokens: Range<Int>) -> Bool {
        article.tokens[tokens.lowerBound].shape.contains(.capitalized)
            && article.tokens[tokens.upperBound - 1].shape.contains(.capitalized)
    }

    private func contender(_ match: RecognizedMention) -> Contender {
        var match = match
        match.kindSupport = learned?.support(match.tokens)
        if let name = name(over: match.tokens), name.tokens == match.tokens, name.nameClass != .other {
            match.guess = name.nameClass.kind
            match.isWeakGuess = name.probability < Self.leastSureProbability
        }
        return Contender(mention: match, value: (match.kindSupport?.name ?? 0) + worthOfKnowing(match.tokens))
    }

    /// What it counts that the gazetteer knows a name: nothing inside a longer learned one.
    private func worthOfKnowing(_ tokens: Range<Int>) -> Float {
        if let name = name(over: tokens), name.tokens.count > tokens.count, isMention(name) { return 0 }
        // An article at its beginning makes a name no longer.
        let count = article.tokens[tokens.lowerBound].key == Self.article ? tokens.count - 1 : tokens.count
        if !isCapitalized(tokens) { return Self.knownWord }
        return count < 2 ? Self.knownWord : Self.knownName + Float(min(count, 4)) * Self.knownNamePerWord
    }

    /// The learned name over all of some tokens.
    private func name(over tokens: Range<Int>) -> LearnedRecognizer.Name? {
        let number = nameOfToken[tokens.lowerBound]
        guard number >= 0, nameOfToken[tokens.upperBound - 1] == number else { return nil }
        return names[Int(number)]
    }

    /// "Niger-Benin": two names of the gazetteer with a hyphen.
    private func joinsTwo(_ tokens: Range<Int>, of known: Set<Range<Int>>) -> Bool {
        tokens.dropFirst().contains { middle in
            article.tokens[middle].gap == .hyphen && known.contains(tokens.lowerBound..<middle)
                && known.contains(middle..<tokens.upperBound)
        }
    }

    /// "2015 Paris", "Anti-Trump", "Ohio Republican": nothing but names of the gazetteer, figures and what a hyphen joins.
    private func isMadeOfKnown(_ tokens: Range<Int>, _ known: Set<Range<Int>>) -> Bool {
        var position = tokens.lowerBound
        while position < tokens.upperBound {
            let end = (position + 1..<tokens.upperBound + 1).last { known.contains(position..<$0) }
            let isJoined = position + 1 < tokens.upperBound && article.tokens[position + 1].gap == .hyphen
            guard end != nil || isJoined || article.tokens[position].shape.contains(.hasDigit) else { return false }
            position = end ?? position + 1
        }
        return true
    }

    /// Whether a learned name is a mention by itself.
    private func isMention(_ name: LearnedRecognizer.Name) -> Bool {
        switch name.nameClass {
        case .other: name.tokens.count >= 2 && name.probability >= Self.leastProbabilityOfOther
        case .person: !isOrdinary(name)
        case .place, .organization: true
        }
    }

    /// A person called by a common word, where the capital may come from elsewhere: "Bill 47", "Ghana Fishermen".
    private func isOrdinary(_ name: LearnedRecognizer.Name) -> Bool {
        let last = name.tokens.upperBound - 1
        let word = article.words[last]
        guard word.isCommon else { return false }
        if name.tokens.count == 1 {
            let token = article.tokens[last]
            return token.shape.contains(.sentenceStart)
                && (article.isInTitle(last) || name.probability < Self.leastProbabilityOfOrdinary)
        }
        return article.isInTitle(last) && word.family < Self.leastFamilies
    }

    private func mention(of name: LearnedRecognizer.Name) -> RecognizedMention {
        var mention = RecognizedMention(tokens: name.tokens, guess: name.nameClass.kind)
        mention.kindSupport = learned?.support(name.tokens)
        mention.isWeakGuess = name.probability < Self.leastSureProbability
        return mention
    }

    private static let article = TokenKey.hash(of: "the")
}
