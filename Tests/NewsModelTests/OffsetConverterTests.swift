import NewsModel
import TestSupport
import Testing

@Suite struct OffsetConverterTests {
    private static let scalars: [Unicode.Scalar] = [
        "a", " ", "\n", "é", "\u{301}", "ต", "東", "\u{FFFD}", "🇳", "\u{10FFFF}", "\u{0}",
    ]

    @Test func offsetsCountCodePointsNotBytes() {
        let converter = OffsetConverter("Goïta in Bamako")
        #expect(converter.codePoints(UTF8Span(start: 10, end: 16)) == CodePointSpan(start: 9, end: 15))
        #expect(converter.utf8Span(CodePointSpan(start: 9, end: 15)) == UTF8Span(start: 10, end: 16))
    }

    @Test func anEmptyTextHasOnlyZero() {
        let converter = OffsetConverter("")
        #expect(converter.codePoints(UTF8Span(start: 0, end: 0)) == CodePointSpan(start: 0, end: 0))
        #expect(converter.utf8Span(CodePointSpan(start: 0, end: 9)) == UTF8Span(start: 0, end: 0))
    }

    @Test func anEndBeyondTheTextIsItsEnd() {
        let converter = OffsetConverter("né")
        #expect(converter.utf8Span(CodePointSpan(start: 1, end: 99)) == UTF8Span(start: 1, end: 3))
    }

    /// Each boundary of random texts of up to a thousand bytes, both ways, against counting.
    @Test func conversionsAgreeWithCounting() {
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<Int.random(in: 0...300, using: &generator) {
                if let scalar = Self.scalars.randomElement(using: &generator) { text.unicodeScalars.append(scalar) }
            }
            let converter = OffsetConverter(text)
            var byte = 0
            for (codePoint, scalar) in text.unicodeScalars.enumerated() {
                let bytes = UTF8Span(start: byte, end: byte + String(scalar).utf8.count)
                let points = CodePointSpan(start: codePoint, end: codePoint + 1)
                #expect(converter.codePoints(bytes) == points)
                #expect(converter.utf8Span(points) == bytes)
                byte = bytes.end
            }
        }
    }
}
