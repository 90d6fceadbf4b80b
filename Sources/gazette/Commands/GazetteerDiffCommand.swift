import Export
import Gazetteers
import Storage

/// `gazette gazetteer diff OLD NEW`: what changed, and which articles of a database it may touch. Both are laid over the
/// gazetteers that `--gazetteer` names, so that tables of edits can be compared.
func diffGazetteers(_ arguments: Arguments) throws -> ExitStatus {
    let paths = Array(arguments.positional.dropFirst())
    guard paths.count == 2 else { throw UsageError("gazetteer diff wants two gazetteers: the older and the newer") }
    let base = arguments.allValues("gazetteer")
    let (old, new) = try GazetteerContents.both(
        try GazetteerSources(layers: base + [paths[0]]), try GazetteerSources(layers: base + [paths[1]]))
    for issue in (old.issues + new.issues).prefix(10) { Terminal.note("\(issue)") }
    let changes = GazetteerDiff(old: old, new: new).changes
    var columns: [RowTable.Column] = [
        .init("change"), .init("entity"), .init("name"), .init("kind"), .init("names added"), .init("names removed"),
        .init("other changes"),
    ]
    let database = try arguments.value("database").map { try Database(path: $0) }
    if database != nil { columns.append(.init("articles", isNumber: true)) }
    var table = RowTable(columns: columns)
    var touched: Set<Int> = []
    for change in changes {
        var row = [
            change.verb.rawValue, change.id, change.name, change.kind.rawValue,
            change.addedNames.joined(separator: " | "), change.removedNames.joined(separator: " | "),
            change.fields.joined(separator: "; "),
        ]
        if let database {
            let articles = try database.articlesTouched(
                entities: [change.id], names: change.addedNames.map { Alias(written: $0).name })
            touched.formUnion(articles)
            row.append("\(articles.count)")
        }
        table.add(row)
    }
    try SharedOptions.write(table, arguments)
    let counts = Dictionary(grouping: changes, by: \.verb).mapValues(\.count)
    Terminal.note(
        "\(counts[.added] ?? 0) entities added, \(counts[.removed] ?? 0) removed, \(counts[.changed] ?? 0) changed"
            + (database == nil ? "" : "; \(touched.count) articles may be touched"))
    if let database, arguments.has("articles") {
        for key in touched.sorted() { try Terminal.write("\(try database.articleID(key))\n") }
    }
    return .done
}
