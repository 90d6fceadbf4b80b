import Tokenization

/// What went wrong with a database, in words for the person at the terminal.
public enum DatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String)
    /// The file is no SQLite database, or one of another program.
    case foreign(path: String)
    /// Made by a later version of Gazette.
    case newer(path: String, version: Int)
    /// Made by an earlier version of Gazette, and may not be written.
    case older(path: String, version: Int)
    /// Another program holds a lock.
    case locked(path: String)
    /// The disk is full, or may not be written.
    case notWritable(path: String, message: String)
    /// Bytes of the file were changed or lost.
    case damaged(path: String, message: String)
    /// Words cannot be told apart on this machine.
    case noTokenizer(TokenizationError)
    /// Anything else that SQLite reports, with its code and the statement.
    case sqlite(path: String, code: Int32, message: String, sql: String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such database; make one with: gazette tag DUMP --database \(path)"
        case .foreign(let path): "\(path): not a Gazette database; give another path with --database"
        case .newer(let path, let version):
            "\(path): made by a later version of Gazette (schema \(version)); update this program"
        case .older(let path, let version):
            "\(path): made by an earlier version of Gazette (schema \(version)) and may not be written; "
                + "copy it to where you may write, and it is brought up to date when it is opened"
        case .locked(let path): "\(path): locked by another program; try again when it is done"
        case .notWritable(let path, let message):
            "\(path): \(message); what was committed before is safe, run again to go on"
        case .damaged(let path, let message):
            "\(path): the database is damaged (\(message)); restore a copy, save what can be read with: "
                + "sqlite3 \(path) .recover, or tag its sources into a new one"
        case .noTokenizer(let error): error.description
        case .sqlite(let path, let code, let message, let sql):
            "\(path): SQLite error \(code): \(message)\(sql.isEmpty ? "" : " in: \(sql)")"
        }
    }
}
