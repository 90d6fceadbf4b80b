/// The unpacked bytes of data in a compression that libarchive knows.
final class CompressedStream: ByteStream {
    private let input: BufferedInput
    private let compression: Archive.Compression
    private let budget: ExpansionBudget
    private var archive: Archive?
    private var produced = 0
    private var isFinished = false

    init(_ input: BufferedInput, _ compression: Archive.Compression, budget: ExpansionBudget) {
        self.input = input
        self.compression = compression
        self.budget = budget
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        if isFinished { return 0 }
        let archive = try opened()
        guard let archive, let count = try archive.read(into: buffer) else { return 0 }
        produced += count
        isFinished = count == 0
        try budget.produce(count, entryTotal: produced)
        return count
    }

    private func opened() throws(StreamError) -> Archive? {
        if let archive { return archive }
        let made = try Archive(input, .compressed(by: compression), canSeek: false)
        isFinished = try made.nextHeader() == nil
        archive = made
        return isFinished ? nil : made
    }
}

/// The bytes of one entry of an archive.
final class EntryStream: ByteStream {
    private let archive: Archive
    private let budget: ExpansionBudget
    private var produced = 0

    init(_ archive: Archive, budget: ExpansionBudget) {
        self.archive = archive
        self.budget = budget
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        guard let count = try archive.read(into: buffer) else {
            throw .entryRefused("damaged entry: \(archive.message)")
        }
        produced += count
        try budget.produce(count, entryTotal: produced)
        return count
    }
}
