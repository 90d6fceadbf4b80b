import Gazetteers
import NewsModel
import Tokenization

/// Finds the mentions of an article: gazetteer names, guessed names, and short forms of names given in full.
///
///     let mentions = Recognizer(index: index).mentions(in: article)
///
/// The mentions come in order and do not overlap. Which entity each means is left to linking.
public struct Recognizer: Sendable {
    private let index: GazetteerIndex
    private let model: NameModel
    private let matcher: GazetteerMatcher

    /// A recognizer of the names of an index, and of others by a model.
    public init(index: GazetteerIndex, model: NameModel, diacritics: Diacritics = .loose) {
        self.index = index
        self.model = model
        matcher = GazetteerMatcher(index: index, diacritics: diacritics)
    }

    /// The mentions of an article in order of their place.
    public func mentions(in article: TokenizedArticle) -> [RecognizedMention] {
        var found: [GazetteerMatch] = []
        matcher.findMatches(in: article, into: &found)
        let matches =
            matcher.mentions(of: found, in: article)
            + SpellingMatcher(index: index).mentions(in: article, besides: found)
        // Without a table of common words nothing tells a name from a word: only what is asked for is looked for.
        let learned = index.knowsCommonWords ? LearnedRecognizer(article, found, index, model) : nil
        let chosen = Overlaps(article, learned).resolve(matches)
        let full = withAlternatives(chosen.map { noted($0, article) }, found, learned, article)
        let names = StoryNames(article, full, isPerson: isPerson, isOrganization: isOrganization)
        return merged(full, names.shortForms(), article)
    }

    /// Gives each mention the names that share words with it and with no other mention.
    private func withAlternatives(
        _ mentions: [RecognizedMention], _ matches: [GazetteerMatch], _ learned: LearnedRecognizer?,
        _ article: TokenizedArticle
    ) -> [RecognizedMention] {
        var owners = [Int32](repeating: -1, count: article.tokens.count)
        for (number, mention) in mentions.enumerated() {
            for token in mention.tokens { owners[token] = Int32(number) }
        }
        var result = mentions
        for match in matches {
            let touched = match.tokens.lazy.map { owners[$0] }.filter { $0 >= 0 }
            guard let owner = touched.first, touched.allSatisfy({ $0 == owner }),
                mentions[Int(owner)].tokens != match.tokens,
                !mentions[Int(owner)].names.isEmpty
            else { continue }
            var alternative = noted(matcher.mention(of: match, in: article), article)
            alternative.kindSupport = learned?.support(match.tokens)
            result[Int(owner)].alternatives.append(alternative)
        }
        for number in result.indices where result[number].alternatives.count > 1 {
            result[number].alternatives.sort {
                ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound)
            }
        }
        return result
    }

    /// Puts short forms in their places; where the gazetteer has the same words, both readings stay with the mention.
    private func merged(
        _ full: [RecognizedMention], _ short: [RecognizedMention], _ article: TokenizedArticle
    ) -> [RecognizedMention] {
        var mentions = full
        var owners = [Int32](repeating: -1, count: article.tokens.count)
        for (number, mention) in full.enumerated() {
            for token in mention.tokens { owners[token] = Int32(number) }
        }
        for form in short {
            let number = Int(owners[form.tokens.lowerBound])
            if number >= 0, full[number].tokens == form.tokens {
                mentions[number].antecedent = form.antecedent == number ? nil : form.antecedent
            } else if form.tokens.allSatisfy({ owners[$0] < 0 }) {
                mentions.append(noted(form, article))
            }
        }
        // Antecedents are numbers of `full`, which sorting moves.
        let order = mentions.indices.sorted { mentions[$0].tokens.lowerBound < mentions[$1].tokens.lowerBound }
        var place = [Int](repeating: 0, count: mentions.count)
        for (new, old) in order.enumerated() { place[old] = new }
        return order.map { old in
            var mention = mentions[old]
            mention.antecedent = mention.antecedent.map { place[$0] }
            return mention
        }
    }

    /// Notes the letter case and the title around a mention.
    private func noted(_ mention: RecognizedMention, _ article: TokenizedArticle) -> RecognizedMention {
        var mention = mention
        let first = mention.tokens.lowerBound
        let token = article.tokens[first]
        mention.isCaseWeak =
            mention.tokens.count == 1 && (token.shape.contains(.sentenceStart) || article.isInTitle(first))
        if first > 0, token.gap <= .period, article.tokens[first - 1].sentence == token.sentence {
            mention.hasTitle = mention.hasTitle || CueWords.titles.contains(article.tokens[first - 1].key)
        }
        return mention
    }

    private func isPerson(_ mention: RecognizedMention) -> Bool {
        mention.guess == .person || hasKind(mention) { $0 == .person }
    }

    private func isOrganization(_ mention: RecognizedMention) -> Bool {
        mention.guess == .organization || hasKind(mention) { $0 == .organization }
    }

    private func hasKind(_ mention: RecognizedMention, _ isWanted: (Kind) -> Bool) -> Bool {
        mention.names.contains { isWanted(index.kind(ofEntity: Int(index.name($0).entity))) }
    }
}
