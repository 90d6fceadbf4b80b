import FileAccess
import NewsModel

/// The files that paths stand for: folders are walked, in byte order of path; hidden names are passed over.
public struct SourceList: Sendable {
    public private(set) var sources: [Source] = []
    /// Folders and files that could not be looked at.
    public private(set) var rejects: [Reject] = []
    private var visited: Set<FileStatus.Identity> = []

    /// Walks the paths in the order given; each file is taken once.
    public init(paths: [String]) {
        for path in paths {
            if path == "-" {
                sources.append(Source(path: path))
            } else {
                add(path)
            }
        }
    }

    private mutating func add(_ path: String) {
        do {
            let status = try FileStatus(path: path)
            // A link back to a folder above would never end; a file reached twice would be tagged twice.
            guard visited.insert(status.identity).inserted else { return }
            guard status.isFolder else {
                sources.append(Source(path: path))
                return
            }
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            for name in try namesInFolder(path) where !name.hasPrefix(".") { add("\(folder)/\(name)") }
        } catch {
            rejects.append(Reject(source: path, record: -1, place: "", reason: error.reason))
        }
    }
}
