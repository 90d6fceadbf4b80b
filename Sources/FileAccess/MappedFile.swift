import Glibc

/// A file mapped into memory, read-only, for as long as the value lives.
///
/// Opening costs microseconds whatever the size; pages come in when they are read and are shared by all processes.
public final class MappedFile: @unchecked Sendable {
    // Unchecked: the mapping is read-only and only unmapped when the last reference is gone.

    /// The content, valid only as long as this object is kept; `withBytes` keeps it for as long as needed.
    public let bytes: UnsafeRawBufferPointer

    /// Maps the file at `path`.
    public init(path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, operation: "open") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, operation: "read") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(path: path, operation: "map", code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENODEV)
        }
        let length = Int(status.st_size)
        guard length > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw FileError(path: path, operation: "map")
        }
        bytes = UnsafeRawBufferPointer(start: address, count: length)
    }

    /// Calls `body` with the content, which must not be used after.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(bytes) }
    }

    deinit {
        guard let start = bytes.baseAddress else { return }
        munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
}
