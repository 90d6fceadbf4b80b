import FileAccess
import Glibc
import Ingest
import NewsModel
import TestSupport
import Testing

@Suite struct SourceListTests {
    @Test func foldersAreWalkedInByteOrder() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "B.txt", "a/z.txt", "a/é.txt", "a.txt", "10.txt", "9.txt"] {
            try folder.write(name, "x".utf8)
        }
        let list = SourceList(paths: [folder.path])
        #expect(
            list.sources.map { String($0.path.dropFirst(folder.path.count + 1)) } == [
                "10.txt", "9.txt", "B.txt", "a/z.txt", "a/é.txt", "a.txt", "b.txt",
            ])
        #expect(list.rejects.isEmpty)
    }

    @Test func hiddenNamesArePassedOverInFolders() throws {
        let folder = try TemporaryFolder()
        for name in [".hidden", ".git/config", "seen.txt"] { try folder.write(name, "x".utf8) }
        #expect(SourceList(paths: [folder.path]).sources.map(\.stem) == ["seen"])
        #expect(SourceList(paths: ["\(folder.path)/.hidden"]).sources.map(\.stem) == [".hidden"])
    }

    @Test func linksThatGoInACircleEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/file.txt", "x".utf8)
        symlink("..", "\(folder.path)/a/up")
        symlink("self", "\(folder.path)/self")
        symlink("nowhere", "\(folder.path)/broken")
        let list = SourceList(paths: [folder.path])
        #expect(list.sources.map(\.stem) == ["file"])
        #expect(list.rejects.map(\.source) == ["\(folder.path)/broken", "\(folder.path)/self"])
        #expect(list.rejects.allSatisfy { $0.record == -1 })
    }

    @Test func eachFileIsTakenOnce() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "x".utf8)
        symlink("a.txt", "\(folder.path)/b.txt")
        #expect(SourceList(paths: [path, folder.path, "\(folder.path)/"]).sources == [Source(path: path)])
    }

    @Test func aMissingPathIsAReject() {
        let list = SourceList(paths: ["/no/such", "-"])
        #expect(list.sources == [Source(path: "-")])
        #expect(list.rejects.map(\.source) == ["/no/such"])
        #expect(list.rejects.first?.reason.contains("No such file") == true)
    }

    @Test(arguments: [
        ("a/b.txt", "b"), ("b", "b"), (".hidden", ".hidden"), ("x.tar.gz", "x.tar"), ("-", "-"), ("a/.b.c", ".b"),
    ])
    func theStemIsTheNameWithoutItsExtension(path: String, stem: String) {
        #expect(Source(path: path).stem == stem)
    }

    @Test func onlyADashIsStandardInput() {
        #expect(Source(path: "-").isStandardInput)
        #expect(!Source(path: "./-").isStandardInput)
    }
}
