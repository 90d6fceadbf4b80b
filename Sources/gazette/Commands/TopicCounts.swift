import Export
import NewsModel
import Storage

/// What the stories of each topic are counted by.
private enum TopicBreakdown: String, CaseIterable {
    case day
    case week
    case month
    case year
    case entity

    var calendarUnit: CalendarUnit? { CalendarUnit(rawValue: rawValue) }
}

/// Options of counting stories by topic.
let topicCountOptions = [
    SharedOptions.database,
    Option("by", "WHAT", "count the stories of each topic by day, week, month or year, or by entity"),
    Option(
        "topic", "TOPIC",
        "only this topic and the finer ones; with --by, this one alone; may be given again"),
    SharedOptions.topicScore, SharedOptions.since, SharedOptions.until, SharedOptions.count,
    Option("kind", "KIND", "with --by entity: only person, organization, country, place, event, product or other"),
    Option("order", "ORDER", "with --by entity: log-likelihood or stories (default: log-likelihood)"),
    Option("limit", "N", "at most so many topics, of each time with --by; so many entities a topic (default: 20)"),
    SharedOptions.format, SharedOptions.rawCells, SharedOptions.quiet,
]

/// Counts the stories of each topic.
func topicCounts(_ arguments: Arguments) throws -> ExitStatus {
    let breakdown: TopicBreakdown? = try arguments.optionalChoice("by")
    for option in ["kind", "order"] where breakdown != .entity && arguments.has(option) {
        throw UsageError("--\(option) goes with --by entity")
    }
    let database = try Database(path: SharedOptions.databasePath(arguments))
    let asked = try TopicResolver(database: database, arguments: arguments).resolve(arguments)
    var query = try topicQuery(arguments)
    guard let breakdown else {
        try SharedOptions.write(try treeTable(database, query, below: asked, arguments), arguments)
        return .done
    }
    query.topics = asked.map(\.key)
    if let unit = breakdown.calendarUnit {
        try SharedOptions.write(try timeTable(database, query, unit, arguments), arguments)
    } else {
        try SharedOptions.write(try entityTable(database, query, arguments), arguments)
    }
    return .done
}

/// Which stories are counted, of all topics.
private func topicQuery(_ arguments: Arguments) throws -> TopicQuery {
    var query = TopicQuery()
    query.period = try SharedOptions.period(arguments)
    query.counting = try arguments.choice("count", default: .article)
    query.leastScore = try SharedOptions.leastTopicScore(arguments)
    return query
}

/// A row a topic, under the broader ones where the table is for reading.
private func treeTable(
    _ database: Database, _ query: TopicQuery, below tops: [TopicRow], _ arguments: Arguments
) throws -> RowTable {
    let tree = TopicTree(try database.topicCounts(query), below: tops)
        .first(try arguments.number("limit", default: .max))
    let format: RowTable.Format = try arguments.choice("format", default: .table)
    return format == .table ? tree.indented : tree.flat
}

/// A row a time and topic.
private func timeTable(
    _ database: Database, _ query: TopicQuery, _ unit: CalendarUnit, _ arguments: Arguments
) throws -> RowTable {
    let limit = try arguments.number("limit", default: .max)
    var table = RowTable(columns: [
        .init("period"), .init("topic"), .init("name"), .init("stories", isNumber: true),
    ])
    var (date, rows): (String??, Int) = (nil, 0)
    for count in try database.topicCounts(by: unit, query) {
        rows = date == .some(count.date) ? rows + 1 : 1
        date = count.date
        guard rows <= limit else { continue }
        table.add([count.date ?? "no date", count.topic.id, count.topic.name, String(count.articles)])
    }
    return table
}

/// A row a topic and entity.
private func entityTable(_ database: Database, _ query: TopicQuery, _ arguments: Arguments) throws -> RowTable {
    var table = RowTable(columns: [
        .init("topic"), .init("topic_name"), .init("entity"), .init("entity_name"), .init("kind"),
        .init("stories", isNumber: true), .init("expected", isNumber: true), .init("log_likelihood", isNumber: true),
        .init("pmi", isNumber: true),
    ])
    let entities = try database.topicEntities(
        query, kind: try arguments.optionalChoice("kind"),
        order: try arguments.choice("order", default: .logLikelihood),
        limit: try arguments.number("limit", default: 20))
    for row in entities {
        let association = row.association
        table.add([
            row.topic.id, row.topic.name, row.entity, row.name, row.kind, String(association.together),
            ExplanationText.fixed(association.expected), ExplanationText.fixed(association.logLikelihood),
            ExplanationText.fixed(association.pmi),
        ])
    }
    return table
}
