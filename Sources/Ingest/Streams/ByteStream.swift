import FileAccess

/// Where bytes come from, in order: a file, a decompressor, an entry of an archive.
protocol ByteStream: AnyObject {
    /// Puts up to as many bytes into the buffer as it holds and returns how many; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int

    /// Goes to a place counted from the beginning or, when negative, from the end; the new place, or `nil` for a stream
    /// that only goes forward.
    func seek(to place: Int, fromEnd: Bool) -> Int?
}

extension ByteStream {
    func seek(to place: Int, fromEnd: Bool) -> Int? { nil }
}

/// Why a stream gives no more bytes.
enum StreamError: Error {
    /// The operating system did not read on.
    case file(FileError)
    /// The bytes are not what they should be, or end too soon.
    case damaged(String)
    /// An entry passed a limit; the entries after it can be read.
    case entryRefused(String)
    /// The source passed a limit; nothing more of it is read.
    case sourceRefused(String)

    /// What was wrong, for a reject.
    var reason: String {
        switch self {
        case .file(let error): error.reason
        case .damaged(let reason), .entryRefused(let reason), .sourceRefused(let reason): reason
        }
    }
}
