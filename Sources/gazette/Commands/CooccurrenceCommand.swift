import Export
import NewsModel
import Storage

let cooccurrenceCommand = Command(
    name: "cooccurrence", summary: "Count which entities appear together, for Gephi or a spreadsheet.",
    usage: "[--output FILE] [--database FILE] [options]",
    options: [
        SharedOptions.database,
        Option("unit", "UNIT", "article, paragraph, sentence or window (default: article)"),
        Option("window", "N", "with --unit window: mentions at most N words apart (default: 50)"),
        SharedOptions.count,
        Option("kind", "KIND", "only entities of this kind; may be given again"),
        Option("role", "ROLE", "only entities of this role, such as politician; may be given again"),
        Option("entity", "NAME", "only what is near this entity, by name, alias or id; may be given again"),
        Option("depth", "N", "with --entity: at most N steps away (default: 1)"),
        SharedOptions.topic, SharedOptions.topicScore, SharedOptions.since, SharedOptions.until,
        Option("least-salience", "S", "only entities that the story is so much about, 0 to 1"),
        Option("merge-variants", nil, "count other forms of a name that no gazetteer has with the main form"),
        Option("by", "TIME", "count each day, week, month or year by itself"),
        Option("minimum", "N", "leave out pairs that occur together less often (default: 1)"),
        Option("minimum-log-likelihood", "X", "leave out pairs whose log-likelihood ratio is less"),
        Option("minimum-pmi", "X", "leave out pairs whose pointwise mutual information is less"),
        Option("minimum-npmi", "X", "leave out pairs whose normalized PMI is less, -1 to 1"),
        Option("minimum-jaccard", "X", "leave out pairs whose Jaccard coefficient is less, 0 to 1"),
        Option("order", "MEASURE", "strongest first by weight, log-likelihood, pmi, npmi or jaccard (default: weight)"),
        Option("limit", "N", "only the first N pairs, of each time with --by (default: 20 on the terminal, else all)"),
        Option("evidence", "K", "the ids of the K earliest articles of each pair, 1 to 100"),
        Option("output", "FILE", "write all pairs there; with --by and {slice} in the name, a file for each time"),
        Option("nodes", "FILE", "write the entities there as CSV: Id,Label,Kind,…"),
        Option("format", "FORMAT", "table, csv, json, jsonl, gexf or graphml (default: as --output ends)"),
        SharedOptions.rawCells,
    ] + SharedOptions.gazetteers + [SharedOptions.quiet],
    examples: [
        ("gazette cooccurrence --kind person", "the people who appear together most often"),
        ("gazette cooccurrence --output edges.csv --nodes nodes.csv", "two files that Gephi imports"),
        ("gazette cooccurrence --entity Niger --minimum 3 --output niger.gexf", "the network around Niger, for Gephi"),
        ("gazette cooccurrence --by month --output news.gexf", "a network that Gephi plays as it changes"),
        ("gazette cooccurrence --topic coup --order log-likelihood", "the surest ties in stories about coups"),
        ("gazette cooccurrence --unit sentence --minimum 3 --output -", "closer ties only, as CSV to a pipe"),
    ],
    run: { arguments in
        let destination = try NetworkDestination(arguments)
        let asked = try CooccurrenceArguments(arguments)
        let database = try Database(path: SharedOptions.databasePath(arguments))
        var query = try asked.query(database)
        if query.limit == nil, destination.showsFirstRows { query.limit = NetworkDestination.rowsShown }
        try destination.write(try database.cooccurrence(query))
        return .done
    })

/// What a user asks to be counted.
private struct CooccurrenceArguments {
    private let arguments: Arguments
    private var query = CooccurrenceQuery()

    /// Reads what can be understood without a database.
    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        query.unit = try arguments.choice("unit", default: .article)
        query.window = try arguments.number("window", default: query.window)
        query.counting = try arguments.choice("count", default: .article)
        query.kinds = try kinds()
        query.depth = try arguments.number("depth", default: 1)
        query.leastTopicScore = try SharedOptions.leastTopicScore(arguments)
        query.leastSalience = try number("least-salience", in: 0...1) ?? 0
        query.mergesVariants = arguments.has("merge-variants")
        query.slices = try arguments.optionalChoice("by")
        query.thresholds.weight = try arguments.number("minimum", default: 1)
        query.thresholds.logLikelihood = try number("minimum-log-likelihood")
        query.thresholds.pmi = try number("minimum-pmi")
        query.thresholds.normalizedPMI = try number("minimum-npmi", in: -1...1)
        query.thresholds.jaccard = try number("minimum-jaccard", in: 0...1)
        query.order = try arguments.choice("order", default: .weight)
        query.limit = arguments.has("limit") ? try arguments.number("limit", default: 1) : nil
        query.evidence = try arguments.number("evidence", default: 0)
        try refuseTheImpossible()
    }

    /// The question, with the keys that names have in a database.
    func query(_ database: Database) throws -> CooccurrenceQuery {
        var query = query
        query.period = try SharedOptions.period(arguments)
        guard query.period.first <= query.period.last else { throw UsageError("--since is after --until") }
        query.topics = try TopicResolver(database: database, arguments: arguments).resolve(arguments).map(\.key)
        let resolver = EntityResolver(database: database, arguments: arguments)
        query.egos = try arguments.allValues("entity").map { try resolver.resolve($0, kind: nil).key }
        query.roles = try roles(database)
        return query
    }

    private func kinds() throws(UsageError) -> Set<Kind> {
        var kinds: Set<Kind> = []
        for text in arguments.allValues("kind") {
            guard let kind = Kind(rawValue: text) else {
                let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError("--kind wants one of \(known), not \"\(text)\"")
            }
            kinds.insert(kind)
        }
        return kinds
    }

    private func roles(_ database: Database) throws -> Set<String> {
        let asked = arguments.allValues("role")
        guard !asked.isEmpty else { return [] }
        let known = try database.roles()
        for role in asked where !known.contains(role) {
            let nearest = nearest(to: role, among: known)
            throw Failure("no entity has the role \"\(role)\"" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        }
        return Set(asked)
    }

    private func number(
        _ option: String, in range: ClosedRange<Double> = -1e15...1e15
    ) throws(UsageError) -> Double? {
        guard let text = arguments.value(option) else { return nil }
        guard let number = Double(text), range.contains(number) else {
            let bounds = range.upperBound > 1 ? "" : " from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
            throw UsageError("--\(option) wants a number\(bounds), not \"\(text)\"")
        }
        return number
    }

    private func refuseTheImpossible() throws(UsageError) {
        if arguments.has("window"), query.unit != .window { throw UsageError("--window needs --unit window") }
        if arguments.has("depth"), !arguments.has("entity") { throw UsageError("--depth needs an --entity NAME") }
        guard query.evidence <= 100 else { throw UsageError("--evidence wants a whole number from 1 to 100") }
    }
}
