import NewsModel

extension Database {
    /// The entities that are more often in some stories than elsewhere, the surest first.
    ///
    /// - Parameters:
    ///   - forms: keys of the entities that are left out.
    ///   - fewStories: up to so many stories are looked up one by one.
    func neighbours(
        of own: ArticleSubset, forms: [Int], limit: Int, fewStories: Int = Database.fewStories
    ) throws(DatabaseError) -> [EntityProfile.Neighbour] {
        guard !own.keys.isEmpty else { return [] }
        let together =
            own.keys.count <= fewStories ? try partnersByStory(of: own) : try partnersByEntity(of: own)
        let sorted = together.filter { !forms.contains($0.entity) }
            .sorted { ($1.together, $0.entity) < ($0.together, $1.entity) }
        var strongest = StrongestAssociations(order: .logLikelihood, limit: limit)
        var least = 0.0
        for (place, partner) in sorted.enumerated() {
            // As sure as so many stories can make it: all that mention the partner are among these.
            let bound = association(own, together: partner.together, of: partner.together).logLikelihood
            if bound < least { break }
            let stories = try stories(of: partner, among: own.whole)
            let association = association(own, together: partner.together, of: stories)
            guard Double(association.together) > association.expected else { continue }
            strongest.add(association, of: partner.entity, rank: partner.entity)
            if place % limit == limit - 1 { least = strongest.leastKept }
        }
        var neighbours: [EntityProfile.Neighbour] = []
        for entry in strongest.sorted {
            guard let entity = try entity(entry.entity) else { continue }
            neighbours.append(
                .init(id: entity.id, name: entity.name, kind: entity.kind, association: entry.association))
        }
        return neighbours
    }

    /// Up to so many stories it costs less to look each of them up than to go through all.
    static let fewStories = 4000

    private func association(_ own: ArticleSubset, together: Int, of stories: Int) -> Association {
        Association(together: together, first: own.keys.count, second: stories, total: own.whole.count)
    }

    /// The entities that each of the stories mentions.
    private func partnersByStory(of own: ArticleSubset) throws(DatabaseError) -> [Partner] {
        var together = try KeyTable(of: "entity", repeating: 0, connection)
        var lastStory = try KeyTable(of: "entity", repeating: -1, connection)
        let select = try connection.prepare("SELECT entity FROM mention WHERE article = ?")
        for key in own.keys {
            select.reset().bind(key)
            while try select.step() {
                let entity = select.integer(0)
                guard lastStory[entity] != key else { continue }
                lastStory[entity] = key
                together[entity] += 1
            }
        }
        return together.keys.filter { together[$0] > 0 }.map {
            Partner(entity: $0, together: together[$0], stories: nil)
        }
    }

    /// The stories of every entity, in one pass.
    private func partnersByEntity(of own: ArticleSubset) throws(DatabaseError) -> [Partner] {
        var together = try KeyTable(of: "entity", repeating: 0, connection)
        var stories = try KeyTable(of: "entity", repeating: 0, connection)
        let select = try connection.prepare("SELECT entity, article FROM article_entity")
        while try select.step() {
            let (entity, article) = (select.integer(0), select.integer(1))
            if own.whole.contains(article) { stories[entity] += 1 }
            if own.contains(article) { together[entity] += 1 }
        }
        return together.keys.filter { together[$0] > 0 }.map {
            Partner(entity: $0, together: together[$0], stories: stories[$0])
        }
    }

    private func stories(of partner: Partner, among selected: ArticleSet) throws(DatabaseError) -> Int {
        if let stories = partner.stories { return stories }
        let select = try connection.prepare("SELECT article FROM article_entity WHERE entity = ?")
        select.bind(partner.entity)
        var count = 0
        while try select.step() { if selected.contains(select.integer(0)) { count += 1 } }
        return count
    }
}

/// An entity that stories mention too.
private struct Partner {
    var entity: Int
    /// How many of the stories mention it.
    var together: Int
    /// How many of all selected stories mention it, where that is known.
    var stories: Int?
}
