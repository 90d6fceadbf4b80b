import NewsModel
import Storage

/// A table for Parquet: its columns as SQL of DuckDB, and its rows as JSON lines with these columns.
public enum ParquetTable: String, CaseIterable, Sendable {
    case articles
    case mentions
    case entities

    /// What DuckDB has to read and write to make `NAME.parquet` of the JSON lines in `NAME.jsonl`, both in its folder.
    ///
    /// - Parameter longestLine: bytes of the longest line.
    public func statement(longestLine: Int) -> String {
        let columns = columns.map { "'\($0.name)': '\($0.type)'" }.joined(separator: ", ")
        // DuckDB keeps room for a few lines of this length, of which 16 MB are its default.
        let size = max(1 << 24, longestLine + 1)
        return """
            COPY (SELECT \(selected) FROM read_json('\(rawValue).jsonl', format = 'newline_delimited',
              columns = {\(columns)}, maximum_object_size = \(size)))
            TO '\(rawValue).parquet' (FORMAT parquet, COMPRESSION zstd);
            """
    }

    /// The columns of the rows with the types of DuckDB.
    private var columns: [(name: String, type: String)] {
        func texts(_ names: String...) -> [(name: String, type: String)] { names.map { ($0, "VARCHAR") } }
        return switch self {
        case .articles:
            texts("id", "published", "title", "byline", "site", "section", "language", "url", "canonical_url")
                + [("topics", "VARCHAR[]"), ("countries", "VARCHAR[]")] + texts("text")
        case .mentions:
            texts("article", "published") + [("sentence", "INTEGER"), ("start", "INTEGER"), ("end", "INTEGER")]
                + texts("words", "entity", "name", "kind", "form", "zone") + [("confidence", "DOUBLE")]
        case .entities: texts("entity", "name", "kind", "role") + [("stories", "BIGINT"), ("mentions", "BIGINT")]
        }
    }

    /// With the day of publication where it is known.
    private var selected: String {
        self == .entities ? "*" : "*, TRY_CAST(left(published, 10) AS DATE) AS day"
    }
}

/// The row of an article; topics are those with at least this score.
public func parquetRow(_ tagged: TaggedArticle, leastTopicScore: Double, hasText: Bool) -> [UInt8] {
    let article = tagged.article
    var json = JSONWriter()
    json.object { json in
        json.field("id", article.id)
        json.field("published", article.published)
        json.field("title", article.title)
        json.field("byline", article.byline)
        json.field("site", article.site)
        json.field("section", article.section)
        json.field("language", article.language)
        json.field("url", article.url)
        json.field("canonical_url", article.canonicalURL)
        json.field("topics") { write(tagged.topics(from: leastTopicScore), to: &$0) }
        json.field("countries") { write(tagged.countries, to: &$0) }
        if hasText { json.field("text", article.text) }
    }
    json.endLine()
    return json.bytes
}

/// The row of a mention.
public func parquetRow(_ mention: Mention, in article: Article) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.field("article", article.id)
        json.field("published", article.published)
        json.field("sentence", mention.sentence)
        json.field("start", mention.codePoints.start)
        json.field("end", mention.codePoints.end)
        json.field("words", mention.text)
        json.field("entity", mention.entity)
        json.field("name", mention.name)
        json.field("kind", mention.kind.rawValue)
        json.field("form", mention.form.rawValue)
        json.field("zone", mention.zone.rawValue)
        json.field("confidence", mention.confidence)
    }
    json.endLine()
    return json.bytes
}

/// The row of an entity.
public func parquetRow(_ entity: EntityCount) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.field("entity", entity.id)
        json.field("name", entity.name)
        json.field("kind", entity.kind)
        json.field("role", entity.role)
        json.field("stories", entity.articles)
        json.field("mentions", entity.mentions)
    }
    json.endLine()
    return json.bytes
}

private func write(_ values: [String], to json: inout JSONWriter) {
    json.array { json in for value in values { json.string(value) } }
}
