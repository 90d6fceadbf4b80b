import FileAccess
import Ingest
import NewsModel

/// The records of many sources in order, in batches for the workers.
final class RecordStream {
    /// Something that happens on the way through the sources, in their order.
    enum Event: Sendable {
        /// A source begins; `skipping` of its records are in the database already.
        case began(path: String, sourceKey: Int, skipping: Int)
        case record(RawRecord)
        case reject(Reject)
        /// The last record of the source that began has been given out.
        case ended
    }

    /// What to do with a source, decided by whoever keeps the results.
    enum Decision {
        case read(sourceKey: Int, from: Int)
        case skip
    }

    private var sources: ArraySlice<Source>
    private let configuration: IngestConfiguration
    private let decide: (_ key: String, _ size: Int, _ modified: Int) throws -> Decision
    private var reader: SourceReader?
    private var toSkip = 0
    /// Sources passed over because all their records are there.
    private(set) var skippedSources = 0

    private static let mostRecords = 64
    private static let mostBytes = 1 << 20

    init(
        sources: [Source], configuration: IngestConfiguration,
        decide: @escaping (_ key: String, _ size: Int, _ modified: Int) throws -> Decision
    ) {
        self.sources = sources[...]
        self.configuration = configuration
        self.decide = decide
    }

    /// The next events, or `nil` at the end of the last source.
    func nextBatch() throws -> [Event]? {
        var batch: [Event] = []
        var bytes = 0
        while batch.count < Self.mostRecords, bytes < Self.mostBytes, let event = try nextEvent() {
            if case .record(let record) = event { bytes += record.size }
            batch.append(event)
        }
        return batch.isEmpty ? nil : batch
    }

    private func nextEvent() throws -> Event? {
        while true {
            guard let reader else {
                guard let source = sources.popFirst() else { return nil }
                if let event = try begin(source) { return event }
                continue
            }
            guard let event = event(from: reader) else { continue }
            return event
        }
    }

    /// The next event of the open source; `nil` for a record that is in the database already.
    private func event(from reader: SourceReader) -> Event? {
        do {
            guard let item = try reader.next() else {
                self.reader = nil
                return .ended
            }
            if toSkip > 0 {
                toSkip -= 1
                return nil
            }
            switch item {
            case .record(let record): return .record(record)
            case .reject(let reject): return .reject(reject)
            }
        } catch {
            self.reader = nil
            return .reject(Reject(source: error.path, record: -1, place: "", reason: error.reason))
        }
    }

    private func begin(_ source: Source) throws -> Event? {
        do {
            let status = source.isStandardInput ? nil : try FileStatus(path: source.path)
            let reader = try SourceReader(source, configuration)
            switch try decide(reader.key, Int(status?.size ?? 0), Int(status?.modified ?? 0)) {
            case .skip:
                skippedSources += 1
                return nil
            case .read(let sourceKey, let from):
                self.reader = reader
                toSkip = from
                return .began(path: reader.key, sourceKey: sourceKey, skipping: from)
            }
        } catch let error as FileError {
            return .reject(Reject(source: source.path, record: -1, place: "", reason: error.reason))
        }
    }
}
