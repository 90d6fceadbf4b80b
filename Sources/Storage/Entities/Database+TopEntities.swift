import NewsModel

extension Database {
    /// The entities that the selected stories mention, in an order.
    ///
    /// One pass over the entities of all articles, which lie in order of entity.
    public func topEntities(_ query: EntityQuery) throws(DatabaseError) -> [ListedEntity] {
        try connection.reading { () throws(DatabaseError) in
            let now = try articles(query.articles)
            var selectionBefore = query.articles
            selectionBefore.period = query.articles.period.before
            let before = query.comparesWithBefore ? try articles(selectionBefore) : nil
            var tallies = try tallies(query, now, before)
            if query.mergesVariants { try merge(&tallies, now, before) }
            let kept = try keptEntities(query)
            var listed: [(key: Int, tally: EntityTally)] = []
            for key in tallies.keys where tallies[key].stories + tallies[key].before > 0 && kept[key] > 0 {
                listed.append((key, tallies[key]))
            }
            return try first(listed, kept, query, now, before)
        }
    }

    /// How often each entity, by its key, is mentioned.
    private func tallies(
        _ query: EntityQuery, _ now: ArticleSet, _ before: ArticleSet?
    ) throws(DatabaseError) -> KeyTable<EntityTally> {
        var tallies = try KeyTable(of: "entity", repeating: EntityTally(), connection)
        let period = query.articles.period
        let first = before == nil ? period.first : min(period.first, period.before.first)
        let select = try connection.prepare(
            "SELECT entity, article, mentions FROM article_entity WHERE day BETWEEN ? AND ?")
        select.bind(first).bind(period.last)
        while try select.step() {
            let article = select.integer(1)
            if now.contains(article) {
                tallies[select.integer(0)].stories += 1
                tallies[select.integer(0)].mentions &+= select.integer(2)
            } else if let before, before.contains(article) {
                tallies[select.integer(0)].before += 1
            }
        }
        return tallies
    }

    /// Gives what other forms of a name have to the main one, stories with several of them counted once.
    private func merge(
        _ tallies: inout KeyTable<EntityTally>, _ now: ArticleSet, _ before: ArticleSet?
    ) throws(DatabaseError) {
        let select = try connection.prepare("SELECT main, entity FROM variant ORDER BY main, entity")
        var forms: [Int: [Int]] = [:]
        while try select.step() { forms[select.integer(0), default: []].append(select.integer(1)) }
        for (main, others) in forms {
            var articles: Set<Int> = []
            for form in [main] + others { articles.formUnion(try keysOfArticles(mentioning: form)) }
            tallies[main].mentions += others.reduce(0) { $0 &+ tallies[$1].mentions }
            tallies[main].stories = articles.count { now.contains($0) }
            if let before { tallies[main].before = articles.count { before.contains($0) } }
            for form in others { tallies[form] = EntityTally() }
        }
    }

    private func keysOfArticles(mentioning entity: Int) throws(DatabaseError) -> [Int] {
        let select = try connection.prepare("SELECT article FROM article_entity WHERE entity = ?")
        select.bind(entity)
        var keys: [Int] = []
        while try select.step() { keys.append(select.integer(0)) }
        return keys
    }

    /// For each entity key its place in the order of ids, or of names where these are asked for, from 1; 0 where it is not
    /// of a kind and role that are asked for.
    private func keptEntities(_ query: EntityQuery) throws(DatabaseError) -> KeyTable<Int> {
        let select = try connection.prepare(
            """
            SELECT key FROM entity WHERE 1 \(Self.isOneOf("kind", query.kinds.count))
              \(Self.isOneOf("role", query.roles.count)) ORDER BY \(query.order == .name ? "name, id" : "id")
            """)
        for kind in query.kinds { select.bind(kind.rawValue) }
        for role in query.roles { select.bind(role) }
        var places = try KeyTable(of: "entity", repeating: 0, connection)
        var place = 0
        while try select.step() {
            place += 1
            places[select.integer(0)] = place
        }
        return places
    }

    private func first(
        _ listed: [(key: Int, tally: EntityTally)], _ places: KeyTable<Int>, _ query: EntityQuery, _ now: ArticleSet,
        _ before: ArticleSet?
    ) throws(DatabaseError) -> [ListedEntity] {
        func growth(_ tally: EntityTally) -> Growth? {
            before.map {
                Growth(stories: tally.stories, allStories: now.count, before: tally.before, allBefore: $0.count)
            }
        }
        let ranked = listed.map { entry in
            let strength =
                switch query.order {
                case .stories: Double(entry.tally.stories)
                case .mentions: Double(entry.tally.mentions)
                case .logLikelihood: growth(entry.tally)?.logLikelihood ?? 0
                case .growth: growth(entry.tally)?.ratio ?? 0
                case .name: 0.0
                }
            let isByName = query.order == .name
            return (
                entry: entry, strength: strength,
                weight: isByName ? (0, 0) : (entry.tally.stories, entry.tally.mentions)
            )
        }.sorted { left, right in
            (right.strength, right.weight.0, right.weight.1, places[left.entry.key])
                < (left.strength, left.weight.0, left.weight.1, places[right.entry.key])
        }
        var result: [ListedEntity] = []
        for (entry, _, _) in ranked.prefix(query.limit) {
            guard var entity = try entity(entry.key) else { continue }
            entity.articles = entry.tally.stories
            entity.mentions = entry.tally.mentions
            result.append(ListedEntity(entity: entity, growth: growth(entry.tally)))
        }
        return result
    }

    /// An entity by its key, not yet counted.
    func entity(_ key: Int) throws(DatabaseError) -> EntityCount? {
        let select = try connection.prepare("SELECT key, id, kind, role, name, 0, 0 FROM entity WHERE key = ?")
        return try rows(of: select.bind(key)).first
    }

    /// All roles of entities, in byte order.
    public func roles() throws(DatabaseError) -> [String] {
        let select = try connection.prepare("SELECT DISTINCT role FROM entity WHERE role <> ''")
        var roles: [String] = []
        while try select.step() { roles.append(select.text(0)) }
        return roles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// How often an entity is mentioned.
private struct EntityTally {
    var stories = 0
    var mentions = 0
    /// Stories of the period before.
    var before = 0
}
