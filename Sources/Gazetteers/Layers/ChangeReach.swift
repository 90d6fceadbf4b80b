import NewsModel

/// What of a text a change of gazetteers or decisions can touch: an article with none of it keeps its tags.
///
/// It may name too much, never too little. Tagging looks at a gazetteer through the names that stand in an article, and from
/// there at their entities, these entities' countries and offices, at the words of the word tables, and at the name of the
/// site.
///
///     let reach = ChangeReach(from: old, to: new)
///     reach.names  // of entities that are new, gone or no longer the same
public struct ChangeReach: Sendable {
    /// Why every article may be touched, in words for people; `nil` where only some may.
    public private(set) var reasonForAll: String?
    /// Ids of entities; articles that mention one are touched.
    public private(set) var entities: Set<String> = []
    /// Names, and words of word tables; articles that have one are touched.
    public private(set) var names: Set<String> = []
    /// Names of people that a text may spell in another way.
    public private(set) var spellings: Set<String> = []
    /// Names of newspapers and the like; articles of a site of this name are touched.
    public private(set) var sites: Set<String> = []

    /// Whether no article is touched.
    public var isEmpty: Bool { reasonForAll == nil && entities.isEmpty && names.isEmpty }

    /// Every article may be touched.
    public init(reasonForAll: String) { self.reasonForAll = reasonForAll }

    /// Compares two gazetteers.
    public init(from old: GazetteerContents, to new: GazetteerContents) {
        let changes = GazetteerDiff(old: old, new: new).changes
        let changed = Set(changes.map(\.id))
        let fields = Set(changes.filter { $0.verb != .changed || !$0.fields.isEmpty }.map(\.id))
        let officials = Self.officials(of: fields, in: old).union(Self.officials(of: fields, in: new))
        for contents in [old, new] {
            for entity in contents.entities where changed.contains(entity.id) || officials.contains(entity.id) {
                add(entity)
                if entity.kind == .country, fields.contains(entity.id) {
                    reasonForAll = "the country \(entity.name) is not what it was, and others are told by it"
                }
            }
        }
        names.formUnion(old.stops.symmetricDifference(new.stops))
        addWords(old.commonWords, new.commonWords)
        addWords(old.nameWords, new.nameWords)
        if old.commonWords.isEmpty != new.commonWords.isEmpty {
            reasonForAll = "the table of common words came or went"
        }
    }

    /// The people with an office in one of these organizations.
    private static func officials(of organizations: Set<String>, in contents: GazetteerContents) -> Set<String> {
        Set(contents.offices.values.joined().lazy.filter { organizations.contains($0.organization) }.map(\.person))
    }

    private mutating func add(_ entity: EntityRow) {
        entities.insert(entity.id)
        names.insert(entity.name)
        names.formUnion(entity.aliases.map(\.name))
        // A name in one gazetteer's "The" may stand without it.
        for name in [entity.name] + entity.aliases.map(\.name) where name.lowercased().hasPrefix("the ") {
            names.insert(String(name.dropFirst(4)))
        }
        if entity.kind == .person {
            // Who holds an office is also called by the last word.
            if let last = entity.name.split(separator: " ").last { names.insert(String(last)) }
            spellings.insert(entity.name)
            spellings.formUnion(entity.aliases.map(\.name))
        } else if entity.kind == .organization {
            sites.insert(entity.name)
            sites.formUnion(entity.aliases.map(\.name))
        }
    }

    private mutating func addWords(_ old: [WordTable.Row], _ new: [WordTable.Row]) {
        // Rows of one word overrule one another, so their order counts too.
        guard old != new else { return }
        names.formUnion(Set(old).symmetricDifference(new).map(\.word))
        let common = Set(old).intersection(new)
        if old.filter({ common.contains($0) }) != new.filter({ common.contains($0) }) {
            names.formUnion(common.map(\.word))
        }
    }

    /// Adds what a change of decisions reaches; `contents` has the names of the entities that they speak of.
    public mutating func add(from old: [Decision], to new: [Decision], _ contents: [GazetteerContents]) {
        let (before, after) = (old.map(\.substance), new.map(\.substance))
        var changed = Set(before).symmetricDifference(after)
        let kept = Set(before).intersection(after)
        // Of two decisions on one name the later holds.
        if before.filter({ kept.contains($0) }) != after.filter({ kept.contains($0) }) { changed.formUnion(kept) }
        // Decisions on entities that came or went hold from now on, or no longer.
        changed.formUnion((before + after).filter { entities.contains($0.entity) || entities.contains($0.subject) })
        var spokenOf: Set<String> = []
        for decision in changed {
            if decision.verb != .merge, decision.subject != "*" {
                names.insert(decision.subject)
                spellings.insert(decision.subject)
            } else {
                spokenOf.formUnion([decision.subject, decision.entity])
            }
        }
        entities.formUnion(spokenOf)
        for entity in contents.lazy.flatMap(\.entities) where spokenOf.contains(entity.id) { add(entity) }
    }
}

extension Decision {
    /// What it decides, without when and why.
    fileprivate var substance: Decision { Decision(verb, subject, entity, scope: scope) }
}
