import CSQLite

/// A compiled SQL statement, used again for each row.
///
/// Bind the parameters in order, step, read the columns; `reset` happens by itself before the next binding.
final class Statement {
    private let handle: OpaquePointer
    private let connection: Connection
    private let sql: String
    private var position: Int32 = 0

    init(_ handle: OpaquePointer, on connection: Connection, sql: String) {
        self.handle = handle
        self.connection = connection
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    /// SQLite copies the text before the call returns.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Begins binding anew.
    @discardableResult
    func reset() -> Statement {
        sqlite3_reset(handle)
        position = 0
        return self
    }

    /// Goes on binding with the parameter of this number.
    func at(_ parameter: Int) -> Statement {
        position = Int32(clamping: parameter - 1)
        return self
    }

    @discardableResult
    func bind(_ values: [String]) -> Statement {
        for value in values { bind(value) }
        return self
    }

    @discardableResult
    func bind(_ value: Int) -> Statement {
        position += 1
        sqlite3_bind_int64(handle, position, Int64(value))
        return self
    }

    @discardableResult
    func bind(_ value: Int?) -> Statement {
        guard let value else {
            position += 1
            sqlite3_bind_null(handle, position)
            return self
        }
        return bind(value)
    }

    @discardableResult
    func bind(_ value: Double) -> Statement {
        position += 1
        sqlite3_bind_double(handle, position, value)
        return self
    }

    @discardableResult
    func bind(_ value: Double?) -> Statement {
        guard let value else { return bind(nil as Int?) }
        return bind(value)
    }

    @discardableResult
    func bind(_ value: String?) -> Statement {
        position += 1
        guard var value, !value.utf8.isEmpty else {
            if value == nil {
                sqlite3_bind_null(handle, position)
            } else {
                sqlite3_bind_text(handle, position, "", 0, nil)
            }
            return self
        }
        value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(handle, position, $0.baseAddress, Int32(clamping: $0.count), Self.transient)
            }
        }
        return self
    }

    @discardableResult
    func bind(_ bytes: [UInt8]) -> Statement {
        position += 1
        bytes.withUnsafeBytes {
            _ = sqlite3_bind_blob(handle, position, $0.baseAddress, Int32(clamping: $0.count), Self.transient)
        }
        return self
    }

    /// Goes to the next row; false at the end.
    func step() throws(DatabaseError) -> Bool {
        let code = sqlite3_step(handle)
        guard code == SQLITE_ROW || code == SQLITE_DONE else {
            reset()
            try connection.check(code, sql)
            return false
        }
        return code == SQLITE_ROW
    }

    /// Runs a statement that gives no rows, and makes it ready for the next binding.
    func run() throws(DatabaseError) {
        _ = try step()
        reset()
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    func optionalInteger(_ column: Int32) -> Int? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
    }

    func optionalDouble(_ column: Int32) -> Double? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : double(column)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
