extension EntityRow {
    /// Takes over what a later table says of the same entity; its names are added.
    mutating func merge(_ later: EntityRow) {
        if later.name != name { aliases.append(Alias(name: name)) }
        name = later.name
        kind = later.kind
        if !later.role.isEmpty { role = later.role }
        if !later.country.isEmpty { country = later.country }
        from = later.from ?? from
        until = later.until ?? until
        weight = later.weight ?? weight
        aliases += later.aliases
    }

    /// Takes the names of another entity, which is this one after all; what this one says of itself stays.
    mutating func absorb(_ other: EntityRow) {
        if other.name != name { aliases.append(Alias(name: other.name)) }
        aliases += other.aliases
        if role.isEmpty { role = other.role }
        if country.isEmpty { country = other.country }
        from = from ?? other.from
        until = until ?? other.until
        if let others = other.weight { weight = max(weight ?? 0, others) }
    }

    /// Takes another usual name; the old one stays an alias. Returns why it cannot, if it cannot.
    mutating func rename(_ newName: String) -> String? {
        guard newName != name else { return "\(id) is called \"\(name)\" already" }
        aliases.removeAll { $0.name == newName && !$0.isAmbiguous }
        aliases.append(Alias(name: name))
        name = newName
        return nil
    }

    /// Gives up the last names where there are more than an entity can have; whether there were.
    mutating func dropExcessNames() -> Bool {
        guard aliases.count > Self.mostAliases else { return false }
        aliases.removeLast(aliases.count - Self.mostAliases)
        return true
    }

    /// Takes a name away and returns why it cannot, if it cannot.
    mutating func remove(name unwanted: String) -> String? {
        let count = aliases.count
        aliases.removeAll { $0.name == unwanted }
        if unwanted == name {
            // The next name that can stand alone takes its place.
            guard let next = aliases.firstIndex(where: { $0.form == .alias && !$0.isAmbiguous }) else {
                return "\"\(unwanted)\" is the only name of \(id): remove the entity, or rename it"
            }
            name = aliases.remove(at: next).name
        } else if aliases.count == count {
            return "\(id) has no name \"\(unwanted)\""
        }
        return nil
    }
}
