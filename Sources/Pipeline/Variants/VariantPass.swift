import Storage
import Tokenization

/// Finds which names that no gazetteer has are forms of one: a pass over the entities of the database, on one thread.
///
///     Jane Doe, Dr Jane A. Doe, J. Doe        one person, where the stories share telling entities
///     Zonga Wells, The Zonga Wells Ltd        one organization
///     ZWA, Zonga Wells Authority              one organization, where some story has both
///
/// What it finds depends on the articles alone, not on the order in which they came. Memory: 24 bytes for each name, and
/// the stories of one group of names at a time.
struct VariantPass {
    private let writer: DatabaseWriter
    /// An entity that more stories mention than this tells nothing: at least so many, or so large a part of all.
    private static let fewStories = 20
    private static let smallPart = 0.01
    /// So many names of a group are compared, the first by id; a dump made of forms of one name must not cost more.
    private static let mostMembers = 200

    init(writer: DatabaseWriter) { self.writer = writer }

    /// Finds the forms and writes them.
    func run() throws {
        let stories = try writer.storyCount()
        let common = try writer.entities(inMoreStoriesThan: max(Self.fewStories, Int(Double(stories) * Self.smallPart)))
        var mains: [Int: Int] = [:]
        for group in try groups() {
            let members = try group.prefix(Self.mostMembers).compactMap { try member($0, without: common) }
            mains.merge(VariantGroup(members).mains) { first, _ in first }
        }
        try addAcronyms(to: &mains)
        // What an acronym was the main form of goes where the acronym goes.
        try writer.replaceVariants(mains.mapValues { mains[$0] ?? $0 })
    }

    /// The entities whose names may be forms of one, in order of ids; lone ones left out.
    private func groups() throws -> [[Int]] {
        var hashes: [(group: UInt64, entity: Int)] = []
        try writer.forEachUnknownEntity { entity in
            guard let name = Self.name(of: entity) else { return }
            hashes.append((TokenKey.hash(of: name.group), entity.key))
        }
        let byGroup = hashes.enumerated().sorted { ($0.element.group, $0.offset) < ($1.element.group, $1.offset) }
        var groups: [[Int]] = []
        var last: UInt64?
        for (_, (group, entity)) in byGroup {
            if group == last { groups[groups.count - 1].append(entity) } else { groups.append([entity]) }
            last = group
        }
        return groups.filter { $0.count > 1 }
    }

    private func member(_ key: Int, without common: Set<Int>) throws -> VariantGroup.Member? {
        guard let entity = try writer.unknownEntity(key), let name = Self.name(of: entity) else { return nil }
        let companions = try writer.companions(of: key).subtracting(common).subtracting([key])
        return VariantGroup.Member(
            entity: key, id: entity.id, name: name, articles: entity.articles, companions: companions)
    }

    /// A lone word in capitals is the acronym of the one organization that some story calls by name and acronym.
    private func addAcronyms(to mains: inout [Int: Int]) throws {
        var acronyms: [(letters: String, entity: Int)] = []
        var full: [String: [Int]] = [:]
        try writer.forEachUnknownEntity { entity in
            guard entity.kind == "organization", let letters = Self.acronym(entity.name) else { return }
            acronyms.append((letters, entity.key))
            full[letters] = []
        }
        guard !acronyms.isEmpty else { return }
        try writer.forEachUnknownEntity { entity in
            guard let initials = Self.name(of: entity)?.initials, full[initials] != nil else { return }
            full[initials, default: []].append(entity.key)
        }
        for (letters, acronym) in acronyms {
            let candidates = (full[letters] ?? []).prefix(Self.mostMembers)
            let introduced = try candidates.filter {
                try writer.acronyms(of: $0).contains { Self.acronym($0) == letters }
            }
            let found = Set(introduced.map { mains[$0] ?? $0 })
            if found.count == 1, let organization = found.first { mains[acronym] = organization }
        }
    }

    /// The letters of a lone word in capitals, in lower case; `nil` for any other name.
    private static func acronym(_ name: String) -> String? {
        let letters = name.filter { $0 != "." }
        return (2...6).contains(letters.count) && letters.allSatisfy(\.isUppercase) ? letters.lowercased() : nil
    }

    private static func name(of entity: UnknownEntity) -> UnknownName? {
        switch entity.kind {
        case "person": UnknownName(person: entity.name)
        case "organization": UnknownName(organization: entity.name)
        default: nil
        }
    }
}
