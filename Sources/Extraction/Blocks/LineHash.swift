/// The key under which a line is known across the pages of a dump.
///
///     LineHash.hash(of: Block(text: "Most read today"))
///
/// FNV-1a, 64 bits, over the text of the block, whose blanks are single already, with ASCII letters in lower case.
enum LineHash {
    /// The key of the block's text; bullets and shape do not count.
    static func hash(of block: Block) -> UInt64 {
        block.text.utf8.reduce(WordHash.seed) { WordHash.combine($0, UTF8Bytes.lowercased($1)) }
    }
}
