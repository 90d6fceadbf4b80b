import NewsModel

/// How much a database holds.
public struct DatabaseCounts: Sendable, Equatable {
    /// Stories; pages of other kinds are not among them.
    public var articles: Int
    /// Stories of which copies are counted once.
    public var clusters: Int
    /// Pages that are no stories.
    public var otherPages: [PageKind: Int]
    public var mentions: Int
    public var entities: Int
    public var sources: Int
    /// Sources whose last record is in.
    public var finishedSources: Int
    public var rejects: Int
    public var firstDay: Int?
    public var lastDay: Int?
    public var bytes: Int
}

/// A record that could not be read.
public struct StoredReject: Sendable, Equatable {
    public var source: String
    public var record: Int
    public var place: String
    /// Bytes of the innermost file before it, where that is known.
    public var offset: Int?
    public var reason: String
}

extension Database {
    /// Counts of everything.
    public func counts() throws(DatabaseError) -> DatabaseCounts {
        DatabaseCounts(
            articles: try connection.integer("SELECT count(cluster) FROM article"),
            clusters: try connection.integer("SELECT count(DISTINCT cluster) FROM article"),
            otherPages: try otherPages(),
            mentions: try connection.integer("SELECT count(*) FROM mention"),
            entities: try connection.integer("SELECT count(*) FROM entity WHERE \(Self.isMentioned)"),
            sources: try connection.integer("SELECT count(*) FROM source"),
            finishedSources: try connection.integer("SELECT count(*) FROM source WHERE is_done"),
            rejects: try connection.integer("SELECT count(*) FROM reject"),
            firstDay: try day("SELECT min(day) FROM article WHERE day > 0 AND cluster IS NOT NULL"),
            lastDay: try day("SELECT max(day) FROM article WHERE day > 0 AND cluster IS NOT NULL"),
            bytes: try connection.integer("PRAGMA page_count") * connection.integer("PRAGMA page_size"))
    }

    private func otherPages() throws(DatabaseError) -> [PageKind: Int] {
        let select = try connection.prepare(
            "SELECT page_kind, count(*) FROM article WHERE cluster IS NULL GROUP BY page_kind")
        var counts: [PageKind: Int] = [:]
        while try select.step() {
            if let kind = PageKind(rawValue: select.text(0)) { counts[kind] = select.integer(1) }
        }
        return counts
    }

    private func day(_ sql: String) throws(DatabaseError) -> Int? {
        let day = try connection.integer(sql)
        return day == 0 ? nil : day
    }

    /// The records that could not be read, in order of source and record.
    public func rejects(limit: Int) throws(DatabaseError) -> [StoredReject] {
        let select = try connection.prepare(
            "SELECT source, record, place, offset, reason FROM reject ORDER BY source, record LIMIT ?")
        select.bind(limit)
        var result: [StoredReject] = []
        while try select.step() {
            result.append(
                StoredReject(
                    source: select.text(0), record: select.integer(1), place: select.text(2),
                    offset: select.optionalInteger(3), reason: select.text(4)))
        }
        return result
    }
}
