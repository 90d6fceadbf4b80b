import CZlib

/// The unpacked bytes of gzip data, all members one after the other.
///
/// Of libarchive's filters this one is not used, since it gives nothing of the block that a cut falls into, and downloads
/// that were cut off are common.
final class InflateStream: ByteStream {
    private let input: BufferedInput
    private let budget: ExpansionBudget
    private let inflater: Inflater
    private var produced = 0
    /// Between two members, or before the first.
    private var isBetween = true
    /// An error to come after the bytes that were unpacked before it.
    private var failure: StreamError?

    init(_ input: BufferedInput, budget: ExpansionBudget) {
        self.input = input
        self.budget = budget
        inflater = Inflater(.gzip)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        if let failure { throw failure }
        var count = 0
        do {
            while count < buffer.count {
                guard try advance(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]), &count) else { break }
            }
        } catch {
            guard count > 0 else { throw error }
            failure = error
        }
        produced += count
        try budget.produce(count, entryTotal: produced)
        return count
    }

    /// Unpacks a piece; `false` at the end of the last member.
    private func advance(_ buffer: UnsafeMutableRawBufferPointer, _ count: inout Int) throws(StreamError) -> Bool {
        if isBetween {
            // What follows the last member and is none, such as padding, is passed over as gzip does.
            guard input.peek(2) == [0x1F, 0x8B] else {
                if let failure = input.failure { throw failure }
                return false
            }
            inflater.reset()
            isBetween = false
        }
        if input.buffered.isEmpty, try !input.fill() {
            throw .damaged("gzip data is truncated: it ends after \(produced + count) unpacked bytes")
        }
        let step = inflater.step(input.buffered, into: buffer)
        input.drop(step.consumed)
        count += step.produced
        switch step.status {
        case .going: return true
        case .ended: isBetween = true
        case .damaged: throw .damaged("gzip data is damaged after \(produced + count) unpacked bytes")
        }
        return true
    }
}

/// zlib's decompressor.
final class Inflater {
    /// What stands around the compressed data.
    enum Format: Int32 {
        /// The window bits by which zlib tells them apart.
        case gzip = 31
        case zlib = 15
        case bare = -15
    }

    enum Status { case going, ended, damaged }

    // On the heap, since zlib keeps the address.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    init(_ format: Format) {
        stream.initialize(to: z_stream())
        // Fails only without memory; `step` then says that the data is damaged.
        _ = czlib_inflate_begin(stream, format.rawValue)
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Makes ready for other data of the same format.
    func reset() { inflateReset(stream) }

    /// Unpacks as much as there is room and input for.
    func step(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (consumed: Int, produced: Int, status: Status) {
        // zlib counts in 32 bits.
        let (available, room) = (UInt32(min(input.count, 1 << 30)), UInt32(min(output.count, 1 << 30)))
        // zlib does not write to its input, though its type says so.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = available
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room
        let code = inflate(stream, Z_NO_FLUSH)
        let (consumed, produced) = (Int(available - stream.pointee.avail_in), Int(room - stream.pointee.avail_out))
        let status: Status = code == Z_STREAM_END ? .ended : code == Z_OK || code == Z_BUF_ERROR ? .going : .damaged
        // Without this a call that can do nothing would be made forever.
        let isStuck = status == .going && consumed == 0 && produced == 0
        return (consumed, produced, isStuck ? .damaged : status)
    }
}
