import TestSupport

@testable import Ingest

/// A stream that gives its bytes in pieces of random lengths, as pipes and decompressors do.
final class PiecemealStream: ByteStream {
    private var rest: ArraySlice<UInt8>
    private var generator: SeededGenerator
    private let longest: Int

    init(_ bytes: [UInt8], longest: Int, seed: UInt64) {
        rest = bytes[...]
        generator = SeededGenerator(seed: seed)
        self.longest = longest
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        let count = min(rest.count, buffer.count, Int.random(in: 1...longest, using: &generator))
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}

extension RecordReader {
    /// Everything that is left to be read, described.
    func all() throws -> [String] {
        var all: [String] = []
        while let found = try next() { all.append("\(found)") }
        return all
    }
}
