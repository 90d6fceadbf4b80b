import Gazetteers
import NewsModel
import Tokenization

/// An article as recognition and linking see it: title and body as one text, its tokens, and what is known of each word.
///
/// Made to be used again for the next article: the arrays keep their storage.
public struct TokenizedArticle {
    /// The title, a blank line, and the text; only the text when there is no title.
    public private(set) var bytes: [UInt8] = []
    /// Where the article's text begins in `bytes`.
    public private(set) var bodyStart = 0
    public private(set) var tokenized = TokenizedText()
    /// What the gazetteer knows of the word of each token; an empty record where it knows nothing, and for words in lower
    /// case that no name begins with.
    public private(set) var words: [WordRecord] = []
    /// The tokens that may begin a name of the gazetteer.
    public private(set) var starts = NameStarts()
    /// The day of publication, when known.
    public private(set) var published: CalendarDate?

    /// An empty article.
    public init() {}

    /// The tokens of title and body.
    public var tokens: [Token] { tokenized.tokens }

    /// Puts an article in the place of the one before.
    public mutating func read(_ article: Article, tokenizer: Tokenizer, index: GazetteerIndex) {
        bytes.removeAll(keepingCapacity: true)
        if !article.title.isEmpty {
            bytes += article.title.utf8
            bytes += [0x0A, 0x0A]
        }
        bodyStart = bytes.count
        bytes += article.text.utf8
        bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokenized) }
        index.lookUp(tokenized.tokens, into: &words, starts: &starts)
        published = article.published.flatMap { CalendarDate($0) }
    }

    /// The text of a range of tokens as it stands in the article.
    public func text(_ range: Range<Int>) -> String {
        let span = self.span(range)
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    /// Where a range of tokens stands in `bytes`.
    public func span(_ range: Range<Int>) -> UTF8Span {
        UTF8Span(start: Int(tokens[range.lowerBound].start), end: Int(tokens[range.upperBound - 1].end))
    }

    /// Where a name stands in `bytes`: its tokens, and the full stop that its last word is written with ("Fla.").
    public func spanOfName(_ range: Range<Int>) -> UTF8Span {
        var span = self.span(range)
        if span.end < bytes.count, bytes[span.end] == UInt8(ascii: "."),
            CueWords.abbreviations.contains(tokens[range.upperBound - 1].key)
        {
            span.end += 1
        }
        return span
    }

    /// Whether a token stands in the title.
    public func isInTitle(_ token: Int) -> Bool { Int(tokens[token].start) < bodyStart }
}

extension TokenizedArticle {
    /// The normalized key of a token, as text.
    public func key(_ token: Int) -> String {
        let span = tokens[token].span
        return bytes[span.start..<span.end].withUnsafeBufferPointer {
            String(decoding: TokenKey.key(of: $0), as: UTF8.self)
        }
    }

    /// The text of a range of tokens on one line.
    public func flatText(_ range: Range<Int>) -> String {
        let span = self.span(range)
        // Most names are plain words with single blanks between.
        var last: UInt8 = 0
        let isFlat = bytes[span.start..<span.end].allSatisfy { byte in
            defer { last = byte }
            return (0x20..<0x80).contains(byte) && (byte != 0x20 || last != 0x20)
        }
        if isFlat { return text(range) }
        return text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
