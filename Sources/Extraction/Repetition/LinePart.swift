import Glibc

/// The pairs of one part of a `LineCounter`: those in memory, and before them those in a temporary file.
final class LinePart {
    var pairs: [LinePair] = []
    private var file: UnsafeMutablePointer<FILE>?
    private var spilled = 0

    deinit {
        if let file { fclose(file) }
    }

    /// Moves what is in memory into the file.
    func spill() throws(LineCountError) {
        guard !pairs.isEmpty else { return }
        if file == nil { file = tmpfile() }
        guard let file else { throw LineCountError(operation: "make a temporary file") }
        let written = pairs.withUnsafeBytes { bytes in
            fwrite(bytes.baseAddress, MemoryLayout<LinePair>.stride, pairs.count, file)
        }
        guard written == pairs.count else { throw LineCountError(operation: "write a temporary file") }
        spilled += pairs.count
        pairs.removeAll(keepingCapacity: true)
    }

    /// Everything that was noted, in order of lines and pages.
    func sortedPairs() throws(LineCountError) -> [LinePair] {
        if file != nil { try spill() }
        return try (file.map(read) ?? pairs).sorted { ($0.line, $0.page) < ($1.line, $1.page) }
    }

    private func read(_ file: UnsafeMutablePointer<FILE>) throws(LineCountError) -> [LinePair] {
        rewind(file)
        let all = [LinePair](unsafeUninitializedCapacity: spilled) { buffer, count in
            count = fread(buffer.baseAddress, MemoryLayout<LinePair>.stride, spilled, file)
        }
        guard all.count == spilled else { throw LineCountError(operation: "read a temporary file") }
        return all
    }
}

/// Counting the lines of a dump needs room for temporary files, and there was none.
public struct LineCountError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was tried.
    public var operation: String
    /// The value of `errno`.
    public var code: Int32

    init(operation: String) {
        self.operation = operation
        code = errno
    }

    public var description: String {
        "cannot \(operation) while counting repeated lines: \(String(cString: strerror(code))); make room in the folder "
            + "of temporary files, or leave the count out with --one-pass"
    }
}
