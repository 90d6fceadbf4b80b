import Tokenization

extension Connection {
    /// Opens a database for tagging: makes its tables when it is new, and migrates those of an earlier version.
    static func forWriting(path: String) throws(DatabaseError) -> Connection {
        let connection = try Connection(path: path, mode: .readWrite)
        if try connection.integer("SELECT count(*) FROM sqlite_schema") == 0,
            try connection.integer("PRAGMA application_id") == 0
        {
            // Larger ones leave more of them empty behind long texts: `docs/decisions/database.md`.
            try connection.run("PRAGMA page_size = 4096")
            try connection.run("PRAGMA journal_mode = WAL")
            try connection.transaction { () throws(DatabaseError) in
                try connection.run(Schema.tables)
                try connection.describe()
                try connection.run("PRAGMA application_id = \(Schema.applicationID)")
                try connection.run("PRAGMA user_version = \(Schema.version)")
            }
        } else if try connection.version() < Schema.version {
            try connection.migrate()
        }
        // A commit that a crash undoes is done again by the next run; a torn database would not be.
        try connection.run("PRAGMA synchronous = NORMAL")
        try connection.run("PRAGMA cache_size = -65536")
        try connection.run("PRAGMA wal_autocheckpoint = 8000")
        return connection
    }

    /// Opens a database for queries; one of an earlier version is migrated first.
    static func forReading(path: String) throws(DatabaseError) -> Connection {
        let connection: Connection
        do {
            connection = try Connection(path: path, mode: .readOnly)
        } catch .notWritable {
            throw .missing(path: path)
        }
        let version = try connection.version()
        // Pages are kept that a question comes back to.
        try connection.run("PRAGMA cache_size = -65536")
        guard version < Schema.version else { return connection }
        do {
            return try forWriting(path: path)
        } catch .notWritable {
            throw .older(path: path, version: version)
        }
    }

    /// The version of the schema.
    private func version() throws(DatabaseError) -> Int {
        guard try integer("PRAGMA application_id") == Schema.applicationID else { throw .foreign(path: path) }
        let version = try integer("PRAGMA user_version")
        guard version <= Schema.version else { throw .newer(path: path, version: version) }
        return version
    }

    /// Brings the tables of an earlier version up to date, all or nothing.
    private func migrate() throws(DatabaseError) {
        try transaction { () throws(DatabaseError) in
            // Another program may have done it while this one waited for the lock.
            let version = try integer("PRAGMA user_version")
            if version < 2 { try run(Migration.from1To2) }
            if version < 3 { try run(Migration.from2To3) }
            if version < 4 { try run(Migration.from3To4) }
            if version < 5 {
                try rewritingSchema { () throws(DatabaseError) in try run(Migration.references) }
                try run(Migration.from4To5)
                try fillSearch()
            }
            try describe()
            try run("PRAGMA user_version = \(Schema.version)")
        }
    }

    /// Puts the words of all stories into the full-text index, which is empty.
    private func fillSearch() throws(DatabaseError) {
        let tokenizer = try searchTokenizer()
        let select = try prepare("SELECT key, title, text FROM article WHERE cluster IS NOT NULL ORDER BY key")
        let insert = try prepare("INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)")
        while try select.step() {
            try insert.bind(select.integer(0)).bind(tokenizer.searchWords(of: select.text(1)))
                .bind(tokenizer.searchWords(of: select.text(2))).run()
        }
    }

    /// What makes the words of the full-text index, and of questions to it.
    func searchTokenizer() throws(DatabaseError) -> Tokenizer {
        do {
            return try Tokenizer()
        } catch {
            throw .noTokenizer(error)
        }
    }
}
