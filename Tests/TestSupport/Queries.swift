import CSQLite

/// All rows of a query, columns divided by "|", read with SQLite itself.
public func rows(_ sql: String, in path: String) throws -> [String] {
    var database: OpaquePointer?
    var statement: OpaquePointer?
    defer {
        sqlite3_finalize(statement)
        sqlite3_close(database)
    }
    try check(sqlite3_open(path, &database), path)
    try check(sqlite3_prepare_v2(database, sql, -1, &statement, nil), sql)
    var result: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
        let columns = (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
        }
        result.append(columns.joined(separator: "|"))
    }
    return result
}

/// Runs SQL in a database, which is made when it is not there.
public func execute(_ sql: String, in path: String) throws {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    try check(sqlite3_open(path, &database), path)
    try check(sqlite3_exec(database, sql, nil, nil, nil), sql)
}

/// SQLite refused something that a test asked of it.
public struct QueryError: Error {
    public var code: Int32
    /// The SQL or the path.
    public var subject: String
}

private func check(_ code: Int32, _ subject: String) throws(QueryError) {
    guard code == SQLITE_OK else { throw QueryError(code: code, subject: subject) }
}
