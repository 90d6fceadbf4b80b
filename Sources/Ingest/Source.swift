/// A file, or standard input, that holds one or more articles.
public struct Source: Sendable, Hashable {
    /// The path as it was found, or "-" for standard input.
    public var path: String

    /// Names a source.
    public init(path: String) { self.path = path }

    /// Whether the source is standard input.
    public var isStandardInput: Bool { path == "-" }

    /// The file's name without folder and extension.
    public var stem: String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }
}
