/// A database as version 1 of the schema had it, with two articles: text to migrate, never to be changed.
let versionOne = """
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
    PRAGMA application_id = 1195465300;
    PRAGMA user_version = 1;
    INSERT INTO run VALUES (1, '2024-01-18T00:00:00Z', '2024-01-18T00:00:01Z', 'gazette 0', 't', 'o', 2, 1, 0);
    INSERT INTO source VALUES (1, 's', 1, 1, 't', 3, 1);
    INSERT INTO article VALUES (1, 'a', 1, 0, 'Rain', '2024-01-17', 20240117, 'By A', 'Site', 'News', 'https://a.example/',
      'en', 'It rained in Niger.');
    INSERT INTO article VALUES (2, 'b', 1, 1, 'Drought', NULL, 0, NULL, NULL, NULL, NULL, NULL, 'It was dry in Niger.');
    INSERT INTO article_search (rowid, title, text) SELECT key, title, text FROM article;
    INSERT INTO entity VALUES (1, 'Q1032', 'country', 'country', 'Niger');
    INSERT INTO mention VALUES (1, 1, 13, 18, 1, 'name', 'body', 0.5), (2, 1, 14, 19, 1, 'name', 'body', 0.5);
    INSERT INTO article_entity VALUES (1, 20240117, 1, 1, 0.5, 0, 19), (1, 0, 2, 1, 0.5, 0, 20);
    INSERT INTO topic VALUES (1, 'medtop:1', 'weather');
    INSERT INTO article_topic VALUES (1, 20240117, 1, 0.9);
    INSERT INTO reject VALUES ('s', 2, 'line 3', 'not a JSON object');
    """
