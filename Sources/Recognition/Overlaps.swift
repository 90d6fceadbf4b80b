import NewsModel
import Tokenization

/// Decides between names of the gazetteer and learned names that share tokens, as a reader would.
struct Overlaps {
    private let article: TokenizedArticle
    private let learned: LearnedRecognizer

    init(_ article: TokenizedArticle, _ learned: LearnedRecognizer) {
        self.article = article
        self.learned = learned
    }

    /// How much more likely a name is for standing in the gazetteer, and for each word of it beyond the first.
    private static let gazetteerShare: Float = 0.25
    private static let gazetteerSharePerWord: Float = 0.1
    /// Less likely names say nothing of what a lone word elsewhere means.
    private static let leastSureProbability: Float = 0.6

    /// The mentions that stay, in order, none overlapping another: the likeliest first, the longer of equals.
    func resolve(_ matches: [RecognizedMention]) -> [RecognizedMention] {
        var all: [RecognizedMention] = []
        var ranks: [(value: Float, length: Int, start: Int)] = []
        let names = learned.names()
        for var match in matches {
            match.kindSupport = learned.support(match.tokens)
            all.append(match)
            let words = min(length(match.tokens) - 1, 3)
            ranks.append(
                (
                    (match.kindSupport?.name ?? 0) + Self.gazetteerShare + Float(words) * Self.gazetteerSharePerWord,
                    match.tokens.count, match.tokens.lowerBound
                ))
        }
        var nameAt: [Range<Int>: LearnedRecognizer.Name] = [:]
        for name in names where name.nameClass != .other { nameAt[name.tokens] = name }
        let known = Set(matches.map(\.tokens))
        for name in names where name.nameClass != .other && !known.contains(name.tokens) {
            var mention = RecognizedMention(tokens: name.tokens)
            mention.kindSupport = learned.support(name.tokens)
            all.append(mention)
            ranks.append((mention.kindSupport?.name ?? 0, name.tokens.count, name.tokens.lowerBound))
        }
        let order = all.indices.sorted { left, right in
            let (left, right) = (ranks[left], ranks[right])
            return (right.value, right.length, left.start) < (left.value, left.length, right.start)
        }
        var taken = [Bool](repeating: false, count: article.tokens.count)
        var result: [RecognizedMention] = []
        for number in order where !all[number].tokens.contains(where: { taken[$0] }) {
            for token in all[number].tokens { taken[token] = true }
            if let name = nameAt[all[number].tokens] {
                all[number].guess = name.nameClass.kind
                all[number].isWeakGuess = name.probability < Self.leastSureProbability
            }
            result.append(all[number])
        }
        return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Words of a name; an article at its beginning makes it no longer ("The State Department" is the State Department).
    private func length(_ tokens: Range<Int>) -> Int {
        article.tokens[tokens.lowerBound].key == Self.article ? tokens.count - 1 : tokens.count
    }

    private static let article = TokenKey.hash(of: "the")
}
