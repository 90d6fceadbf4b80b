import NewsModel

/// A story as the search for copies needs it.
public struct StoryText: Sendable, Equatable {
    /// The key of the article.
    public var key: Int
    public var title: String
    public var text: String
    public var url: String?
    public var canonicalURL: String?
}

extension DatabaseWriter {
    /// Whether clusters must be found: articles have come or gone since they were, in this run or in one that did not
    /// finish.
    public func needsClusters() throws(DatabaseError) -> Bool {
        if hasChanged { return true }
        return try connection.integer(
            "SELECT clusters IS NULL FROM run WHERE key < \(run) ORDER BY key DESC LIMIT 1") != 0
    }

    /// The keys of the stories that have no sketch: those that an earlier version of the program wrote, and those
    /// without a word. Found by indexes alone.
    public func storiesWithoutSketch() throws(DatabaseError) -> [Int] {
        let select = try connection.prepare(
            """
            SELECT key FROM article INDEXED BY article_cluster
            WHERE cluster IS NOT NULL AND key NOT IN (SELECT article FROM sketch) ORDER BY key
            """)
        var keys: [Int] = []
        while try select.step() { keys.append(select.integer(0)) }
        return keys
    }

    /// Adds the sketch of a story that has none. Call inside `write`.
    public func add(_ sketch: CopySketch, of article: Int) throws(DatabaseError) {
        gathered += 1
        let insert = try connection.prepare(
            "INSERT INTO sketch SELECT key, source, record, day, ?, ?, ? FROM article WHERE key = ?")
        try insert.bind(sketch).bind(article).run()
    }

    /// Goes through the sketches of all stories in an order that depends on their sources alone: by day, the undated
    /// last, then by path and record.
    public func forEachSketch(_ body: (_ article: Int, CopySketch) throws -> Void) throws {
        let select = try connection.prepare(
            """
            SELECT article, address, shingles, bins FROM sketch JOIN source ON source.key = sketch.source
            ORDER BY day = 0, day, path, record
            """)
        while try select.step() {
            try body(
                select.integer(0),
                CopySketch(
                    bins: CopySketch.bins(select.bytes(3)), shingles: select.integer(2),
                    address: select.optionalInteger(1).map { UInt64(bitPattern: Int64($0)) }))
        }
    }

    /// The story with this key.
    public func story(_ key: Int) throws(DatabaseError) -> StoryText? {
        let select = try connection.prepare("SELECT key, title, text, url, canonical_url FROM article WHERE key = ?")
        return try select.bind(key).step() ? Self.story(select) : nil
    }

    /// Writes all clusters anew.
    ///
    /// - Parameter copies: for each copy the first article of its cluster; stories without an entry are first themselves.
    public func replaceClusters(copies: [Int: Int]) throws(DatabaseError) {
        try commit()
        try connection.transaction { () throws(DatabaseError) in
            let select = try connection.prepare("SELECT key, cluster FROM article WHERE cluster IS NOT NULL")
            var changes: [(article: Int, cluster: Int)] = []
            while try select.step() {
                let cluster = copies[select.integer(0)] ?? select.integer(0)
                if select.integer(1) != cluster { changes.append((select.integer(0), cluster)) }
            }
            let update = try connection.prepare("UPDATE article SET cluster = ? WHERE key = ?")
            for change in changes { try update.bind(change.cluster).bind(change.article).run() }
        }
    }

    private static func story(_ row: Statement) -> StoryText {
        StoryText(
            key: row.integer(0), title: row.text(1), text: row.text(2), url: row.optionalText(3),
            canonicalURL: row.optionalText(4))
    }
}

extension Statement {
    /// Binds address, shingles and bins.
    @discardableResult
    func bind(_ sketch: CopySketch) -> Statement {
        bind(sketch.address.map { Int(bitPattern: UInt($0)) }).bind(sketch.shingles).bind(sketch.bytes)
    }
}

extension CopySketch {
    /// The bins as they are stored: two bytes each, the lower one first.
    fileprivate var bytes: [UInt8] {
        bins.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    fileprivate static func bins(_ bytes: [UInt8]) -> [UInt16] {
        (0..<binCount).map { bin in
            2 * bin + 1 < bytes.count ? UInt16(bytes[2 * bin]) | UInt16(bytes[2 * bin + 1]) << 8 : 0
        }
    }
}
