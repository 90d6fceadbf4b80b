import Tokenization

/// Words to look for in stories.
///
///     let query = try FullTextQuery("\"niamey coup\" (army OR junta) -football", tokenizer: Tokenizer())
///
/// Words must all be there; `"…"` is a phrase, `-` excludes, `OR` chooses, `( )` groups, `niam*` is the beginning of a word,
/// `title:` and `text:` look there alone. What is looked for goes through `Tokenizer.searchWords` as stories did, and into
/// SQLite word by word in quotes, so that nothing a user writes is read as SQLite's own query language.
public struct FullTextQuery: Sendable, Equatable {
    let expression: FullTextExpression

    /// Reads a question.
    public init(_ text: String, tokenizer: Tokenizer) throws(FullTextError) {
        var parser = FullTextParser(text, tokenizer: tokenizer)
        expression = try parser.parse()
    }

    /// The question in the language of FTS5.
    var match: String { expression.match }

    /// What a story may have that answers the question: all terms that are not excluded.
    var terms: [FullTextTerm] { expression.terms }
}

/// What a question to the full-text index means.
indirect enum FullTextExpression: Sendable, Equatable {
    case term(FullTextTerm)
    /// All of them.
    case all([FullTextExpression])
    /// At least one of them.
    case any([FullTextExpression])
    /// The first but none of the others.
    case except(FullTextExpression, [FullTextExpression])

    /// The expression in the language of FTS5.
    var match: String {
        switch self {
        case .term(let term): term.match
        case .all(let parts): Self.joined(parts, "AND")
        case .any(let parts): Self.joined(parts, "OR")
        case .except(let wanted, let excluded): "(\(wanted.match) NOT \(Self.joined(excluded, "OR")))"
        }
    }

    var terms: [FullTextTerm] {
        switch self {
        case .term(let term): [term]
        case .all(let parts), .any(let parts): parts.flatMap(\.terms)
        case .except(let wanted, _): wanted.terms
        }
    }

    private static func joined(_ parts: [FullTextExpression], _ sign: String) -> String {
        "(" + parts.map(\.match).joined(separator: " \(sign) ") + ")"
    }
}

/// A word, or words that stand one after the other.
struct FullTextTerm: Sendable, Equatable {
    /// Where a term is looked for.
    enum Field: String, Sendable, CaseIterable {
        case title
        case text
    }

    /// As the full-text index has them: keys of tokens without diacritics, divided at what stands inside them.
    var words: [String]
    /// Whether the last word is only the beginning of one.
    var isPrefix = false
    /// Where it must stand; anywhere when `nil`.
    var field: Field?

    /// The term in the language of FTS5: words have letters and digits only, and no quotation mark.
    var match: String {
        (field.map { "\($0.rawValue) : " } ?? "") + "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    }
}
