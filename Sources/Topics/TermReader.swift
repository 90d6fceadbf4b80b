import Tokenization

/// Reads terms as people write them.
///
///     reader.term("peace talks")          // two words
///     reader.term("role:armed group")     // an entity of the gazetteer with this role
///     reader.term("entity:Q1032")         // this entity
///     reader.term("section:football")     // a word of the section or of the address
struct TermReader {
    private let tokenizer: Tokenizer

    /// Longer phrases are never looked for.
    static let mostWords = 8

    init() throws(TokenizationError) { tokenizer = try Tokenizer() }

    /// The term, or what is wrong with it.
    func term(_ text: UnsafeBufferPointer<UInt8>) -> Result<TermKey, TopicIssue.Problem> {
        let string = String(decoding: text, as: UTF8.self)
        let parts = string.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let value = parts.last {
            switch parts[0] {
            case "role" where !value.isEmpty: return .success(.role(String(value)))
            case "section" where !value.isEmpty && value.allSatisfy(\.isLetter):
                return .success(.section(value.lowercased()))
            case "entity":
                guard Self.isEntityID(value) else { return .failure(.malformedEntity(String(value))) }
                return .success(.entity(String(value)))
            case "role", "section": return .failure(.malformedTerm(string))
            default: break
            }
        }
        let hashes = tokenizer.tokensOfName(string).filter { !$0.shape.contains(.possessive) }.map(\.key)
        guard 1...Self.mostWords ~= hashes.count else { return .failure(.malformedTerm(string)) }
        return .success(.words(hashes))
    }

    /// "Q1032", "gz:armed-group-1", "nil:…".
    private static func isEntityID(_ text: Substring) -> Bool {
        if text.first == "Q" { return text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber } }
        return (text.hasPrefix("gz:") || text.hasPrefix("nil:")) && !text.hasSuffix(":")
    }
}
