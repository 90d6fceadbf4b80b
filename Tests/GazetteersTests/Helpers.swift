import FileAccess
import Glibc
import NewsModel
import Testing
import Tokenization

@testable import Gazetteers

/// A random generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// A folder that is gone when the value is.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/gazette-test-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { remove(path) }

    /// Writes a file, folders above it included, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = "\(path)/\(name)"
        if let slash = file.lastIndex(of: "/") { try makeFolder(String(file[..<slash])) }
        try writeFileAtomically(Array(bytes), to: file)
        return file
    }

    private func remove(_ path: String) {
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

/// A header with all columns of an entity table.
let entityHeader = "id\tkind\trole\tname\taliases\tcountry\tfrom\tuntil\tweight\tnote\n"

/// Tables in a folder of their own.
final class Tables {
    private let folder: TemporaryFolder
    var path: String { folder.path }

    /// Writes tables: names of files and their content.
    init(_ files: [String: String]) throws {
        folder = try TemporaryFolder()
        for (name, content) in files { try folder.write(name, content.utf8) }
    }

    /// Writes one table of entities; rows are `id kind role name aliases country from until weight`, divided by tabs.
    convenience init(entities rows: [String]) throws {
        try self.init(["entities.tsv": entityHeader + rows.joined(separator: "\n") + "\n"])
    }

    func write(_ name: String, _ content: String) throws { try folder.write(name, content.utf8) }

    func sources() throws -> GazetteerSources { try GazetteerSources(layers: [path]) }

    func index() throws -> GazetteerIndex {
        try withExtendedLifetime(self) { try GazetteerCompiler.open(try sources()).index }
    }
}

extension GazetteerIndex {
    /// What the index finds in a text: "words→id" for each name that fits, in order of place and length.
    func found(in text: String) throws -> [String] {
        var tokenized = TokenizedText()
        try Tokenizer().tokenize(text, into: &tokenized)
        let bytes = Array(text.utf8)
        let tokens = tokenized.tokens
        let words = tokens.map { word($0.key) ?? .unknown }
        var result: [String] = []
        for start in tokens.indices {
            var matches: [NameMatch] = []
            appendMatches(at: start, in: tokens, words: words, to: &matches)
            for match in matches {
                let end = start + match.length
                let span = Int(tokens[start].start)..<Int(tokens[end - 1].end)
                for number in match.names where name(number).fits(tokens[start..<end]) {
                    let id = entity(Int(name(number).entity)).id
                    result.append("\(String(decoding: bytes[span], as: UTF8.self))→\(id)")
                }
            }
        }
        return result
    }
}

/// The tokens of a name.
func tokens(_ name: String) throws -> [Token] { try Tokenizer().tokensOfName(name) }
