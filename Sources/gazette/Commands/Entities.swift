import Export
import NewsModel
import Storage

let entitiesCommand = Command(
    name: "entities", summary: "List the entities that most stories mention or that grew; tell all about one.",
    usage: "[NAME] [--kind KIND] [--growth] [--database FILE] [options]",
    options: [
        SharedOptions.database,
        Option(
            "kind", "KIND", "only person, organization, country, place, event, product or other; may be given again"),
        Option("role", "ROLE", "only entities of this role, such as politician; may be given again"),
        SharedOptions.since, SharedOptions.until, SharedOptions.topic, SharedOptions.topicScore,
        Option("about-country", "NAME", "only stories about this country, named or not; may be given again"),
        SharedOptions.site,
        SharedOptions.count,
        Option("growth", nil, "compare --since to --until with the time before, as many days long"),
        Option(
            "order", "ORDER",
            "stories, mentions or name; with --growth log-likelihood (its default) or growth too"),
        Option("merge-variants", nil, "count the forms of a name that no gazetteer has as one entity"),
        Option("limit", "N", "at most so many entities (default: 20); of each part of a profile (default: 10)"),
        Option("format", "FORMAT", "table, csv, json, jsonl or markdown; of one entity table or json (default: table)"),
        SharedOptions.rawCells, SharedOptions.quiet,
    ] + SharedOptions.gazetteers,
    examples: [
        ("gazette entities --kind person", "the people most written about"),
        (
            "gazette entities --since 2024-01 --until 2024-01 --growth",
            "who is in the news more than in the days before"
        ),
        ("gazette entities --topic election --kind person --kind organization --format csv", "as CSV"),
        ("gazette entities \"European Union\"", "its names, first and last story, weeks, neighbours, topics"),
        ("gazette entities Q458 --format json", "the same as one JSON object"),
    ],
    run: { arguments in
        guard arguments.positional.count < 2 else {
            throw UsageError("name one entity; put names of several words in quotes")
        }
        let query = try entityQuery(arguments)
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let selection = try selection(arguments, database)
        if let name = arguments.positional.first { return try tellAll(about: name, selection, database, arguments) }
        var asked = query
        asked.articles = selection
        asked.roles = try roles(arguments, database)
        try SharedOptions.write(table(of: try database.topEntities(asked), asked), arguments)
        return .done
    })

/// What can be told of the question without the database.
private func entityQuery(_ arguments: Arguments) throws -> EntityQuery {
    var query = EntityQuery()
    query.kinds = try SharedOptions.kinds(arguments)
    query.mergesVariants = arguments.has("merge-variants")
    query.comparesWithBefore = arguments.has("growth")
    query.order = try arguments.choice("order", default: query.comparesWithBefore ? .logLikelihood : .stories)
    query.limit = try arguments.number("limit", default: 20)
    if query.comparesWithBefore {
        guard arguments.has("since"), arguments.has("until") else {
            throw UsageError("--growth compares a time with the one before: give --since and --until")
        }
    } else if [.logLikelihood, .growth].contains(query.order) {
        throw UsageError("--order \(query.order.rawValue) goes with --growth")
    }
    if let name = arguments.positional.first {
        for option in ["growth", "order", "role"] where arguments.has(option) {
            throw UsageError("--\(option) is for lists, not for one entity (\"\(name)\")")
        }
    }
    return query
}

/// The stories that the options select.
private func selection(_ arguments: Arguments, _ database: Database) throws -> ArticleSelection {
    var selection = ArticleSelection()
    selection.period = try SharedOptions.period(arguments)
    selection.counting = try arguments.choice("count", default: .article)
    selection.leastTopicScore = try SharedOptions.leastTopicScore(arguments)
    selection.topics = try TopicResolver(database: database, arguments: arguments).resolve(arguments).map(\.key)
    let resolver = EntityResolver(database: database, arguments: arguments)
    selection.countries = try arguments.allValues("about-country").map { try resolver.country($0) }
    selection.sites = try SharedOptions.sites(arguments, database)
    return selection
}

/// The roles asked for, as the database writes them.
private func roles(_ arguments: Arguments, _ database: Database) throws -> [String] {
    guard arguments.has("role") else { return [] }
    let known = try database.roles()
    return try arguments.allValues("role").flatMap { text in
        let roles = known.filter { $0.lowercased() == text.lowercased() }
        guard roles.isEmpty else { return roles }
        let suggestion = nearest(to: text.lowercased(), among: known)
        throw Failure("no entity has the role \"\(text)\"" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
    }
}

private func table(of entities: [ListedEntity], _ query: EntityQuery) -> RowTable {
    var columns: [RowTable.Column] = [
        .init("entity"), .init("name"), .init("kind"), .init("role"), .init("stories", isNumber: true),
        .init("mentions", isNumber: true),
    ]
    if query.comparesWithBefore {
        columns += ["before", "growth", "log_likelihood"].map { .init($0, isNumber: true) }
    }
    var table = RowTable(columns: columns)
    for listed in entities {
        let entity = listed.entity
        var row = [entity.id, entity.name, entity.kind, entity.role, String(entity.articles), String(entity.mentions)]
        if let growth = listed.growth {
            row += [
                String(growth.before), ExplanationText.fixed(growth.ratio), ExplanationText.fixed(growth.logLikelihood),
            ]
        }
        table.add(row)
    }
    return table
}

/// The profile of the entity that a name means.
private func tellAll(
    about name: String, _ selection: ArticleSelection, _ database: Database, _ arguments: Arguments
) throws -> ExitStatus {
    let format: RowTable.Format = try arguments.choice("format", default: .table)
    guard [.table, .json, .jsonl].contains(format) else {
        throw UsageError("what there is about one entity comes as table or json, not as \(format.rawValue)")
    }
    let kinds = try SharedOptions.kinds(arguments)
    guard kinds.count < 2 else { throw UsageError("name one --kind beside an entity") }
    let entity = try EntityResolver(database: database, arguments: arguments).resolve(name, kind: kinds.first)
    guard
        let profile = try database.profile(
            ofEntity: entity.key, selection, mergesVariants: arguments.has("merge-variants"),
            limit: try arguments.number("limit", default: 10))
    else { throw Failure("no story mentions \"\(name)\"") }
    if format == .table {
        try Terminal.write(EntityPage(profile).text)
    } else {
        try Terminal.write(profileObject(profile))
    }
    return .done
}
