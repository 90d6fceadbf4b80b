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
        case index(IndexError)
        case tokenization(TokenizationError)

        public var description: String {
            switch self {
            case .file(let error): error.description
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

    /// Opens the index of the tables, made anew when it is missing, damaged or older than a table.
    public static func open(_ sources: GazetteerSources) throws(Failure) -> Opened {
        let folders = indexFolders(sources)
        let name = fileName(sources)
        for folder in folders {
            if let index = try? GazetteerIndex(path: "\(folder)/\(name)") {
                return Opened(index: index, path: "\(folder)/\(name)", issues: [], wasCompiled: false)
            }
        }
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
                removeOlder(than: name, in: folder)
                let index = try GazetteerIndex(path: "\(folder)/\(name)")
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
        var builder = IndexBuilder()
        var issues: [TableIssue] = []
        var contentHash = bytesHash(UnsafeRawBufferPointer(start: nil, count: 0))
        for table in sources.tables {
            let bytes: [UInt8]
            do { bytes = try readFile(table.path) } catch { throw .file(error) }
            contentHash = bytes.withUnsafeBytes { bytesHash($0, from: contentHash) }
            issues += add(table, bytes, to: &builder)
        }
        do {
            return (try builder.build(contentHash: contentHash), issues)
        } catch {
            throw .tokenization(error)
        }
    }

    private static func add(
        _ table: GazetteerSources.TableFile, _ bytes: [UInt8], to builder: inout IndexBuilder
    ) -> [TableIssue] {
        switch table.kind {
        case .entities:
            let read = EntityTable(file: table.path, bytes: bytes)
            builder.add(read)
            return read.issues
        case .offices:
            let read = OfficeTable(file: table.path, bytes: bytes)
            builder.add(read)
            return read.issues
        case .stops:
            let read = StopTable(file: table.path, bytes: bytes)
            builder.add(read)
            return read.issues
        case .commonWords:
            let read = WordTable(file: table.path, bytes: bytes, counts: ("lower", "upper"))
            builder.addCommonWords(read)
            return read.issues
        case .nameWords:
            let read = WordTable(file: table.path, bytes: bytes, counts: ("given", "family"))
            builder.addNameWords(read)
            return read.issues
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

    /// Removes the indexes of the same tables as they were before.
    private static func removeOlder(than name: String, in folder: String) {
        let list = name.prefix { $0 != "-" }
        for other in (try? namesInFolder(folder)) ?? []
        where other != name && other.hasPrefix(list) && other.hasSuffix(".index") {
            removeFile("\(folder)/\(other)")
        }
    }
}
