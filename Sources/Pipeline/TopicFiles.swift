import FileAccess
import Topics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files that a topic model is made of: the built-in ones and those laid over them.
public enum TopicFiles {
    /// The built-in files in the order in which they are read.
    static let builtIn = ["media_topics.tsv", "weights.tsv"]

    /// Reads the built-in files of a folder, then each layer: a file, or the `.tsv` and `.txt` files of a folder in the
    /// order of their names.
    /// - Throws: `FileError` when one is not there or cannot be read, or a folder has none.
    public static func read(builtIn folder: String?, layers: [String]) throws(FileError) -> [TopicFile] {
        var files: [TopicFile] = []
        if let folder {
            for name in builtIn {
                files.append(TopicFile(path: "\(folder)/\(name)", bytes: try readFile("\(folder)/\(name)")))
            }
        }
        for layer in layers {
            for path in try paths(of: layer) {
                files.append(TopicFile(path: path, bytes: try readFile(path), isOwn: true))
            }
        }
        return files
    }

    private static func paths(of layer: String) throws(FileError) -> [String] {
        guard try FileStatus(path: layer).isFolder else { return [layer] }
        let names = try namesInFolder(layer).filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".txt") }
        guard !names.isEmpty else {
            throw FileError(path: layer, operation: "find a .tsv or .txt file in the folder", code: ENOENT)
        }
        return names.map { "\(layer)/\($0)" }
    }
}
