import FileAccess
import NewsModel

/// A compiled gazetteer in memory: names, words, entities and offices.
///
/// The file is mapped, not read: opening costs microseconds, and all workers and processes share the pages.
///
///     let index = try GazetteerIndex(path: "gazetteers.index")
///     index.entityNumber(ofID: "Q1032").map { index.entity($0).name }  // "Niger"
public final class GazetteerIndex: @unchecked Sendable {
    // Unchecked: everything is read-only memory that lives as long as `file`.
    private let file: MappedFile
    let words: UnsafeBufferPointer<WordRecord>
    let edges: UnsafeBufferPointer<EdgeRecord>
    let nodes: UnsafeBufferPointer<UInt32>
    private let lowerWords: UnsafeBufferPointer<UInt64>
    let names: UnsafeBufferPointer<NameRecord>
    let entities: UnsafeBufferPointer<EntityRecord>
    let offices: UnsafeBufferPointer<OfficeRecord>
    let spellings: UnsafeBufferPointer<SpellingRecord>
    private let strings: UnsafeRawBufferPointer
    /// Hash of the tables that the index was made from.
    public let contentHash: UInt64

    /// Maps an index file.
    /// - Throws: `IndexError` when it is not an index of this version, or is damaged.
    public init(path: String) throws(IndexError) {
        let sections: IndexSections
        do {
            file = try MappedFile(path: path)
            sections = try IndexSections(file.bytes, path: path)
        } catch let error as FileError {
            throw .unreadable(error)
        } catch let error as IndexError {
            throw error
        } catch {
            throw .damaged(path: path)
        }
        words = try sections.records(.words)
        edges = try sections.records(.edges)
        nodes = try sections.records(.nodes)
        lowerWords = try sections.records(.lowerWords)
        names = try sections.records(.names)
        entities = try sections.records(.entities)
        offices = try sections.records(.offices)
        spellings = try sections.records(.spellings)
        strings = try sections.bytes(.strings)
        contentHash = sections.contentHash
        knowsCommonWords = sections.flags & IndexFormat.Header.knowsCommonWords != 0
        guard !words.isEmpty, !edges.isEmpty, !nodes.isEmpty, !spellings.isEmpty,
            lowerWords.count == 2 * KeyFilter.wordCount
        else { throw .damaged(path: path) }
    }

    /// Whether a name may begin with the word in lower case; a few others get a yes too.
    @inline(__always)
    func mayBegin(inLowerCase key: UInt64) -> Bool { lowerWords[KeyFilter.word(key)] & KeyFilter.bit(key) != 0 }

    /// Whether a name may go on with the word in lower case; a few others get a yes too.
    @inline(__always)
    func mayGoOn(inLowerCase key: UInt64) -> Bool {
        lowerWords[KeyFilter.wordCount + KeyFilter.word(key)] & KeyFilter.bit(key) != 0
    }

    /// Whether the index was made with a table of common words: without one nothing tells a name from a word.
    public let knowsCommonWords: Bool

    /// Whether no byte changed since the index was made. Reads the whole file: for checks, not for every start.
    public var isIntact: Bool {
        file.withBytes { bytes in
            let header = bytes.load(as: IndexFormat.Header.self)
            return bodyHash(UnsafeRawBufferPointer(rebasing: bytes[IndexFormat.bodyStart...])) == header.bodyChecksum
        }
    }

    /// How many entities there are; their numbers go from 0.
    public var entityCount: Int { entities.count }

    func string(_ offset: UInt32) -> String { String(decoding: bytes(offset), as: UTF8.self) }

    /// The bytes of a string; none for a place that only a damaged file has.
    func bytes(_ offset: UInt32) -> UnsafeBufferPointer<UInt8> {
        let start = Int(offset) + 2
        guard start <= strings.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let length = Int(strings.loadUnaligned(fromByteOffset: Int(offset), as: UInt16.self))
        guard start + length <= strings.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: strings[start..<start + length]).bindMemory(to: UInt8.self)
    }
}

/// Why a file is not a usable index.
public enum IndexError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadable(FileError)
    /// Not an index, or one of another version or another kind of machine.
    case foreign(path: String)
    /// Cut off or overwritten.
    case damaged(path: String)

    public var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .foreign(let path): "\(path): not a gazetteer index of this version; delete it, it will be made again"
        case .damaged(let path): "\(path): the gazetteer index is damaged; delete it, it will be made again"
        }
    }
}

/// The checked section table of an index file.
private struct IndexSections {
    private let file: UnsafeRawBufferPointer
    private let path: String
    private let entries: [IndexFormat.SectionEntry]
    let contentHash: UInt64
    let flags: UInt64

    init(_ file: UnsafeRawBufferPointer, path: String) throws(IndexError) {
        let headerLength = MemoryLayout<IndexFormat.Header>.stride
        let entryLength = MemoryLayout<IndexFormat.SectionEntry>.stride
        let tableLength = entryLength * IndexFormat.Section.allCases.count
        guard file.count >= headerLength + tableLength else { throw .damaged(path: path) }
        let header = file.load(as: IndexFormat.Header.self)
        guard header.magic == IndexFormat.magic, header.version == IndexFormat.version,
            header.endianMark == IndexFormat.endianMark
        else { throw .foreign(path: path) }
        let table = UnsafeRawBufferPointer(rebasing: file[headerLength..<headerLength + tableLength])
        guard header.fileLength == UInt64(file.count), header.checksum == bytesHash(table) else {
            throw .damaged(path: path)
        }
        self.file = file
        self.path = path
        contentHash = header.contentHash
        flags = header.flags
        entries = IndexFormat.Section.allCases.map {
            table.load(fromByteOffset: $0.rawValue * entryLength, as: IndexFormat.SectionEntry.self)
        }
    }

    func bytes(_ section: IndexFormat.Section) throws(IndexError) -> UnsafeRawBufferPointer {
        let entry = entries[section.rawValue]
        guard entry.offset <= UInt64(file.count), entry.count <= UInt64(file.count) - entry.offset else {
            throw .damaged(path: path)
        }
        return UnsafeRawBufferPointer(rebasing: file[Int(entry.offset)..<Int(entry.offset + entry.count)])
    }

    func records<Record: BitwiseCopyable>(
        _ section: IndexFormat.Section
    ) throws(IndexError) -> UnsafeBufferPointer<Record> {
        let entry = entries[section.rawValue]
        let (length, overflow) = entry.count.multipliedReportingOverflow(by: UInt64(MemoryLayout<Record>.stride))
        guard !overflow, entry.offset % 16 == 0, entry.offset <= UInt64(file.count),
            length <= UInt64(file.count) - entry.offset
        else { throw .damaged(path: path) }
        let bytes = UnsafeRawBufferPointer(rebasing: file[Int(entry.offset)..<Int(entry.offset + length)])
        return bytes.bindMemory(to: Record.self)
    }
}
