import Export
import NewsModel
import Storage

let cooccurrenceCommand = Command(
    name: "cooccurrence", summary: "Count which entities appear together, for Gephi or a spreadsheet.",
    usage: "[--output FILE] [--database FILE] [options]",
    options: [
        SharedOptions.database, Option("unit", "UNIT", "article or sentence (default: article)"),
        SharedOptions.count,
        Option("kind", "KIND", "only entities of this kind; may be given again"),
        Option("minimum", "N", "leave out pairs that occur together less often (default: 1)"), SharedOptions.since,
        SharedOptions.until, SharedOptions.topic, SharedOptions.topicScore,
        Option("output", "FILE", "write all edges there as CSV: Source,Target,Type,Weight,…"),
        Option("nodes", "FILE", "write the entities there as CSV: Id,Label,Kind,…"),
        Option("limit", "N", "without --output, show so many pairs (default: 20)"), SharedOptions.format,
        SharedOptions.quiet,
    ],
    examples: [
        ("gazette cooccurrence --kind person", "the people who appear together most often"),
        ("gazette cooccurrence --output edges.csv --nodes nodes.csv", "two files that Gephi imports"),
        ("gazette cooccurrence --topic coup --kind person", "the same in stories about coups only"),
        ("gazette cooccurrence --unit sentence --minimum 3 --output -", "closer ties only, as CSV to a pipe"),
    ],
    run: { arguments in
        let database = try Database(path: SharedOptions.databasePath(arguments))
        var kinds: Set<Kind> = []
        for text in arguments.allValues("kind") {
            guard let kind = Kind(rawValue: text) else {
                let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError("--kind wants one of \(known), not \"\(text)\"")
            }
            kinds.insert(kind)
        }
        let topics = try TopicResolver(database: database, arguments: arguments).resolve(arguments)
        let counted = try database.cooccurrence(
            unit: try arguments.choice("unit", default: .article), kinds: kinds,
            period: try SharedOptions.period(arguments), minimum: try arguments.number("minimum", default: 1),
            counting: try arguments.choice("count", default: .article), topics: topics.map(\.key),
            leastTopicScore: try SharedOptions.leastTopicScore(arguments))
        if let nodes = arguments.value("nodes") { try Terminal.write(EdgeTables.nodes(counted), toFile: nodes) }
        if let output = arguments.value("output") {
            try Terminal.write(EdgeTables.edges(counted), toFile: output)
            return .done
        }
        guard arguments.value("nodes") != "-" else { return .done }
        var table = RowTable(columns: [
            .init("source"), .init("target"), .init("weight", isNumber: true), .init("source_id"), .init("target_id"),
        ])
        for edge in counted.edges.prefix(try arguments.number("limit", default: 20)) {
            let (source, target) = (counted.nodes[edge.source], counted.nodes[edge.target])
            table.add([source.name, target.name, String(edge.weight), source.id, target.id])
        }
        try SharedOptions.write(table, arguments)
        return .done
    })
