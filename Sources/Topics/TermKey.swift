import Tokenization

/// What an article can have that speaks for a topic, as hashes: a word, a phrase, or something that is no word of it.
///
///     TermKey.words([TokenKey.hash(of: "peace"), TokenKey.hash(of: "talks")])
///     TermKey.role("armed group")
public struct TermKey: Sendable, Equatable {
    /// The hashes of the words in order; one hash for what is no word.
    let hashes: [UInt64]

    /// A word, or neighbouring words, by the hashes of their keys.
    public static func words(_ hashes: [UInt64]) -> TermKey { TermKey(hashes: hashes) }

    /// The article mentions an entity of this role.
    public static func role(_ role: String) -> TermKey { marked(roleMark, role) }

    /// The article mentions the entity with this id.
    public static func entity(_ id: String) -> TermKey { marked(entityMark, id) }

    /// A word of the section that the article stood in, or of the folders of its address.
    public static func section(_ word: String) -> TermKey { marked(sectionMark, word) }

    private static func marked(_ mark: UInt64, _ text: String) -> TermKey {
        TermKey(hashes: [TermIndex.joined(mark, TokenKey.hash(of: text))])
    }

    /// Numbers that no word's hash is likely to be: the digits of π.
    private static let roleMark: UInt64 = 0x3243_F6A8_885A_308D
    private static let entityMark: UInt64 = 0x3131_98A2_E037_0734
    private static let sectionMark: UInt64 = 0x4A40_9382_2299_F31D
}
