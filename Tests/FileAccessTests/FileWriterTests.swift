import FileAccess
import Glibc
import Testing

@Suite struct FileWriterTests {
    private let folder: String

    init() {
        var template = Array("/tmp/gazette-writer-XXXXXX".utf8CString)
        folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    @Test func aFileIsThereWhenItIsFinishedAndNotBefore() throws {
        let path = "\(folder)/a"
        let piece = String(repeating: "x", count: 100_000)
        let writer = try FileWriter(path: path)
        for _ in 0..<7 { try writer.write(piece) }
        #expect(throws: FileError.self) { try readFile(path) }
        try writer.finish()
        #expect(try readFile(path).count == 700_000)
        #expect(try namesInFolder(folder) == ["a"])
    }

    @Test func whatIsNotFinishedIsRemovedAndTheOldFileStays() throws {
        let path = "\(folder)/a"
        try writeFileAtomically([1], to: path)
        do {
            let writer = try FileWriter(path: path)
            try writer.write(String(repeating: "x", count: 1 << 20))
        }
        #expect(try namesInFolder(folder) == ["a"])
        #expect(try readFile(path) == [1])
    }

    @Test func aFolderThatIsNotThereIsNamed() {
        #expect(throws: FileError(path: "\(folder)/no/a", operation: "create", code: ENOENT)) {
            try FileWriter(path: "\(folder)/no/a")
        }
    }
}
