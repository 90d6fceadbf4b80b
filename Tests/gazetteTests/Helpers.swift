import Foundation
import Testing

/// The built program, run as a user runs it.
enum BuiltProgram {
    /// What a run of the program left behind.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The package's folder.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The path of the program: `GAZETTE_PROGRAM`, else the release build of this package.
    static func path() throws -> String {
        let path = ProcessInfo.processInfo.environment["GAZETTE_PROGRAM"] ?? "\(package)/.build/release/gazette"
        guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
        return path
    }

    struct Missing: Error, CustomStringConvertible {
        var path: String

        var description: String {
            "no program at \(path): build it with \"swift build -c release --product gazette\", or name it in GAZETTE_PROGRAM"
        }
    }

    /// Runs the program in a folder; `output` is a path to write standard output to.
    static func run(
        _ arguments: [String], in folder: Folder, input: [UInt8] = [], output: String? = nil
    ) throws -> Outcome {
        let (out, err, name) = (output ?? folder.file(".out"), folder.file(".err"), folder.file(".in"))
        for path in [out, err] where !FileManager.default.fileExists(atPath: path) {
            try Data().write(to: URL(fileURLWithPath: path))
        }
        try Data(input).write(to: URL(fileURLWithPath: name))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try path())
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle(forReadingAtPath: name)
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationReason == .exit, "ended by a signal: \(arguments)")
        defer { if output == nil { try? FileManager.default.removeItem(atPath: out) } }
        let outcome = Outcome(
            status: process.terminationStatus, output: output == nil ? try text(of: out) : "", errors: try text(of: err)
        )
        try FileManager.default.removeItem(atPath: err)
        return outcome
    }

    private static func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}

/// A folder that is gone when the value is.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(Array(bytes)).write(to: url)
        return file(name)
    }

    /// Runs the program in the folder.
    @discardableResult
    func gazette(_ arguments: String..., input: [UInt8] = [], output: String? = nil) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: self, input: input, output: output)
    }
}

/// The sample articles.
enum Corpus {
    static let folder = "\(BuiltProgram.package)/Corpus"
    static let sources = ["pages", "html", "jsonl"].map { "\(folder)/\($0)" }

    /// Tags all of them into a database in the folder and returns its path.
    static func tagged(in folder: Folder) throws -> String {
        let outcome = try BuiltProgram.run(["tag"] + sources + ["--database", "corpus.db"], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return folder.file("corpus.db")
    }
}
