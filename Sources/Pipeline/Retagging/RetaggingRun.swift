import FileAccess
import Gazetteers
import NewsModel
import Storage

/// Tags again the stories of a database that a change of gazetteers, decisions or models can touch, from their texts.
///
/// The tags are then those that a run from nothing over the same sources would give.
public struct RetaggingRun {
    /// What a run did, or would do.
    public struct Summary: Sendable, Equatable {
        /// Stories of the database that were not yet as the present tables would tag them.
        public var stories = 0
        /// Those that the change may touch.
        public var touched = 0
        /// Those that have other tags now.
        public var changed = 0
        /// Why all may be touched, in words; empty where only some may.
        public var reasonsForAll: [String] = []
        /// Ids of the stories with other tags.
        public var changedArticles: [String] = []
        /// Stories that mention an entity before and after, where they are not the same.
        public var entities: [String: EntityChange] = [:]

        /// Nothing yet.
        public init() {}
    }

    /// An entity whose stories became others.
    public struct EntityChange: Sendable, Equatable {
        public var name: String
        public var kind: Kind
        /// Stories that did not mention it and do now.
        public var gained = 0
        /// Stories that mentioned it and do not any more.
        public var lost = 0
    }

    private let resources: TaggerResources
    private let configuration: TaggerConfiguration
    private let builtIn: String
    private let workers: Int

    /// Prepares a run.
    /// - Parameter builtIn: the folder of the built-in gazetteers.
    public init(resources: TaggerResources, configuration: TaggerConfiguration, builtIn: String, workers: Int) {
        self.resources = resources
        self.configuration = configuration
        self.builtIn = builtIn
        self.workers = workers
    }

    /// Tags the touched stories of the database at `path`, all in one transaction.
    ///
    /// - Parameter isTrial: only finds out which stories may be touched.
    /// - Throws: `DatabaseError` when the database cannot be written; it is then as before.
    public func run(
        database path: String, program: String, isTrial: Bool, progress: (Summary) -> Void
    ) throws -> Summary {
        // Opened for questions first: there may be no such database.
        let database = try Database(path: path)
        let writer = try DatabaseWriter(path: path, tagger: resources.fingerprint, articlesPerCommit: .max)
        let outdated = try outdatedTaggers(writer)
        var (summary, touched) = try plan(outdated, writer)
        guard !isTrial, !outdated.isEmpty else { return summary }
        try writer.beginRun(program: program, options: "retag")
        let taggers = outdated.map(\.record)
        try retag(touched, database, writer, &summary, progress)
        try writer.write { writer throws(DatabaseError) in
            try writer.replaceTagger(taggers.map { (old: $0.id, new: resources.id(extraction: $0.extraction)) })
        }
        for record in taggers {
            try writer.note(tagger: resources.id(extraction: record.extraction)) {
                try resources.record(extraction: record.extraction, builtIn: builtIn)
            }
        }
        try writer.commit()
        try VariantPass(writer: writer).run()
        try writer.finishRun(articles: summary.touched, rejects: 0, skipped: 0)
        return summary
    }

    // MARK: What may be touched

    /// A tagger of sources that is not the present one.
    private struct Outdated {
        var record: TaggerRecord
        /// Whether what it had is known.
        var isKnown: Bool
    }

    private func outdatedTaggers(_ writer: DatabaseWriter) throws -> [Outdated] {
        try writer.taggers().compactMap { id, record in
            let known =
                record ?? TaggerRecord(id: id, program: "", extraction: Self.extraction(in: id), builtIn: "", files: [])
            guard id != resources.id(extraction: known.extraction) else { return nil }
            return Outdated(record: known, isKnown: record != nil)
        }
    }

    /// The part of a tagger's id that says how records became articles.
    private static func extraction(in id: String) -> String {
        let words = id.split(separator: " ")
        guard let start = words.firstIndex(of: "story") else { return "" }
        return words[start...].joined(separator: " ")
    }

    private func plan(_ outdated: [Outdated], _ writer: DatabaseWriter) throws -> (Summary, [Int]) {
        var summary = Summary()
        var touched: Set<Int> = []
        for tagger in outdated {
            let stories = try writer.stories(ofTaggers: [tagger.record.id])
            summary.stories += stories.count
            let reach = try reach(from: tagger)
            if let reason = reach.reasonForAll {
                if !summary.reasonsForAll.contains(reason) { summary.reasonsForAll.append(reason) }
                touched.formUnion(stories)
            } else if !reach.isEmpty {
                touched.formUnion(try storiesTouched(by: reach, writer).intersection(stories))
            }
        }
        summary.touched = touched.count
        return (summary, touched.sorted())
    }

    private func reach(from tagger: Outdated) throws -> ChangeReach {
        let old = tagger.record
        guard tagger.isKnown else {
            return ChangeReach(reasonForAll: "an earlier version did not keep what it tagged with")
        }
        guard old.files.allSatisfy({ $0.content != nil }) else {
            return ChangeReach(reasonForAll: "the tables that tagged were too large to be kept")
        }
        let new = try resources.record(extraction: old.extraction, builtIn: builtIn)
        guard old.program == new.program else {
            return ChangeReach(reasonForAll: "the program, its models or the topics changed")
        }
        guard old.builtIn == new.builtIn else { return ChangeReach(reasonForAll: "the built-in gazetteers changed") }
        let isBuiltInUsed = resources.layers.first == builtIn
        let earlier = try EarlierTables(old, builtIn: isBuiltInUsed ? builtIn : nil).contents()
        let present = try GazetteerContents(try GazetteerSources(layers: resources.layers))
        var reach = ChangeReach(from: earlier, to: present)
        reach.add(from: Self.decisions(old), to: Self.decisions(new), [earlier, present])
        return reach
    }

    private static func decisions(_ record: TaggerRecord) -> [Decision] {
        record.files.filter { $0.role == .decisions }.flatMap { file in
            DecisionTable(file: file.path, bytes: file.content ?? []).decisions.map(\.decision)
        }
    }

    private func storiesTouched(by reach: ChangeReach, _ writer: DatabaseWriter) throws -> Set<Int> {
        var search = SpellingSearch(names: reach.spellings)
        if !search.spellings.isEmpty { try writer.forEachSearchWord { search.note(word: $0) } }
        return try writer.storiesTouched(
            entities: reach.entities, names: reach.names, sites: reach.sites, spellings: search.spellings)
    }

    // MARK: Tagging

    private func retag(
        _ stories: [Int], _ database: Database, _ writer: DatabaseWriter, _ summary: inout Summary,
        _ progress: (Summary) -> Void
    ) throws {
        var batches = stride(from: 0, to: stories.count, by: Self.batchSize).makeIterator()
        let pool = try OrderedWorkers(count: workers) {
            try ArticleTagger(resources: resources, configuration: configuration)
        }
        var done = Summary()
        try pool.run(
            next: { () throws -> [StoredArticle]? in
                guard let start = batches.next() else { return nil }
                return try stories[start..<min(start + Self.batchSize, stories.count)].compactMap {
                    try database.article(key: $0)
                }
            },
            work: { tagger, batch in batch.map { Retagged(old: $0, new: tagger.tag($0.tagged.article)) } },
            consume: { results in
                for story in results where !story.hasSameTags {
                    try writer.write { writer throws(DatabaseError) in
                        try writer.replaceTags(of: story.old, by: story.new)
                    }
                    summary.note(story.old.tagged, story.new)
                }
                done.touched += results.count
                done.changed = summary.changed
                progress(done)
            })
    }

    private static let batchSize = 64

    /// A story with its old and new tags.
    private struct Retagged: Sendable {
        var old: StoredArticle
        var new: TaggedArticle

        var hasSameTags: Bool {
            old.tagged.mentions == new.mentions && old.tagged.entities == new.entities
                && old.tagged.topics == new.topics && old.tagged.focus == new.focus
        }
    }
}

extension RetaggingRun.Summary {
    /// Notes a story with other tags.
    fileprivate mutating func note(_ old: TaggedArticle, _ new: TaggedArticle) {
        changed += 1
        changedArticles.append(new.article.id)
        let (before, after) = (Set(old.entities.map(\.entity)), Set(new.entities.map(\.entity)))
        for entity in new.entities where !before.contains(entity.entity) { self[entity].gained += 1 }
        for entity in old.entities where !after.contains(entity.entity) { self[entity].lost += 1 }
    }

    /// The counts of an entity.
    private subscript(entity: ArticleEntity) -> RetaggingRun.EntityChange {
        get { entities[entity.entity] ?? RetaggingRun.EntityChange(name: entity.name, kind: entity.kind) }
        set { entities[entity.entity] = newValue }
    }
}
