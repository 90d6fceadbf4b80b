extension Tokenizer {
    /// The words of a text as the full-text index has them: the keys of its tokens with a blank after each.
    ///
    /// What is looked for goes through the same function, so that the index holds ICU's words whatever divides words in
    /// SQLite: "Ni\u{AD}amey" and "Niamey", "U.S." and "US" are one, and Chinese is divided.
    public func searchWords(of text: String) -> String {
        var result = TokenizedText()
        var copy = text
        return copy.withUTF8 { bytes in
            tokenize(bytes, into: &result)
            return Self.searchWords(result.tokens, of: bytes)
        }
    }

    /// The same for tokens that are known; `text` is what their offsets count in.
    public static func searchWords(_ tokens: some Sequence<Token>, of text: UnsafeBufferPointer<UInt8>) -> String {
        var words: [UInt8] = []
        words.reserveCapacity(text.count)
        for token in tokens {
            TokenKey.append(UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)]), to: &words)
            words.append(UInt8(ascii: " "))
        }
        return String(decoding: words, as: UTF8.self)
    }
}
