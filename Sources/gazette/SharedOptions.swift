import Export
import Extraction
import FileAccess
import Gazetteers
import Glibc
import Ingest
import NewsModel
import Pipeline
import Storage
import Topics

/// Options that several commands share, and what they mean.
enum SharedOptions {
    static let database = Option("database", "FILE", "the database (default: news.db)")
    static let format = Option("format", "FORMAT", "table, csv, json, jsonl or markdown (default: table)")
    static let rawCells = Option(
        "raw-cells", nil, "write CSV cells as they are, also those that a spreadsheet would run as formulas")
    static let limit = Option("limit", "N", "at most so many rows (default: 20)")
    static let kind = Option("kind", "KIND", "only person, organization, country, place, event, product or other")
    static let count = Option(
        "count", "UNIT", "article, or cluster: copies of a story count once (default: article)")
    static let since = Option("since", "DATE", "published on this day or later (2024-01-17, 2024-01 or 2024)")
    static let until = Option("until", "DATE", "published on this day or before")
    static let topic = Option(
        "topic", "TOPIC", "only stories about this topic, by name, part of a name or id; may be given again")
    static let site = Option(
        "site", "SITE", "only stories of this site, by name or part of a name; may be given again")
    static let topicScore = Option(
        "topic-score", "S", "a story is about a topic from this score on, 0 to 1 (default: 0.5)")
    static let quiet = Option("quiet", nil, "no progress and no notes")

    static let gazetteers = [
        Option("gazetteer", "PATH", "a table or folder laid over the built-in gazetteers; may be given again"),
        Option("no-default-gazetteers", nil, "leave the built-in gazetteers out"),
    ]

    static let decisions = Option(
        "decisions", "FILE", "your corrections of tags (default: decisions.tsv beside the database, where there is one)"
    )

    static let topics = [
        Option(
            "topics", "PATH", "topics of your own: a table, a list of terms, or a folder of them; may be given again"),
        Option("no-default-topics", nil, "score only your own topics"), Option("no-topics", nil, "score no topics"),
    ]

    static let tagging =
        gazetteers + topics + [
            decisions,
            Option(
                "input-format", "FORMAT",
                "auto (told by content), page, html, jsonl, json, csv, tsv, feed, newsml, warc or mhtml"),
            Option(
                "field", "FIELD=NAME",
                "the name that a JSON field has in your dump, such as text=content; may be given again"),
            Option("text-is-body", nil, "take the text field exactly as it is"),
            Option("lines", "FILE", "lines that repeat across a dump, as tag --save-lines wrote them"),
            Option("record-limit", "SIZE", "refuse records that are longer (default: 64M)"),
            Option("entry-limit", "SIZE", "unpack no file of an archive further (default: 1T)"),
            Option("source-limit", "SIZE", "unpack no source further, all its containers together (default: 4T)"),
            Option("expansion-limit", "N", "unpack no source to more than N times its size (default: 1000)"),
            Option("nesting-limit", "N", "open containers in containers so deep (default: 6)"),
            Option("diacritics", "HOW", "loose (the default): names are found without their diacritics too; or exact"),
            Option("workers", "N", "threads that tag (default: one a core)"),
            quiet,
        ]

    static func databasePath(_ arguments: Arguments) -> String { arguments.value("database") ?? "news.db" }

    /// The articles with an id; usually one.
    static func articles(_ id: String, _ database: Database) throws -> [StoredArticle] {
        let articles = try database.articles(id: id)
        guard articles.isEmpty else { return articles }
        let similar = try articleIDs(beginningLike: id, database)
        throw Failure(
            "no article \"\(id)\"; "
                + (similar.isEmpty ? "stories lists the ids" : "did you mean \(similar.joined(separator: " or "))?"))
    }

    /// Up to three ids that have the longest beginning in common with one that is not known.
    private static func articleIDs(beginningLike id: String, _ database: Database) throws -> [String] {
        for length in stride(from: id.count, to: 2, by: -1) {
            let similar = try database.articleIDs(beginningWith: String(id.prefix(length)), limit: 3)
            if !similar.isEmpty { return similar }
        }
        return []
    }

    static func period(_ arguments: Arguments) throws -> Period {
        var period = Period.always
        if let text = arguments.value("since") { period.first = try day("since", text, missing: 0) }
        if let text = arguments.value("until") {
            period.last = try day("until", text, missing: 99)
            // Who asks for a time asks for dated articles.
            if period.first == 0 { period.first = 1 }
        }
        if period.first > period.last, let since = arguments.value("since"), let until = arguments.value("until") {
            throw UsageError("--since \(since) is after --until \(until): no day is in between")
        }
        return period
    }

    /// The kinds that are asked for; none for all.
    static func kinds(_ arguments: Arguments) throws(UsageError) -> [Kind] {
        var kinds: [Kind] = []
        for text in arguments.allValues("kind") {
            guard let kind = Kind(rawValue: text) else {
                let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError("--kind wants one of \(known), not \"\(text)\"")
            }
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }

    /// The names of the sites that are asked for.
    static func sites(_ arguments: Arguments, _ database: Database) throws -> [String] {
        try arguments.allValues("site").flatMap { name in
            let sites = try database.sites(named: name)
            guard sites.isEmpty else { return sites }
            let suggestion = NameSuggestions(for: name, among: try database.siteNames()).best.first
            throw Failure("no story is of a site \"\(name)\"" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
        }
    }

    /// The score from which on a story is about a topic.
    static func leastTopicScore(_ arguments: Arguments) throws(UsageError) -> Double {
        guard let text = arguments.value("topic-score") else { return StoryQuery.leastTopicScore }
        guard let score = Double(text), (0...1).contains(score) else {
            throw UsageError("--topic-score wants a number from 0 to 1, not \"\(text)\"")
        }
        return score
    }

    private static func day(_ option: String, _ text: String, missing: Int) throws(UsageError) -> Int {
        guard let date = CalendarDate(text) else {
            throw UsageError("--\(option) wants a date such as 2024-01-17, 2024-01 or 2024, not \"\(text)\"")
        }
        let number = Int(date.number)
        if number % 10_000 == 0 { return number + missing * 101 }
        if number % 100 == 0 { return number + missing }
        return number
    }

    /// The resources that the gazetteer options ask for, with the user's decisions.
    static func resources(
        _ arguments: Arguments, moreTopics: [String] = [], decisions: DecisionTable?
    ) throws -> TaggerResources {
        let resources = try TaggerResources(
            layers: try layers(arguments),
            models: try TaggerModels(
                folder: try builtInFolder(),
                topics: try topicFiles(arguments, moreTopics)),
            program: Program.nameAndVersion, decisions: decisions, willCompile: noteCompiling)
        note(resources.issues)
        note(resources.models.topics?.issues ?? [], more: "gazette topics check")
        note(resources.decisions?.issues ?? [])
        return resources
    }

    /// The file of decisions beside a database.
    static func decisionsPath(besideDatabase database: String) -> String {
        let folder = database.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return (folder + ["decisions.tsv"]).joined(separator: "/")
    }

    /// The user's decisions: of the file that is named, or of the one beside a database where there is one, which is said.
    static func decisions(_ arguments: Arguments, database: String?) throws -> DecisionTable? {
        if let path = arguments.value("decisions") { return DecisionTable(file: path, bytes: try readFile(path)) }
        guard let database else { return nil }
        let path = decisionsPath(besideDatabase: database)
        guard (try? FileStatus(path: path)) != nil else { return nil }
        let table = DecisionTable(file: path, bytes: try readFile(path))
        if !arguments.has("quiet") {
            let count = table.decisions.count
            Terminal.note("\(path): \(count) decision\(count == 1 ? "" : "s") applied")
        }
        return table
    }

    /// The index of the gazetteers that are asked for, compiled where it is not yet.
    static func index(_ arguments: Arguments) throws -> GazetteerIndex {
        try GazetteerCompiler.open(
            try GazetteerSources(layers: try layers(arguments)), willCompile: noteCompiling
        ).index
    }

    private static func noteCompiling() {
        if Terminal.isWatched { Terminal.note("compiling the names of the gazetteers, which is done once …") }
    }

    /// Tells what is wrong in tables, the first few by name.
    static func note(_ issues: [some CustomStringConvertible], more command: String = "gazette gazetteer check") {
        for issue in issues.prefix(10) { Terminal.note("\(issue)") }
        if issues.count > 10 { Terminal.note("… and \(issues.count - 10) more; see: \(command)") }
    }

    /// The files of topics that are asked for.
    static func topicFiles(_ arguments: Arguments, _ more: [String] = []) throws -> [TopicFile] {
        if arguments.has("no-topics") { return [] }
        if arguments.has("no-default-topics"), !arguments.has("topics"), more.isEmpty {
            throw UsageError("--no-default-topics needs a --topics PATH")
        }
        return try TopicFiles.read(
            builtIn: arguments.has("no-default-topics") ? nil : try builtInFolder() + "/topics",
            layers: arguments.allValues("topics") + more)
    }

    /// The gazetteer layers in their order.
    static func layers(_ arguments: Arguments) throws -> [String] {
        let own = arguments.allValues("gazetteer")
        if arguments.has("no-default-gazetteers") {
            guard !own.isEmpty else { throw UsageError("--no-default-gazetteers needs a --gazetteer PATH") }
            return own
        }
        return [try builtInFolder()] + own
    }

    /// The folder of the built-in gazetteers: beside an installed program, or in the checkout it was built in.
    static func builtInFolder() throws -> String {
        if let folder = environment("GAZETTE_GAZETTEERS") { return folder }
        guard let program = realpath("/proc/self/exe", nil) else { throw Failure("cannot tell where this program is") }
        defer { free(program) }
        var folder = String(cString: program).split(separator: "/").dropLast()
        while true {
            let base = "/" + folder.joined(separator: "/")
            for candidate in ["\(base)/share/gazette/Gazetteers", "\(base)/Gazetteers"]
            where (try? FileStatus(path: "\(candidate)/countries.tsv")) != nil {
                return candidate
            }
            guard folder.popLast() != nil else { break }
        }
        throw Failure("the gazetteers are not where the program is; name their folder in GAZETTE_GAZETTEERS")
    }

    static func ingest(_ arguments: Arguments) throws -> IngestConfiguration {
        var ingest = IngestConfiguration()
        ingest.inputFormat = try arguments.choice("input-format", default: .auto)
        let usual = ingest.limits
        ingest.limits.mostRecordBytes = try size("record-limit", arguments, usual.mostRecordBytes)
        ingest.limits.mostEntryBytes = try size("entry-limit", arguments, usual.mostEntryBytes)
        ingest.limits.mostSourceBytes = try size("source-limit", arguments, usual.mostSourceBytes)
        ingest.limits.mostExpansion = try arguments.number("expansion-limit", default: usual.mostExpansion)
        ingest.limits.deepestNesting = try arguments.number("nesting-limit", default: usual.deepestNesting)
        return ingest
    }

    /// A number of bytes: "500", "64M", "2G".
    static func size(_ option: String, _ arguments: Arguments, _ usual: Int) throws(UsageError) -> Int {
        guard let text = arguments.value(option) else { return usual }
        let shift = ["K": 10, "M": 20, "G": 30, "T": 40][text.suffix(1).uppercased()]
        guard let number = Int(shift == nil ? text : String(text.dropLast())), number > 0,
            number <= Int.max >> (shift ?? 0)
        else {
            throw UsageError("--\(option) wants a number of bytes such as 64M or 2G, not \"\(text)\"")
        }
        return number << (shift ?? 0)
    }

    static func tagger(_ arguments: Arguments) throws -> TaggerConfiguration {
        var given: [(field: String, name: String)] = []
        for text in arguments.allValues("field") {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                throw UsageError("--field wants FIELD=NAME, such as text=content, not \"\(text)\"")
            }
            given.append((String(parts[0]), String(parts[1])))
        }
        do {
            var configuration = TaggerConfiguration(fieldNames: try FieldNames(given))
            configuration.extraction.textIsBody = arguments.has("text-is-body")
            configuration.diacritics = try arguments.choice("diacritics", default: .loose)
            configuration.extraction.weights = try storyWeights(try builtInFolder() + "/story/weights.tsv")
            if let path = arguments.value("lines") { configuration.extraction.lines = try lines(path) }
            return configuration
        } catch let error as UnknownField {
            throw UsageError("--field: \(error)")
        }
    }

    private static func storyWeights(_ path: String) throws -> StoryWeights {
        do {
            return try StoryWeights(table: try readFile(path))
        } catch let error as FeatureWeightsError {
            throw Failure("\(path): \(error)")
        }
    }

    private static func lines(_ path: String) throws -> LineTable {
        do {
            return try LineTable(text: try readFile(path))
        } catch let error as LineTableError {
            throw Failure("\(path): \(error)")
        }
    }

    static func workers(_ arguments: Arguments) throws -> Int {
        try arguments.number("workers", default: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    static func write(_ table: RowTable, _ arguments: Arguments) throws {
        let format: RowTable.Format = try arguments.choice("format", default: .table)
        try Terminal.write(
            table.formatted(format, width: Terminal.width, keepsFormulas: arguments.has("raw-cells")))
    }
}
