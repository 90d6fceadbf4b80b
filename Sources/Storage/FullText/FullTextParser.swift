import Tokenization

/// Reads questions to the full-text index, from left to right:
///
///     any    = all { "OR" all }
///     all    = part { [ "AND" ] part }
///     part   = [ "-" | "NOT" ] [ field ":" ] ( phrase [ "*" ] | "(" any ")" | word [ "*" ] )
struct FullTextParser {
    private let scalars: [Unicode.Scalar]
    private let tokenizer: Tokenizer
    private var position = 0
    private var depth = 0
    private var wordCount = 0

    private static let deepest = 32
    private static let mostWords = 256

    init(_ text: String, tokenizer: Tokenizer) {
        scalars = Array(text.unicodeScalars)
        self.tokenizer = tokenizer
    }

    /// The whole question.
    mutating func parse() throws(FullTextError) -> FullTextExpression {
        let expression = try any(in: nil)
        guard position == scalars.count else { throw .unevenBrackets }
        guard let expression else { throw .noWords }
        return expression
    }

    /// Parts of an OR; `nil` where no word stands.
    private mutating func any(in field: FullTextTerm.Field?) throws(FullTextError) -> FullTextExpression? {
        var parts: [FullTextExpression] = []
        var hasOr = false
        while true {
            let part = try all(in: field)
            if let part { parts.append(part) }
            let goesOn = take(operator: "OR")
            if (hasOr || goesOn) && part == nil { throw .openOr }
            guard goesOn else { return parts.count > 1 ? .any(parts) : parts.first }
            hasOr = true
        }
    }

    /// Parts that must all be there, up to an OR, a closing bracket or the end.
    private mutating func all(in field: FullTextTerm.Field?) throws(FullTextError) -> FullTextExpression? {
        var wanted: [FullTextExpression] = []
        var excluded: [FullTextExpression] = []
        while true {
            skipBlanks()
            guard let next = peek, next != ")", !startsOperator("OR") else { break }
            if take(operator: "AND") { continue }
            let isExcluded = takeMinus() || take(operator: "NOT")
            if isExcluded { skipBlanks() }
            guard let part = try part(in: field) else { continue }
            if isExcluded { excluded.append(part) } else { wanted.append(part) }
        }
        guard let first = wanted.first else {
            guard excluded.isEmpty else { throw .onlyExcluded }
            return nil
        }
        let all = wanted.count > 1 ? FullTextExpression.all(wanted) : first
        return excluded.isEmpty ? all : .except(all, excluded)
    }

    /// A word, phrase or group; `nil` where signs stand that are no word.
    private mutating func part(in outer: FullTextTerm.Field?) throws(FullTextError) -> FullTextExpression? {
        let field = takeField() ?? outer
        guard let next = peek else { return nil }
        switch next {
        case "(":
            position += 1
            depth += 1
            guard depth <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
            let group = try any(in: field)
            guard peek == ")" else { throw .unevenBrackets }
            position += 1
            depth -= 1
            return group
        case ")": return nil
        case _ where Self.isQuote(next):
            position += 1
            let start = position
            while let scalar = peek, !Self.isQuote(scalar) { position += 1 }
            guard peek != nil else { throw .openQuote }
            position += 1
            return try term(of: scalars[start..<(position - 1)], field)
        default:
            let start = position
            while let scalar = peek, !Self.endsWord(scalar) { position += 1 }
            return try term(of: scalars[start..<position], field)
        }
    }

    /// The term of some text and of a star behind it; `nil` where it has no word.
    private mutating func term(
        of text: ArraySlice<Unicode.Scalar>, _ field: FullTextTerm.Field?
    ) throws(FullTextError) -> FullTextExpression? {
        var isPrefix = false
        while peek == "*" {
            isPrefix = true
            position += 1
        }
        var string = String.UnicodeScalarView()
        string.append(contentsOf: text)
        let words = tokenizer.searchWords(of: String(string)).split(separator: " ").flatMap(indexedWords)
        if isPrefix, words.isEmpty { throw .starAlone }
        wordCount += words.count
        guard wordCount <= Self.mostWords else { throw .tooManyWords(limit: Self.mostWords) }
        return words.isEmpty ? nil : .term(FullTextTerm(words: words, isPrefix: isPrefix, field: field))
    }
}

extension FullTextParser {
    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func skipBlanks() {
        while let scalar = peek, scalar.properties.isWhitespace { position += 1 }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}"
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "(" || scalar == ")" || scalar == "*" || isQuote(scalar) || scalar.properties.isWhitespace
    }

    /// A minus that excludes stands before something; a hyphen inside a word does not get here.
    private mutating func takeMinus() -> Bool {
        guard peek == "-" || peek == "\u{2212}", position + 1 < scalars.count,
            !scalars[position + 1].properties.isWhitespace
        else { return false }
        position += 1
        return true
    }

    /// Whether an operator in capitals stands here, as a word by itself.
    private func startsOperator(_ name: String) -> Bool {
        let end = position + name.unicodeScalars.count
        guard end <= scalars.count, scalars[position..<end].elementsEqual(name.unicodeScalars) else { return false }
        return end == scalars.count || (Self.endsWord(scalars[end]) && scalars[end] != "*")
    }

    private mutating func take(operator name: String) -> Bool {
        guard startsOperator(name) else { return false }
        position += name.unicodeScalars.count
        return true
    }

    private mutating func takeField() -> FullTextTerm.Field? {
        for field in FullTextTerm.Field.allCases {
            let name = "\(field.rawValue):".unicodeScalars
            let end = position + name.count
            guard end < scalars.count, scalars[position..<end].elementsEqual(name),
                !scalars[end].properties.isWhitespace
            else { continue }
            position = end
            return field
        }
        return nil
    }
}
