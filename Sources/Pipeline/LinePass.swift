import Extraction
import FileAccess
import Ingest

/// The first pass over a dump: finds the lines that stand on the pages of several stories.
///
/// Only sources with whole pages are read; clean bodies, as data formats mostly have them, hold no such lines. Standard
/// input cannot be read twice and is left out.
struct LinePass {
    let configuration: TaggerConfiguration
    let ingest: IngestConfiguration
    let workers: Int

    /// A source whose first records are clean bodies is taken to hold nothing else.
    private static let sampledRecords = 64

    /// The table of the sources; what cannot be read is passed over, since the second pass tells of it.
    /// - Parameter progress: is given the number of pages surveyed so far.
    func table(of sources: [Source], progress: (Int) -> Void) throws -> LineTable {
        let pages = sources.filter { !$0.isStandardInput && holdsPages($0) }
        guard !pages.isEmpty else { return LineTable() }
        let stream = RecordStream(sources: pages, configuration: ingest) { _, _, _ in .read(sourceKey: 0, from: 0) }
        let pool = OrderedWorkers(count: workers) { PageSurveyor(configuration) }
        var counter = LineCounter()
        try pool.run(
            next: stream.nextBatch,
            work: { surveyor, batch in batch.compactMap(surveyor.survey) },
            consume: { surveys in
                for survey in surveys { try counter.add(survey) }
                progress(counter.pages)
            })
        return try counter.table()
    }

    private func holdsPages(_ source: Source) -> Bool {
        guard let reader = try? SourceReader(source, ingest) else { return false }
        let surveyor = PageSurveyor(configuration)
        for _ in 0..<Self.sampledRecords {
            guard let item = try? reader.next() else { return false }
            guard case .record(let record) = item else { continue }
            if record.isPage || surveyor.survey(.record(record)) != nil {
                return true
            }
        }
        return false
    }
}

/// Surveys the records of events; for one thread at a time.
private final class PageSurveyor {
    private let parser: RecordParser
    private let extractor: Extractor

    init(_ configuration: TaggerConfiguration) {
        parser = RecordParser(names: configuration.fieldNames, textIsBody: configuration.extraction.textIsBody)
        extractor = Extractor(configuration: configuration.extraction)
    }

    func survey(_ event: RecordStream.Event) -> PageSurvey? {
        guard case .record(let raw) = event, let record = try? parser.parse(raw) else { return nil }
        return extractor.survey(record)
    }
}
