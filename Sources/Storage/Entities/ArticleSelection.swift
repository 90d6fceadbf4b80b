import NewsModel

/// Which stories are looked at.
public struct ArticleSelection: Sendable, Equatable {
    public var period = Period.always
    /// Whether the copies of a story count too; else the earliest of those selected stands for them all.
    public var counting = CountedUnit.article
    /// Keys of topics that the stories must all be about.
    public var topics: [Int] = []
    /// The score from which on a story is about a topic.
    public var leastTopicScore = StoryQuery.leastTopicScore
    /// Keys of countries that the stories must all be about.
    public var countries: [Int] = []
    /// Keys of entities that the stories must all mention.
    public var entities: [Int] = []
    /// Names of the sites that the stories must be of; empty for all.
    public var sites: [String] = []

    /// Selects all stories.
    public init() {}
}

extension Database {
    /// The names of sites that have this name, in whatever letter case, or a part of it when none has.
    public func sites(named name: String) throws(DatabaseError) -> [String] {
        let names = try siteNames()
        let wanted = name.lowercased()
        let equal = names.filter { $0.lowercased() == wanted }
        return equal.isEmpty && !wanted.isEmpty ? names.filter { $0.lowercased().contains(wanted) } : equal
    }

    /// The names of the sites that have stories, in byte order.
    public func siteNames() throws(DatabaseError) -> [String] {
        let select = try connection.prepare(
            "SELECT DISTINCT site FROM article WHERE site IS NOT NULL AND cluster IS NOT NULL")
        var names: [String] = []
        while try select.step() { names.append(select.text(0)) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The stories that are selected.
    ///
    /// Without sites one pass over an index that has no texts.
    func articles(_ selection: ArticleSelection) throws(DatabaseError) -> ArticleSet {
        let select = try connection.prepare(
            """
            SELECT article.key, article.cluster FROM article
            WHERE cluster IS NOT NULL AND day BETWEEN ? AND ?
              \(Self.isAboutAll("article.key", selection.topics, leastScore: selection.leastTopicScore))
              \(Self.isAboutAllCountries("article.key", selection.countries))
              \(Self.mentionsAll("article.key", selection.entities))
              \(Self.isOneOf("site", selection.sites.count))
            \(selection.counting == .cluster ? "ORDER BY \(Self.rank("article"))" : "")
            """)
        select.bind(selection.period.first).bind(selection.period.last)
        for site in selection.sites { select.bind(site) }
        var articles = ArticleSet()
        var clusters: Set<Int> = []
        while try select.step() {
            let isFirst = selection.counting == .article || clusters.insert(select.integer(1)).inserted
            if isFirst { articles.insert(select.integer(0)) }
        }
        return articles
    }

    private static func isAboutAllCountries(_ key: String, _ countries: [Int]) -> String {
        countries.map { country in
            " AND \(key) IN (SELECT article FROM article_country WHERE country = \(country) AND score >= \(FocusCountry.leastScore))"
        }.joined()
    }

    private static func mentionsAll(_ key: String, _ entities: [Int]) -> String {
        entities.map { " AND \(key) IN (SELECT article FROM article_entity WHERE entity = \($0))" }.joined()
    }

    /// A condition that a column has one of so many values, which are to be bound; none where there are none.
    static func isOneOf(_ column: String, _ count: Int) -> String {
        count == 0 ? "" : " AND \(column) IN (\(Array(repeating: "?", count: count).joined(separator: ", ")))"
    }
}
