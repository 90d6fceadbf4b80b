/// The layout of a compiled gazetteer, version 3; ARCHITECTURE.md describes it byte by byte.
///
/// A header, then sections that each begin at a multiple of 16 bytes. Numbers are in the machine's byte order, which
/// `endianMark` tells.
public enum IndexFormat {
    static let magic: UInt64 = 0x5845_444E_495A_4147  // "GAZINDEX" in little-endian order
    static let version: UInt32 = 3
    /// To be raised with every change in what is made of the same tables, so that an index made by an older program is not
    /// taken for one of this.
    static let rules = 4
    static let endianMark: UInt32 = 0x0102_0304

    /// The sections in file order.
    enum Section: Int, CaseIterable {
        /// `WordRecord`s: a hash table with open addressing.
        case words
        /// `EdgeRecord`s: a hash table with open addressing.
        case edges
        /// `UInt32`s: for each node the number of the first name that ends there; node 0 is none.
        case nodes
        /// Two `KeyFilter`s: words in lower case that begin names, and those that go on with names.
        case lowerWords
        /// `NameRecord`s, those of the same words in a row; number 0 is none.
        case names
        /// `EntityRecord`s in byte order of id.
        case entities
        /// `OfficeRecord`s in the order of their people.
        case offices
        /// `SpellingRecord`s: a hash table with open addressing over `NameSpelling.key`.
        case spellings
        /// Strings: a `UInt16` length in bytes and the UTF-8 bytes.
        case strings
    }

    struct Header {
        var magic = IndexFormat.magic
        var version = IndexFormat.version
        var endianMark = IndexFormat.endianMark
        /// Bytes of the whole file.
        var fileLength: UInt64 = 0
        /// Hash of the tables that the index was made from.
        var contentHash: UInt64 = 0
        /// FNV-1a of the section table that follows.
        var checksum: UInt64 = 0
        /// `bodyHash` of everything behind the section table; not looked at when the index is opened.
        var bodyChecksum: UInt64 = 0
        /// `knowsCommonWords`, or 0.
        var flags: UInt64 = 0

        static let knowsCommonWords: UInt64 = 1
    }

    struct SectionEntry {
        /// Byte offset in the file.
        var offset: UInt64 = 0
        /// Number of records; for strings, of bytes.
        var count: UInt64 = 0
    }

    /// Where the sections begin: behind header and section table.
    static var bodyStart: Int {
        let length = MemoryLayout<Header>.stride + MemoryLayout<SectionEntry>.stride * Section.allCases.count
        return (length + 15) / 16 * 16
    }

    /// Names of more tokens than this are left out: case rules have a bit for each token.
    public static let mostTokens = 16
    /// Stands for the key of a comma inside a name ("Washington, D.C.").
    static let comma: UInt64 = 1

    /// The step from a node with a token's key to the next node; never 0, which marks an empty slot.
    @inline(__always)
    static func step(_ node: UInt32, _ key: UInt64) -> UInt64 {
        let mixed = (key ^ UInt64(node) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return (mixed ^ mixed &>> 32) | 1 &<< 63
    }
}

/// What the index knows of one word (24 bytes).
public struct WordRecord: Sendable, BitwiseCopyable {
    /// Hash of the word's key; 0 in an empty slot.
    public internal(set) var key: UInt64 = 0
    /// Node of the longer names that begin with the word; 0 when there is none.
    var node: UInt32 = 0
    /// Number of the first name that is the word alone; 0 when there is none.
    var names: UInt32 = 0
    /// How many known people have it as first word of their name (at most 65,535, as the next three).
    public internal(set) var given: UInt16 = 0
    /// How many known people have it as last word of their name.
    public internal(set) var family: UInt16 = 0
    /// Occurrences in lower case in a corpus of news.
    public internal(set) var lower: UInt16 = 0
    /// Capitalized occurrences in the middle of sentences there.
    public internal(set) var upper: UInt16 = 0

    /// The record of a word that the index does not have.
    public static let unknown = WordRecord()

    /// Whether some name begins with the word.
    public var beginsNames: Bool { node | names != 0 }

    /// Whether the word is more a common word than a name.
    public var isCommon: Bool { lower >= 20 && lower > upper / 2 }
}

/// A step from one node of the tree of names to the next (12 bytes).
struct EdgeRecord {
    /// `IndexFormat.step` of the parent node and the token's key in two halves, lest the record be padded; 0 marks an empty
    /// slot.
    private var lowStep: UInt32 = 0
    private var highStep: UInt32 = 0
    /// A node, or, with the highest bit set, the first name where no name goes on.
    private var target: UInt32 = 0

    init() {}

    init(step: UInt64, to place: NameTree.Place) {
        lowStep = UInt32(truncatingIfNeeded: step)
        highStep = UInt32(truncatingIfNeeded: step &>> 32)
        target = place.node != 0 ? place.node : place.names | Self.leaf
    }

    private static let leaf: UInt32 = 1 << 31

    @inline(__always)
    var isEmpty: Bool { highStep == 0 }

    @inline(__always)
    func takes(_ step: UInt64) -> Bool { step == UInt64(lowStep) | UInt64(highStep) &<< 32 }

    /// The node that the step leads to; 0 where no name goes on.
    @inline(__always)
    var node: UInt32 { target & Self.leaf == 0 ? target : 0 }

    /// The first name that ends where no name goes on; 0 elsewhere.
    @inline(__always)
    var leafNames: UInt32 { target & Self.leaf == 0 ? 0 : target & ~Self.leaf }
}

/// One name of one entity (12 bytes).
public struct NameRecord: Sendable, BitwiseCopyable {
    /// Number of the entity.
    public internal(set) var entity: UInt32 = 0
    var formNumber: UInt8 = 0
    public internal(set) var flags: NameFlags = []
    /// Bit i: token i must begin with a capital.
    var capitals: UInt16 = 0
    /// Bit i: token i must be in capitals throughout.
    var uppers: UInt16 = 0
    var unused: UInt16 = 0
}

/// What else is known of a name.
public struct NameFlags: OptionSet, Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Needs support from context.
    public static let ambiguous = NameFlags(rawValue: 1)
    /// A name that the compiler made by leaving something out: diacritics, a leading "The".
    public static let derived = NameFlags(rawValue: 2)
    /// The name without its diacritics, made by the compiler.
    public static let unmarked = NameFlags(rawValue: 4)
    /// The surname of somebody who held a leading office, made by the compiler: it means them only beside the title.
    public static let needsTitle = NameFlags(rawValue: 8)
    /// The last name of its words.
    static let last = NameFlags(rawValue: 128)
}

/// A long name of a person, to be found by other spellings of it (12 bytes).
struct SpellingRecord {
    /// The lower half of the spelling's key.
    var key: UInt32 = 0
    /// Number of the name; 0 marks an empty slot.
    var name: UInt32 = 0
    /// The name as the table has it, as an offset into strings.
    var text: UInt32 = 0
}

/// One entity (32 bytes).
struct EntityRecord {
    var id: UInt32 = 0
    var name: UInt32 = 0
    var role: UInt32 = 0
    /// Number of its first office; those of the next entity begin where its own end.
    var firstOffice: UInt32 = 0
    var from: Int32 = 0
    var until: Int32 = 0
    /// Hundredths.
    var weight: UInt16 = 0
    /// Two ASCII letters, the first in the lower byte; 0 for none.
    var country: UInt16 = 0
    var kindNumber: UInt8 = 0
    var unused1: UInt8 = 0
    var officeCount: UInt16 = 0
}

/// One office of a person (24 bytes).
struct OfficeRecord {
    var title: UInt32 = 0
    /// Number of the organization's entity plus 1; 0 for none.
    var organization: UInt32 = 0
    var from: Int32 = 0
    var until: Int32 = 0
    var country: UInt16 = 0
    var unused1: UInt16 = 0
    var unused2: UInt32 = 0
}

/// A country code as two ASCII bytes in a number, for quick comparing.
public struct CountryCode: Sendable, Hashable {
    public let number: UInt16
    public static let none = CountryCode(number: 0)

    /// The code of two letters, or `none` for anything else.
    public init(_ letters: some StringProtocol) {
        let bytes = Array(letters.utf8)
        number = bytes.count == 2 ? UInt16(bytes[0]) | UInt16(bytes[1]) << 8 : 0
    }

    init(number: UInt16) { self.number = number }

    /// The two letters; empty for `none`.
    public var letters: String {
        number == 0 ? "" : String(decoding: [UInt8(number & 0xFF), UInt8(number >> 8)], as: UTF8.self)
    }
}
