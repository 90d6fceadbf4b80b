import Export
import FileAccess
import Glibc
import NewsModel
import Storage

/// What can be exported.
private enum ExportedForm: String, CaseIterable {
    case annotations
    case mentions
    case articles
    case entities
    case spacy
    case webAnnotation = "web-annotation"
    case iob
    case parquet
    case datasette
}

let exportCommand = Command(
    name: "export", summary: "Write what the database holds for other programs: JSON, CSV, Parquet, spaCy, IOB.",
    usage:
        "annotations|mentions|articles|entities|spacy|web-annotation|iob|parquet|datasette [options]",
    options: [
        SharedOptions.database,
        Option(
            "output", "FILE", "write there, whole or not at all (default: -, standard output); for parquet a folder"),
        Option("entity", "NAME", "only stories that mention this entity, of mentions its own; may be given again"),
        Option("kind", "KIND", "only mentions and entities of this kind; may be given again"),
        SharedOptions.since, SharedOptions.until, SharedOptions.topic, SharedOptions.topicScore, SharedOptions.count,
        Option("text", nil, "with articles and parquet: the texts too"), SharedOptions.rawCells, SharedOptions.quiet,
    ] + SharedOptions.gazetteers,
    examples: [
        ("gazette export annotations --output tagged.jsonl", "what annotate prints, from the database"),
        ("gazette export mentions --entity Niger --since 2024", "every mention of Niger as CSV"),
        ("gazette export parquet --text --output tables", "three Parquet files, made by your DuckDB"),
        (
            "gazette export datasette --output metadata.json",
            "then: datasette news.db --metadata metadata.json, with descriptions, facets and questions"
        ),
        ("gazette export iob --topic election --output election.iob", "tokens and tags, for annotators"),
    ],
    run: { arguments in
        guard arguments.positional.count == 1, let name = arguments.positional.first else {
            throw UsageError("name what to export: \(known)")
        }
        guard let form = ExportedForm(rawValue: name) else {
            let suggestion = nearest(to: name, among: ExportedForm.allCases.map(\.rawValue))
            throw UsageError(
                "export has \(known), not \"\(name)\"" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
        }
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let query = try ExportQuery(database, arguments)
        if form == .parquet {
            try exportParquet(query, database, arguments)
        } else {
            let output = try FileWriter(path: arguments.value("output") ?? "-")
            try endingQuietly { try write(form, query, database, arguments, to: output) }
        }
        return .done
    })

private let known = ExportedForm.allCases.map(\.rawValue).joined(separator: ", ")

/// Which stories and mentions are exported.
struct ExportQuery {
    /// The stories.
    var articles = ArticleSelection()
    /// Ids of the entities that the stories must mention.
    var entities: [String]
    /// The only kinds of mentions; empty for all.
    var kinds: [Kind]

    init(_ database: Database, _ arguments: Arguments) throws {
        kinds = try SharedOptions.kinds(arguments)
        articles.period = try SharedOptions.period(arguments)
        articles.counting = try arguments.choice("count", default: .article)
        articles.leastTopicScore = try SharedOptions.leastTopicScore(arguments)
        articles.topics = try TopicResolver(database: database, arguments: arguments).resolve(arguments).map(\.key)
        let resolver = EntityResolver(database: database, arguments: arguments)
        let named = try arguments.allValues("entity").map { try resolver.resolve($0, kind: nil) }
        entities = named.map(\.id)
        articles.entities = named.map(\.key)
    }

    /// The entities that the stories mention, most of them first.
    func listed(_ database: Database) throws -> [EntityCount] {
        var query = EntityQuery()
        query.articles = articles
        query.kinds = kinds
        query.limit = .max
        return try database.topEntities(query).map(\.entity)
    }

    /// Goes through the stories, each with only what is asked for.
    func forEachArticle(_ database: Database, _ body: (TaggedArticle) throws -> Void) throws {
        try database.forEachArticle(articles) { stored in
            var tagged = stored.tagged
            if !kinds.isEmpty {
                tagged.mentions.removeAll { !kinds.contains($0.kind) }
                tagged.entities.removeAll { !kinds.contains($0.kind) }
            }
            try body(tagged)
        }
    }
}

/// Runs `body`; a reader that has enough and closes its pipe ends the program quietly.
private func endingQuietly(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as FileError where error.code == EPIPE {
        exit(ExitStatus.done.rawValue)
    }
}

private func write(
    _ form: ExportedForm, _ query: ExportQuery, _ database: Database, _ arguments: Arguments, to output: FileWriter
) throws {
    let keepsFormulas = arguments.has("raw-cells")
    switch form {
    case .annotations: try query.forEachArticle(database) { try output.write(annotation($0)) }
    case .spacy: try query.forEachArticle(database) { try output.write(spacyDocument($0.article, $0.mentions)) }
    case .webAnnotation:
        try query.forEachArticle(database) { try output.write(webAnnotations($0.article, $0.mentions)) }
    case .iob:
        var lines = try TokenLines()
        try query.forEachArticle(database) { try output.write(lines.lines(of: $0.article, $0.mentions)) }
    case .mentions:
        var table = MentionTable(keepsFormulas: keepsFormulas)
        try output.write(table.header())
        try query.forEachArticle(database) { tagged in
            let asked = tagged.mentions.filter { query.entities.isEmpty || query.entities.contains($0.entity) }
            try output.write(table.lines(of: asked, in: tagged.article))
        }
    case .articles:
        var table = ArticleTable(
            keepsFormulas: keepsFormulas, hasText: arguments.has("text"),
            leastTopicScore: query.articles.leastTopicScore)
        try output.write(table.header())
        try query.forEachArticle(database) { try output.write(table.line(of: $0)) }
    case .entities:
        try output.write(entityTable(query.listed(database)).formatted(.csv, width: nil, keepsFormulas: keepsFormulas))
    case .datasette:
        try output.write(DatasetteMetadata.json(databaseNamed: stem(of: SharedOptions.databasePath(arguments))))
    case .parquet: break
    }
    try output.finish()
}

private func entityTable(_ entities: [EntityCount]) -> RowTable {
    var table = RowTable(columns: [
        .init("entity"), .init("name"), .init("kind"), .init("role"), .init("stories", isNumber: true),
        .init("mentions", isNumber: true),
    ])
    for entity in entities {
        table.add([
            entity.id, entity.name, entity.kind, entity.role, String(entity.articles), String(entity.mentions),
        ])
    }
    return table
}

/// The name of a file without folder and extension, as Datasette names a database.
private func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? "news.db"
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
}
