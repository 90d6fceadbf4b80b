import NewsModel

/// An article as the database has it, with its tags.
public struct StoredArticle: Sendable {
    public var key: Int
    public var source: String
    public var tagged: TaggedArticle
    /// How many other articles of the database tell the same story.
    public var copies: Int
}

extension Database {
    /// The articles with this id, or with this key where no id is so; usually one.
    public func articles(id: String) throws(DatabaseError) -> [StoredArticle] {
        let select = try connection.prepare(Self.articleColumns + "WHERE article.id = ? ORDER BY article.key")
        select.bind(id)
        var result = try storedArticles(select)
        if result.isEmpty, let key = Int(id) {
            let byKey = try connection.prepare(Self.articleColumns + "WHERE article.key = ?")
            result = try storedArticles(byKey.bind(key))
        }
        return result
    }

    /// The article with this key.
    public func article(key: Int) throws(DatabaseError) -> StoredArticle? {
        let select = try connection.prepare(Self.articleColumns + "WHERE article.key = ?")
        return try storedArticles(select.bind(key)).first
    }

    /// What tagged an article: the program, tables and options, as the run noted them.
    public func tagger(ofArticle key: Int) throws(DatabaseError) -> String {
        let select = try connection.prepare(
            "SELECT source.tagger FROM article JOIN source ON source.key = article.source WHERE article.key = ?")
        return try select.bind(key).step() ? select.text(0) : ""
    }

    /// Goes through the selected stories in the order in which they were written, one in memory at a time.
    public func forEachArticle(_ selection: ArticleSelection, _ body: (StoredArticle) throws -> Void) throws {
        let selected = try articles(selection)
        let select = try connection.prepare(Self.articleColumns + "WHERE article.key = ?")
        for key in selected.sorted {
            select.reset().bind(key)
            for article in try storedArticles(select) { try body(article) }
        }
    }

    private static let articleColumns = """
        SELECT article.key, source.path, article.id, article.title, article.published, article.byline, article.site,
          article.section, article.url, article.language, article.text, article.page_kind, article.canonical_url,
          article.zones, (SELECT count(*) FROM article AS member WHERE member.cluster = article.cluster AND member.key <> article.key)
        FROM article JOIN source ON source.key = article.source 
        """

    private func storedArticles(_ select: Statement) throws(DatabaseError) -> [StoredArticle] {
        var result: [StoredArticle] = []
        while try select.step() {
            var article = Article(id: select.text(2), title: select.text(3), text: select.text(10))
            article.published = select.optionalText(4)
            article.byline = select.optionalText(5)
            article.site = select.optionalText(6)
            article.section = select.optionalText(7)
            article.url = select.optionalText(8)
            article.language = select.optionalText(9)
            article.pageKind = PageKind(rawValue: select.text(11)) ?? .story
            article.canonicalURL = select.optionalText(12)
            article.zones = ZoneSpan.zones(fromText: select.text(13), of: article.text)
            let key = select.integer(0)
            let tagged = TaggedArticle(
                article: article, mentions: try mentions(of: key, in: article), entities: try entities(of: key),
                topics: try topics(of: key), focus: try focus(of: key))
            result.append(StoredArticle(key: key, source: select.text(1), tagged: tagged, copies: select.integer(14)))
        }
        return result
    }

    private func mentions(of article: Int, in text: Article) throws(DatabaseError) -> [Mention] {
        let select = try reused(
            """
            SELECT mention.sentence, mention.start, mention.end, entity.id, entity.name, entity.kind, mention.form, mention.zone,
              mention.confidence
            FROM mention JOIN entity ON entity.key = mention.entity WHERE mention.article = ? ORDER BY mention.sentence, mention.start
            """)
        select.bind(article)
        let title = OffsetConverter(text.title)
        let body = OffsetConverter(text.text)
        var result: [Mention] = []
        while try select.step() {
            let zone = Zone(rawValue: select.text(7)) ?? .body
            let codePoints = CodePointSpan(start: select.integer(1), end: select.integer(2))
            let span = zone == .title ? title.utf8Span(codePoints) : body.utf8Span(codePoints)
            let bytes = Array((zone == .title ? text.title : text.text).utf8)[span.start..<span.end]
            result.append(
                Mention(
                    span: span, codePoints: codePoints, text: String(decoding: bytes, as: UTF8.self),
                    kind: Kind(rawValue: select.text(5)) ?? .other, entity: select.text(3), name: select.text(4),
                    form: MentionForm(rawValue: select.text(6)) ?? .alias, zone: zone, confidence: select.double(8),
                    sentence: select.integer(0)))
        }
        return result
    }

    private func entities(of article: Int) throws(DatabaseError) -> [ArticleEntity] {
        let select = try reused(
            """
            SELECT entity.id, entity.kind, entity.name, entity.role, found.mentions, found.salience, found.sentence_start,
              found.sentence_end, found.confidence
            FROM (SELECT DISTINCT entity FROM mention WHERE article = ?1) AS named
            JOIN article ON article.key = ?1
            JOIN article_entity AS found ON found.entity = named.entity AND found.day = article.day AND found.article = ?1
            JOIN entity ON entity.key = found.entity ORDER BY found.salience DESC, entity.id
            """)
        select.bind(article)
        var result: [ArticleEntity] = []
        while try select.step() {
            result.append(
                ArticleEntity(
                    entity: select.text(0), kind: Kind(rawValue: select.text(1)) ?? .other, name: select.text(2),
                    role: select.text(3), mentions: select.integer(4), salience: select.double(5),
                    sentence: CodePointSpan(start: select.integer(6), end: select.integer(7)),
                    confidence: select.optionalDouble(8)))
        }
        return result
    }

    private func topics(of article: Int) throws(DatabaseError) -> [ArticleTopic] {
        let select = try reused(
            """
            SELECT topic.id, topic.name, article_topic.score, topic.parent
            FROM article_topic JOIN topic ON topic.key = article_topic.topic
            WHERE article_topic.article = ? ORDER BY article_topic.score DESC, topic.id
            """)
        select.bind(article)
        var result: [ArticleTopic] = []
        while try select.step() {
            result.append(
                ArticleTopic(
                    topic: select.text(0), name: select.text(1), score: select.double(2),
                    parent: select.optionalText(3)))
        }
        return result
    }
}
