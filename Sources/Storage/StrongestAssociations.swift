/// The order of the entities that belong to something.
public enum AssociationOrder: String, CaseIterable, Sendable {
    /// Those that belong to it most surely first; last those that are surely rarer with it than without.
    case logLikelihood = "log-likelihood"
    /// Those that most articles have with it first.
    case stories
}

/// The first so many associations in an order, whatever number is added, in memory for twice as many.
struct StrongestAssociations {
    let order: AssociationOrder
    let limit: Int
    private var entries: [Entry] = []

    /// An entity with how it belongs to what is asked about.
    struct Entry {
        var entity: Int
        /// Decides between entities that belong to it alike: the lower first.
        var rank: Int
        var association: Association
        /// What the order goes by, the greater first.
        fileprivate var strength: Double
    }

    init(order: AssociationOrder, limit: Int) {
        self.order = order
        self.limit = limit
    }

    mutating func add(_ association: Association, of entity: Int, rank: Int) {
        entries.append(
            Entry(entity: entity, rank: rank, association: association, strength: strength(association)))
        // Seldom enough that sorting costs less than a logarithm an entry.
        if entries.count / 2 > max(limit, 1024) { entries = sorted }
    }

    /// The strongest first.
    var sorted: [Entry] {
        let sorted = entries.sorted {
            ($1.strength, $1.association.together, $0.rank) < ($0.strength, $0.association.together, $1.rank)
        }
        return Array(sorted.prefix(limit))
    }

    /// The strength that an association needs to be among the first, as far as they are known; 0 while there is room.
    var leastKept: Double { entries.count < limit ? 0 : sorted.last?.strength ?? 0 }

    private func strength(_ association: Association) -> Double {
        switch order {
        case .stories: Double(association.together)
        case .logLikelihood: association.signedLogLikelihood
        }
    }
}
