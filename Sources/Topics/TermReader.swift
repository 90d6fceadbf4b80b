import Tokenization

/// Reads terms as people write them.
///
///     reader.term("peace talks")          // two words
///     reader.term("role:armed group")     // an entity of the gazetteer with this role
///     reader.term("entity:Q1032")         // this entity
///     reader.term("section:football")     // a word of the section or of the address
struct TermReader {
    /// For terms with capitals, marks or letters beyond ASCII.
    private let tokenizer: Tokenizer

    /// Longer phrases are never looked for.
    static let mostWords = 8

    init() throws(TokenizationError) { tokenizer = try Tokenizer() }

    /// The term, or what is wrong with it.
    func term(_ text: UnsafeBufferPointer<UInt8>) -> Result<TermKey, TopicIssue.Problem> {
        if let hashes = plainWords(text) { return .success(.words(hashes)) }
        let string = String(decoding: text, as: UTF8.self)
        let parts = string.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let value = parts.last {
            switch parts[0] {
            case "role": return .success(.role(String(value)))
            case "section": return .success(.section(String(value)))
            case "entity":
                guard Self.isEntityID(value) else { return .failure(.malformedEntity(String(value))) }
                return .success(.entity(String(value)))
            default: break
            }
        }
        let hashes = tokenizer.tokensOfName(string).filter { !$0.shape.contains(.possessive) }.map(\.key)
        guard 1...Self.mostWords ~= hashes.count else { return .failure(.malformedTerm(string)) }
        return .success(.words(hashes))
    }

    /// Words of small letters, digits and apostrophes with single blanks between, as learned tables have them.
    private func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [UInt64]? {
        var hashes: [UInt64] = []
        var start = 0
        for at in 0...text.count {
            guard at == text.count || text[at] == UInt8(ascii: " ") else {
                switch text[at] {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
                case UInt8(ascii: "'") where at > start && at + 1 < text.count: continue
                default: return nil
                }
            }
            if at == start || hashes.count == Self.mostWords { return nil }
            hashes.append(TokenKey.hash(of: UnsafeBufferPointer(rebasing: text[start..<at])))
            start = at + 1
        }
        return hashes
    }

    /// "Q1032", "gz:armed-group-1", "nil:…".
    private static func isEntityID(_ text: Substring) -> Bool {
        if text.first == "Q" { return text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber } }
        return (text.hasPrefix("gz:") || text.hasPrefix("nil:")) && !text.hasSuffix(":")
    }
}
