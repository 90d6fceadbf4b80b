import FileAccess
import Glibc

/// A folder that is gone when the value is.
public final class TemporaryFolder {
    public let path: String

    /// Makes a folder under the system's temporary folder.
    public init() throws(FileError) {
        var template = Array("/tmp/gazette-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw FileError(path: "/tmp", operation: "create") }
        path = String(cString: made)
    }

    deinit { Self.remove(path) }

    /// The path of a file in the folder, which need not be there.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, folders above it included, and returns its path.
    @discardableResult
    public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws(FileError) -> String {
        let file = file(name)
        if let slash = file.lastIndex(of: "/") { try makeFolder(String(file[..<slash])) }
        try writeFileAtomically(Array(bytes), to: file)
        return file
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in (try? namesInFolder(path)) ?? [] { remove("\(path)/\(name)") }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
