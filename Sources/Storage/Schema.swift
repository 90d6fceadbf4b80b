/// The tables of a Gazette database, version 5: a public interface, explained in `docs/database.md` and, by `Description`, in
/// the database itself.
enum Schema {
    /// "GAZT": tells a Gazette database from others.
    static let applicationID = 0x4741_5A54
    static let version = 5

    /// `cluster` is the key of the first article of its cluster, its own where it stands alone, and nothing for pages
    /// that are no stories. Short columns stand before the text, so that reading them does not read it too; the zones are
    /// only read with it.
    static let articleTable = """
        CREATE TABLE article (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source (key), record INTEGER NOT NULL,
          page_kind TEXT NOT NULL DEFAULT 'story', cluster INTEGER, day INTEGER NOT NULL, title TEXT NOT NULL,
          published TEXT, byline TEXT, site TEXT, section TEXT, url TEXT, canonical_url TEXT, language TEXT,
          text TEXT NOT NULL, zones TEXT);
        """

    /// A new article is the last of `article_cluster` too: an index in order of days would cost more.
    static let articleIndexes = """
        CREATE UNIQUE INDEX article_record ON article (source, record);
        CREATE INDEX article_id ON article (id);
        CREATE INDEX article_cluster ON article (cluster, day);
        """

    /// Repeats what orders the articles, so that clusters are found without going through the texts.
    static let sketch = """
        CREATE TABLE sketch (
          article INTEGER PRIMARY KEY REFERENCES article (key), source INTEGER NOT NULL REFERENCES source (key),
          record INTEGER NOT NULL, day INTEGER NOT NULL, address INTEGER, shingles INTEGER NOT NULL, bins BLOB NOT NULL);
        """

    static let topicView = """
        CREATE VIEW tagged_topic AS
          SELECT article.id AS article, article.published, article.title, topic.id AS topic, topic.name,
            article_topic.score, topic.parent
          FROM article_topic JOIN article ON article.key = article_topic.article
            JOIN topic ON topic.key = article_topic.topic;
        """

    static let views = """
        CREATE VIEW tagged_mention AS
          SELECT article.id AS article, article.published, article.title, entity.id AS entity, entity.name, entity.kind,
            entity.role, substr(CASE mention.zone WHEN 'title' THEN article.title ELSE article.text END,
              mention.start + 1, mention.end - mention.start) AS words,
            mention.start, mention.end, mention.form, mention.zone, mention.confidence
          FROM mention JOIN article ON article.key = mention.article JOIN entity ON entity.key = mention.entity;
        \(topicView)
        CREATE VIEW cluster AS
          SELECT cluster AS key, count(*) AS articles, nullif(min(CASE day WHEN 0 THEN 99999999 ELSE day END), 99999999)
            AS first_day, nullif(max(day), 0) AS last_day
          FROM article WHERE cluster IS NOT NULL GROUP BY cluster;
        """

    /// `evidence` is features and values, "dateline 1, place 1.39".
    static let articleCountry = """
        CREATE TABLE article_country (
          country INTEGER NOT NULL REFERENCES entity (key), day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article (key),
          score REAL NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (country, day, article)) WITHOUT ROWID;
        CREATE INDEX article_country_article ON article_country (article, country);
        CREATE VIEW tagged_country AS
          SELECT article.id AS article, article.published, article.title, entity.id AS country, entity.name,
            article_country.score, article_country.evidence
          FROM article_country JOIN article ON article.key = article_country.article
            JOIN entity ON entity.key = article_country.country;
        """

    /// `main` is the entity that `entity` is another form of; it is no variant itself.
    static let variant = """
        CREATE TABLE variant (
          entity INTEGER PRIMARY KEY REFERENCES entity (key), main INTEGER NOT NULL REFERENCES entity (key));
        CREATE INDEX variant_main ON variant (main, entity);
        """

    /// Gets `Tokenizer.searchWords`, which the table itself only divides at blanks and what stands inside words ("o'brien").
    /// Without content: the words of the article are not those of the index.
    static let search = """
        CREATE VIRTUAL TABLE article_search USING fts5 (
          title, text, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
        INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 8388608);
        """

    /// What tagged the articles, so that a change of it touches no more of them than it must.
    static let tagger = """
        CREATE TABLE tagger (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, program TEXT NOT NULL, extraction TEXT NOT NULL,
          built_in TEXT NOT NULL);
        CREATE TABLE tagger_file (
          tagger INTEGER NOT NULL REFERENCES tagger (key), place INTEGER NOT NULL, role TEXT NOT NULL, path TEXT NOT NULL,
          folder TEXT, content BLOB, PRIMARY KEY (tagger, place)) WITHOUT ROWID;
        """

    static let tables = """
        CREATE TABLE run (
          key INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, program TEXT NOT NULL, tagger TEXT NOT NULL,
          options TEXT NOT NULL, articles INTEGER NOT NULL DEFAULT 0, rejects INTEGER NOT NULL DEFAULT 0,
          skipped INTEGER NOT NULL DEFAULT 0, clusters INTEGER);
        CREATE TABLE source (
          key INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
          tagger TEXT NOT NULL, records INTEGER NOT NULL DEFAULT 0, is_done INTEGER NOT NULL DEFAULT 0);
        \(articleTable)
        \(articleIndexes)
        \(sketch)
        CREATE TABLE entity (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL);
        CREATE TABLE mention (
          article INTEGER NOT NULL REFERENCES article (key), sentence INTEGER NOT NULL, start INTEGER NOT NULL,
          end INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entity (key), form TEXT NOT NULL, zone TEXT NOT NULL,
          confidence REAL NOT NULL, PRIMARY KEY (article, sentence, start)) WITHOUT ROWID;
        CREATE TABLE article_entity (
          entity INTEGER NOT NULL REFERENCES entity (key), day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article (key),
          mentions INTEGER NOT NULL, salience REAL NOT NULL, sentence_start INTEGER NOT NULL,
          sentence_end INTEGER NOT NULL, confidence REAL, PRIMARY KEY (entity, day, article)) WITHOUT ROWID;
        CREATE TABLE topic (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, parent TEXT);
        CREATE TABLE article_topic (
          topic INTEGER NOT NULL REFERENCES topic (key), day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article (key),
          score REAL NOT NULL, PRIMARY KEY (topic, day, article)) WITHOUT ROWID;
        CREATE INDEX article_topic_article ON article_topic (article, topic);
        \(articleCountry)
        \(variant)
        CREATE TABLE reject (
          source TEXT NOT NULL, record INTEGER NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL, offset INTEGER,
          PRIMARY KEY (source, record)) WITHOUT ROWID;
        \(search)
        \(tagger)
        \(views)
        \(Description.table)
        """
}
