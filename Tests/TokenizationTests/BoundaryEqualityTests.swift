import CICU
import TestSupport
import Testing

@testable import Tokenization

/// The table-driven scanners against ICU itself.
@Suite struct BoundaryEqualityTests {
    private func words(_ text: String) throws -> [Range<Int>] {
        var found: [Range<Int>] = []
        var copy = text
        let scanner = try WordScanner()
        copy.withUTF8 {
            scanner.forEachWord(in: $0) { word in
                switch word {
                case .ascii(let word, let start): found.append(start..<start + word.length)
                case .segment(let segment): found.append(segment)
                }
            }
        }
        return found
    }

    private func sentences(_ text: String) throws -> [Int] {
        var found: [Int] = []
        var copy = text
        let scanner = try SentenceScanner()
        copy.withUTF8 { scanner.forEachBoundary(in: $0) { found.append($0) } }
        return found
    }

    private func byICU(_ text: String, areSentences: Bool) -> [(Range<Int>, isWord: Bool)] {
        var copy = text
        return copy.withUTF8 { bytes in
            guard let breaks = cicu_breaks_open(areSentences) else { return [] }
            defer { cicu_breaks_close(breaks) }
            _ = bytes.withMemoryRebound(to: CChar.self) { cicu_breaks_set(breaks, $0.baseAddress, Int64($0.count)) }
            var found: [(Range<Int>, isWord: Bool)] = []
            var start = 0
            while true {
                let end = Int(cicu_breaks_next(breaks))
                if end < 0 { return found }
                let isAmpersand = end == start + 1 && bytes[start] == UInt8(ascii: "&")
                found.append((start..<end, cicu_breaks_is_word(breaks) || isAmpersand))
                start = end
            }
        }
    }

    private func check(_ text: String) throws {
        #expect(
            try words(text) == byICU(text, areSentences: false).filter(\.isWord).map(\.0), "\(text.debugDescription)")
        #expect(
            try sentences(text) == byICU(text, areSentences: true).map(\.0.upperBound), "\(text.debugDescription)")
    }

    @Test(arguments: [
        "", " ", "a", "a:b a@b.com _ a_b _1 1,000.5 1;2 a'b a''b O'Brien's U.S. a.b 1a 3.a a.3 x,y a1.b 1.a's a;b",
        "He came. (He) \"left.\" he did. U.S. President. v1.2 A.b. \"Yes?\" she said. No! Yes. 5 men. Really?! - yes. Hm. , ok.",
        "a.  B. c.) D", "one\ntwo. Three\r\nfour\r\rfive", "it’s. ‘He’ said. ’Twas a. ’ B", "AT&T & Co. – “Ja.” Nein…",
        "Côte d’Ivoire. Ökonomie! Ñandú", "one. ; two", "one.; Two",
    ])
    func textsThatPeopleWrite(text: String) throws { try check(text) }

    @Test func randomTexts() throws {
        var generator = SeededGenerator(seed: 17)
        let common = Array("aAbB zZ19 .,;:'\"!?()-_&@/\n\r\t’“”–—éÉñß\u{A0}").map(String.init)
        let rare = [
            "й", "字", "\u{301}", "\u{AD}", "ก", "א", "…", "€", "\u{200D}", "👍", "\u{2028}", "\u{85}", "·", "\u{0B}",
        ]
        for round in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                let isRare = round % 4 == 0 && Int.random(in: 0..<6, using: &generator) == 0
                text += (isRare ? rare : common).randomElement(using: &generator) ?? ""
            }
            try check(text)
        }
    }
}
