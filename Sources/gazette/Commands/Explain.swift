import Export
import Gazetteers
import Linking
import NewsModel
import Pipeline
import Storage

let explainCommand = Command(
    name: "explain", summary: "Say why a name was tagged as it was, or was not; or why a story has its topics.",
    usage: "ARTICLE NAME | ARTICLE --topic [TOPIC] [--database FILE] [options]",
    options: [
        SharedOptions.database, Option("format", "FORMAT", "table or json (default: table)"),
        Option("topic", "[TOPIC]", "why it has its topics, or this one, by name or id"),
        Option("candidates", "N", "show so many candidates in full (default: 3)"),
        Option("terms", "N", "with --topic: show so many terms of a topic (default: 8; of one topic 40)"),
        SharedOptions.decisions,
    ] + SharedOptions.gazetteers + [
        Option("diacritics", "HOW", "as for tag: loose (the default) or exact"),
        SharedOptions.quiet,
    ] + SharedOptions.topics,
    examples: [
        ("gazette explain 17 Tiani", "what \"Tiani\" means in article 17 and what else it could have meant"),
        ("gazette explain 17 Q1058", "the names that were taken for Q1058"),
        ("gazette explain 17 \"Niger Delta\" --format json", "for another program"),
        ("gazette explain 17 --topic", "the terms that gave the story its topics, with their weights and places"),
        ("gazette explain 17 --topic diplomacy", "everything that spoke for and against this one"),
    ],
    run: { arguments in
        if arguments.has("topic") {
            guard arguments.positional.count == 1 else {
                throw UsageError("with --topic name one article by its id; put a topic of several words in quotes")
            }
            return try explainTopics(arguments)
        }
        guard arguments.positional.count == 2 else {
            throw UsageError(
                "name one article by its id, and one name or --topic; put a name of several words in quotes")
        }
        let format: ExplanationFormat = try arguments.choice("format", default: .table)
        let retagging = try Retagging(arguments)
        let resources = retagging.resources
        let sources = try GazetteerSources(layers: try SharedOptions.layers(arguments))
        for article in retagging.articles {
            let report = ExplanationReport(
                article: article.tagged.article,
                explanation: retagging.tagger.explain(arguments.positional[1], in: article.tagged.article),
                stop: try sources.stop(arguments.positional[1]),
                isOfTheseTables: try retagging.isOfTheseTables(article),
                resources: resources)
            switch format {
            case .table:
                let shown = try arguments.number("candidates", default: 3)
                try Terminal.write(ExplanationText(report, mostCandidates: shown).text)
            case .json: try Terminal.write(explanationJSON(report))
            }
        }
        return .done
    })

/// Articles of a database, and what tags them again to explain their tags.
struct Retagging {
    let articles: [StoredArticle]
    let resources: TaggerResources
    let tagger: ArticleTagger
    private let database: Database

    /// Takes the articles that the first argument names.
    init(_ arguments: Arguments) throws {
        let path = SharedOptions.databasePath(arguments)
        database = try Database(path: path)
        articles = try SharedOptions.articles(arguments.positional[0], database)
        resources = try SharedOptions.resources(
            arguments, decisions: try SharedOptions.decisions(arguments, database: path))
        tagger = try ArticleTagger(resources: resources, configuration: try SharedOptions.tagger(arguments))
    }

    /// Whether the tables and the program are those that tagged an article.
    func isOfTheseTables(_ article: StoredArticle) throws -> Bool {
        try database.tagger(ofArticle: article.key).hasPrefix(resources.fingerprint + " ")
    }
}

/// How an explanation is written.
enum ExplanationFormat: String, CaseIterable {
    case table
    case json
}

/// An explanation with what is needed to write it.
struct ExplanationReport {
    var article: Article
    var explanation: NameExplanation
    /// Where the stop list has the name.
    var stop: (file: String, line: Int, reason: String)?
    /// Whether the tables and the program are those that tagged the article.
    var isOfTheseTables: Bool
    var resources: TaggerResources
}

extension ExplanationReport {
    /// The places of the name, those with the same outcome together.
    var groups: [[NameExplanation.Place]] {
        var groups: [[NameExplanation.Place]] = []
        var numbers: [String: Int] = [:]
        for place in explanation.places {
            let key = Self.key(place.outcome)
            if let number = numbers[key] {
                groups[number].append(place)
            } else {
                numbers[key] = groups.count
                groups.append([place])
            }
        }
        return groups
    }

    private static func key(_ outcome: NameExplanation.Outcome) -> String {
        switch outcome {
        case .weighed(let verdict): "weighed \(key(verdict))"
        case .partOf(let text, let verdict): "part \(text) \(key(verdict))"
        case .writtenOtherwise: "written"
        case .unknown: "unknown"
        }
    }

    private static func key(_ verdict: Verdict) -> String {
        "\(verdict.linked?.entity ?? "") \(verdict.rule) \(verdict.shortForm?.evidence.score ?? 0)"
    }

    /// "short form of Salifou Modi", "decided by line 4 of decisions.tsv".
    func reason(_ verdict: Verdict) -> String {
        switch verdict.rule {
        case .bestCandidate: "the candidate with the highest score"
        case .shortForm: "a short form of \"\(verdict.shortForm?.full.name ?? "")\", which the story gives in full"
        case .unknownName:
            verdict.candidates.isEmpty
                ? "a name that no gazetteer has, told by its shape and its neighbours"
                : "a name by its shape and neighbours; no candidate of the gazetteer scores enough"
        case .namesake: "somebody who only shares the name with those of the gazetteer"
        case .decided(let line): "decided by line \(line) of \(resources.decisions?.file ?? "the decisions")"
        case .phrase: "a phrase in which no name is meant"
        case .belowLeast:
            verdict.candidates.isEmpty
                ? "no candidate is left" : "no candidate scores as much as a name that means nothing known"
        }
    }

    /// An entity of the gazetteer in words: "Q1058 Narendra Modi, person, politician, IN".
    func described(_ number: Int) -> String {
        let entity = resources.index.entity(number)
        let parts = [
            entity.kind.rawValue, entity.role == entity.kind.rawValue ? "" : entity.role, entity.country.letters,
        ]
        return "\(entity.id) \(entity.name), " + parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
