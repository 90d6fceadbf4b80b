import CSQLite

/// An open SQLite database. For one thread at a time.
final class Connection {
    let path: String
    private let handle: OpaquePointer

    /// How a database is opened.
    enum Mode {
        case readOnly
        /// Made when it is not there.
        case readWrite
    }

    /// Done once, before the first database is opened; where SQLite runs already it refuses, and nothing is lost.
    private static let configuration = csqlite_stop_counting_memory()

    init(path: String, mode: Mode) throws(DatabaseError) {
        self.path = path
        _ = Self.configuration
        var handle: OpaquePointer?
        let flags = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard let handle else { throw .sqlite(path: path, code: code, message: "out of memory", sql: "") }
        guard code == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(handle))
            sqlite3_close_v2(handle)
            throw Self.error(path: path, code: code, message: message, sql: "")
        }
        self.handle = handle
        csqlite_be_defensive(handle)
        sqlite3_busy_timeout(handle, 5000)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements that return no rows.
    func run(_ sql: String) throws(DatabaseError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), sql)
    }

    /// Compiles a statement.
    func prepare(_ sql: String) throws(DatabaseError) -> Statement {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil), sql)
        guard let statement else { throw .sqlite(path: path, code: 1, message: "an empty statement", sql: sql) }
        return Statement(statement, on: self, sql: sql)
    }

    /// The integer that a query gives; 0 when it gives none.
    func integer(_ sql: String) throws(DatabaseError) -> Int {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : 0
    }

    /// Key of the row inserted last.
    var lastKey: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Whether a transaction is open.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Runs `body` on the database as it is now, whatever another program writes meanwhile.
    func reading<Result>(_ body: () throws(DatabaseError) -> Result) throws(DatabaseError) -> Result {
        if isInTransaction { return try body() }
        try run("BEGIN")
        defer { try? run("COMMIT") }
        return try body()
    }

    /// Runs `body` in a transaction that is undone when it throws; inside an open one it becomes a part of that.
    func transaction<Result>(_ body: () throws(DatabaseError) -> Result) throws(DatabaseError) -> Result {
        if isInTransaction { return try body() }
        try run("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            try? run("ROLLBACK")
            throw error
        }
    }

    /// Lets `body` change the SQL of the schema itself, for changes that leave all stored rows as they are
    /// (https://www.sqlite.org/lang_altertable.html, section 7). What it wrote holds afterwards.
    func rewritingSchema(_ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
        csqlite_let_schema_be_written(handle, 1)
        defer { csqlite_let_schema_be_written(handle, 0) }
        try body()
        try run("PRAGMA writable_schema = RESET")
    }

    func check(_ code: Int32, _ sql: String) throws(DatabaseError) {
        guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
        throw Self.error(path: path, code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
    }

    private static func error(path: String, code: Int32, message: String, sql: String) -> DatabaseError {
        switch code & 0xFF {
        case SQLITE_NOTADB: .foreign(path: path)
        case SQLITE_CORRUPT: .damaged(path: path, message: message)
        case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
        case SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_PERM: .notWritable(path: path, message: message)
        case SQLITE_CANTOPEN: .notWritable(path: path, message: "cannot be opened; is its folder there?")
        default: .sqlite(path: path, code: code, message: message, sql: sql)
        }
    }
}
