import Glibc

/// What stands at a path.
public struct FileStatus: Equatable, Sendable {
    /// What tells a file from every other on the machine, by whatever path it is reached.
    public struct Identity: Hashable, Sendable {
        public var device: UInt64
        public var number: UInt64
    }

    public var identity: Identity
    public var isFolder: Bool
    /// Bytes.
    public var size: Int64
    /// Nanoseconds since 1970.
    public var modified: Int64

    /// Asks for the status of `path`, links followed.
    public init(path: String) throws(FileError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(path: path, operation: "open") }
        identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }
}

/// Reads a whole file into memory.
public func readFile(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "open") }
    defer { close(descriptor) }
    return try readAll(of: descriptor, named: path)
}

/// Reads what is left of an open file.
public func readAll(of descriptor: Int32, named path: String) throws(FileError) -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileError(path: path, operation: "read") }
        if count == 0 { return result }
        result += chunk[..<count]
    }
}

/// Writes a file beside its place and moves it there, so that readers see the old content or the new, never a part.
///
/// What is no file, such as a pipe or `/dev/stdout`, is written to and stays what it is.
public func writeFileAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, operation: "open") }
        defer { close(descriptor) }
        return try writeAll(bytes, to: descriptor, named: path)
    }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: temporary, operation: "create") }
    do {
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, named: temporary)
    } catch {
        unlink(temporary)
        throw error
    }
    guard rename(temporary, path) == 0 else {
        let failure = FileError(path: path, operation: "replace")
        unlink(temporary)
        throw failure
    }
}

/// Writes all bytes to an open file, going on after partial writes.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(FileError) {
    var at = 0
    while at < bytes.count {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + at }, $0.count - at) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileError(path: path, operation: "write") }
        at += count
    }
}

/// The names in a folder in byte order, without "." and "..".
public func namesInFolder(_ path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(path: path, operation: "list") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Makes a folder and those above it; does nothing when it is there.
public func makeFolder(_ path: String) throws(FileError) {
    if let status = try? FileStatus(path: path), status.isFolder { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(path: path, operation: "create") }
}

/// Removes a file; does nothing when it is not there or may not be removed.
public func removeFile(_ path: String) { unlink(path) }

/// The value of an environment variable; `nil` when it is unset or empty.
public func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}
