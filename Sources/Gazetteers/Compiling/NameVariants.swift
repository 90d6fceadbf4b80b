import NewsModel
import Tokenization

/// A name as it goes into the tree: token keys and case rules.
struct NameVariant {
    /// As the table has it.
    var text: String
    /// Hashes of token keys.
    var tokens: [UInt64]
    /// Bit i: a comma stands before token i.
    var commas: UInt16
    var form: MentionForm
    var flags: NameFlags
    var capitals: UInt16
    var uppers: UInt16

    /// The steps from the root of the tree to the name: its tokens, and its commas.
    var path: [UInt64] {
        guard commas != 0 else { return tokens }
        return tokens.enumerated().flatMap { number, key in
            commas & (1 << UInt16(number)) == 0 ? [key] : [IndexFormat.comma, key]
        }
    }

    func record(entity: Int) -> NameRecord {
        var record = NameRecord()
        record.entity = UInt32(entity)
        record.formNumber = UInt8(MentionForm.allCases.firstIndex(of: form) ?? 0)
        record.flags = flags
        record.capitals = capitals
        record.uppers = uppers
        return record
    }
}

/// Makes the names by which text may call an entity: those of its row, and those without diacritics or a leading "The".
struct NameVariants {
    private let tokenizer: Tokenizer
    private let stops: Set<String>

    init(stops: Set<String>) throws(TokenizationError) {
        tokenizer = try Tokenizer()
        self.stops = stops
    }

    /// All names of an entity, each once. `isCommon` tells whether the key of a token is more a common word than a name.
    func names(of entity: EntityRow, isCommon: (UInt64) -> Bool) -> [NameVariant] {
        var variants: [NameVariant] = []
        var ambiguous: Set<String> = []
        for alias in entity.aliases where alias.isAmbiguous { ambiguous.insert(alias.name) }
        let named = [Alias(name: entity.name, form: .name)] + entity.aliases
        for alias in named where !stops.contains(alias.name) {
            let isAmbiguous = alias.isAmbiguous || ambiguous.contains(alias.name)
            add(alias.name, alias.form, isAmbiguous ? [.ambiguous] : [], entity, isCommon, to: &variants)
            let bare = withoutMarks(alias.name)
            if bare != alias.name {
                add(
                    bare, alias.form, isAmbiguous ? [.ambiguous, .derived, .unmarked] : [.derived, .unmarked], entity,
                    isCommon, to: &variants)
            }
        }
        return variants
    }

    /// The last word of a person's name, by which newspapers call who holds an office ("Prime Minister Johnson").
    func surname(of person: EntityRow, besides names: [NameVariant], isCommon: (UInt64) -> Bool) -> NameVariant? {
        guard let last = person.name.split(separator: " ").dropFirst().last,
            var variant = variant(of: String(last), .surname, [.ambiguous, .derived, .needsTitle], person, isCommon),
            variant.tokens.count == 1, variant.uppers == 0, !names.contains(where: { $0.path == variant.path })
        else { return nil }
        variant.flags.insert(.ambiguous)
        return variant
    }

    private func add(
        _ name: String, _ form: MentionForm, _ flags: NameFlags, _ entity: EntityRow, _ isCommon: (UInt64) -> Bool,
        to variants: inout [NameVariant]
    ) {
        guard var variant = variant(of: name, form, flags, entity, isCommon) else { return }
        if !variants.contains(where: { $0.path == variant.path && $0.uppers == variant.uppers }) {
            variants.append(variant)
        }
        guard name.hasPrefix("The "), variant.tokens.count >= 3 else { return }
        variant.tokens.removeFirst()
        variant.commas >>= 1
        variant.capitals >>= 1
        variant.uppers >>= 1
        variant.flags.insert(.derived)
        if !variants.contains(where: { $0.path == variant.path }) { variants.append(variant) }
    }

    private func variant(
        of name: String, _ form: MentionForm, _ flags: NameFlags, _ entity: EntityRow, _ isCommon: (UInt64) -> Bool
    ) -> NameVariant? {
        let tokens = tokenizer.tokensOfName(name)
        guard let first = tokens.first, tokens.count <= IndexFormat.mostTokens else { return nil }
        var variant = NameVariant(text: name, tokens: [], commas: 0, form: form, flags: flags, capitals: 0, uppers: 0)
        for (index, token) in tokens.enumerated() {
            // "the West Bank" is the West Bank with its article.
            if index == 0, token.key == Self.article, !token.shape.contains(.capitalized), tokens.count > 1 {
                return self.variant(of: String(name.dropFirst(4)), form, flags, entity, isCommon)
            }
            let bit = UInt16(1) << UInt16(index)
            if index > 0, token.gap == .comma { variant.commas |= bit }
            if token.shape.contains(.capitalized) { variant.capitals |= bit }
            let letters = token.span.count
            if token.shape.contains(.upper), letters >= 2, letters <= 6, !token.shape.contains(.ampersand) {
                variant.uppers |= bit
            }
            variant.tokens.append(token.key)
        }
        if OfficialWords.rolesInLowerCase.contains(entity.role) { relaxOfficialWords(tokens, &variant) }
        // A name in lower case throughout would match running text; figures alone would too.
        guard variant.capitals != 0 || tokens.contains(where: { $0.shape.isSuperset(of: [.hasDigit, .hasLower]) })
        else {
            return nil
        }
        if tokens.count == 1, variant.uppers == 0, form != .demonym, isCommon(first.key) {
            variant.flags.insert(.ambiguous)
        }
        return variant
    }

    /// The name to be found by other spellings; `nil` for one that other spellings may not stand for.
    func spelling(of variant: NameVariant) -> NameSpelling? {
        guard variant.commas == 0, variant.flags.isDisjoint(with: [.ambiguous, .derived]), variant.tokens.count >= 2
        else { return nil }
        return NameSpelling(name: variant.text)
    }

    private static let article = TokenKey.hash(of: "the")

    /// Lets "Russian defence ministry" match "Russian Defence Ministry": official words need no capital beside a name.
    private func relaxOfficialWords(_ tokens: [Token], _ variant: inout NameVariant) {
        var relaxed = variant.capitals
        for (index, token) in tokens.enumerated() where OfficialWords.keys.contains(token.key) {
            relaxed &= ~(UInt16(1) << UInt16(index))
        }
        if relaxed != 0 { variant.capitals = relaxed }
    }
}

/// Words that newspapers write with or without a capital when they stand in an institution's name.
enum OfficialWords {
    static let rolesInLowerCase: Set<String> = [
        "ministry", "armed force", "armed forces", "army", "navy", "air force", "court", "central bank", "parliament",
        "government",
        "police", "government agency",
    ]
    static let keys = HashSet64(
        """
        ministry minister ministries department defence defense foreign affairs interior finance health education justice
        energy agriculture trade transport labour labor economy environment army navy air force forces armed military
        supreme constitutional high appeal court central bank parliament senate national assembly government police
        """.split(whereSeparator: \.isWhitespace).map { TokenKey.hash(of: String($0)) })
}
