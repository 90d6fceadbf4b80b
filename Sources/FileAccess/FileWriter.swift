import Glibc

/// Writes a file piece by piece beside its place and moves it there at the end: readers see the old content or the new.
///
/// What was not finished is removed. What is no file, such as a pipe, and standard output ("-") are written to directly.
public final class FileWriter {
    private let path: String
    private let descriptor: Int32
    /// Where the file is until it is finished; `nil` where it is written to directly.
    private let temporary: String?
    private var buffer: [UInt8] = []
    private var isFinished = false

    private static let bufferLength = 1 << 18

    /// Opens the file.
    public init(path: String) throws(FileError) {
        self.path = path == "-" ? "standard output" : path
        var status = stat()
        if path == "-" {
            temporary = nil
            descriptor = dup(STDOUT_FILENO)
        } else if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            let beside = "\(path).\(getpid()).part"
            temporary = beside
            descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { throw FileError(path: self.path, operation: "create") }
    }

    deinit {
        close(descriptor)
        if !isFinished, let temporary { unlink(temporary) }
    }

    /// Writes text.
    public func write(_ text: String) throws(FileError) {
        buffer += text.utf8
        if buffer.count >= Self.bufferLength { try flush() }
    }

    /// Writes bytes, many of them at once without a copy.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        guard bytes.count >= Self.bufferLength else {
            buffer += bytes
            if buffer.count >= Self.bufferLength { try flush() }
            return
        }
        try flush()
        try writeAll(bytes, to: descriptor, named: path)
    }

    /// Writes what is left and puts the file into its place.
    public func finish() throws(FileError) {
        try flush()
        if let temporary {
            guard rename(temporary, path) == 0 else { throw FileError(path: path, operation: "replace") }
        }
        isFinished = true
    }

    private func flush() throws(FileError) {
        try writeAll(buffer, to: descriptor, named: path)
        buffer.removeAll(keepingCapacity: true)
    }
}
