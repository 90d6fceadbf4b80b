import NewsModel
import Tokenization

/// Articles as token lines for annotators and taggers: a token, a tab, and a tag of the scheme IOB2 with the labels of
/// CoNLL-2003; a blank line after each sentence, and "-DOCSTART-" before each article.
///
/// Tokens are those that Gazette tags, and each mark between them.
public struct TokenLines {
    private let tokenizer: Tokenizer
    private var tokenized = TokenizedText()

    /// Opens a tokenizer.
    /// - Throws: `TokenizationError.noBreakRules` when ICU has no data.
    public init() throws(TokenizationError) { tokenizer = try Tokenizer() }

    /// The lines of an article with some of its mentions, title first.
    public mutating func lines(of article: Article, _ mentions: [Mention]) -> [UInt8] {
        var lines = Array("-DOCSTART-\tO\n\n".utf8)
        append(article.title, mentions.filter { $0.zone == .title }, to: &lines)
        append(article.text, mentions.filter { $0.zone != .title }, to: &lines)
        return lines
    }

    private mutating func append(_ text: String, _ mentions: [Mention], to lines: inout [UInt8]) {
        tokenizer.tokenize(text, into: &tokenized)
        let bytes = Array(text.utf8)
        var tokens = tokenized.tokens[...]
        var tags = IOBTags(mentions)
        var position = 0
        for number in tokenized.sentences.indices {
            let length = lines.count
            while let token = tokens.first, Int(token.sentence) == number {
                appendMarks(bytes, position..<Int(token.start), &tags, to: &lines)
                append(bytes, token.span.start..<token.span.end, &tags, to: &lines)
                position = Int(token.end)
                tokens.removeFirst()
            }
            // Marks behind a sentence, up to a blank, are its own; opening marks are of the next.
            var end = tokens.first.map { Int($0.start) } ?? bytes.count
            if !tokens.isEmpty { end = bytes[position..<end].firstIndex { $0 <= 0x20 } ?? end }
            appendMarks(bytes, position..<end, &tags, to: &lines)
            position = end
            if lines.count > length { lines.append(0x0A) }
        }
    }

    /// Each character between words that is no blank is a token.
    private func appendMarks(_ bytes: [UInt8], _ range: Range<Int>, _ tags: inout IOBTags, to lines: inout [UInt8]) {
        var start = range.lowerBound
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            let end = start + UTF8.width(scalar)
            switch scalar.properties.generalCategory {
            case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator, .format: break
            default: append(bytes, start..<end, &tags, to: &lines)
            }
            start = end
        }
    }

    private func append(_ bytes: [UInt8], _ range: Range<Int>, _ tags: inout IOBTags, to lines: inout [UInt8]) {
        lines += bytes[range]
        lines.append(0x09)
        lines += tags.tag(of: range).utf8
        lines.append(0x0A)
    }
}

/// Gives tags to tokens in their order.
private struct IOBTags {
    /// In order of place.
    private var mentions: ArraySlice<Mention>
    private var isInside = false

    init(_ mentions: [Mention]) { self.mentions = mentions[...] }

    mutating func tag(of token: Range<Int>) -> String {
        while let mention = mentions.first, mention.span.end <= token.lowerBound {
            mentions.removeFirst()
            isInside = false
        }
        guard let mention = mentions.first, mention.span.start < token.upperBound else { return "O" }
        defer { isInside = true }
        return (isInside ? "I-" : "B-") + Self.label(mention.kind)
    }

    private static func label(_ kind: Kind) -> String {
        switch kind {
        case .person: "PER"
        case .organization: "ORG"
        case .country, .place: "LOC"
        case .event, .product, .other: "MISC"
        }
    }
}
