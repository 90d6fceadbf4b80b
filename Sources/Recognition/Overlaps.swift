import NewsModel
import Tokenization

/// Decides between matches and guesses that share tokens, as a reader would.
struct Overlaps {
    private let article: TokenizedArticle

    init(_ article: TokenizedArticle) { self.article = article }

    /// Words of a name; an article at its beginning makes it no longer ("The State Department" is the State Department).
    private func length(_ mention: RecognizedMention) -> Int {
        let count = mention.tokens.count
        return article.tokens[mention.tokens.lowerBound].key == Self.article ? count - 1 : count
    }

    private static let article = TokenKey.hash(of: "the")

    /// The mentions that stay, in order, none overlapping another.
    func resolve(_ matches: [RecognizedMention], _ guesses: [RecognizedMention]) -> [RecognizedMention] {
        var taken = [Bool](repeating: false, count: article.tokens.count)
        var result: [RecognizedMention] = []
        // The longer name first, the gazetteer's before a guess of the same length, the earlier before the later.
        let all = matches + guesses
        // Numbers are sorted rather than mentions, which are large.
        let ranks = all.map { (length: length($0), isGuess: $0.names.isEmpty, start: $0.tokens.lowerBound) }
        let ranked = all.indices.sorted { left, right in
            let (left, right) = (ranks[left], ranks[right])
            if left.length != right.length { return left.length > right.length }
            if left.isGuess != right.isGuess { return right.isGuess }
            return left.start < right.start
        }
        var guessedKinds: [Range<Int>: RecognizedMention] = [:]
        for guess in guesses { guessedKinds[guess.tokens] = guess }
        for number in ranked where !all[number].tokens.contains(where: { taken[$0] }) {
            var mention = all[number]
            for token in mention.tokens { taken[token] = true }
            // What shape and neighbours say of a gazetteer's name helps linking to tell who is meant.
            if let same = guessedKinds[mention.tokens] {
                mention.guess = same.guess
                mention.hasTitle = same.hasTitle
            }
            result.append(mention)
        }
        return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
