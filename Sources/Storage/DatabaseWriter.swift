import NewsModel
import Tokenization

/// Writes tagged articles into a database, a batch in a transaction. For one thread at a time.
///
///     let writer = try DatabaseWriter(path: "news.db", tagger: "…")
///     let source = try writer.begin(source: "dump.jsonl", size: 100, modified: 0)
///     try writer.write { batch throws(DatabaseError) in try batch.add(article, record: 0, of: source.key) }
public final class DatabaseWriter {
    let connection: Connection
    private let statements: WriterStatements
    /// What decides the tags: program version, gazetteer, models, options. A source tagged by another is tagged again.
    private let tagger: String
    private(set) var entityKeys: [String: Int] = [:]
    private var topics: [String: TopicRow] = [:]
    /// The key that the next article gets.
    private var nextArticle = 1
    private(set) var run = 0
    /// Whether articles have come or gone since the database was opened.
    private(set) var hasChanged = false
    private let articlesPerCommit: Int
    /// Articles added since the last commit.
    var gathered = 0
    let tokenizer: Tokenizer

    /// Where a source stands.
    public struct SourceState: Sendable, Equatable {
        public var key: Int
        /// How many of its records are in the database.
        public var records: Int
        public var isDone: Bool
    }

    /// Opens or makes the database.
    ///
    /// - Parameter articlesPerCommit: how many articles may share a transaction: fewer, larger ones cost less, and a run
    ///   that is cut off loses what was not committed, which the next run tags again.
    public init(path: String, tagger: String, articlesPerCommit: Int = 0) throws(DatabaseError) {
        self.articlesPerCommit = articlesPerCommit
        connection = try Connection.forWriting(path: path)
        statements = try WriterStatements(connection)
        tokenizer = try connection.searchTokenizer()
        self.tagger = tagger
        try readKeys()
    }

    /// Reads which keys the database gives to entities, topics and the next article.
    func readKeys() throws(DatabaseError) {
        entityKeys = [:]
        topics = [:]
        let entities = try connection.prepare("SELECT key, id FROM entity")
        while try entities.step() { entityKeys[entities.text(1)] = entities.integer(0) }
        for topic in try connection.topics() { topics[topic.id] = topic }
        nextArticle = min(try connection.integer("SELECT max(key) FROM article"), .max - 1) + 1
    }

    /// Notes the beginning of a run.
    public func beginRun(program: String, options: String) throws(DatabaseError) {
        let insert = try connection.prepare(
            "INSERT INTO run (started, program, tagger, options) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?, ?, ?)")
        try insert.bind(program).bind(tagger).bind(options).run()
        run = Int(connection.lastKey)
    }

    /// Notes the end of a run with its counts, and that the clusters are up to date.
    public func finishRun(articles: Int, rejects: Int, skipped: Int) throws(DatabaseError) {
        try commit()
        let update = try connection.prepare(
            "UPDATE run SET finished = strftime('%Y-%m-%dT%H:%M:%SZ'), articles = ?, rejects = ?, skipped = ?, "
                + "clusters = (SELECT count(DISTINCT cluster) FROM article) WHERE key = ?")
        try update.bind(articles).bind(rejects).bind(skipped).bind(run).run()
        try removeUnusedTaggers()
        try connection.run("PRAGMA optimize")
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// Where a source stands; one that has changed, or that another tagger tagged, begins anew.
    public func begin(source path: String, size: Int, modified: Int) throws(DatabaseError) -> SourceState {
        let state = try self.state(ofSource: path, size: size, modified: modified)
        // That it could not be opened or read on is no longer true.
        if !state.isDone {
            try connection.prepare("DELETE FROM reject WHERE source = ? AND record < 0").bind(path).run()
        }
        return state
    }

    /// Whether all of a source is in the database, unchanged and tagged by the same tagger.
    public func isDone(source path: String, size: Int, modified: Int) throws(DatabaseError) -> Bool {
        let select = try connection.prepare(
            "SELECT is_done FROM source WHERE path = ? AND size = ? AND modified = ? AND tagger = ?")
        return try select.bind(path).bind(size).bind(modified).bind(tagger).step() && select.integer(0) != 0
    }

    private func state(ofSource path: String, size: Int, modified: Int) throws(DatabaseError) -> SourceState {
        let select = try connection.prepare(
            "SELECT key, size, modified, tagger, records, is_done FROM source WHERE path = ?")
        if try select.bind(path).step() {
            let key = select.integer(0)
            if select.integer(1) == size, select.integer(2) == modified, select.text(3) == tagger {
                return SourceState(key: key, records: select.integer(4), isDone: select.integer(5) != 0)
            }
            select.reset()
            try connection.transaction { () throws(DatabaseError) in
                try removeArticles(ofSource: key, path: path)
                let update = try connection.prepare(
                    "UPDATE source SET size = ?, modified = ?, tagger = ?, records = 0, is_done = 0 WHERE key = ?")
                try update.bind(size).bind(modified).bind(tagger).bind(key).run()
            }
            return SourceState(key: key, records: 0, isDone: false)
        }
        let insert = try connection.prepare("INSERT INTO source (path, size, modified, tagger) VALUES (?, ?, ?, ?)")
        try insert.bind(path).bind(size).bind(modified).bind(tagger).run()
        return SourceState(key: Int(connection.lastKey), records: 0, isDone: false)
    }

    private func removeArticles(ofSource key: Int, path: String) throws(DatabaseError) {
        hasChanged = true
        try removeWords(ofSource: key)
        for sql in [
            "DELETE FROM article_entity WHERE (entity, day, article) IN (SELECT mention.entity, "
                + "article.day, mention.article FROM mention JOIN article ON article.key = mention.article "
                + "WHERE article.source = ?)",
            "DELETE FROM article_topic WHERE article IN (SELECT key FROM article WHERE source = ?)",
            "DELETE FROM article_country WHERE article IN (SELECT key FROM article WHERE source = ?)",
            "DELETE FROM sketch WHERE article IN (SELECT key FROM article WHERE source = ?)",
            "DELETE FROM mention WHERE article IN (SELECT key FROM article WHERE source = ?)",
            "DELETE FROM article WHERE source = ?",
        ] {
            try connection.prepare(sql).bind(key).run()
        }
        try connection.prepare("DELETE FROM reject WHERE source = ?").bind(path).run()
    }

    /// Takes the stories of a source from the full-text index, which wants to be told each word that it has of them.
    private func removeWords(ofSource key: Int) throws(DatabaseError) {
        let select = try connection.prepare(
            "SELECT key, title, text FROM article WHERE source = ? AND cluster IS NOT NULL")
        let remove = try connection.prepare(
            "INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', ?, ?, ?)")
        select.bind(key)
        while try select.step() {
            try remove.bind(select.integer(0)).bind(tokenizer.searchWords(of: select.text(1)))
                .bind(tokenizer.searchWords(of: select.text(2))).run()
        }
    }

    /// Writes what `body` adds, all or nothing; it is safe from then on, or once `articlesPerCommit` have gathered.
    ///
    /// An error undoes everything since the last commit.
    public func write(_ body: (DatabaseWriter) throws(DatabaseError) -> Void) throws(DatabaseError) {
        if !connection.isInTransaction { try connection.run("BEGIN IMMEDIATE") }
        do {
            try body(self)
            if gathered >= articlesPerCommit { try commit() }
        } catch {
            try? connection.run("ROLLBACK")
            gathered = 0
            try readKeys()
            throw error
        }
    }

    /// Makes everything written so far safe.
    public func commit() throws(DatabaseError) {
        if connection.isInTransaction { try connection.run("COMMIT") }
        gathered = 0
    }

    /// Adds an article with its tags; a story begins as a cluster by itself. Call inside `write`.
    public func add(_ tagged: TaggedArticle, record: Int, of source: Int) throws(DatabaseError) {
        gathered += 1
        hasChanged = true
        let day = Self.day(tagged.article.published)
        let key = try insertArticle(tagged.article, day: day, record: record, source: source)
        if tagged.article.pageKind == .story { try addWords(of: tagged, key) }
        if let sketch = tagged.copySketch {
            try statements.sketch.bind(key).bind(source).bind(record).bind(day).bind(sketch).run()
        }
        try addTags(tagged, day: day, key: key)
    }

    /// Adds entities, countries, mentions and topics of a story that is there. Call inside `write`.
    func addTags(_ tagged: TaggedArticle, day: Int, key: Int) throws(DatabaseError) {
        for entity in tagged.entities {
            let entityKey = try entityKey(of: entity.entity, kind: entity.kind, name: entity.name, role: entity.role)
            try statements.articleEntity.bind(entityKey).bind(day).bind(key).bind(entity.mentions).bind(entity.salience)
                .bind(entity.sentence.start).bind(entity.sentence.end).bind(entity.confidence).run()
        }
        for country in tagged.focus {
            let entityKey = try entityKey(of: country.entity, kind: .country, name: country.name, role: country.role)
            try statements.articleCountry.bind(entityKey).bind(day).bind(key).bind(country.score)
                .bind(country.evidenceText).run()
        }
        for mention in tagged.mentions {
            let entity = try entityKey(of: mention.entity, kind: mention.kind, name: mention.name, role: "")
            try statements.mention.bind(key).bind(mention.sentence).bind(mention.codePoints.start)
                .bind(mention.codePoints.end).bind(entity).bind(mention.form.rawValue).bind(mention.zone.rawValue)
                .bind(mention.confidence).run()
        }
        for topic in tagged.topics {
            try statements.articleTopic.bind(try topicKey(of: topic)).bind(day).bind(key).bind(topic.score).run()
        }
    }

    private func insertArticle(_ article: Article, day: Int, record: Int, source: Int) throws(DatabaseError) -> Int {
        let key = nextArticle
        let isStory = article.pageKind == .story
        try statements.article.bind(key).bind(article.id).bind(source).bind(record).bind(article.pageKind.rawValue)
            .bind(isStory ? key : nil).bind(day).bind(article.title).bind(article.published).bind(article.byline)
            .bind(article.site).bind(article.section).bind(article.url).bind(article.canonicalURL)
            .bind(article.language).bind(article.text).bind(article.zonesText).run()
        nextArticle = key + 1
        return key
    }

    private func addWords(of tagged: TaggedArticle, _ key: Int) throws(DatabaseError) {
        let article = tagged.article
        let words =
            tagged.searchWords
            ?? SearchWords(
                title: tokenizer.searchWords(of: article.title), text: tokenizer.searchWords(of: article.text))
        try statements.search.bind(key).bind(words.title).bind(words.text).run()
    }

    /// Adds a record that could not be read. Call inside `write`.
    public func add(_ reject: Reject) throws(DatabaseError) {
        try statements.reject.bind(reject.source).bind(reject.record).bind(reject.place).bind(reject.reason)
            .bind(reject.offset).run()
    }

    /// Notes how many records of a source are in the database now, and whether these are all. Call inside `write`.
    public func note(source: Int, records: Int, isDone: Bool) throws(DatabaseError) {
        try statements.progress.bind(records).bind(isDone ? 1 : 0).bind(source).run()
    }

    private func entityKey(of id: String, kind: Kind, name: String, role: String) throws(DatabaseError) -> Int {
        if let key = entityKeys[id] { return key }
        try statements.entity.bind(id).bind(kind.rawValue).bind(role).bind(name).run()
        let key = Int(connection.lastKey)
        entityKeys[id] = key
        return key
    }

    /// The key of a topic, whose row is kept up to date: users name their topics anew and move them.
    private func topicKey(of topic: ArticleTopic) throws(DatabaseError) -> Int {
        if let row = topics[topic.topic], row.name == topic.name, row.parent == topic.parent { return row.key }
        let written = statements.topic.bind(topic.topic).bind(topic.name).bind(topic.parent)
        defer { written.reset() }
        _ = try written.step()
        let key = written.integer(0)
        topics[topic.topic] = TopicRow(key: key, id: topic.topic, name: topic.name, parent: topic.parent)
        return key
    }

    /// The day of an ISO date as a number such as 20240117; 0 when there is none.
    static func day(_ published: String?) -> Int {
        guard let published, published.utf8.count >= 10 else { return 0 }
        return Int(published.prefix(10).filter { $0 != "-" }) ?? 0
    }
}

/// The statements that write rows, compiled once.
private struct WriterStatements {
    let article, sketch, search, mention, articleEntity, articleCountry, articleTopic, entity, topic, reject,
        progress: Statement

    init(_ connection: Connection) throws(DatabaseError) {
        article = try connection.prepare(
            "INSERT INTO article (key, id, source, record, page_kind, cluster, day, title, published, byline, site, "
                + "section, url, canonical_url, language, text, zones) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        sketch = try connection.prepare("INSERT INTO sketch VALUES (?, ?, ?, ?, ?, ?, ?)")
        search = try connection.prepare("INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)")
        mention = try connection.prepare("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        articleEntity = try connection.prepare("INSERT INTO article_entity VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        articleCountry = try connection.prepare("INSERT INTO article_country VALUES (?, ?, ?, ?, ?)")
        articleTopic = try connection.prepare("INSERT INTO article_topic VALUES (?, ?, ?, ?)")
        entity = try connection.prepare("INSERT INTO entity (id, kind, role, name) VALUES (?, ?, ?, ?)")
        topic = try connection.prepare(
            "INSERT INTO topic (id, name, parent) VALUES (?, ?, ?) "
                + "ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent = excluded.parent RETURNING key")
        reject = try connection.prepare("INSERT OR REPLACE INTO reject VALUES (?, ?, ?, ?, ?)")
        progress = try connection.prepare("UPDATE source SET records = ?, is_done = ? WHERE key = ?")
    }
}
