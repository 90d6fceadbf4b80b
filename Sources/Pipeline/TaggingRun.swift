import Extraction
import FileAccess
import Ingest
import NewsModel
import Storage

/// Tags the articles of sources into a database; run again on the same sources it goes on where it was.
public struct TaggingRun {
    /// What a run did.
    public struct Summary: Sendable, Equatable {
        /// Stories that were tagged.
        public var articles = 0
        /// Pages that are no stories, stored without tags.
        public var otherPages: [PageKind: Int] = [:]
        public var rejects = 0
        /// Sources passed over because all of them was tagged before.
        public var skippedSources = 0
        public var mentions = 0
        /// Pages looked at by the first pass, for their repeated lines.
        public var surveyedPages = 0
        /// The first few rejects, to be shown at once.
        public var firstRejects: [Reject] = []

        /// Nothing yet.
        public init() {}
    }

    /// Whether a first pass finds the lines that repeat across the pages of a dump.
    public enum LineCounting: Sendable, Equatable {
        case off
        /// `saveTo` is the path of a file for the table, for later runs and for `annotate`.
        case on(saveTo: String?)
    }

    /// How far a run is, for a progress line.
    public typealias Progress = (Summary) -> Void

    private let resources: TaggerResources
    private let configuration: TaggerConfiguration
    private let ingest: IngestConfiguration
    private let workers: Int
    private let lineCounting: LineCounting
    private let builtIn: String?

    /// Prepares a run.
    /// - Parameter builtIn: the folder of the built-in gazetteers; with it the run keeps what `RetaggingRun` needs.
    public init(
        resources: TaggerResources, configuration: TaggerConfiguration, ingest: IngestConfiguration, workers: Int,
        lineCounting: LineCounting = .off, builtIn: String? = nil
    ) {
        self.builtIn = builtIn
        self.resources = resources
        self.configuration = configuration
        self.ingest = ingest
        self.workers = workers
        self.lineCounting = lineCounting
    }

    /// Tags everything into the database at `path`.
    /// - Throws: `DatabaseError` when the database cannot be written; what was committed stays.
    public func run(
        paths: [String], database path: String, program: String, options: String, progress: Progress
    ) throws -> Summary {
        let extraction = "story \(configuration.extraction.weights.contentHash) \(options)"
        let tagger = resources.id(extraction: extraction)
        let writer = try DatabaseWriter(path: path, tagger: tagger, articlesPerCommit: 1024)
        if let builtIn {
            try writer.note(tagger: tagger) { try resources.record(extraction: extraction, builtIn: builtIn) }
        }
        try writer.beginRun(program: program, options: options)
        let list = SourceList(paths: paths)
        let sources = Self.sources(of: list, without: path)
        var sink = DatabaseSink(writer: writer)
        try sink.addRejects(list.rejects)
        var configuration = configuration
        if let lines = try lines(of: sources, for: writer, progress: progress) {
            configuration.extraction.lines = lines
        }
        let stream = RecordStream(sources: sources, configuration: ingest) { key, size, modified in
            let state = try writer.begin(source: key, size: size, modified: modified)
            // The beginning alone does not say that standard input has not grown: only its records are passed over.
            let isFile = !key.hasPrefix(SourceReader.standardInputKey)
            return state.isDone && isFile ? .skip : .read(sourceKey: state.key, from: state.records)
        }
        let pool = try OrderedWorkers(count: workers) { [configuration] in
            try TaggingWorker(resources, configuration, isForDatabase: true)
        }
        try pool.run(
            next: stream.nextBatch,
            work: { worker, batch in worker.work(batch) },
            consume: { batch in
                try sink.write(batch)
                progress(sink.summary)
            })
        sink.summary.skippedSources = stream.skippedSources
        if try writer.needsClusters() {
            try ClusterPass(writer: writer).run()
            try VariantPass(writer: writer).run()
        }
        try writer.finishRun(
            articles: sink.summary.articles, rejects: sink.summary.rejects, skipped: sink.summary.skippedSources)
        return sink.summary
    }
}

extension TaggingRun {
    /// The sources of a list but for the database that is being written and the files beside it.
    private static func sources(of list: SourceList, without database: String) -> [Source] {
        let own = Set(["", "-wal", "-shm"].compactMap { try? FileStatus(path: database + $0).identity })
        return list.sources.filter { source in
            guard !source.isStandardInput, let status = try? FileStatus(path: source.path) else { return true }
            return !own.contains(status.identity)
        }
    }

    /// The lines that repeat across the sources, unless these are not to be counted or are in the database already.
    ///
    /// All sources are counted, also those that are in: so a run that goes on where another was cut off sees the same.
    private func lines(
        of sources: [Source], for writer: DatabaseWriter, progress: Progress
    ) throws -> LineTable? {
        guard case .on(let path) = lineCounting else { return nil }
        let isAllDone = try sources.allSatisfy { source in
            guard !source.isStandardInput, let status = try? FileStatus(path: source.path) else { return true }
            return try writer.isDone(source: source.path, size: Int(status.size), modified: Int(status.modified))
        }
        guard !isAllDone || path != nil else { return nil }
        let pass = LinePass(configuration: configuration, ingest: ingest, workers: workers)
        var summary = Summary()
        let lines = try pass.table(of: sources) { pages in
            summary.surveyedPages = pages
            progress(summary)
        }
        if let path { try writeFileAtomically([UInt8](lines.text.utf8), to: path) }
        return lines
    }
}

/// One worker's share of the work: events in, the same events out with their records tagged.
final class TaggingWorker {
    /// What became of an event.
    enum Outcome: Sendable {
        case began(path: String, sourceKey: Int, skipping: Int)
        case tagged(TaggedArticle, record: Int)
        case reject(Reject)
        case ended
    }

    private let tagger: ArticleTagger
    private let isForDatabase: Bool

    /// Makes a worker; `isForDatabase` tells whether copies of a story and words in it are looked for afterwards.
    init(_ resources: TaggerResources, _ configuration: TaggerConfiguration, isForDatabase: Bool) throws {
        self.isForDatabase = isForDatabase
        tagger = try ArticleTagger(resources: resources, configuration: configuration)
    }

    func work(_ batch: [RecordStream.Event]) -> [Outcome] {
        batch.map { event in
            switch event {
            case .began(let path, let sourceKey, let skipping):
                return .began(path: path, sourceKey: sourceKey, skipping: skipping)
            case .ended: return .ended
            case .reject(let reject): return .reject(reject)
            case .record(let raw):
                do {
                    var tagged = try tagger.tag(raw)
                    if isForDatabase, tagged.article.pageKind == .story {
                        tagged.copySketch = CopySketcher.sketch(of: tagged.article)
                        tagged.searchWords = tagger.searchWords()
                    }
                    return .tagged(tagged, record: raw.number)
                } catch {
                    return .reject(
                        Reject(source: "", record: raw.number, place: raw.place, offset: raw.offset, reason: "\(error)")
                    )
                }
            }
        }
    }
}

/// Writes outcomes in their order, and keeps count.
private struct DatabaseSink {
    let writer: DatabaseWriter
    var summary = TaggingRun.Summary()
    private var path = ""
    private var sourceKey = 0
    /// Records of the present source that are written, or are in the batch being written.
    private var records = 0

    init(writer: DatabaseWriter) { self.writer = writer }

    mutating func addRejects(_ rejects: [Reject]) throws {
        try writer.write { writer throws(DatabaseError) in
            for reject in rejects { try writer.add(reject) }
        }
        for reject in rejects { count(reject) }
    }

    private mutating func count(_ reject: Reject) {
        summary.rejects += 1
        if summary.firstRejects.count < 3 { summary.firstRejects.append(reject) }
    }

    mutating func write(_ outcomes: [TaggingWorker.Outcome]) throws {
        var next = self
        try writer.write { writer throws(DatabaseError) in
            for outcome in outcomes { try next.add(outcome, to: writer) }
            if next.sourceKey != 0 { try writer.note(source: next.sourceKey, records: next.records, isDone: false) }
        }
        self = next
    }

    private mutating func add(_ outcome: TaggingWorker.Outcome, to writer: DatabaseWriter) throws(DatabaseError) {
        switch outcome {
        case .began(let path, let sourceKey, let skipping):
            // A source that could not be read on has not ended; what it gave is noted all the same.
            if self.sourceKey != 0 { try writer.note(source: self.sourceKey, records: records, isDone: false) }
            (self.path, self.sourceKey) = (path, sourceKey)
            records = skipping
        case .tagged(let tagged, let record):
            try writer.add(tagged, record: record, of: sourceKey)
            if tagged.article.pageKind == .story {
                summary.articles += 1
            } else {
                summary.otherPages[tagged.article.pageKind, default: 0] += 1
            }
            summary.mentions += tagged.mentions.count
            records = record + 1
        case .reject(var reject):
            if reject.record >= 0 { reject.source = path }
            try writer.add(reject)
            count(reject)
            if reject.record >= 0 { records = reject.record + 1 }
        case .ended:
            try writer.note(source: sourceKey, records: records, isDone: true)
            sourceKey = 0
        }
    }
}
