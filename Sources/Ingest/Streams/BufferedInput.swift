/// A stream seen through a buffer: bytes can be looked at before they are taken, and taken by record.
///
/// The buffer grows to the longest record asked for and is never copied to be read from. Raw memory, since it is handed to
/// C libraries as it is and every byte of every source goes through it.
final class BufferedInput {
    /// `nil` for bytes that are all in the buffer.
    private let stream: (any ByteStream)?
    private var memory: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// What went wrong when bytes were looked at; thrown when they are asked for.
    private(set) var failure: StreamError?
    /// How many bytes have been taken.
    private(set) var offset: Int

    private static let chunkLength = 1 << 18

    /// Reads a stream.
    init(_ stream: any ByteStream) {
        self.stream = stream
        memory = .allocate(byteCount: 2 * Self.chunkLength, alignment: 16)
        offset = 0
    }

    /// Reads bytes that are in memory and stand at an offset of something larger.
    init(_ bytes: ArraySlice<UInt8>, offset: Int = 0) {
        stream = nil
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        bytes.withUnsafeBytes { memory.copyMemory(from: $0) }
        self.memory = memory
        end = bytes.count
        isAtEnd = true
        self.offset = offset
    }

    deinit { memory.deallocate() }

    /// What has been read and not yet taken; good until the next call.
    var buffered: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[start..<end]) }

    /// Looks at the next bytes, at most so many; fewer at the end or before a failure.
    func peek(_ count: Int) -> [UInt8] {
        while end - start < count, failure == nil {
            do {
                guard try fill() else { break }
            } catch {
                failure = error
            }
        }
        return Array(buffered.prefix(count))
    }

    /// Reads on; `false` at the end.
    func fill() throws(StreamError) -> Bool {
        if let failure { throw failure }
        guard !isAtEnd, let stream else { return false }
        makeRoom()
        let count = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
        end += count
        isAtEnd = count == 0
        return count > 0
    }

    /// Takes bytes that are in the buffer.
    func take(_ count: Int) -> [UInt8] {
        defer { drop(count) }
        return Array(UnsafeRawBufferPointer(rebasing: memory[start..<start + count]))
    }

    /// Passes over bytes that are in the buffer.
    func drop(_ count: Int) {
        start += count
        offset += count
    }

    /// Passes over bytes; `false` when the input ends before.
    func skip(_ count: Int) throws(StreamError) -> Bool {
        var left = count
        while true {
            let here = min(left, end - start)
            drop(here)
            left -= here
            if left == 0 { return true }
            guard try fill() else { return false }
        }
    }

    /// Takes exactly so many bytes; fewer when the input ends before.
    func exactly(_ count: Int) throws(StreamError) -> [UInt8] {
        while end - start < count, try fill() {}
        return take(min(count, end - start))
    }

    /// Takes everything to the end; `nil` when that is more than the limit.
    func rest(atMost limit: Int) throws(StreamError) -> [UInt8]? {
        repeat {
            if end - start > limit { return nil }
        } while try fill()
        return take(end - start)
    }

    /// Goes to another place of a stream that can; see `ByteStream.seek`.
    func seek(to place: Int, fromEnd: Bool) -> Int? {
        guard let reached = stream?.seek(to: place, fromEnd: fromEnd) else { return nil }
        (start, end, isAtEnd, offset) = (0, 0, false, reached)
        return reached
    }

    /// Makes room for a chunk behind what is buffered. Moving happens once a chunk and growing doubles, so that a long
    /// record costs linear time.
    private func makeRoom() {
        guard memory.count - end < Self.chunkLength else { return }
        let length = end - start
        if memory.count - length >= Self.chunkLength {
            memory.copyMemory(from: buffered)
        } else {
            let grown = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * memory.count, alignment: 16)
            grown.copyMemory(from: buffered)
            memory.deallocate()
            memory = grown
        }
        (start, end) = (0, length)
    }
}
