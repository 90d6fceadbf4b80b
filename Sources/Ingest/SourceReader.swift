import FileAccess
import Glibc
import NewsModel

/// Reads the records of one source in order, in bounded memory.
///
///     let reader = try SourceReader(Source(path: "dump.jsonl"), IngestConfiguration())
///     while let next = try reader.next() { … }
public final class SourceReader {
    /// A record, or the reason why what stands there is none.
    public enum Item: Sendable {
        case record(RawRecord)
        case reject(Reject)
    }

    private let source: Source
    private let configuration: IngestConfiguration
    private var input: ChunkedInput
    private let format: InputFormat
    private let refusal: String?
    private var recordNumber = 0
    private var lineNumber = 0
    private var isFinished = false

    /// Opens the source and tells its format.
    /// - Throws: `FileError` when it cannot be opened or read.
    public init(_ source: Source, _ configuration: IngestConfiguration) throws(FileError) {
        self.source = source
        self.configuration = configuration
        input = try ChunkedInput(path: source.path)
        let beginning = try input.peek()
        refusal = InputFormat.refusal(beginning)
        format =
            configuration.inputFormat == .auto
            ? InputFormat.told(by: beginning, name: source.path) : configuration.inputFormat
    }

    /// A name that is the same for the same content where the path says nothing: for standard input, its first chunk.
    /// To be asked for before the first record.
    public var key: String {
        guard source.isStandardInput else { return source.path }
        let hash = input.beginning.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        return "\(Self.standardInputKey)\(String(hash, radix: 16))"
    }

    /// What the key of standard input begins with.
    public static let standardInputKey = "standard input "

    /// The next record, or `nil` at the end.
    /// - Throws: `FileError` when the source cannot be read on.
    public func next() throws(FileError) -> Item? {
        if isFinished { return nil }
        if let refusal {
            isFinished = true
            return reject(refusal, place: "")
        }
        return format == .jsonl ? try nextLine() : try wholeSource()
    }

    private func wholeSource() throws(FileError) -> Item? {
        isFinished = true
        guard let bytes = try input.rest(atMost: configuration.mostRecordBytes) else {
            return reject("longer than \(configuration.mostRecordBytes >> 20) MiB: split it", place: "")
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { return reject("empty: there is nothing to read", place: "") }
        return .record(
            RawRecord(
                number: 0, place: "", fallbackID: source.isStandardInput ? "1" : source.stem, format: format,
                bytes: bytes))
    }

    private func nextLine() throws(FileError) -> Item? {
        while true {
            switch try input.line(atMost: configuration.mostRecordBytes) {
            case .end:
                isFinished = true
                return lineNumber == 0 ? reject("empty: there is nothing to read", place: "") : nil
            case .tooLong:
                lineNumber += 1
                return reject(
                    "line of more than \(configuration.mostRecordBytes >> 20) MiB: no article is that long",
                    place: "line \(lineNumber)")
            case .line(var bytes):
                lineNumber += 1
                if lineNumber == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                guard bytes.contains(where: { $0 > 0x20 }) else { continue }
                defer { recordNumber += 1 }
                return .record(
                    RawRecord(
                        number: recordNumber, place: "line \(lineNumber)", fallbackID: "\(source.stem):\(lineNumber)",
                        format: .jsonl, bytes: bytes))
            }
        }
    }

    private func reject(_ reason: String, place: String) -> Item {
        defer { recordNumber += 1 }
        return .reject(Reject(source: source.path, record: recordNumber, place: place, reason: reason))
    }
}

/// A file descriptor read in chunks, by line or to the end, never holding more than is asked for.
struct ChunkedInput: ~Copyable {
    enum Line {
        case line([UInt8])
        /// The line was longer than allowed and has been passed over.
        case tooLong
        case end
    }

    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private static let chunkLength = 1 << 18

    init(path: String) throws(FileError) {
        self.path = path
        descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, operation: "open") }
    }

    deinit { close(descriptor) }

    /// The first chunk of the input; less when the input is shorter.
    var beginning: ArraySlice<UInt8> { buffered.prefix(Self.chunkLength) }

    /// What has been read and not yet been given out.
    var buffered: ArraySlice<UInt8> { buffer[position...] }

    /// The first bytes, which stay to be read: a whole chunk is read, in however small pieces a pipe brings it.
    mutating func peek() throws(FileError) -> ArraySlice<UInt8> {
        while buffered.count < Self.chunkLength, !isAtEnd { try fill() }
        return buffered.prefix(4096)
    }

    mutating func rest(atMost limit: Int) throws(FileError) -> [UInt8]? {
        while !isAtEnd {
            guard buffered.count <= limit else { return nil }
            try fill()
        }
        defer { position = buffer.count }
        return buffered.count <= limit ? Array(buffered) : nil
    }

    mutating func line(atMost limit: Int) throws(FileError) -> Line {
        var searched = position
        while true {
            if let end = lineEnd(from: searched) {
                defer { position = end + 1 }
                return end - position <= limit ? .line(Array(buffer[position..<end])) : .tooLong
            }
            if isAtEnd {
                guard position < buffer.count else { return .end }
                defer { position = buffer.count }
                return buffered.count <= limit ? .line(Array(buffered)) : .tooLong
            }
            guard buffered.count <= limit else { return try skipLine() }
            searched = buffered.count
            try fill()
            searched += position
        }
    }

    private mutating func skipLine() throws(FileError) -> Line {
        while true {
            if let end = lineEnd(from: position) {
                position = end + 1
                return .tooLong
            }
            position = buffer.count
            if isAtEnd { return .tooLong }
            try fill()
        }
    }

    private func lineEnd(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Drops what has been given out and reads one chunk more.
    private mutating func fill() throws(FileError) {
        buffer.removeFirst(position)
        position = 0
        while true {
            let count = readChunk()
            if count == -Int(EINTR) { continue }
            guard count >= 0 else { throw FileError(path: path, operation: "read", code: Int32(-count)) }
            if count == 0 { isAtEnd = true }
            return
        }
    }

    /// Appends what one call of `read` gives, and returns how much it was, or what went wrong as a negative number.
    private mutating func readChunk() -> Int {
        withUnsafeTemporaryAllocation(byteCount: Self.chunkLength, alignment: 1) { chunk in
            let count = read(descriptor, chunk.baseAddress, chunk.count)
            if count > 0 { buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count])) }
            return count < 0 ? -Int(errno) : count
        }
    }
}
