import TestSupport
import Testing
import Tokenization

@testable import Gazetteers

/// Random tables of names in random texts, against a search that compares the keys of tokens one by one.
@Suite struct LookupPropertyTests {
    private static let parts = [
        "Niger", "Delta", "New", "York", "Ali", "Côte", "Goïta", "U.S.", "O’Brien", "Yunus-Bek", "NATO", "III", "de",
        "of", "Łódź",
        "東京", "AT&T",
    ]

    private func name(_ generator: inout SeededGenerator) -> String {
        let joins = [" ", " ", " ", "-", ", "]
        var name = Self.parts.filter { $0.first?.isUppercase ?? false }.randomElement(using: &generator) ?? ""
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            name +=
                (joins.randomElement(using: &generator) ?? " ") + (Self.parts.randomElement(using: &generator) ?? "")
        }
        return name
    }

    @Test func everyNameIsFoundWhereANaiveSearchFindsIt() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<60 {
            let names = Array(Set((0..<30).map { _ in name(&generator) })).sorted()
            let index = try Tables(entities: names.enumerated().map { "Q\($0)\tother\t\t\($1)\t\t" }).index()
            // The compiler adds names without diacritics.
            let wanted = try (names + names.map { withoutMarks($0) }).map { try tokens($0) }
            var text = "He saw"
            for _ in 0..<40 {
                text += [" ", ", ", " (", ". ", " and "].randomElement(using: &generator) ?? ""
                text += (Bool.random(using: &generator) ? names : Self.parts).randomElement(using: &generator) ?? ""
            }
            let textTokens = try tokens(text)
            let words = textTokens.map { index.word($0.key) ?? .unknown }
            for start in textTokens.indices {
                var matches: [NameMatch] = []
                index.appendMatches(at: start, words[start], in: textTokens, to: &matches)
                let found = Set(matches.map(\.length))
                let naive = Set(wanted.filter { stands($0, at: start, in: textTokens) }.map(\.count))
                #expect(found == naive, "\(text) at \(start)")
            }
        }
    }

    private func stands(_ name: [Token], at start: Int, in text: [Token]) -> Bool {
        guard start + name.count <= text.count else { return false }
        return name.indices.allSatisfy { place in
            let token = text[start + place]
            guard token.key == name[place].key else { return false }
            return place == 0
                || (token.gap == .comma ? name[place].gap == .comma : token.gap.joinsName && name[place].gap != .comma)
        }
    }
}
