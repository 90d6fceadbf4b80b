import NewsModel
import Tokenization

/// How a story uses its capitalized words elsewhere.
struct StoryWords {
    /// What the story shows of one word.
    struct Use {
        /// Occurrences with a capital in the middle of sentences.
        var capitalized = 0
        /// Occurrences in lower case.
        var lower = 0
        /// The kinds of longer gazetteer names that it is the first, last and middle word of, a bit each.
        var partsOfNames: (first: UInt8, last: UInt8, middle: UInt8) = (0, 0, 0)
        /// It follows "Mr" or the like somewhere, or a first name.
        var isAfterHonorific = false
        var isAfterGivenName = false
    }

    private var uses: [UInt64: Use] = [:]

    init(_ article: TokenizedArticle, _ traits: [WordTraits], _ cover: NameCover) {
        let tokens = article.tokens
        uses.reserveCapacity(tokens.count / 8)
        for (position, trait) in traits.enumerated() where trait.isCapitalized {
            var use = uses[trait.key, default: Use()]
            if !trait.isSentenceStart { use.capitalized += 1 }
            if let name = cover.name(position), name.tokens.count >= 2 { Self.note(name, position, in: &use) }
            if position > 0, traits[position - 1].isCapitalized {
                let gap = tokens[position].gap
                if gap <= .period, traits[position - 1].cues.contains(.honorific) { use.isAfterHonorific = true }
                if gap <= .blank, traits[position - 1].given >= 2, !article.words[position - 1].isCommon,
                    tokens[position - 1].sentence == tokens[position].sentence
                {
                    use.isAfterGivenName = true
                }
            }
            uses[trait.key] = use
        }
        countLowerCase(traits)
    }

    /// What the story shows of the word with a key.
    func use(_ key: UInt64) -> Use { uses[key] ?? Use() }

    private mutating func countLowerCase(_ traits: [WordTraits]) {
        let capitalized = HashSet64(uses.keys)
        for trait in traits where !trait.isCapitalized && capitalized.contains(trait.key) {
            uses[trait.key]?.lower += 1
        }
    }

    private static func note(_ name: NameCover.Name, _ position: Int, in use: inout Use) {
        switch name.position(position) {
        case 1: use.partsOfNames.first |= name.kinds
        case 2: use.partsOfNames.last |= name.kinds
        default: use.partsOfNames.middle |= name.kinds
        }
    }
}
