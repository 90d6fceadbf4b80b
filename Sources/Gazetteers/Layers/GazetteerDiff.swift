import NewsModel

/// What changed between two gazetteers, entity by entity.
public struct GazetteerDiff: Sendable {
    /// An entity that is new, gone or no longer the same.
    public struct Change: Sendable, Equatable {
        public enum Verb: String, Sendable {
            case added
            case removed
            case changed
        }

        public var verb: Verb
        public var id: String
        /// The newer usual name.
        public var name: String
        public var kind: Kind
        /// Names that only the newer has; marks are written as in tables ("ambiguous:Reading").
        public var addedNames: [String] = []
        /// Names that only the older has.
        public var removedNames: [String] = []
        /// What else differs: "role: minister → politician".
        public var fields: [String] = []
    }

    /// In byte order of id.
    public private(set) var changes: [Change] = []

    /// Compares two gazetteers.
    public init(old: GazetteerContents, new: GazetteerContents) {
        var (left, right) = (old.entities[...], new.entities[...])
        while let first = left.first ?? right.first {
            guard let before = left.first, let after = right.first else {
                changes.append(left.isEmpty ? Self.added(first) : Self.removed(first))
                if left.isEmpty { right.removeFirst() } else { left.removeFirst() }
                continue
            }
            if before.id == after.id {
                compare(before, after, old.offices[before.id] ?? [], new.offices[after.id] ?? [])
                left.removeFirst()
                right.removeFirst()
            } else if before.id.utf8.lexicographicallyPrecedes(after.id.utf8) {
                changes.append(Self.removed(before))
                left.removeFirst()
            } else {
                changes.append(Self.added(after))
                right.removeFirst()
            }
        }
    }

    private static func added(_ entity: EntityRow) -> Change {
        Change(verb: .added, id: entity.id, name: entity.name, kind: entity.kind, addedNames: names(entity))
    }

    private static func removed(_ entity: EntityRow) -> Change {
        Change(verb: .removed, id: entity.id, name: entity.name, kind: entity.kind, removedNames: names(entity))
    }

    private mutating func compare(
        _ before: EntityRow, _ after: EntityRow, _ oldOffices: [OfficeTable.Row], _ newOffices: [OfficeTable.Row]
    ) {
        guard before != after || oldOffices != newOffices else { return }
        var change = Change(verb: .changed, id: after.id, name: after.name, kind: after.kind)
        let (oldNames, newNames) = (Self.names(before), Self.names(after))
        change.addedNames = newNames.filter { !oldNames.contains($0) }
        change.removedNames = oldNames.filter { !newNames.contains($0) }
        func note(_ field: String, _ old: String, _ new: String) {
            if old != new { change.fields.append("\(field): \(old.isEmpty ? "–" : old) → \(new.isEmpty ? "–" : new)") }
        }
        note("name", before.name, after.name)
        note("kind", before.kind.rawValue, after.kind.rawValue)
        note("role", before.role, after.role)
        note("country", before.country, after.country)
        note("from", before.from?.text ?? "", after.from?.text ?? "")
        note("until", before.until?.text ?? "", after.until?.text ?? "")
        note("weight", "\(before.weight ?? 0)", "\(after.weight ?? 0)")
        let (oldHeld, newHeld) = (Set(oldOffices), Set(newOffices))
        for office in newOffices where !oldHeld.contains(office) {
            change.fields.append("office added: \(office.text)")
        }
        for office in oldOffices where !newHeld.contains(office) {
            change.fields.append("office removed: \(office.text)")
        }
        let isSame = change.addedNames.isEmpty && change.removedNames.isEmpty && change.fields.isEmpty
        if !isSame { changes.append(change) }
    }

    private static func names(_ entity: EntityRow) -> [String] {
        var names: [String] = []
        for name in [entity.name] + entity.aliases.map(\.written) where !names.contains(name) { names.append(name) }
        return names
    }
}
