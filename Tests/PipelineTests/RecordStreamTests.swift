import Ingest
import TestSupport
import Testing

@testable import Pipeline

@Suite struct RecordStreamTests {
    private func events(
        _ paths: [String], decide: @escaping (String, Int, Int) throws -> RecordStream.Decision
    ) throws -> (batches: [[String]], skipped: Int) {
        let stream = RecordStream(
            sources: SourceList(paths: paths).sources, configuration: IngestConfiguration(), decide: decide)
        var batches: [[String]] = []
        while let batch = try stream.nextBatch() { batches.append(batch.map(described)) }
        return (batches, stream.skippedSources)
    }

    private func described(_ event: RecordStream.Event) -> String {
        switch event {
        case .began(_, let sourceKey, let skipping): "began \(sourceKey) from \(skipping)"
        case .record(let record): "\(record.number)"
        case .reject(let reject): "reject \(reject.record)"
        case .ended: "ended"
        }
    }

    @Test func sourcesBeginGiveTheirRecordsAndEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.jsonl", "{\"t\":1}\n{\"t\":2}\n".utf8)
        try folder.write("b.txt", "page".utf8)
        try folder.write("c.txt", "".utf8)
        var seen: [String] = []
        let found = try events([folder.path]) { key, size, _ in
            seen.append("\(key.dropFirst(folder.path.count)) \(size)")
            return .read(sourceKey: seen.count, from: 0)
        }
        #expect(seen == ["/a.jsonl 16", "/b.txt 4", "/c.txt 0"])
        #expect(
            found.batches == [
                [
                    "began 1 from 0", "0", "1", "ended", "began 2 from 0", "0", "ended", "began 3 from 0", "reject 0",
                    "ended",
                ]
            ])
    }

    @Test func recordsThatAreThereArePassedOver() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.jsonl", "{}\n\n{}\n{}\n".utf8)
        #expect(
            try events([path]) { _, _, _ in .read(sourceKey: 7, from: 2) }.batches == [
                ["began 7 from 2", "2", "ended"]
            ])
        #expect(
            try events([path]) { _, _, _ in .read(sourceKey: 7, from: 9) }.batches == [["began 7 from 9", "ended"]])
    }

    @Test func skippedSourcesGiveNothingAndAreCounted() throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt", "c.txt"] { try folder.write(name, "page".utf8) }
        let found = try events([folder.path]) { key, _, _ in
            key.hasSuffix("b.txt") ? .read(sourceKey: 1, from: 0) : .skip
        }
        #expect(found.batches == [["began 1 from 0", "0", "ended"]])
        #expect(found.skipped == 2)
    }

    @Test func aSourceThatIsGoneIsARejectAndTheNextIsRead() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("b.txt", "page".utf8)
        let stream = RecordStream(
            sources: [Source(path: "\(folder.path)/gone"), Source(path: path)], configuration: IngestConfiguration()
        ) { _, _, _ in .read(sourceKey: 1, from: 0) }
        #expect(try stream.nextBatch()?.map(described) == ["reject -1", "began 1 from 0", "0", "ended"])
        #expect(try stream.nextBatch()?.count == nil)
    }

    @Test func batchesAreBounded() throws {
        let folder = try TemporaryFolder()
        let many = try folder.write("many.jsonl", String(repeating: "{}\n", count: 200).utf8)
        let batches = try events([many]) { _, _, _ in .read(sourceKey: 1, from: 0) }.batches
        #expect(batches.map(\.count) == [64, 64, 64, 10])
        let long = "{\"t\":\"" + String(repeating: "x", count: 600_000) + "\"}\n"
        let heavy = try folder.write("heavy.jsonl", String(repeating: long, count: 4).utf8)
        #expect(try events([heavy]) { _, _, _ in .read(sourceKey: 1, from: 0) }.batches.map(\.count) == [3, 2, 1])
    }
}
