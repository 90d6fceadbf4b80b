import FileAccess
import Gazetteers
import NewsModel
import Storage

extension TaggerResources {
    /// What is kept of a tagger in the database.
    ///
    /// - Parameters:
    ///   - extraction: how records become articles: weights and options.
    ///   - builtIn: the folder of the built-in gazetteers.
    /// - Throws: `FileError` when a table cannot be read.
    func record(extraction: String, builtIn: String) throws(FileError) -> TaggerRecord {
        let sources = try GazetteerSources(layers: layers)
        var files: [TaggerRecord.File] = []
        for table in sources.ownTables(besides: builtIn) {
            files.append(
                TaggerRecord.File(
                    role: .gazetteer, path: table.path, folder: table.folder, content: try readFile(table.path)))
        }
        if let decisionTable {
            let path = decisionTable.file
            files.append(
                TaggerRecord.File(role: .decisions, path: path, folder: nil, content: try readFile(path)))
        }
        let size = files.reduce(0) { $0 + ($1.content?.count ?? 0) }
        if size > Self.mostBytesKept { for place in files.indices { files[place].content = nil } }
        return TaggerRecord(
            id: id(extraction: extraction), program: program, extraction: extraction,
            builtIn: String(try sources.contentHash(ofBuiltIn: builtIn), radix: 16), files: files)
    }

    /// What sources say tagged them.
    func id(extraction: String) -> String { "\(fingerprint) \(extraction)" }

    /// The user's tables together; larger ones are not kept, and a change of them touches every article.
    private static let mostBytesKept = 1 << 26
}

extension TaggerRecord {
    /// Whether the built-in gazetteers were among the tables.
    public var hasBuiltIn: Bool {
        builtIn != String(GazetteerSources.hashWithoutBuiltIn, radix: 16)
    }

    /// Whether no topics were scored.
    public var isWithoutTopics: Bool { program.hasSuffix(TaggerResources.withoutTopics) }
}
