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
        let ranked = (matches + guesses).sorted { left, right in
            let (leftLength, rightLength) = (length(left), length(right))
            if leftLength != rightLength { return leftLength > rightLength }
            if left.names.isEmpty != right.names.isEmpty { return right.names.isEmpty }
            return left.tokens.lowerBound < right.tokens.lowerBound
        }
        var guessedKinds: [Range<Int>: RecognizedMention] = [:]
        for guess in guesses { guessedKinds[guess.tokens] = guess }
        for var mention in ranked where !mention.tokens.contains(where: { taken[$0] }) {
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
