import NewsModel

/// Which entities are listed, and in what order.
public struct EntityQuery: Sendable, Equatable {
    /// The order of the list; entities that are alike in it are in the order of stories, mentions and ids.
    public enum Order: String, CaseIterable, Sendable {
        /// Those that most stories mention first.
        case stories
        /// Those with most mentions first.
        case mentions
        /// Those that most surely grew first, those that most surely fell last.
        case logLikelihood = "log-likelihood"
        /// Those that grew to the greatest multiple first.
        case growth
        /// In byte order of names.
        case name
    }

    /// The stories that are counted.
    public var articles = ArticleSelection()
    /// The only kinds that are listed; empty for all.
    public var kinds: [Kind] = []
    /// The only roles that are listed; empty for all.
    public var roles: [String] = []
    /// Whether the forms of a name that no gazetteer has count as one entity.
    public var mergesVariants = false
    /// Whether each entity is compared with the period before, which is as long.
    public var comparesWithBefore = false
    public var order = Order.stories
    public var limit = 20

    /// Asks for the entities that most stories mention.
    public init() {}
}

/// How many stories mentioned an entity in a period and in the one before.
public struct Growth: Sendable, Equatable {
    /// Stories of the period that mention it.
    public var stories: Int
    /// All stories of the period.
    public var allStories: Int
    /// Stories of the period before that mention it.
    public var before: Int
    /// All stories of the period before.
    public var allBefore: Int

    /// How many times as large its share of the stories is as it was: half a story is added to each count, so that the
    /// ratio is finite and near 1 where there are few.
    public var ratio: Double {
        let now = (Double(stories) + 0.5) / (Double(allStories) + 1)
        return now / ((Double(before) + 0.5) / (Double(allBefore) + 1))
    }

    /// The log-likelihood ratio (T. Dunning 1993) of the two shares being one: how sure it is that it changed; negative
    /// where it fell.
    public var logLikelihood: Double {
        let association = Association(
            together: stories, first: allStories, second: stories + before, total: allStories + allBefore)
        let fell = Double(stories) * Double(allBefore) < Double(before) * Double(allStories)
        return fell ? -association.logLikelihood : association.logLikelihood
    }
}

/// An entity of a list.
public struct ListedEntity: Sendable, Equatable {
    /// The entity with its stories and mentions in the period; all forms of its name where they are merged.
    public var entity: EntityCount
    /// Compared with the period before, if that was asked for.
    public var growth: Growth?
}
