import CICU
import NewsModel
import TestSupport
import Testing
import Tokenization

@Suite struct TokenizerPropertyTests {
    private func forEachText(seed: UInt64, _ body: (String, [UInt8], TokenizedText) throws -> Void) throws {
        var generator = SeededGenerator(seed: seed)
        let tokenizer = try Tokenizer()
        var result = TokenizedText()
        for _ in 0..<4000 {
            let text = generator.text(ofAtMost: 40)
            tokenizer.tokenize(text, into: &result)
            try body(text, Array(text.utf8), result)
        }
    }

    @Test func tokensLieInOrderOnCharacterBoundaries() throws {
        try forEachText(seed: 1) { text, bytes, result in
            var end = 0
            for token in result.tokens {
                #expect(Int(token.start) >= end && token.end > token.start, "\(text.debugDescription)")
                end = Int(token.end)
                for offset in [Int(token.start), end] where offset < bytes.count {
                    #expect(bytes[offset] & 0xC0 != 0x80, "\(text.debugDescription)")
                }
            }
            #expect(end <= bytes.count)
        }
    }

    @Test func wordsOfASCIIAreWhatTheyAreByteByByte() throws {
        try forEachText(seed: 24) { _, bytes, result in
            for token in result.tokens where !token.shape.contains(.ampersand) && !token.shape.contains(.nonASCII) {
                let word = String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
                guard word.utf8.allSatisfy({ $0 < 0x80 }), !token.shape.contains(.possessive) else { continue }
                let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
                let uppers = letters.filter(\.properties.isUppercase)
                #expect(token.key == TokenKey.hash(of: word))
                #expect(token.shape.contains(.capitalized) == word.unicodeScalars.first?.properties.isUppercase)
                #expect(token.shape.contains(.upper) == (!letters.isEmpty && uppers.count == letters.count))
                #expect(token.shape.contains(.hasLower) == (uppers.count < letters.count))
                #expect(token.shape.contains(.initial) == (letters.count == 1))
                #expect(token.shape.contains(.hasDigit) == word.utf8.contains { (48..<58).contains($0) })
            }
        }
    }

    @Test func everyTokenLiesInItsSentence() throws {
        try forEachText(seed: 2) { text, _, result in
            var last: Int32 = 0
            for token in result.tokens {
                #expect(token.sentence >= last && token.sentence <= last + 1, "\(text.debugDescription)")
                last = token.sentence
                try #require(Int(token.sentence) < result.sentences.count)
                #expect(result.sentences[Int(token.sentence)].contains(token.span), "\(text.debugDescription)")
            }
            #expect(result.sentences.count == (result.tokens.isEmpty ? 0 : Int(last) + 1))
            for (left, right) in zip(result.sentences, result.sentences.dropFirst()) {
                #expect(left.end <= right.start, "\(text.debugDescription)")
            }
        }
    }

    @Test func everyWordOfICUIsCoveredByItsTokens() throws {
        let breaks = try #require(cicu_breaks_open(false))
        defer { cicu_breaks_close(breaks) }
        try forEachText(seed: 3) { text, bytes, result in
            var tokens = result.tokens[...]
            for segment in wordSegments(bytes, breaks) {
                let popped = tokens.popFirst()
                let first = try #require(popped, "\(text.debugDescription)")
                #expect(Int(first.start) == segment.lowerBound, "\(text.debugDescription)")
                var end = Int(first.end)
                if end < segment.upperBound {
                    let second = tokens.popFirst()
                    let mark = try #require(second, "\(text.debugDescription)")
                    #expect(mark.shape.contains(.possessive) && Int(mark.start) == end, "\(text.debugDescription)")
                    end = Int(mark.end)
                }
                // Only the last full stop of an abbreviation may be added to what ICU gives.
                let isJoined = end == segment.upperBound + 1 && bytes[segment.upperBound] == UInt8(ascii: ".")
                #expect(end == segment.upperBound || isJoined, "\(text.debugDescription)")
            }
            #expect(tokens.isEmpty, "\(text.debugDescription)")
        }
    }

    @Test func normalizedTextHasTheSameKeys() throws {
        for (left, right) in [
            ("Goïta à Bamako", "Goi\u{308}ta a\u{300} Bamako"), ("São Tomé", "Sa\u{303}o Tome\u{301}"),
        ] {
            #expect(try tokenized(left).tokens.map(\.key) == tokenized(right).tokens.map(\.key))
            #expect(try tokenized(left).tokens.map(\.gap) == tokenized(right).tokens.map(\.gap))
        }
    }

    /// The segments that are words for ICU, and single ampersands.
    private func wordSegments(_ bytes: [UInt8], _ breaks: OpaquePointer) -> [Range<Int>] {
        bytes.withUnsafeBytes { buffer in
            let text = buffer.bindMemory(to: CChar.self)
            guard let base = text.baseAddress, cicu_breaks_set(breaks, base, Int64(text.count)) else { return [] }
            var segments: [Range<Int>] = []
            var start = 0
            while true {
                let end = Int(cicu_breaks_next(breaks))
                guard end >= 0 else { return segments }
                let isAmpersand = end == start + 1 && bytes[start] == UInt8(ascii: "&")
                if isAmpersand || cicu_breaks_is_word(breaks) { segments.append(start..<end) }
                start = end
            }
        }
    }
}
