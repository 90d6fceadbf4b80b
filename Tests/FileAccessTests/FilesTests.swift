import FileAccess
import Glibc
import Testing

@Suite struct FilesTests {
    private func temporaryFolder() throws -> String {
        var template = Array("/tmp/gazette-test-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        return String(cString: made)
    }

    @Test func writtenBytesAreReadAndMapped() throws {
        let path = try temporaryFolder() + "/deep/er/file"
        try makeFolder(String(path.dropLast(5)))
        try writeFileAtomically([UInt8]("Niamey".utf8), to: path)
        #expect(try readFile(path) == [UInt8]("Niamey".utf8))
        #expect(try MappedFile(path: path).withBytes { $0.elementsEqual("Niamey".utf8) })
        #expect(try namesInFolder(String(path.dropLast(5))) == ["file"])
    }

    @Test func anEmptyFileMapsToNothing() throws {
        let path = try temporaryFolder() + "/empty"
        try writeFileAtomically([], to: path)
        #expect(try MappedFile(path: path).bytes.isEmpty)
    }

    @Test func aPipeIsWrittenToAndStaysAPipe() throws {
        let path = try temporaryFolder() + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let descriptor = open(path, O_RDWR | O_NONBLOCK)
        defer { close(descriptor) }
        try writeFileAtomically([UInt8]("Niamey".utf8), to: path)
        var bytes = [UInt8](repeating: 0, count: 100)
        #expect(read(descriptor, &bytes, bytes.count) == 6)
        #expect(bytes.prefix(6).elementsEqual("Niamey".utf8))
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func aFolderIsNotReplaced() throws {
        let folder = try temporaryFolder()
        #expect(throws: FileError.self) { try writeFileAtomically([1], to: folder) }
        #expect(try namesInFolder(folder) == [])
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: FileError(path: "/no/such", operation: "open", code: ENOENT)) { try readFile("/no/such") }
        #expect(throws: FileError.self) { try MappedFile(path: "/tmp") }
        #expect(FileError(path: "a", operation: "open", code: ENOENT).description.contains("No such file"))
    }
}
