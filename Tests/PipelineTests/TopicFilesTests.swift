import FileAccess
import Pipeline
import TestSupport
import Testing

@Suite struct TopicFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["media_topics.tsv", "weights.tsv", "README.md"] {
            try folder.write("built-in/\(name)", name.utf8)
        }
    }

    /// The paths of the files read, below the folder.
    private func paths(builtIn: Bool = false, _ layers: String...) throws -> [String] {
        let files = try TopicFiles.read(
            builtIn: builtIn ? folder.file("built-in") : nil, layers: layers.map { folder.file($0) })
        return files.map { String($0.path.dropFirst(folder.path.count + 1)) }
    }

    private func failure(_ layer: String) throws -> String {
        let error = #expect(throws: FileError.self) {
            try TopicFiles.read(builtIn: nil, layers: [folder.file(layer)])
        }
        return try #require(error).description
    }

    @Test func theBuiltInFilesAreReadInTheirOrder() throws {
        #expect(try paths(builtIn: true) == ["built-in/media_topics.tsv", "built-in/weights.tsv"])
        let files = try TopicFiles.read(builtIn: folder.file("built-in"), layers: [])
        #expect(files.allSatisfy { !$0.isOwn })
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) }.first == "media_topics.tsv")
    }

    @Test func layersComeLastAndInTheOrderGiven() throws {
        try folder.write("b.txt", "rain\n".utf8)
        try folder.write("a.csv", "rain\n".utf8)
        #expect(try paths(builtIn: true, "b.txt", "a.csv", "b.txt").dropFirst(2) == ["b.txt", "a.csv", "b.txt"])
        let files = try TopicFiles.read(builtIn: nil, layers: [folder.file("b.txt")])
        #expect(files.map(\.isOwn) == [true] && files.map(\.bytes) == [Array("rain\n".utf8)])
    }

    @Test func aFolderIsReadInTheOrderOfNamesWithoutOtherFiles() throws {
        for name in ["c.txt", "B.tsv", "a.txt", "é.tsv", "10.txt", "9.txt", "a.csv", "README.md", "x.txt.bak", "txt"] {
            try folder.write("own/\(name)", "rain\n".utf8)
        }
        #expect(
            try paths("own") == ["own/10.txt", "own/9.txt", "own/B.tsv", "own/a.txt", "own/c.txt", "own/é.tsv"])
    }

    @Test func whatIsNotThereIsNamed() throws {
        #expect(try failure("none.txt") == "\(folder.file("none.txt")): cannot open: No such file or directory")
        #expect(try failure("none/a.txt").contains("none/a.txt: cannot open: No such file or directory"))
        let error = #expect(throws: FileError.self) { try TopicFiles.read(builtIn: folder.path, layers: []) }
        #expect(error?.path == folder.file("media_topics.tsv"))
    }

    @Test func aFolderWithoutTopicsIsNamed() throws {
        try folder.write("other/a.csv", "rain\n".utf8)
        #expect(
            try failure("other").hasPrefix("\(folder.file("other")): cannot find a .tsv or .txt file in the folder"))
    }

    @Test func nothingIsReadWhereNothingIsNamed() throws { #expect(try paths() == []) }
}
