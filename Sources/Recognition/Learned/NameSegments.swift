import Tokenization

/// The stretches of tokens in which names may stand: capitalized words, names of the gazetteer, and what joins them.
///
/// All other tokens are outside of names; four of five need not be looked at.
struct NameSegments {
    private(set) var segments: [Range<Int>] = []
    private let tokens: [Token]
    private let traits: [WordTraits]
    private let joins: TokenShape = [.possessive, .hasDigit, .ampersand]

    init(_ article: TokenizedArticle, _ traits: [WordTraits], _ cover: NameCover) {
        tokens = article.tokens
        self.traits = traits
        var isCandidate = traits.map(\.isCapitalized)
        for position in tokens.indices.dropLast() where isLeadingParticle(position, isCandidate) {
            isCandidate[position] = true
        }
        for name in cover.names {
            for token in name.tokens { isCandidate[token] = true }
        }
        addJoins(to: &isCandidate)
        cut(isCandidate)
    }

    /// "al" of "al-Siddiq".
    private func isLeadingParticle(_ position: Int, _ isCandidate: [Bool]) -> Bool {
        !isCandidate[position] && isCandidate[position + 1] && tokens[position + 1].gap <= .hyphen
            && traits[position].cues.contains(.particle)
    }

    /// Adds small words and possessives between two candidates, and numbers beside one.
    private func addJoins(to isCandidate: inout [Bool]) {
        let base = isCandidate
        for position in tokens.indices where !base[position] && isJoin(position) {
            var last = position
            while last + 1 < tokens.count, !base[last + 1], last - position < 2, isJoined(last + 1), isJoin(last + 1) {
                last += 1
            }
            let isBetween =
                position > 0 && isCandidate[position - 1] && isJoined(position) && last + 1 < tokens.count
                && base[last + 1] && isJoined(last + 1)
            isCandidate[position] = isBetween || isNumberBesideName(position, base)
        }
    }

    private func isNumberBesideName(_ position: Int, _ base: [Bool]) -> Bool {
        guard tokens[position].shape.contains(.hasDigit) else { return false }
        if position > 0, base[position - 1], tokens[position].gap <= .hyphen { return true }
        return position + 1 < tokens.count && base[position + 1] && tokens[position + 1].gap <= .hyphen
    }

    private func isJoin(_ position: Int) -> Bool {
        !tokens[position].shape.isDisjoint(with: joins)
            || !traits[position].cues.isDisjoint(with: [.connector, .particle])
    }

    private func isJoined(_ position: Int) -> Bool { tokens[position].gap <= .apostrophe }

    private mutating func cut(_ isCandidate: [Bool]) {
        var position = 0
        while position < tokens.count {
            guard isCandidate[position] else {
                position += 1
                continue
            }
            var end = position + 1
            while end < tokens.count, isCandidate[end], tokens[end].sentence == tokens[position].sentence,
                tokens[end].gap != .paragraph
            {
                end += 1
            }
            segments.append(position..<end)
            position = end
        }
    }
}
