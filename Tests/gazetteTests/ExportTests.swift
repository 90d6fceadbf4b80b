import Foundation
import Testing

@Suite struct ExportTests {
    private let folder: Folder
    private let database: String

    init() throws {
        folder = try Folder()
        database = try Corpus.tagged(in: folder)
    }

    private func export(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["export"] + arguments + ["--database", database], in: folder)
    }

    private func lines(_ arguments: String...) throws -> [String] {
        let outcome = try BuiltProgram.run(["export"] + arguments + ["--database", database], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func annotationsAreWhatAnnotatePrints() throws {
        let annotated = try BuiltProgram.run(["annotate"] + Corpus.sources + ["--quiet"], in: folder).output
        #expect(try lines("annotations") == annotated.split(separator: "\n").map(String.init))
    }

    @Test func filtersLeaveOthersOut() throws {
        let niger = try lines("mentions", "--entity", "Niger", "--quiet")
        #expect(niger.count == 12)
        #expect(niger.dropFirst().allSatisfy { $0.contains(",Q1032,") })
        let people = try lines("mentions", "--kind", "person", "--since", "2024-03", "--until", "2024-03")
        #expect(people.count > 5)
        #expect(people.dropFirst().allSatisfy { $0.contains(",person,") && $0.contains("2024-03-") })
        let all = try lines("annotations").count
        let sport = try lines("annotations", "--topic", "sport", "--quiet").count
        #expect(0 < sport && sport < all)
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() throws {
        try folder.write("old.csv", "old".utf8)
        #expect(try export("entities", "--output", "old.csv").status == 0)
        #expect(try String(contentsOfFile: folder.file("old.csv"), encoding: .utf8).hasPrefix("entity,name,kind,"))
        let outcome = try export("mentions", "--output", "no/such/folder.csv")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("no/such/folder.csv"))
        #expect(!FileManager.default.enumerator(atPath: folder.path)!.contains { "\($0)".hasSuffix(".part") })
    }

    @Test(arguments: [
        ([], "name what to export: annotations, mentions, "), (["mention"], "did you mean mentions?"),
        (["parquet"], "name their folder with --output"),
        (["mentions", "--kind", "people"], "--kind wants one of person"),
        (["iob", "spacy"], "name what to export"),
    ])
    func wrongQuestionsAreTold(arguments: [String], words: String) throws {
        let outcome = try BuiltProgram.run(["export"] + arguments + ["--database", database], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test func parquetWithoutDuckDBIsToldInWords() throws {
        let program = try BuiltProgram.path()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["export", "parquet", "--output", folder.file("tables"), "--database", database]
        process.environment = ["PATH": "/nowhere"]
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let errors = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(errors.contains("there is neither a program duckdb on the PATH nor a module duckdb of python3"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("tables")))
    }
}
