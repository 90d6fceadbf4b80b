/// Goes through the table of a condition in order of days until a page is full.
final class StoryWalk {
    private let finder: StoryFinder
    private let query: StoryQuery
    private let select, cluster, members, probe: Statement
    /// The articles of clusters that were met, by the earliest that answers; the same for each of them.
    private var earliest: [Int: Int] = [:]

    init(_ finder: StoryFinder, driver: Int) throws(DatabaseError) {
        self.finder = finder
        query = finder.query
        let (conditions, connection) = (finder.conditions, finder.connection)
        select = try connection.prepare(
            conditions.select("found.day, found.article", from: driver, isDescending: query.order == .newest))
        cluster = try connection.prepare("SELECT cluster FROM article WHERE key = ?")
        members = try connection.prepare(
            "SELECT day, key FROM article INDEXED BY article_cluster WHERE cluster = ? AND day BETWEEN ? AND ?")
        probe = try connection.prepare(conditions.probe)
        select.at(StoryConditions.firstParameter).bind(conditions.values)
        probe.at(StoryConditions.firstParameter).bind(conditions.values)
    }

    /// The answers of a page, and one more where there are more.
    func find() throws(DatabaseError) -> [StoryFinder.Found] {
        var found: [StoryFinder.Found] = []
        var last = -1
        for period in periods {
            select.reset().bind(period.first).bind(period.last)
            while found.count <= query.limit, try select.step() {
                let place = StoryCursor(day: select.integer(0), article: select.integer(1))
                if let after = query.after, !after.isBefore(place, in: query.order) { continue }
                // A story that mentions several forms of a name comes once for each.
                guard place.article != last, finder.hasText(place.article) else { continue }
                last = place.article
                if query.listsCopies {
                    found.append(StoryFinder.Found(place: place))
                } else if try earliestCopy(of: place.article) == place.article {
                    found.append(StoryFinder.Found(place: place, copies: try copies(of: place.article)))
                }
            }
        }
        return found
    }

    /// The days to go through one after the other: those without a date come last.
    private var periods: [Period] {
        let (period, after) = (query.period, query.after)
        guard query.order == .oldest else {
            return [Period(first: period.first, last: min(period.last, after?.day ?? period.last))]
        }
        let undated = period.first == 0 ? [Period(first: 0, last: 0)] : []
        if after?.day == 0 { return undated }
        return [Period(first: max(1, period.first, after?.day ?? 1), last: period.last)] + undated
    }

    /// The earliest article of a cluster that answers.
    private func earliestCopy(of article: Int) throws(DatabaseError) -> Int {
        if let known = earliest[article] { return known }
        let members = try members(ofClusterOf: article)
        for member in members where try answers(member) {
            for other in members { earliest[other.article] = member.article }
            return member.article
        }
        return article
    }

    /// How many others of a cluster answer.
    private func copies(of article: Int) throws(DatabaseError) -> Int {
        var copies = 0
        for member in try members(ofClusterOf: article) where member.article != article {
            if try answers(member) { copies += 1 }
        }
        return copies
    }

    /// The articles of a cluster in the period, in their order.
    private func members(ofClusterOf article: Int) throws(DatabaseError) -> [StoryFinder.Candidate] {
        guard try cluster.reset().bind(article).step() else { return [] }
        let key = cluster.integer(0)
        members.reset().bind(key).bind(query.period.first).bind(query.period.last)
        var result: [StoryFinder.Candidate] = []
        while try members.step() {
            result.append(
                StoryFinder.Candidate(article: members.integer(1), day: members.integer(0), cluster: key))
        }
        return result.count > 1 ? result.sorted { $0.isBefore($1) } : result
    }

    private func answers(_ candidate: StoryFinder.Candidate) throws(DatabaseError) -> Bool {
        guard finder.hasText(candidate.article) else { return false }
        return try probe.reset().at(3).bind(candidate.day).bind(candidate.article).step()
    }
}
