/// The SQL that brings a database of an earlier version up to date.
enum Migration {
    /// Page kinds, clusters and canonical addresses of articles, their sketches, byte offsets of rejects.
    ///
    /// Articles move into a new table, as a column added behind the text would cost a walk through the text to be read.
    /// What refers to articles does so by key and by the table's name, and stays.
    static let from1To2 = """
        DROP VIEW tagged_mention;
        DROP VIEW tagged_topic;
        CREATE TABLE article_2 (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source, record INTEGER NOT NULL,
          page_kind TEXT NOT NULL DEFAULT 'story', cluster INTEGER, day INTEGER NOT NULL, title TEXT NOT NULL,
          published TEXT, byline TEXT, site TEXT, section TEXT, url TEXT, canonical_url TEXT, language TEXT,
          text TEXT NOT NULL);
        INSERT INTO article_2 (
            key, id, source, record, cluster, day, title, published, byline, site, section, url, language, text)
          SELECT key, id, source, record, key, day, title, published, byline, site, section, url, language, text
          FROM article ORDER BY key;
        DROP TABLE article;
        ALTER TABLE article_2 RENAME TO article;
        \(Schema.articleIndexes)
        \(Schema.sketch)
        \(Schema.views)
        ALTER TABLE reject ADD COLUMN offset INTEGER;
        ALTER TABLE run ADD COLUMN clusters INTEGER;
        """

    /// The countries of articles, the confidence of their entities, the forms of names, which the next run fills in.
    static let from2To3 = """
        ALTER TABLE article_entity ADD COLUMN confidence REAL;
        \(Schema.articleCountry)
        \(Schema.variant)
        """

    /// The broader topic of each topic, which the next run fills in.
    static let from3To4 = """
        DROP VIEW tagged_topic;
        ALTER TABLE topic ADD COLUMN parent TEXT;
        \(Schema.topicView)
        """

    /// Names the columns that foreign keys refer to, which Datasette wants to be told.
    static let references = """
        UPDATE sqlite_schema SET sql = \(["article", "source", "entity", "topic"].reduce("sql") {
            "replace(\($0), 'REFERENCES \($1)', 'REFERENCES \($1) (key)')"
        })
        WHERE type = 'table' AND sql NOT LIKE '%REFERENCES % (key)%';
        """

    /// The words of the tokenizer in the full-text index, which `Connection.fillSearch` puts there; zones of articles and what
    /// tagged them, which the next run fills in; the descriptions of tables and columns.
    static let from4To5 = """
        DROP TABLE article_search;
        \(Schema.search)
        ALTER TABLE article ADD COLUMN zones TEXT;
        \(Schema.tagger)
        \(Description.table)
        """
}
