/// The tables of a Gazette database, version 1: a public interface, explained in `docs/database.md`.
enum Schema {
    /// "GAZT": tells a Gazette database from others.
    static let applicationID = 0x4741_5A54
    static let version = 1

    static let tables = """
        CREATE TABLE run (
          key INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, program TEXT NOT NULL, tagger TEXT NOT NULL,
          options TEXT NOT NULL, articles INTEGER NOT NULL DEFAULT 0, rejects INTEGER NOT NULL DEFAULT 0,
          skipped INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE source (
          key INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
          tagger TEXT NOT NULL, records INTEGER NOT NULL DEFAULT 0, is_done INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE article (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source, record INTEGER NOT NULL,
          title TEXT NOT NULL, published TEXT, day INTEGER NOT NULL, byline TEXT, site TEXT, section TEXT, url TEXT,
          language TEXT, text TEXT NOT NULL);
        CREATE UNIQUE INDEX article_record ON article (source, record);
        CREATE INDEX article_id ON article (id);
        CREATE TABLE entity (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL);
        CREATE TABLE mention (
          article INTEGER NOT NULL REFERENCES article, sentence INTEGER NOT NULL, start INTEGER NOT NULL,
          end INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entity, form TEXT NOT NULL, zone TEXT NOT NULL,
          confidence REAL NOT NULL, PRIMARY KEY (article, sentence, start)) WITHOUT ROWID;
        CREATE TABLE article_entity (
          entity INTEGER NOT NULL REFERENCES entity, day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article,
          mentions INTEGER NOT NULL, salience REAL NOT NULL, sentence_start INTEGER NOT NULL,
          sentence_end INTEGER NOT NULL, PRIMARY KEY (entity, day, article)) WITHOUT ROWID;
        CREATE TABLE topic (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
        CREATE TABLE article_topic (
          topic INTEGER NOT NULL REFERENCES topic, day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article,
          score REAL NOT NULL, PRIMARY KEY (topic, day, article)) WITHOUT ROWID;
        CREATE INDEX article_topic_article ON article_topic (article, topic);
        CREATE TABLE reject (
          source TEXT NOT NULL, record INTEGER NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL,
          PRIMARY KEY (source, record)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE article_search USING fts5 (
          title, text, content='article', content_rowid='key', tokenize="unicode61 remove_diacritics 2");
        INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 8388608);
        CREATE VIEW tagged_mention AS
          SELECT article.id AS article, article.published, article.title, entity.id AS entity, entity.name, entity.kind,
            entity.role, substr(CASE mention.zone WHEN 'title' THEN article.title ELSE article.text END,
              mention.start + 1, mention.end - mention.start) AS words,
            mention.start, mention.end, mention.form, mention.zone, mention.confidence
          FROM mention JOIN article ON article.key = mention.article JOIN entity ON entity.key = mention.entity;
        CREATE VIEW tagged_topic AS
          SELECT article.id AS article, article.published, article.title, topic.id AS topic, topic.name, article_topic.score
          FROM article_topic JOIN article ON article.key = article_topic.article JOIN topic ON topic.key = article_topic.topic;
        """
}

extension Connection {
    /// Opens a database for tagging: makes its tables when it is new.
    static func forWriting(path: String) throws(DatabaseError) -> Connection {
        let connection = try Connection(path: path, mode: .readWrite)
        if try connection.integer("SELECT count(*) FROM sqlite_schema") == 0,
            try connection.integer("PRAGMA application_id") == 0
        {
            try connection.run("PRAGMA page_size = 8192")
            try connection.run("PRAGMA journal_mode = WAL")
            try connection.transaction { () throws(DatabaseError) in
                try connection.run(Schema.tables)
                try connection.run("PRAGMA application_id = \(Schema.applicationID)")
                try connection.run("PRAGMA user_version = \(Schema.version)")
            }
        } else {
            try connection.checkIdentity()
        }
        // A commit that a crash undoes is done again by the next run; a torn database would not be.
        try connection.run("PRAGMA synchronous = NORMAL")
        try connection.run("PRAGMA cache_size = -65536")
        try connection.run("PRAGMA wal_autocheckpoint = 8000")
        return connection
    }

    /// Opens a database for queries.
    static func forReading(path: String) throws(DatabaseError) -> Connection {
        let connection: Connection
        do {
            connection = try Connection(path: path, mode: .readOnly)
        } catch .notWritable {
            throw .missing(path: path)
        }
        try connection.checkIdentity()
        return connection
    }

    private func checkIdentity() throws(DatabaseError) {
        guard try integer("PRAGMA application_id") == Schema.applicationID else { throw .foreign(path: path) }
        let version = try integer("PRAGMA user_version")
        guard version <= Schema.version else { throw .newer(path: path, version: version) }
    }
}
