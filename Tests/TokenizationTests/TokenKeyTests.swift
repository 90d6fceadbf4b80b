import TestSupport
import Testing

@testable import Tokenization

@Suite struct TokenKeyTests {
    @Test(arguments: [
        ("Niger", "NIGER"), ("Goïta", "Goi\u{308}ta"), ("Ｎｉｇｅｒ", "niger"), ("U.S.", "US"), ("ﬁn", "fin"),
        ("Straße", "STRASSE"),
        ("O’Brien", "O'BRIEN"), ("O‘Brien", "o'brien"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("co\u{AD}operate", "cooperate"),
    ])
    func writtenDifferentlyOneKey(left: String, right: String) {
        #expect(key(left) == key(right))
        #expect(TokenKey.hash(of: left) == TokenKey.hash(of: right))
    }

    @Test(arguments: [("Niger", "Nigeria"), ("Goïta", "Goita"), ("resume", "résumé"), ("AT", "T")])
    func differentWordsDifferentKeys(left: String, right: String) {
        #expect(TokenKey.hash(of: left) != TokenKey.hash(of: right))
    }

    @Test func theHashIsThatOfTheKey() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3000 {
            let text = generator.text(ofAtMost: 12)
            var naive = KeyHash()
            let bytes = Array(key(text).utf8)
            for start in stride(from: 0, to: bytes.count, by: 8) {
                let chunk = bytes[start..<min(start + 8, bytes.count)]
                naive.add(chunk.reversed().reduce(0) { $0 << 8 | UInt64($1) }, count: chunk.count)
            }
            #expect(TokenKey.hash(of: text) == naive.value, "\(text.debugDescription)")
        }
    }

    @Test func theKeyOfAKeyIsItself() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<3000 {
            let once = key(generator.text(ofAtMost: 8))
            #expect(key(once) == once, "\(once.debugDescription)")
        }
    }

    @Test func theLongestFoldingFits() {
        let text = String(repeating: "\u{FDFA}", count: 500)
        #expect(key(text).unicodeScalars.count == 500 * 18)
    }

    @Test func marksAreDroppedAndStrokesStay() {
        #expect(withoutMarks("Goïta") == "Goita")
        #expect(withoutMarks("Goi\u{308}ta") == "Goita")
        #expect(withoutMarks("Łukasz Ørsted") == "Łukasz Ørsted")
        #expect(withoutMarks("Việt Nam") == "Viet Nam")
        #expect(withoutMarks("Niger") == "Niger")
        #expect(withoutMarks("") == "")
    }
}
