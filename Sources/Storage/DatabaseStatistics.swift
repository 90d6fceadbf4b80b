import NewsModel

/// What the stories of a database are made of, each list with the most frequent first.
public struct DatabaseStatistics: Sendable {
    /// Kinds, by the entities of each that some story mentions.
    public var kinds: [NamedCount]
    /// Languages by stories; where none is known the name is empty.
    public var languages: [NamedCount]
    /// Sites by stories.
    public var sites: [NamedCount]
    /// Topics and countries by the stories that are about them.
    public var topics: [NamedCount]
    public var countries: [NamedCount]
    /// Calls of `gazette tag`, the latest first.
    public var runs: [StoredRun]
    /// Bytes of the full-text index.
    public var searchBytes: Int
}

/// A call of `gazette tag`.
public struct StoredRun: Sendable, Equatable {
    /// Times as ISO 8601 writes them; a run that was cut off did not finish.
    public var started: String
    public var finished: String?
    public var program: String
    public var options: String
    public var articles: Int
    public var rejects: Int
    /// Sources that had been read before and had not changed.
    public var skipped: Int
}

extension Database {
    /// Counts of what the stories are made of. Goes through all articles once.
    public func statistics() throws(DatabaseError) -> DatabaseStatistics {
        try connection.reading { () throws(DatabaseError) in
            DatabaseStatistics(
                kinds: try namedCounts("SELECT '', kind, count(*) FROM entity WHERE \(Self.isMentioned) GROUP BY kind"),
                languages: try namedCounts(
                    "SELECT '', language, count(*) FROM article WHERE cluster IS NOT NULL GROUP BY language"),
                sites: try namedCounts(
                    """
                    SELECT '', site, count(*) FROM article WHERE cluster IS NOT NULL AND site IS NOT NULL GROUP BY site
                    """),
                topics: try namedCounts(
                    """
                    SELECT id, name, stories FROM topic JOIN (
                      SELECT topic, count(*) AS stories FROM article_topic WHERE score >= \(StoryQuery.leastTopicScore)
                      GROUP BY topic) ON topic = topic.key
                    """),
                countries: try namedCounts(
                    """
                    SELECT id, name, stories FROM entity JOIN (
                      SELECT country, count(*) AS stories FROM article_country WHERE score >= \(FocusCountry.leastScore)
                      GROUP BY country) ON country = entity.key
                    """),
                runs: try runs(),
                searchBytes: try connection.integer("SELECT sum(length(block)) FROM article_search_data"))
        }
    }

    private func namedCounts(_ sql: String) throws(DatabaseError) -> [NamedCount] {
        let select = try connection.prepare(sql)
        var counts: [NamedCount] = []
        while try select.step() {
            counts.append(NamedCount(id: select.text(0), name: select.text(1), count: select.integer(2)))
        }
        return counts.sorted { ($1.count, $0.name, $0.id) < ($0.count, $1.name, $1.id) }
    }

    private func runs() throws(DatabaseError) -> [StoredRun] {
        let select = try connection.prepare(
            "SELECT started, finished, program, options, articles, rejects, skipped FROM run ORDER BY key DESC")
        var runs: [StoredRun] = []
        while try select.step() {
            runs.append(
                StoredRun(
                    started: select.text(0), finished: select.optionalText(1), program: select.text(2),
                    options: select.text(3), articles: select.integer(4), rejects: select.integer(5),
                    skipped: select.integer(6)))
        }
        return runs
    }
}
