/// What tagged the articles of sources: kept so that after a change only those are tagged again that it can touch.
public struct TaggerRecord: Sendable, Equatable {
    /// A table or file of decisions of the user's.
    public struct File: Sendable, Equatable {
        public enum Role: String, Sendable {
            case gazetteer
            case decisions
        }

        public var role: Role
        public var path: String
        /// The folder that was named in its stead; `nil` where it was named itself.
        public var folder: String?
        /// `nil` where it was too large to be kept.
        public var content: [UInt8]?

        /// Makes one.
        public init(role: Role, path: String, folder: String?, content: [UInt8]?) {
            self.role = role
            self.path = path
            self.folder = folder
            self.content = content
        }
    }

    /// All of it in one line, as the sources have it.
    public var id: String
    /// The program with its models.
    public var program: String
    /// How records became articles: weights and options.
    public var extraction: String
    /// A hash of the built-in gazetteers.
    public var builtIn: String
    /// The user's tables and decisions in their order.
    public var files: [File]

    /// Makes a record.
    public init(id: String, program: String, extraction: String, builtIn: String, files: [File]) {
        self.id = id
        self.program = program
        self.extraction = extraction
        self.builtIn = builtIn
        self.files = files
    }
}

extension DatabaseWriter {
    /// Notes what tags; where it tagged before nothing is asked of `record`.
    public func note(tagger id: String, _ record: () throws -> TaggerRecord) throws {
        let known = try connection.prepare("SELECT 1 FROM tagger WHERE id = ?")
        if try known.bind(id).step() { return }
        let record = try record()
        try connection.transaction { () throws(DatabaseError) in
            let tagger = try connection.prepare(
                "INSERT INTO tagger (id, program, extraction, built_in) VALUES (?, ?, ?, ?)")
            try tagger.bind(record.id).bind(record.program).bind(record.extraction).bind(record.builtIn).run()
            let key = Int(connection.lastKey)
            let insert = try connection.prepare("INSERT INTO tagger_file VALUES (?, ?, ?, ?, ?, ?)")
            for (place, file) in record.files.enumerated() {
                insert.reset().bind(key).bind(place).bind(file.role.rawValue).bind(file.path).bind(file.folder)
                if let content = file.content { insert.bind(content) } else { insert.bind(nil as Int?) }
                try insert.run()
            }
        }
    }

    /// What tagged the sources, in order of their ids; a source of an earlier version has only an id.
    public func taggers() throws(DatabaseError) -> [(id: String, record: TaggerRecord?)] { try connection.taggers() }

    /// Forgets what no source was tagged by any more.
    func removeUnusedTaggers() throws(DatabaseError) {
        let unused = "(SELECT key FROM tagger WHERE id NOT IN (SELECT tagger FROM source))"
        try connection.run("DELETE FROM tagger_file WHERE tagger IN \(unused)")
        try connection.run("DELETE FROM tagger WHERE key IN \(unused)")
    }
}

extension Database {
    /// What tagged all sources with regard to the user's tables and decisions; `nil` where sources differ in it, or an
    /// earlier version did not keep it.
    public func commonTagger() throws(DatabaseError) -> TaggerRecord? {
        let records = try connection.taggers().map(\.record)
        guard let first = records.first, let first else { return nil }
        func isSame(_ other: TaggerRecord?) -> Bool {
            other?.layers == first.layers && other?.decisions == first.decisions && other?.builtIn == first.builtIn
                && other?.program == first.program
        }
        return records.allSatisfy(isSame) ? first : nil
    }
}

extension TaggerRecord {
    /// The folders and tables of names in their order.
    public var layers: [String] {
        files.filter { $0.role == .gazetteer }.map { $0.folder ?? $0.path }
            .reduce(into: []) { layers, path in if layers.last != path { layers.append(path) } }
    }

    /// The path of the decisions, where there were any.
    public var decisions: String? { files.first { $0.role == .decisions }?.path }
}

extension Connection {
    /// What tagged the sources, in order of their ids; a source of an earlier version has only an id.
    func taggers() throws(DatabaseError) -> [(id: String, record: TaggerRecord?)] {
        let select = try prepare(
            """
            SELECT DISTINCT source.tagger, tagger.key, program, extraction, built_in
            FROM source LEFT JOIN tagger ON tagger.id = source.tagger ORDER BY source.tagger
            """)
        var result: [(id: String, record: TaggerRecord?)] = []
        while try select.step() {
            let id = select.text(0)
            let record = try select.optionalInteger(1).map { key throws(DatabaseError) in
                TaggerRecord(
                    id: id, program: select.text(2), extraction: select.text(3), builtIn: select.text(4),
                    files: try files(ofTagger: key))
            }
            result.append((id, record))
        }
        return result
    }

    private func files(ofTagger key: Int) throws(DatabaseError) -> [TaggerRecord.File] {
        let select = try prepare(
            "SELECT role, path, folder, content, content IS NULL FROM tagger_file WHERE tagger = ? ORDER BY place")
        select.bind(key)
        var files: [TaggerRecord.File] = []
        while try select.step() {
            guard let role = TaggerRecord.File.Role(rawValue: select.text(0)) else { continue }
            files.append(
                TaggerRecord.File(
                    role: role, path: select.text(1), folder: select.optionalText(2),
                    content: select.integer(4) == 1 ? nil : select.bytes(3)))
        }
        return files
    }
}
