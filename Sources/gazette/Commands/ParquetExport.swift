import Export
import FileAccess
import Glibc
import NewsModel
import Storage

/// `gazette export parquet`: rows as JSON lines in the folder, of which the user's DuckDB makes Parquet.
func exportParquet(_ query: ExportQuery, _ database: Database, _ arguments: Arguments) throws {
    guard let folder = arguments.value("output"), folder != "-" else {
        throw UsageError("parquet is three files: name their folder with --output")
    }
    guard let duckDB = DuckDB.found() else {
        throw Failure(
            "parquet is written by DuckDB, and there is neither a program duckdb on the PATH nor a module duckdb of python3; "
                + "install one (pip install duckdb), or export mentions, articles and entities as CSV")
    }
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileError(path: folder, operation: "create") }
    let work = try WorkFolder(in: folder)
    let longest = try writeRows(query, database, hasText: arguments.has("text"), to: work)
    for table in ParquetTable.allCases {
        guard duckDB.run(table.statement(longestLine: longest[table] ?? 0), in: work.path) else {
            throw Failure("DuckDB could not make \(table.rawValue).parquet; what it said is above")
        }
    }
    for table in ParquetTable.allCases {
        let name = "\(table.rawValue).parquet"
        guard rename("\(work.path)/\(name)", "\(folder)/\(name)") == 0 else {
            throw FileError(path: "\(folder)/\(name)", operation: "replace")
        }
    }
}

/// Writes the rows of each table, and tells the length of its longest line.
private func writeRows(
    _ query: ExportQuery, _ database: Database, hasText: Bool, to work: WorkFolder
) throws -> [ParquetTable: Int] {
    var longest: [ParquetTable: Int] = [:]
    var writers: [ParquetTable: FileWriter] = [:]
    for table in ParquetTable.allCases {
        writers[table] = try FileWriter(path: "\(work.path)/\(table.rawValue).jsonl")
    }
    func write(_ row: [UInt8], _ table: ParquetTable) throws {
        longest[table] = max(longest[table] ?? 0, row.count)
        try writers[table]?.write(row)
    }
    try query.forEachArticle(database) { tagged in
        let row = parquetRow(tagged, leastTopicScore: query.articles.leastTopicScore, hasText: hasText)
        try write(row, .articles)
        for mention in tagged.mentions { try write(parquetRow(mention, in: tagged.article), .mentions) }
    }
    for entity in try query.listed(database) { try write(parquetRow(entity), .entities) }
    for writer in writers.values { try writer.finish() }
    return longest
}

/// DuckDB as the user has it.
private enum DuckDB {
    case program
    case pythonModule

    /// Without the current folder among the places of modules: what lies there is no program of the user's choice.
    private static let script = """
        import sys
        if sys.path[0] == '': del sys.path[0]
        import duckdb
        if len(sys.argv) > 1: duckdb.connect().execute(sys.argv[1])
        """

    static func found() -> DuckDB? {
        if ChildProcess.run(["duckdb", "-version"], isSilent: true) == 0 { return .program }
        if ChildProcess.run(["python3", "-c", script], isSilent: true) == 0 { return .pythonModule }
        return nil
    }

    /// Runs a statement in a folder; false when it failed, which DuckDB explains on standard error.
    func run(_ statement: String, in folder: String) -> Bool {
        switch self {
        case .program:
            ChildProcess.run(
                ["duckdb", "-init", "/dev/null", "-bail", "-batch", "-c", statement], in: folder) == 0
        case .pythonModule: ChildProcess.run(["python3", "-c", Self.script, statement], in: folder) == 0
        }
    }
}

/// A folder inside another that is gone, with the files that exports put there, when the value is.
private final class WorkFolder {
    let path: String

    init(in folder: String) throws(FileError) {
        var template = Array("\(folder)/.parquet-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw FileError(path: folder, operation: "write into") }
        path = String(cString: made)
    }

    deinit {
        for table in ParquetTable.allCases {
            for ending in ["jsonl", "parquet"] { unlink("\(path)/\(table.rawValue).\(ending)") }
        }
        rmdir(path)
    }
}
