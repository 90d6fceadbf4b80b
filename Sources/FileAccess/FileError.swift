import Glibc

/// A call to the operating system that failed, with the file it was about.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The path as the user gave it.
    public var path: String
    /// What was tried: "open", "read", "write", …
    public var operation: String
    /// The value of `errno`.
    public var code: Int32

    /// Makes an error from the value of `errno`.
    public init(path: String, operation: String, code: Int32 = errno) {
        self.path = path
        self.operation = operation
        self.code = code
    }

    /// What failed and why, without the path.
    public var reason: String { "cannot \(operation): \(String(cString: strerror(code)))" }

    public var description: String { "\(path): \(reason)" }
}
