import NewsModel

extension TokenizedText {
    /// A sentence as a reader is shown it: with the full stop and quotation marks after its last word, and what opens before
    /// its first one.
    ///
    /// - Parameters:
    ///   - text: what was tokenized.
    ///   - beginning: the first byte that may be shown.
    public func shownSentence(_ number: Int, of text: UnsafeBufferPointer<UInt8>, from beginning: Int = 0)
        -> UTF8Span
    {
        var span = sentences[number]
        let first = number > 0 ? max(sentences[number - 1].end, beginning) : beginning
        let end = number + 1 < sentences.count ? sentences[number + 1].start : text.count
        while span.end < end, !Self.isBlank(text[span.end]) { span.end += 1 }
        // What touches the sentence before is its own end.
        var start = span.start
        while start > first, !Self.isBlank(text[start - 1]) { start -= 1 }
        if start > first || first == beginning { span.start = start }
        return span
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
