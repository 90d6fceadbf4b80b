/// Finds the tokens and sentences of texts by ICU's word and sentence boundaries (UAX #29, root locale).
///
/// A tokenizer owns ICU iterators and is for one thread at a time.
///
///     let tokenizer = try Tokenizer()
///     var result = TokenizedText()
///     tokenizer.tokenize("Niger’s junta", into: &result)
///     result.tokens.count  // 3: Niger, ’s, junta
public final class Tokenizer {
    private let words: WordScanner
    private let sentenceBreaks: SentenceBreaks

    /// Opens ICU's iterators.
    /// - Throws: `TokenizationError.noBreakRules` when ICU has no data for them.
    public init() throws(TokenizationError) {
        words = try WordScanner()
        sentenceBreaks = try SentenceBreaks()
    }

    /// Replaces the content of `result` by the tokens and sentences of `text`.
    public func tokenize(_ text: String, into result: inout TokenizedText) {
        var copy = text
        copy.withUTF8 { tokenize($0, into: &result) }
    }

    /// Replaces the content of `result` by the tokens and sentences of `text`, which must be valid UTF-8.
    ///
    /// Linear in the length of the text; allocates nothing once the arrays of `result` are large enough.
    public func tokenize(_ text: UnsafeBufferPointer<UInt8>, into result: inout TokenizedText) {
        result.tokens.removeAll(keepingCapacity: true)
        result.sentences.removeAll(keepingCapacity: true)
        guard !text.isEmpty else { return }
        appendTokens(of: text, to: &result.tokens)
        sentenceBreaks.divide(text, into: &result)
    }

    /// The tokens of a single name, all in one sentence.
    public func tokensOfName(_ name: String) -> [Token] {
        var tokens: [Token] = []
        var copy = name
        copy.withUTF8 { appendTokens(of: $0, to: &tokens) }
        return tokens
    }

    private func appendTokens(of text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]) {
        TokenBuffer.withTokenBuffer(appendingTo: &tokens) { buffer in
            var previousEnd = -1
            words.forEachWord(in: text) { word in
                let writer = TokenWriter(text: text, previousEnd: previousEnd)
                switch word {
                case .ascii(let word, let start): previousEnd = writer.append(word, at: start, to: &buffer)
                case .segment(let segment): previousEnd = writer.append(segment, to: &buffer)
                }
            }
        }
    }
}

/// Why texts cannot be tokenized on this machine.
public enum TokenizationError: Error, Equatable, CustomStringConvertible {
    /// ICU found no break rules.
    case noBreakRules

    public var description: String {
        "ICU has no break rules: its data is missing. Reinstall libicu72 (Debian)."
    }
}
