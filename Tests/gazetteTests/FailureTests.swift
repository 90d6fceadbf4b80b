import Foundation
import Testing

@Suite struct FailureTests {
    private let folder: Folder
    private let page: String

    init() throws {
        folder = try Folder()
        page = try folder.write("a.txt", "Rain in Niger\n\nIn Niger rain fell for a whole day on the fields.\n".utf8)
    }

    /// A failure: status 1, nothing on standard output, one line that says what.
    private func expectFailure(_ outcome: BuiltProgram.Outcome, _ part: String) {
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("gazette: "), "\(outcome.errors)")
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    @Test func aMissingDatabaseSaysHowToMakeOne() throws {
        for command in [["stories", "Niger"], ["entities"], ["cooccurrence"], ["show", "a"], ["topics"], ["stats"]] {
            expectFailure(
                try BuiltProgram.run(command + ["--database", "none.db"], in: folder),
                "no such database; make one with: gazette tag")
        }
    }

    @Test func aPathThatCannotBeADatabaseIsNamed() throws {
        expectFailure(
            try folder.gazette("tag", page, "--database", "no/such/news.db"), "no/such/news.db: cannot be opened")
        expectFailure(try folder.gazette("tag", page, "--database", "."), "cannot be opened")
    }

    @Test func aForeignDatabaseIsLeftAlone() throws {
        let notes = try folder.write("notes.db", Array(repeating: UInt8(ascii: "x"), count: 5000))
        expectFailure(try folder.gazette("tag", page, "--database", notes), "not a Gazette database")
        expectFailure(try folder.gazette("stats", "--database", notes), "not a Gazette database")
        #expect(try Data(contentsOf: URL(fileURLWithPath: notes)) == Data(repeating: UInt8(ascii: "x"), count: 5000))
    }

    @Test func missingSourcesAreRejects() throws {
        let outcome = try folder.gazette("tag", "none.txt", page, "--database", "news.db")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("1 articles tagged"))
        #expect(
            try folder.gazette("stats", "--database", "news.db").output.contains(
                "\n  none.txt: cannot open: No such file or directory"))
    }

    @Test func aMissingGazetteerIsNamed() throws {
        expectFailure(
            try folder.gazette("tag", page, "--gazetteer", "none.tsv", "--database", "news.db"),
            "none.tsv: cannot open: No such file")
    }

    @Test func aFullDiskUnderStandardOutputIsAFailure() throws {
        for arguments in [["annotate", page], ["--help"], ["gazetteer", "find", "Niger"]] {
            let outcome = try BuiltProgram.run(arguments, in: folder, output: "/dev/full")
            expectFailure(outcome, "standard output: cannot write: No space left on device")
        }
    }

    @Test func anOutputFileThatCannotBeWrittenIsNamed() throws {
        let database = try Corpus.tagged(in: folder)
        let outcome = try folder.gazette("cooccurrence", "--output", "no/such/edges.csv", "--database", database)
        expectFailure(outcome, "cannot create: No such file or directory")
    }

    @Test func outputMayGoToAPipeOrDevice() throws {
        let database = try Corpus.tagged(in: folder)
        let pipe = folder.file("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        // Open for reading and writing, so that neither side waits for the other; the edges asked for fit into the pipe.
        let descriptor = open(pipe, O_RDWR | O_NONBLOCK)
        defer { close(descriptor) }
        let outcome = try folder.gazette("cooccurrence", "--minimum", "5", "--output", pipe, "--database", database)
        #expect(outcome.status == 0, "\(outcome.errors)")
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &bytes, bytes.count)
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).hasPrefix("Source,Target,Type,Weight"))
        var status = stat()
        #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func aLockedDatabaseIsNamed() throws {
        #expect(try folder.gazette("tag", page, "--database", "news.db").status == 0)
        let lock = Process()
        lock.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        lock.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE'); print('locked',flush=True); sys.stdin.read()",
            folder.file("news.db"),
        ]
        let (input, output) = (Pipe(), Pipe())
        lock.standardInput = input
        lock.standardOutput = output
        try lock.run()
        _ = output.fileHandleForReading.availableData
        defer {
            try? input.fileHandleForWriting.close()
            lock.waitUntilExit()
        }
        expectFailure(
            try folder.gazette("tag", page, "--database", "news.db"), "news.db: locked by another program; try again")
        #expect(try folder.gazette("stats", "--database", "news.db").status == 0)
    }
}
