import FileAccess
import Glibc

/// The bytes of a file, or of standard input for the path "-".
final class FileStream: ByteStream {
    private let descriptor: Int32
    private let path: String
    private let budget: ExpansionBudget

    /// Opens the file.
    init(path: String, budget: ExpansionBudget) throws(FileError) {
        self.path = path
        self.budget = budget
        descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, operation: "open") }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            budget.sourceLength = Int(status.st_size)
        }
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(FileError(path: path, operation: "read")) }
            budget.consume(count)
            return count
        }
    }

    func seek(to place: Int, fromEnd: Bool) -> Int? {
        // What is no regular file has no places to go to.
        guard budget.sourceLength != nil else { return nil }
        let reached = lseek(descriptor, place, fromEnd ? SEEK_END : SEEK_SET)
        return reached >= 0 ? reached : nil
    }
}
