import Ingest
import NewsModel

/// Tags the articles of sources and hands them on in order, without a database.
public struct AnnotationRun {
    private let resources: TaggerResources
    private let configuration: TaggerConfiguration
    private let ingest: IngestConfiguration
    private let workers: Int

    /// Prepares a run.
    public init(
        resources: TaggerResources, configuration: TaggerConfiguration, ingest: IngestConfiguration, workers: Int
    ) {
        self.resources = resources
        self.configuration = configuration
        self.ingest = ingest
        self.workers = workers
    }

    /// Tags everything; `format` turns articles into bytes on the workers, `write` gets them in the order of the sources.
    /// - Returns: What could not be read.
    public func run(
        paths: [String], format: @escaping @Sendable (TaggedArticle) -> [UInt8], write: ([UInt8]) throws -> Void
    ) throws -> [Reject] {
        let list = SourceList(paths: paths)
        var rejects = list.rejects
        var source = ""
        let stream = RecordStream(sources: list.sources, configuration: ingest) { _, _, _ in
            .read(sourceKey: 0, from: 0)
        }
        let pool = try OrderedWorkers(count: workers) {
            try TaggingWorker(resources, configuration, isForDatabase: false)
        }
        try pool.run(
            next: stream.nextBatch,
            work: { worker, batch in worker.work(batch).map { Line($0, format) } },
            consume: { lines in
                for line in lines {
                    switch line {
                    case .article(let bytes): try write(bytes)
                    case .began(let path): source = path
                    case .reject(var reject):
                        if reject.record >= 0 { reject.source = source }
                        rejects.append(reject)
                    case .nothing: break
                    }
                }
            })
        return rejects
    }

    private enum Line: Sendable {
        case article([UInt8])
        case began(path: String)
        case reject(Reject)
        case nothing

        init(_ outcome: TaggingWorker.Outcome, _ format: (TaggedArticle) -> [UInt8]) {
            switch outcome {
            case .began(let path, _, _): self = .began(path: path)
            case .ended: self = .nothing
            case .tagged(let tagged, _): self = .article(format(tagged))
            case .reject(let reject): self = .reject(reject)
            }
        }
    }
}
