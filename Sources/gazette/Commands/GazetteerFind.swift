import Export
import Gazetteers
import Tokenization

/// `gazette gazetteer find NAME`: the entities of this name or id, all their names, where they come from, who else has them.
func findName(_ arguments: Arguments) throws -> ExitStatus {
    let name = arguments.positional.dropFirst().joined(separator: " ")
    guard !name.isEmpty else { throw UsageError("gazetteer find wants a name or an id") }
    let sources = try GazetteerSources(layers: try SharedOptions.layers(arguments))
    let index = try GazetteerCompiler.open(sources).index
    let bearers = Bearers(of: name, in: index, try Tokenizer())
    guard !bearers.numbers.isEmpty else { throw Failure("no gazetteer has \"\(name)\"") }
    // Only the tables tell where a line stands, and they take a while to read.
    let contents = try GazetteerContents(sources, keepsOrigins: true)
    let rows = Dictionary(contents.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var table = RowTable(columns: [
        .init("entity"), .init("name"), .init("kind"), .init("role"), .init("country"), .init("weight", isNumber: true),
        .init("form"), .init("ambiguous"), .init("names"), .init("offices"), .init("clashes"), .init("from"),
    ])
    for number in bearers.numbers {
        let entity = index.entity(number)
        let aliases = rows[entity.id]?.aliases.map(\.written) ?? []
        let others = bearers.numbers.filter { $0 != number }.map { index.entity($0).id }
        table.add([
            entity.id, entity.name, entity.kind.rawValue, entity.role, entity.country.letters, "\(entity.weight)",
            bearers.forms[number] ?? "id", bearers.ambiguous.contains(number) ? "yes" : "",
            aliases.joined(separator: " | "),
            (contents.offices[entity.id] ?? []).map(\.text).joined(separator: "; "), others.joined(separator: " "),
            (contents.origins[entity.id] ?? []).map { "\($0.file):\($0.line)" }.joined(separator: " "),
        ])
    }
    try SharedOptions.write(table, arguments)
    return .done
}

/// The entities that go by a name, each once, the best known first.
private struct Bearers {
    var numbers: [Int] = []
    var forms: [Int: String] = [:]
    var ambiguous: Set<Int> = []

    init(of name: String, in index: GazetteerIndex, _ tokenizer: Tokenizer) {
        if let number = index.entityNumber(ofID: name) {
            numbers = [number]
            return
        }
        for record in index.names(equalTo: tokenizer.tokensOfName(name)).map(index.name) {
            let number = Int(record.entity)
            if forms[number] == nil {
                numbers.append(number)
                forms[number] = record.form.rawValue
            }
            if record.flags.contains(.ambiguous) { ambiguous.insert(number) }
        }
        numbers.sort { (index.weight(ofEntity: $0), $1) > (index.weight(ofEntity: $1), $0) }
    }
}
