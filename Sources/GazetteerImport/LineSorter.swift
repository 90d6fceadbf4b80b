import FileAccess
import Glibc

/// Puts the lines of a table in byte order, which is that of ids where these come first. In bounded memory: what does not
/// fit waits in temporary files without a name.
///
///     let sorter = LineSorter()
///     for row in rows { try sorter.add(row.tableLine) }
///     while let line = try sorter.next() { … }
public final class LineSorter {
    /// What came last; in descending order once lines are given.
    private var lines: [String] = []
    private var length = 0
    private var waiting: [SortedRun] = []
    private var isGiving = false
    private let mostInMemory: Int

    /// A sorter that keeps up to so many bytes of lines in memory.
    public init(mostInMemory: Int = 32 << 20) { self.mostInMemory = mostInMemory }

    /// Takes a line with its line feed; all are to be added before the first is asked for.
    /// - Throws: `FileError` when there is no room for temporary files.
    public func add(_ line: String) throws(FileError) {
        lines.append(line)
        length += line.utf8.count
        guard length > mostInMemory else { return }
        sort()
        waiting.append(try SortedRun(lines.reversed()))
        lines.removeAll(keepingCapacity: true)
        length = 0
    }

    /// The least of the lines that were not given yet; `nil` at the end.
    /// - Throws: `FileError` when a temporary file cannot be read.
    public func next() throws(FileError) -> String? {
        if !isGiving { sort() }
        isGiving = true
        var least = lines.last
        var place: Int?
        for (number, run) in waiting.enumerated() {
            guard let line = run.line, least.map({ Self.isBefore(line, $0) }) != false else { continue }
            (least, place) = (line, number)
        }
        if let place { try waiting[place].advance() } else { _ = lines.popLast() }
        return least
    }

    private func sort() { lines.sort { Self.isBefore($1, $0) } }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

/// Sorted lines in a temporary file.
private final class SortedRun {
    /// The next line; `nil` at the end.
    private(set) var line: String?
    private let file: UnsafeMutablePointer<FILE>
    private var buffer: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    init(_ lines: some Sequence<String>) throws(FileError) {
        guard let file = tmpfile() else { throw Self.failure("create") }
        self.file = file
        for line in lines {
            var line = line
            let written = line.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
            guard written == line.utf8.count else { throw Self.failure("write") }
        }
        guard fflush(file) == 0 else { throw Self.failure("write") }
        rewind(file)
        try advance()
    }

    deinit {
        fclose(file)
        free(buffer)
    }

    func advance() throws(FileError) {
        let count = getline(&buffer, &capacity, file)
        guard ferror(file) == 0 else { throw Self.failure("read") }
        line = count > 0 ? String(decoding: UnsafeRawBufferPointer(start: buffer, count: count), as: UTF8.self) : nil
    }

    private static func failure(_ operation: String) -> FileError {
        FileError(path: "a temporary file", operation: operation)
    }
}
