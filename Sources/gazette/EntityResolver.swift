import Focus
import Gazetteers
import NewsModel
import Storage
import Tokenization

/// Finds the entity in a database that a user means by a name, an alias or an id.
struct EntityResolver {
    let database: Database
    let arguments: Arguments

    /// The key of the entity meant. One that is named by its id needs no more looking.
    /// - Throws: `Failure` with suggestions when there is none.
    func key(_ name: String, kind: Kind?) throws -> Int {
        if let key = try database.entity(id: name, kind: kind) { return key }
        return try resolve(name, kind: kind).key
    }

    /// The entity meant; of several the most mentioned, and the user is told of the others.
    /// - Throws: `Failure` with suggestions when there is none.
    func resolve(_ name: String, kind: Kind?) throws -> EntityCount {
        var found = try database.entities(named: name, kind: kind)
        for entity in try database.entities(ids: idsFromGazetteer(name), kind: kind)
        where !found.contains(where: { $0.key == entity.key }) {
            found.append(entity)
        }
        found.sort { ($0.articles, $1.id) > ($1.articles, $0.id) }
        guard let best = found.first else {
            throw Failure("no story mentions \"\(name)\"" + (try suggestion(for: name, kind)))
        }
        if found.count > 1, !arguments.has("quiet") {
            Terminal.note("\"\(name)\" is several; taken: \(described(best)). Others by id:")
            for other in found.dropFirst().prefix(5) { Terminal.note("  \(described(other))") }
        }
        return best
    }

    /// The most mentioned of the names that are near: "; did you mean Russia?".
    private func suggestion(for name: String, _ kind: Kind?) throws -> String {
        if let kind, let other = try database.entities(named: name, kind: nil).first {
            return " as a \(kind.rawValue); as a \(other.kind) there is \(other.id) \(other.name)"
        }
        let names = NameSuggestions(for: name, among: try database.entityNames()).best
        let entities = try names.flatMap { try database.entities(named: $0, kind: kind) }
        var shown: [String] = []
        for entity in entities.sorted(by: { $0.articles > $1.articles })
        where shown.count < 3 && !shown.contains(entity.name) {
            shown.append(entity.name)
        }
        guard let last = shown.popLast() else { return "" }
        return "; did you mean \(shown.isEmpty ? last : shown.joined(separator: ", ") + " or " + last)?"
    }

    /// The key of the country meant by a name, an alias or an id: what some story is about.
    /// - Throws: `Failure` with a suggestion when no story is about it.
    func country(_ name: String) throws -> Int {
        var found = try database.countries(named: name)
        for id in countryIDsFromGazetteer(name) where found.isEmpty { found = try database.countries(named: id) }
        if let best = found.first { return best.key }
        let suggestion = NameSuggestions(for: name, among: try database.countryNames()).best.first
        throw Failure("no story is about a country \"\(name)\"" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
    }

    /// Ids of the countries that a name, an alias or the people mean; of a part of a country the whole.
    private func countryIDsFromGazetteer(_ name: String) -> [String] {
        guard let index = gazetteer(), let tokenizer = try? Tokenizer() else { return [] }
        let countries = Countries(index: index, formerStates: FormerStates())
        return index.names(equalTo: tokenizer.tokensOfName(name)).map { Int(index.name($0).entity) }
            .filter { index.kind(ofEntity: $0) == .country }
            .map { index.entity(countries.standing(forCountry: $0)).id }
    }

    /// The gazetteer that the options ask for; `nil` when it cannot be opened.
    private func gazetteer() -> GazetteerIndex? {
        guard let layers = try? SharedOptions.layers(arguments), let sources = try? GazetteerSources(layers: layers)
        else { return nil }
        return try? GazetteerCompiler.open(sources).index
    }

    private func described(_ entity: EntityCount) -> String {
        let role = entity.role.isEmpty ? "" : ", \(entity.role)"
        return "\(entity.id) \(entity.name) (\(entity.kind)\(role), \(entity.articles) stories)"
    }

    /// Ids of the entities that the gazetteer knows by this name; none when the gazetteer cannot be opened.
    private func idsFromGazetteer(_ name: String) -> [String] {
        guard let index = gazetteer(), let tokenizer = try? Tokenizer() else { return [] }
        let tokens = tokenizer.tokensOfName(name)
        var ids: [String] = []
        for number in index.names(equalTo: tokens) {
            let id = index.entity(Int(index.name(number).entity)).id
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
