import NewsModel

/// Finds which articles answer a query, and in which order.
///
/// There are two ways. Where the order is that of days and something is asked for whose table is in that order, the table is
/// gone through until the page is full (`StoryWalk`). Otherwise all answers are gathered, and the first of them kept.
struct StoryFinder {
    let query: StoryQuery
    let connection: Connection
    let conditions: StoryConditions
    /// The articles that have the words asked for, in order of keys.
    private let hits: [Int]?
    /// The same, to look one up.
    private let hitSet: ArticleSet?

    /// Larger pages are gathered: to ask for the copies of each story by itself would cost more.
    private static let largestWalk = 1000

    init(_ query: StoryQuery, _ connection: Connection) throws(DatabaseError) {
        self.query = query
        self.connection = connection
        conditions = StoryConditions(query)
        hits = try query.text.map { text throws(DatabaseError) in try connection.articles(matching: text) }
        hitSet = hits.map { ArticleSet($0) }
    }

    /// An article that answers.
    struct Found {
        var place: StoryCursor
        /// Other articles of its cluster that answer too.
        var copies = 0
    }

    /// The answers of a page, and one more where there are more.
    func find() throws(DatabaseError) -> [Found] {
        if query.order != .relevant, query.limit <= Self.largestWalk, let driver = try rarestDriver() {
            return try StoryWalk(self, driver: driver).find()
        }
        return firstPage(of: try gathered())
    }

    /// Whether an article has the words that are asked for.
    func hasText(_ article: Int) -> Bool { hitSet?.contains(article) ?? true }

    /// The condition that the fewest stories meet.
    private func rarestDriver() throws(DatabaseError) -> Int? {
        let drivers = conditions.drivers
        guard drivers.count > 1 else { return drivers.first }
        var rarest: (driver: Int, count: Int)?
        for driver in drivers {
            let most = rarest?.count ?? Self.mostCounted
            let count = try conditions.count(of: driver, limit: most, connection)
            if rarest == nil || count < most { rarest = (driver, count) }
        }
        return rarest?.driver
    }

    /// Of two that are more frequent, either will do.
    private static let mostCounted = 20_000

    /// The first answers behind the place that the query names.
    private func firstPage(of found: [Found]) -> [Found] {
        let count = query.limit + 1
        var kept: [Found] = []
        var worst: StoryCursor?
        for story in found {
            if let after = query.after, !after.isBefore(story.place, in: query.order) { continue }
            if let worst, !story.place.isBefore(worst, in: query.order) { continue }
            kept.append(story)
            if kept.count >= 2 * count + 64 {
                kept = sorted(kept, first: count)
                worst = kept.last?.place
            }
        }
        return sorted(kept, first: count)
    }

    private func sorted(_ found: [Found], first count: Int) -> [Found] {
        Array(found.sorted { $0.place.isBefore($1.place, in: query.order) }.prefix(count))
    }
}

extension StoryFinder {
    /// An article that may answer.
    struct Candidate {
        var article: Int
        var day: Int
        var cluster: Int
        /// What entities, countries and topics add to its relevance.
        var score = 1.0

        /// Whether it stands before another article of its cluster (`Database.rank`).
        func isBefore(_ other: Candidate) -> Bool {
            (day == 0 ? .max : day, article == cluster ? 0 : 1, article)
                < (other.day == 0 ? .max : other.day, other.article == other.cluster ? 0 : 1, other.article)
        }
    }

    /// All answers, of copies the earliest, in no order; with their relevance where the query wants it.
    func gathered() throws(DatabaseError) -> [Found] {
        var answers = Answers(listsCopies: query.listsCopies)
        if let driver = try rarestDriver() {
            try gather(from: driver, into: &answers)
        } else {
            try gatherPages(into: &answers)
        }
        let relevances = query.order == .relevant ? try relevances(of: answers.candidates) : []
        return answers.candidates.indices.map { place in
            let candidate = answers.candidates[place]
            let cursor = StoryCursor(
                relevance: relevances.isEmpty ? nil : relevances[place], day: candidate.day, article: candidate.article)
            return Found(place: cursor, copies: answers.copies[place])
        }
    }

    /// Articles that answer, of each cluster the earliest with the number of the others.
    private struct Answers {
        let listsCopies: Bool
        private(set) var candidates: [Candidate] = []
        private(set) var copies: [Int] = []
        /// Where each cluster stands.
        private var places: [Int: Int] = [:]
        private var last: (cluster: Int, place: Int) = (.min, 0)

        init(listsCopies: Bool) { self.listsCopies = listsCopies }

        mutating func add(_ candidate: Candidate) {
            if !listsCopies {
                // Often the copies of a story come one after the other.
                if candidate.cluster != last.cluster {
                    last = (candidate.cluster, places[candidate.cluster, default: candidates.count])
                }
                if last.place < candidates.count {
                    copies[last.place] += 1
                    if candidate.isBefore(candidates[last.place]) { candidates[last.place] = candidate }
                    return
                }
                places[candidate.cluster] = last.place
            }
            candidates.append(candidate)
            copies.append(0)
        }
    }

    /// Gathers answers by going through the table of a condition.
    private func gather(from driver: Int, into answers: inout Answers) throws(DatabaseError) {
        let score = query.order == .relevant ? conditions.score(from: driver) : "1.0"
        let select = try connection.prepare(conditions.select("found.day, found.article, \(score)", from: driver))
        bindPeriodAndValues(select)
        var candidates: [Candidate] = []
        while try select.step() {
            let article = select.integer(1)
            guard candidates.last?.article != article, hasText(article) else { continue }
            candidates.append(
                Candidate(article: article, day: select.integer(0), cluster: article, score: select.double(2)))
        }
        let clusters = query.listsCopies ? [:] : try connection.clusters(of: candidates.map(\.article))
        for var candidate in candidates {
            candidate.cluster = clusters[candidate.article] ?? candidate.article
            answers.add(candidate)
        }
    }

    /// Gathers answers where nothing has a table of its own: by their words, or by what the article says of itself.
    private func gatherPages(into answers: inout Answers) throws(DatabaseError) {
        let others = conditions.sql(on: .page)
        if let hits, hits.count < Connection.fewArticles || !others.isEmpty {
            return try gather(hits, where: others, into: &answers)
        }
        let select = try connection.prepare(
            """
            SELECT page.key, page.day, page.cluster FROM article AS page INDEXED BY article_cluster
            WHERE page.cluster IS NOT NULL AND page.day BETWEEN ?1 AND ?2 \(others)
            """)
        bindPeriodAndValues(select)
        while try select.step() {
            let article = select.integer(0)
            guard hasText(article) else { continue }
            answers.add(Candidate(article: article, day: select.integer(1), cluster: select.integer(2)))
        }
    }

    private func gather(
        _ articles: [Int], where others: String, into answers: inout Answers
    ) throws(DatabaseError) {
        let select = try connection.prepare(
            """
            SELECT page.day, page.cluster FROM article AS page WHERE page.key = ?3 AND page.cluster IS NOT NULL
            AND page.day BETWEEN ?1 AND ?2 \(others)
            """)
        bindPeriodAndValues(select)
        for article in articles {
            guard try select.reset().at(3).bind(article).step() else { continue }
            answers.add(Candidate(article: article, day: select.integer(0), cluster: select.integer(1)))
        }
    }

    private func bindPeriodAndValues(_ select: Statement) {
        select.bind(query.period.first).bind(query.period.last).at(StoryConditions.firstParameter)
            .bind(conditions.values)
    }

    /// How well each answers.
    private func relevances(of candidates: [Candidate]) throws(DatabaseError) -> [Double] {
        let scores = candidates.map(\.score)
        guard let text = query.text, let hits else { return scores }
        if hits.count >= Connection.fewArticles,
            hits.count * 2 > (try connection.integer("SELECT count(cluster) FROM article"))
        {
            return scores
        }
        let weights = try connection.textRelevance(
            of: text, articles: candidates.map(\.article), among: hits.count)
        return candidates.map { $0.score * (weights[$0.article] ?? 0) }
    }
}
