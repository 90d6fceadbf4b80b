import Export
import NewsModel
import Storage

let entitiesCommand = Command(
    name: "entities", summary: "List the entities that most stories mention.",
    usage: "[--kind KIND] [--database FILE] [options]",
    options: [
        SharedOptions.database, SharedOptions.kind, SharedOptions.since, SharedOptions.until, SharedOptions.count,
        SharedOptions.limit, SharedOptions.format,
    ],
    examples: [
        ("gazette entities --kind person", "the people most written about"),
        ("gazette entities --since 2024-01 --until 2024-01 --format csv", "everything in a month, as CSV"),
    ],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        var table = RowTable(columns: [
            .init("entity"), .init("name"), .init("kind"), .init("role"), .init("stories", isNumber: true),
            .init("mentions", isNumber: true),
        ])
        let top = try database.topEntities(
            kind: try arguments.optionalChoice("kind"), period: try SharedOptions.period(arguments),
            limit: try arguments.number("limit", default: 20),
            counting: try arguments.choice("count", default: .article))
        for entity in top {
            table.add([
                entity.id, entity.name, entity.kind, entity.role, String(entity.articles), String(entity.mentions),
            ])
        }
        try SharedOptions.write(table, arguments)
        return .done
    })

let topicsCommand = Command(
    name: "topics", summary: "Count the stories of each topic.",
    usage: "[--database FILE] [options]",
    options: [
        SharedOptions.database, SharedOptions.since, SharedOptions.until, SharedOptions.count, SharedOptions.format,
    ],
    examples: [("gazette topics --since 2024-01", "what the stories since then are about")],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        var table = RowTable(columns: [.init("topic"), .init("name"), .init("stories", isNumber: true)])
        let topics = try database.topics(
            period: try SharedOptions.period(arguments), counting: try arguments.choice("count", default: .article))
        for topic in topics {
            table.add([topic.id, topic.name, String(topic.articles)])
        }
        try SharedOptions.write(table, arguments)
        return .done
    })
