import Tokenization

/// A file of topics, terms or weights, as it was read.
public struct TopicFile: Sendable {
    /// Its path, for messages; a list is called after its last part.
    public var path: String
    public var bytes: [UInt8]
    /// Laid over the built-in topics by a user.
    public var isOwn: Bool

    /// Takes a file's contents.
    public init(path: String, bytes: [UInt8], isOwn: Bool = false) {
        self.path = path
        self.bytes = bytes
        self.isOwn = isOwn
    }

    /// What a file holds; told by its first row that is no comment, and by its name.
    enum Layout: CaseIterable {
        /// The topics themselves.
        case topics
        /// A row a term, with its weights for all topics: what training writes.
        case weights
        /// A row for one term of one topic: what people write.
        case terms
        /// One term a line, all of the topic that the file is called after.
        case list

        /// The names of the columns; those that `columns` does not count may be left out.
        var header: [String] {
            switch self {
            case .topics: ["id", "parent", "name", "definition"]
            case .weights: ["term", "weights"]
            case .terms: ["topic", "term", "weight", "note"]
            case .list: []
            }
        }

        /// How many columns a row must have at least.
        var columns: Int {
            switch self {
            case .topics, .terms: 3
            case .weights: 2
            case .list: 1
            }
        }
    }

    /// Changes with the contents, and with the name of a user's file, after which a list is called: FNV-1a over eight
    /// bytes at a time.
    public var contentHash: UInt64 {
        let name = isOwn ? TokenKey.hash(of: listName) : 0
        return bytes.withUnsafeBytes { bytes in
            var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count) ^ name
            var offset = 0
            while offset + 8 <= bytes.count {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01B3
                hash ^= hash >> 29
                offset += 8
            }
            for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return hash
        }
    }

    /// "drought" of "topics/drought.txt".
    var listName: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.hasSuffix(".txt") || name.hasSuffix(".tsv") ? name.dropLast(4) : name)
    }
}
