import FileAccess
import Glibc
import Storage

/// Standard output and standard error.
enum Terminal {
    /// Whether standard output is a terminal that shows colours.
    static let showsColours =
        isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"

    /// Whether somebody is watching standard error.
    static let isWatched = isatty(STDERR_FILENO) == 1

    /// A text with its marks in bold type, between asterisks where there are no colours.
    static func marked(_ text: MarkedText) -> String {
        showsColours ? text.with(before: "\u{1B}[1m", after: "\u{1B}[0m") : text.with(before: "*", after: "*")
    }

    /// The width of the terminal in columns; `nil` when standard output is none.
    static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Writes to standard output.
    /// - Throws: `FileError` when it cannot be written; a closed pipe ends the program quietly.
    static func write(_ bytes: [UInt8]) throws {
        do {
            try writeAll(bytes, to: STDOUT_FILENO, named: "standard output")
        } catch {
            if error.code == EPIPE { exit(ExitStatus.done.rawValue) }
            throw error
        }
    }

    /// Writes text to standard output.
    static func write(_ text: String) throws { try write([UInt8](text.utf8)) }

    /// Writes a line to standard error.
    static func note(_ line: String) { toStandardError("\(line)\n") }

    /// Writes to standard error; nothing can be done when even that fails.
    static func toStandardError(_ text: String) {
        try? writeAll([UInt8](text.utf8), to: STDERR_FILENO, named: "standard error")
    }

    /// Writes to a file, or to standard output for "-" or none.
    static func write(_ bytes: [UInt8], toFile path: String?) throws {
        guard let path, path != "-" else { return try write(bytes) }
        try writeFileAtomically(bytes, to: path)
    }
}

/// The progress line on standard error: only where somebody is watching, and a few times a second.
struct ProgressLine {
    private let isShown: Bool
    private let started = ProgressLine.now()
    private var last = 0.0

    init(isQuiet: Bool) { isShown = Terminal.isWatched && !isQuiet }

    mutating func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = Self.now()
        guard now - last > 0.2 else { return }
        last = now
        Terminal.toStandardError("\r\(text())\u{1B}[K")
    }

    /// Clears the line.
    func end() {
        if isShown { Terminal.toStandardError("\r\u{1B}[K") }
    }

    /// Seconds since the line was made.
    var seconds: Double { Self.now() - started }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
