/// A question to a database that people fill in.
struct DatasetteQuery {
    var name: String
    var title: String
    var description: String
    var sql: String

    /// In the order in which they are listed.
    static let all = [
        DatasetteQuery(
            name: "stories_mentioning", title: "Stories mentioning …",
            description: "By name or id (Niger, Q1032), newest first, with the first sentence that says so.",
            sql: """
                SELECT substr(article.published, 1, 10) AS published, article.id, article.title, found.mentions,
                  found.salience, substr(article.text, found.sentence_start + 1,
                    found.sentence_end - found.sentence_start) AS sentence, article.site, article.url
                FROM article_entity AS found JOIN article ON article.key = found.article
                WHERE found.entity = \(entity("entity"))
                ORDER BY found.day DESC, found.article DESC LIMIT 200
                """),
        DatasetteQuery(
            name: "stories_mentioning_both", title: "Stories mentioning both …",
            description: "Two names or ids, newest first.",
            sql: """
                SELECT substr(article.published, 1, 10) AS published, article.id, article.title, article.site, article.url
                FROM article_entity AS found JOIN article ON article.key = found.article
                WHERE found.entity = \(entity("first")) AND EXISTS (
                  SELECT 1 FROM article_entity AS other WHERE other.entity = \(entity("second"))
                    AND other.day = found.day AND other.article = found.article)
                ORDER BY found.day DESC, found.article DESC LIMIT 200
                """),
        DatasetteQuery(
            name: "who_appears_with", title: "Who appears with …",
            description: "The entities that the newest 1000 stories of one mention most.",
            sql: """
                WITH story AS (
                  SELECT article FROM article_entity WHERE entity = \(entity("entity"))
                  ORDER BY day DESC, article DESC LIMIT 1000),
                named AS (
                  SELECT DISTINCT mention.article, mention.entity FROM story JOIN mention ON mention.article = story.article)
                SELECT entity.id, entity.name, entity.kind, entity.role, count(*) AS stories
                FROM named JOIN entity ON entity.key = named.entity
                WHERE entity.key <> \(entity("entity"))
                GROUP BY entity.key ORDER BY stories DESC, entity.id LIMIT 200
                """),
        DatasetteQuery(
            name: "stories_about_topic", title: "Stories about a topic …",
            description: "By its name or id (coup d'état, medtop:20000070), newest first.",
            sql: """
                SELECT substr(article.published, 1, 10) AS published, article.id, article.title,
                  round(article_topic.score, 2) AS score, article.site, article.url
                FROM topic JOIN article_topic ON article_topic.topic = topic.key
                  JOIN article ON article.key = article_topic.article
                WHERE (topic.id = :topic OR topic.name = :topic COLLATE NOCASE) AND article_topic.score >= 0.5
                ORDER BY article_topic.day DESC, article_topic.article DESC LIMIT 200
                """),
        DatasetteQuery(
            name: "stories_about_country", title: "Stories about a country …",
            description: "Whether they name it or not, newest first.",
            sql: """
                SELECT substr(article.published, 1, 10) AS published, article.id, article.title,
                  round(article_country.score, 2) AS score, article_country.evidence, article.site, article.url
                FROM entity JOIN article_country ON article_country.country = entity.key
                  JOIN article ON article.key = article_country.article
                WHERE (entity.id = :country OR entity.name = :country COLLATE NOCASE) AND article_country.score >= 0.5
                ORDER BY article_country.day DESC, article_country.article DESC LIMIT 200
                """),
        DatasetteQuery(
            name: "most_mentioned", title: "Who is most written about",
            description: "Of a kind: person, organization, country, place, event, product, other.",
            sql: """
                SELECT entity.id, entity.name, entity.role, count(*) AS stories, sum(found.mentions) AS mentions
                FROM entity JOIN article_entity AS found ON found.entity = entity.key WHERE entity.kind = :kind
                GROUP BY entity.key ORDER BY stories DESC, entity.id LIMIT 200
                """),
        DatasetteQuery(
            name: "full_text", title: "Stories with words …",
            description: "As FTS5 reads them: all words, \"a phrase\", word*, one OR other, one NOT other.",
            sql: """
                SELECT substr(article.published, 1, 10) AS published, article.id, article.title, article.site, article.url
                FROM article_search JOIN article ON article.key = article_search.rowid
                WHERE article_search MATCH :words ORDER BY rank LIMIT 200
                """),
        DatasetteQuery(
            name: "tags_of_story", title: "The tags of a story",
            description: "By the story's id.",
            sql: """
                SELECT words, entity, name, kind, role, form, zone, start, "end", confidence
                FROM tagged_mention WHERE article = :article ORDER BY zone <> 'title', start
                """),
    ]

    /// The entity that a parameter names by id or name, of several the most mentioned.
    private static func entity(_ parameter: String) -> String {
        """
        (SELECT key FROM entity WHERE id = :\(parameter) OR name = :\(parameter) COLLATE NOCASE
          ORDER BY (SELECT count(*) FROM article_entity AS counted WHERE counted.entity = entity.key) DESC, id LIMIT 1)
        """
    }
}
