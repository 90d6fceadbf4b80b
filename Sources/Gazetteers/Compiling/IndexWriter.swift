/// Puts the sections of an index behind its header.
struct IndexWriter {
    private var header: IndexFormat.Header
    private var entries: [IndexFormat.SectionEntry]
    private var body: [UInt8] = []

    init(contentHash: UInt64, flags: UInt64) {
        header = IndexFormat.Header()
        header.contentHash = contentHash
        header.flags = flags
        entries = Array(repeating: IndexFormat.SectionEntry(), count: IndexFormat.Section.allCases.count)
    }

    /// Appends a section; `Record` must be a plain value without references.
    mutating func append<Record: BitwiseCopyable>(_ records: [Record], as section: IndexFormat.Section) {
        entries[section.rawValue].offset = UInt64(IndexFormat.bodyStart + body.count)
        entries[section.rawValue].count = UInt64(records.count)
        records.withUnsafeBytes { body += $0 }
        body += repeatElement(0, count: (16 - body.count % 16) % 16)
    }

    mutating func finished() -> [UInt8] {
        header.fileLength = UInt64(IndexFormat.bodyStart + body.count)
        header.checksum = entries.withUnsafeBytes { bytesHash($0) }
        header.bodyChecksum = body.withUnsafeBytes { bodyHash($0) }
        var file: [UInt8] = []
        file.reserveCapacity(IndexFormat.bodyStart + body.count)
        withUnsafeBytes(of: header) { file += $0 }
        entries.withUnsafeBytes { file += $0 }
        file += repeatElement(0, count: IndexFormat.bodyStart - file.count)
        file += body
        return file
    }
}

/// Strings of the index, each stored once.
struct StringPool {
    private(set) var bytes: [UInt8] = [0, 0]
    private var places: [String: UInt32] = ["": 0]

    /// The byte offset of a string, which is cut at 65,535 bytes.
    mutating func add(_ string: String) -> UInt32 {
        if let place = places[string] { return place }
        let place = UInt32(bytes.count)
        let content = string.utf8.prefix(Int(UInt16.max))
        withUnsafeBytes(of: UInt16(content.count)) { bytes += $0 }
        bytes += content
        places[string] = place
        return place
    }
}

/// A hash of many bytes, eight at a time; their number is a multiple of eight.
func bodyHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    bytes.bindMemory(to: UInt64.self).reduce(0xcbf2_9ce4_8422_2325) {
        let mixed = ($0 ^ $1) &* 0xD134_2543_DE82_EF95
        return mixed ^ mixed &>> 32
    }
}

/// FNV-1a over bytes.
func bytesHash(_ bytes: UnsafeRawBufferPointer, from start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
