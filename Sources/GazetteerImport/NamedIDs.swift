import Gazetteers

/// Ids for entities that bring none: made of kind and name and, for namesakes after the first, of what else is said.
///
/// An id changes with the rows before it only where one of these has the same name, so adding rows at the end of a file
/// leaves those before as they are.
struct NamedIDs {
    /// What the first owner of an id is like, both as hashes.
    private var owners: [UInt64: UInt64] = [:]

    /// The id of a row whose own is empty.
    mutating func id(of row: EntityRow) -> String {
        let id = NameList.id(of: row.name, row.kind)
        let content = row.tableLine.stableHash
        let owner = owners[id.stableHash]
        if owner == nil { owners[id.stableHash] = content }
        return owner == nil || owner == content ? id : "\(id)-\(String(UInt32(truncatingIfNeeded: content), radix: 16))"
    }
}

extension String {
    /// FNV-1a of the text, which is the same in every run.
    var stableHash: UInt64 {
        utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}

/// Whether an id is one of Wikidata's entities: "Q1032".
func isWikidataID(_ id: String) -> Bool {
    id.utf8.first == UInt8(ascii: "Q") && id.utf8.count > 1 && id.utf8.dropFirst().allSatisfy { $0 &- 48 < 10 }
}
