import NewsModel

/// Divides a tokenized text into sentences: ICU's boundaries, less those after abbreviations, initials and wrapped lines.
final class SentenceBreaks {
    private let scanner: SentenceScanner

    init() throws(TokenizationError) { scanner = try SentenceScanner() }

    /// Fills `result.sentences` and the `sentence` and `sentenceStart` of its tokens.
    func divide(_ text: UnsafeBufferPointer<UInt8>, into result: inout TokenizedText) {
        var next = 0
        scanner.forEachBoundary(in: text) { close(at: $0, from: &next, in: &result, text) }
    }

    /// Gives the tokens before `boundary` to a new sentence, or to the last one where the boundary before was false.
    private func close(
        at boundary: Int, from next: inout Int, in result: inout TokenizedText, _ text: UnsafeBufferPointer<UInt8>
    ) {
        let first = next
        while next < result.tokens.count, Int(result.tokens[next].start) < boundary { next += 1 }
        guard next > first else { return }
        let start = Int(result.tokens[first].start)
        let continues = first > 0 && !isSentenceEnd(before: first, in: result.tokens, text)
        if continues {
            result.sentences[result.sentences.count - 1].end = Int(result.tokens[next - 1].end)
        } else {
            result.sentences.append(UTF8Span(start: start, end: Int(result.tokens[next - 1].end)))
            result.tokens[first].shape.insert(.sentenceStart)
        }
        let sentence = Int32(result.sentences.count - 1)
        for index in first..<next { result.tokens[index].sentence = sentence }
    }

    /// Whether a boundary that ICU sees before token `index` is one for a reader.
    private func isSentenceEnd(before index: Int, in tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let token = tokens[index]
        let previous = tokens[index - 1]
        if token.gap == .paragraph { return true }
        if token.gap == .blank {
            return !previous.shape.contains(.dotted)
                ? !isWrappedLine(from: previous, to: token, text)
                : SentenceWords.starters.contains(token.key)
        }
        guard token.gap == .period else { return true }
        if previous.shape.isSuperset(of: [.initial, .capitalized]) {
            return SentenceWords.starters.contains(token.key)
        }
        return !SentenceWords.abbreviations.contains(previous.key) || !previous.shape.contains(.capitalized)
    }

    /// Whether a line end is only where the line was full: the next goes on in lower case, or the line was long.
    private func isWrappedLine(from previous: Token, to token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !token.shape.contains(.capitalized) else {
            let lineStart = lastLineEnd(before: Int(previous.start), text) + 1
            return (50...100).contains(Int(previous.end) - lineStart) && !token.shape.contains(.hasDigit)
        }
        return token.shape.contains(.hasLower)
    }

    private func lastLineEnd(before offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var at = offset - 1
        let limit = max(0, offset - 128)
        while at >= limit, text[at] != UInt8(ascii: "\n") { at -= 1 }
        return at
    }
}
