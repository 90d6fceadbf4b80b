import FileAccess
import Glibc
import NewsModel
import TestSupport
import Testing
import Tokenization

@testable import Gazetteers

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
            appendMatches(at: start, words[start], in: tokens, to: &matches)
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
