extension Database {
    /// Counts which entities are mentioned together, in memory, from one pass over the tags.
    ///
    /// - Throws: `DatabaseError`; `TokenizationError` where texts must be divided and ICU has no data.
    public func cooccurrence(_ query: CooccurrenceQuery) throws -> Cooccurrence {
        let places = query.unit == .window || query.unit == .paragraph ? try MentionPlaces() : nil
        return try connection.reading { () throws(DatabaseError) in
            let articles = try countedArticles(query)
            let entities = try CountedEntities(query, connection)
            let count = entities.nodes.count
            let found: [CountedSlice]
            if query.unit == .window, let places {
                let mentions = try windowMentions(query, articles, entities, places)
                found = slices(articles, mentions.articles, query, entities) {
                    WindowMatrix(mentions, in: $0, entityCount: count, width: query.window)
                }
            } else {
                let units =
                    query.unit == .article
                    ? try articleUnits(query, articles, entities) : try partUnits(query, articles, entities, places)
                found = slices(articles, units.articles, query, entities) {
                    UnitMatrix(units, in: $0, entityCount: count)
                }
            }
            return try named(found, entities, articles)
        }
    }

    /// Counts each stretch of time by itself.
    ///
    /// - Parameter unitArticles: for each unit the place of its article; they ascend.
    private func slices(
        _ articles: CountedArticles, _ unitArticles: [UInt32], _ query: CooccurrenceQuery, _ entities: CountedEntities,
        _ matrix: (Range<Int>) -> some CooccurrenceMatrix
    ) -> [CountedSlice] {
        var first = 0
        return articles.slices.map { slice in
            var end = first
            while end < unitArticles.count, Int(unitArticles[end]) < slice.range.upperBound { end += 1 }
            defer { first = end }
            return CountedSlice(
                matrix(first..<end), units: end - first, time: slice.time, query: query, entities: entities)
        }
    }

    /// Leaves out the entities without edges, and says who the others are.
    private func named(
        _ slices: [CountedSlice], _ entities: CountedEntities, _ articles: CountedArticles
    ) throws(DatabaseError) -> Cooccurrence {
        var nodes = Renumbering(count: entities.nodes.count)
        var evidence = Renumbering(count: articles.keys.count)
        for slice in slices {
            for edge in slice.list.edges {
                nodes.use(edge.source)
                nodes.use(edge.target)
            }
            for article in slice.list.evidence where article != Cooccurrence.Slice.noArticle { evidence.use(article) }
        }
        nodes.finish()
        evidence.finish()
        let select = try connection.prepare("SELECT id FROM article WHERE key = ?")
        var ids: [String] = []
        for place in evidence.used {
            ids.append(try select.reset().bind(articles.keys[place]).step() ? select.text(0) : "")
        }
        return Cooccurrence(
            nodes: nodes.used.map { entities.nodes[$0] },
            slices: slices.map { $0.renumbered(nodes: nodes, articles: evidence) }, articles: ids)
    }
}

/// A slice whose entities are numbered as they are counted.
private struct CountedSlice {
    var list: EdgeList
    var order: [UInt32]
    var counts: Cooccurrence.NodeCounts
    var time: Cooccurrence.Time?
    var units: Int

    /// Counts a matrix and takes what a query asks for.
    init(
        _ matrix: some CooccurrenceMatrix, units: Int, time: Cooccurrence.Time?, query: CooccurrenceQuery,
        entities: CountedEntities
    ) {
        let count = entities.nodes.count
        var counter = EdgeCounter(query, units: units, entityCount: count)
        var list = counter.edges(of: matrix)
        if !query.egos.isEmpty {
            list = list.near(
                query.egos.compactMap { entities.number(ofKey: $0) }, depth: query.depth, entityCount: count)
        }
        func ordered() -> [UInt32] {
            list.order(by: query.order) {
                Association(
                    together: Int($0.weight), first: matrix.count(of: Int($0.source)),
                    second: matrix.count(of: Int($0.target)), total: units)
            }
        }
        var order = ordered()
        if let limit = query.limit, limit < order.count {
            list = list.only(order.prefix(limit).map { Int($0) }.sorted())
            order = ordered()
        }
        self.list = list
        self.order = order
        self.time = time
        self.units = units
        let mentioned = (0..<count).filter { matrix.count(of: $0) > 0 }
        counts = Cooccurrence.NodeCounts(
            nodes: mentioned.map { UInt32($0) }, counts: mentioned.map { UInt32(matrix.count(of: $0)) })
    }

    /// The slice with other numbers.
    func renumbered(nodes: Renumbering, articles: Renumbering) -> Cooccurrence.Slice {
        let mentioned = zip(counts.nodes, counts.counts).compactMap { node, count in
            nodes.number(of: node).map { (node: $0, count: count) }
        }
        return Cooccurrence.Slice(
            time: time, units: units,
            counts: Cooccurrence.NodeCounts(nodes: mentioned.map(\.node), counts: mentioned.map(\.count)),
            edges: list.edges.map { edge in
                Edge(
                    source: nodes.number(of: edge.source) ?? 0, target: nodes.number(of: edge.target) ?? 0,
                    weight: edge.weight)
            }, order: order, evidence: list.evidence.map { articles.number(of: $0) ?? Cooccurrence.Slice.noArticle },
            evidencePerEdge: list.evidencePerEdge)
    }
}

/// Numbers anew what is used of something, in the same order.
private struct Renumbering {
    /// The old numbers of what is used.
    private(set) var used: [Int] = []
    private var numbers: [UInt32]

    private static let unused = UInt32.max

    init(count: Int) { numbers = Array(repeating: Self.unused, count: count) }

    mutating func use(_ number: UInt32) { numbers[Int(number)] = 0 }

    /// Gives out the new numbers.
    mutating func finish() {
        used = numbers.indices.filter { numbers[$0] != Self.unused }
        for (number, old) in used.enumerated() { numbers[old] = UInt32(number) }
    }

    /// The new number of something; `nil` where it is not used.
    func number(of old: UInt32) -> UInt32? {
        guard Int(old) < numbers.count, numbers[Int(old)] != Self.unused else { return nil }
        return numbers[Int(old)]
    }
}
