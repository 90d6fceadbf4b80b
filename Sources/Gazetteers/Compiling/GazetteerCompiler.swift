import FileAccess
import Tokenization

/// Compiles tables to an index and keeps it, so that the next start only maps it.
///
///     let sources = try GazetteerSources(layers: ["Gazetteers", "mine.tsv"])
///     let compiled = try GazetteerCompiler.open(sources)
public enum GazetteerCompiler {
    /// What went wrong, beyond single lines of tables.
    public enum Failure: Error, CustomStringConvertible {
        case file(FileError)
        case contents(ContentsError)
        case index(IndexError)
        case tokenization(TokenizationError)

        public var description: String {
            switch self {
            case .file(let error): error.description
            case .contents(let error): error.description
            case .index(let error): error.description
            case .tokenization(let error): error.description
            }
        }
    }

    /// An opened index, and what compiling it found wrong; no issues when it was there already.
    public struct Opened {
        public var index: GazetteerIndex
        public var path: String
        public var issues: [TableIssue]
        public var wasCompiled: Bool
    }

    /// Opens the index of the tables, made anew when it is missing, damaged or older than a table; `willCompile` is called
    /// before that, since it takes seconds.
    public static func open(
        _ sources: GazetteerSources, willCompile: () -> Void = {}
    ) throws(Failure) -> Opened {
        let folders = indexFolders(sources)
        let name = fileName(sources)
        for folder in folders {
            if let index = try? GazetteerIndex(path: "\(folder)/\(name)") {
                return Opened(index: index, path: "\(folder)/\(name)", issues: [], wasCompiled: false)
            }
        }
        willCompile()
        return try compile(sources)
    }

    /// Compiles the tables, whether or not an index is there.
    public static func compile(_ sources: GazetteerSources) throws(Failure) -> Opened {
        let (bytes, issues) = try indexBytes(sources)
        let name = fileName(sources)
        var lastError: FileError?
        for folder in indexFolders(sources) {
            do {
                try makeFolder(folder)
                try writeFileAtomically(bytes, to: "\(folder)/\(name)")
                let index = try GazetteerIndex(path: "\(folder)/\(name)")
                guard index.isIntact else { throw IndexError.damaged(path: "\(folder)/\(name)") }
                removeOlder(than: name, in: folder)
                return Opened(index: index, path: "\(folder)/\(name)", issues: issues, wasCompiled: true)
            } catch let error as FileError {
                lastError = error
            } catch let error as IndexError {
                throw .index(error)
            } catch {
                continue
            }
        }
        throw .file(lastError ?? FileError(path: name, operation: "write", code: 2))
    }

    /// The bytes of the index, and what is wrong in the tables.
    static func indexBytes(_ sources: GazetteerSources) throws(Failure) -> ([UInt8], [TableIssue]) {
        let contents: GazetteerContents
        do { contents = try GazetteerContents(sources) } catch { throw .contents(error) }
        var builder = IndexBuilder(contents)
        do {
            return (try builder.build(), contents.issues)
        } catch {
            throw .tokenization(error)
        }
    }

    private static func fileName(_ sources: GazetteerSources) -> String {
        "\(hexadecimal(sources.listHash))-\(hexadecimal(sources.fingerprint)).index"
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Beside the tables where that can be written, else in the user's cache.
    private static func indexFolders(_ sources: GazetteerSources) -> [String] {
        var folders: [String] = []
        if let folder = sources.folder { folders.append("\(folder)/.index") }
        folders.append(cacheFolder())
        return folders
    }

    private static func cacheFolder() -> String {
        if let folder = environment("XDG_CACHE_HOME") { return "\(folder)/gazette" }
        if let home = environment("HOME") { return "\(home)/.cache/gazette" }
        return "/tmp/gazette-cache"
    }

    /// Removes the indexes of the same tables as they were before, and the oldest of other tables.
    private static func removeOlder(than name: String, in folder: String) {
        let list = name.prefix { $0 != "-" }
        var others: [(name: String, modified: Int64)] = []
        for other in (try? namesInFolder(folder)) ?? [] where other != name && other.hasSuffix(".index") {
            if other.hasPrefix(list) {
                removeFile("\(folder)/\(other)")
            } else if let status = try? FileStatus(path: "\(folder)/\(other)") {
                others.append((other, status.modified))
            }
        }
        others.sort { ($1.modified, $0.name) < ($0.modified, $1.name) }
        for old in others.dropFirst(mostKept - 1) { removeFile("\(folder)/\(old.name)") }
    }

    /// Indexes kept in a folder: for people who go to and fro between a few sets of tables.
    private static let mostKept = 8
}
