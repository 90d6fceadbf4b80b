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

    private var words: KeyNumbers
    /// The use of each word, by its number.
    private var uses: [Use] = []

    init(_ article: TokenizedArticle, _ traits: [WordTraits], _ cover: NameCover) {
        let tokens = article.tokens
        words = KeyNumbers(capacity: traits.count { $0.isCapitalized })
        for (position, trait) in traits.enumerated() where trait.isCapitalized {
            let word = words.insert(trait.key)
            if word == uses.count { uses.append(Use()) }
            if !trait.isSentenceStart { uses[word].capitalized += 1 }
            if let name = cover.name(position), name.tokens.count >= 2 { Self.note(name, position, in: &uses[word]) }
            if position > 0, traits[position - 1].isCapitalized {
                let gap = tokens[position].gap
                if gap <= .period, traits[position - 1].cues.contains(.honorific) { uses[word].isAfterHonorific = true }
                if gap <= .blank, traits[position - 1].given >= 2, !article.words[position - 1].isCommon,
                    tokens[position - 1].sentence == tokens[position].sentence
                {
                    uses[word].isAfterGivenName = true
                }
            }
        }
        for trait in traits where !trait.isCapitalized {
            if let word = words.number(of: trait.key) { uses[word].lower += 1 }
        }
    }

    /// What the story shows of the word with a key.
    func use(_ key: UInt64) -> Use { words.number(of: key).map { uses[$0] } ?? Use() }

    private static func note(_ name: NameCover.Name, _ position: Int, in use: inout Use) {
        switch name.position(position) {
        case 1: use.partsOfNames.first |= name.kinds
        case 2: use.partsOfNames.last |= name.kinds
        default: use.partsOfNames.middle |= name.kinds
        }
    }
}
