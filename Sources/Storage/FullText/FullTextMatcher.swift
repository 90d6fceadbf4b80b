import NewsModel
import Tokenization

/// Finds the words of a question in a text, as the full-text index would: to mark them.
///
/// For one thread at a time; keeps its memory from text to text.
final class FullTextMatcher {
    private let terms: [FullTextTerm]
    private let tokenizer: Tokenizer
    private var tokenized = TokenizedText()
    /// The bytes by which some word of the question begins; words of others need not be looked at.
    private let firstBytes: Set<UInt8>

    /// A term found in a text.
    struct Hit {
        /// Its place in the question.
        var term: Int
        var span: UTF8Span
    }

    init(_ query: FullTextQuery, tokenizer: Tokenizer) {
        terms = query.terms
        self.tokenizer = tokenizer
        firstBytes = Set(terms.flatMap(\.words).compactMap(\.utf8.first))
    }

    /// The terms that stand in a field of a story, in order of their places, and the field's sentences
    /// as they are shown.
    func find(in text: String, _ field: FullTextTerm.Field) -> (hits: [Hit], sentences: [UTF8Span]) {
        var copy = text
        return copy.withUTF8 { bytes in
            tokenizer.tokenize(bytes, into: &tokenized)
            let words = indexedWords(of: bytes)
            var hits: [Hit] = []
            for place in words.indices {
                for (number, term) in terms.enumerated() where (term.field ?? field) == field {
                    guard Self.stands(term, at: place, in: words) else { continue }
                    let last = words[place + term.words.count - 1]
                    hits.append(Hit(term: number, span: UTF8Span(start: words[place].start, end: last.end)))
                }
            }
            return (hits, tokenized.sentences.indices.map { tokenized.shownSentence($0, of: bytes) })
        }
    }

    /// A word of the index, and the token it is from.
    private struct IndexedWord {
        /// Empty where no word of the question begins alike.
        var word: String
        var start: Int
        var end: Int
    }

    private func indexedWords(of bytes: UnsafeBufferPointer<UInt8>) -> [IndexedWord] {
        var words: [IndexedWord] = []
        words.reserveCapacity(tokenized.tokens.count)
        for token in tokenized.tokens {
            let (start, end) = (Int(token.start), Int(token.end))
            let isPlain = !bytes[start..<end].contains { !Self.isPlain($0) }
            if isPlain, !firstBytes.contains(bytes[start] | (bytes[start] >= 0x40 ? 0x20 : 0)) {
                words.append(IndexedWord(word: "", start: start, end: end))
                continue
            }
            let key = TokenKey.key(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            let string = String(decoding: key, as: UTF8.self)
            for word in isPlain ? [string] : Storage.indexedWords(ofKey: string) {
                words.append(IndexedWord(word: word, start: start, end: end))
            }
        }
        return words
    }

    /// Letters and digits of ASCII: the key of such a token is one word of the index.
    private static func isPlain(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func stands(_ term: FullTextTerm, at place: Int, in words: [IndexedWord]) -> Bool {
        guard place + term.words.count <= words.count else { return false }
        for (offset, word) in term.words.enumerated() {
            let found = words[place + offset].word
            let isBeginning = term.isPrefix && offset == term.words.count - 1
            guard isBeginning ? found.hasPrefix(word) : found == word else { return false }
        }
        return true
    }
}
