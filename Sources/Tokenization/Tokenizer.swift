import CICU

/// Finds the tokens and sentences of texts with ICU's word and sentence boundaries (UAX #29, root locale).
///
/// A tokenizer owns ICU iterators and is for one thread at a time.
///
///     let tokenizer = try Tokenizer()
///     var result = TokenizedText()
///     tokenizer.tokenize("Niger’s junta", into: &result)
///     result.tokens.count  // 3: Niger, ’s, junta
public final class Tokenizer {
    private let words: OpaquePointer
    private let sentenceBreaks: SentenceBreaks

    /// Opens ICU's iterators.
    /// - Throws: `TokenizationError.noBreakRules` when ICU has no data for them.
    public init() throws(TokenizationError) {
        guard let words = cicu_breaks_open(false) else { throw .noBreakRules }
        self.words = words
        do {
            sentenceBreaks = try SentenceBreaks()
        } catch {
            cicu_breaks_close(words)
            throw error
        }
    }

    deinit { cicu_breaks_close(words) }

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
        guard !text.isEmpty, setText(text) else { return }
        appendTokens(of: text, to: &result.tokens)
        sentenceBreaks.divide(text, into: &result)
    }

    /// The tokens of a single name, all in one sentence.
    public func tokensOfName(_ name: String) -> [Token] {
        var tokens: [Token] = []
        var copy = name
        copy.withUTF8 { text in
            if !text.isEmpty, setText(text) { appendTokens(of: text, to: &tokens) }
        }
        return tokens
    }

    private func setText(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        return base.withMemoryRebound(to: CChar.self, capacity: text.count) {
            cicu_breaks_set(words, $0, Int64(text.count))
        }
    }

    private func appendTokens(of text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]) {
        var start = 0
        var previousEnd = 0
        while true {
            let end = Int(cicu_breaks_next(words))
            if end < 0 { return }
            let isAmpersand = end == start + 1 && text[start] == UInt8(ascii: "&")
            if isAmpersand || cicu_breaks_is_word(words) {
                previousEnd = TokenWriter(text: text, previousEnd: previousEnd).append(start..<end, to: &tokens)
            }
            start = end
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
