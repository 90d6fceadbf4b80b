import Glibc

/// A new folder for files that nobody keeps; it is removed with the value that owns it.
///
///     let folder = try ScratchFolder(named: "tables")
///     try writeFileAtomically(bytes, to: "\(folder.path)/names.tsv")
public final class ScratchFolder {
    public let path: String

    /// Makes a folder where the system keeps temporary files.
    /// - Throws: `FileError` when it cannot be made.
    public init(named name: String) throws(FileError) {
        let root = environment("TMPDIR") ?? "/tmp"
        var template = Array("\(root)/gazette-\(name)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError(path: root, operation: "make a folder in") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// What cannot be removed stays: the system clears its temporary files.
    private static func remove(_ folder: String) {
        for name in (try? namesInFolder(folder)) ?? [] {
            let path = "\(folder)/\(name)"
            if unlink(path) != 0, errno == EISDIR || errno == EPERM { remove(path) }
        }
        rmdir(folder)
    }
}
