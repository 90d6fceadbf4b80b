import Export
import FileAccess
import Gazetteers
import Glibc
import NewsModel
import Pipeline
import Storage
import Topics

/// Says what is wrong in files of topics, which are laid over the built-in ones.
func checkTopics(_ arguments: Arguments) throws -> ExitStatus {
    let paths = Array(arguments.positional.dropFirst())
    let files = try TopicFiles.read(builtIn: try SharedOptions.builtInFolder() + "/topics", layers: paths)
    let model = try TopicModel(files: files)
    for issue in model.issues { try Terminal.write("\(issue)\n") }
    let strangers = try unknownFeatures(of: model, arguments)
    for stranger in strangers { try Terminal.write("\(stranger)\n") }
    for id in model.changedTopics {
        guard let topic = model.topics.first(where: { $0.id == id }) else { continue }
        let twin = model.topics.first { $0.id != id && $0.name == topic.name }
        Terminal.note(
            "\(topic.isOwn ? "new" : "changed"): \(id) \(topic.name)"
                + (twin.map { "; \($0.id) has the same name" } ?? ""))
    }
    let own = model.topics.count { $0.isOwn }
    Terminal.note(
        "\(model.topics.count - own) built-in topics, \(own) of your own, \(model.termCount) terms: "
            + "\(model.issues.count + strangers.count) errors")
    return model.issues.isEmpty && strangers.isEmpty ? .done : .failed
}

/// Roles and entities that the user's files name and no gazetteer has, so that no article ever has them.
private func unknownFeatures(of model: TopicModel, _ arguments: Arguments) throws -> [String] {
    guard !model.ownFeatures.isEmpty else { return [] }
    let index = try SharedOptions.index(arguments)
    var entities: Set<String> = []
    var roles: Set<String> = []
    for number in 0..<index.entityCount {
        let entity = index.entity(number)
        entities.insert(entity.id)
        roles.insert(entity.role)
    }
    return model.ownFeatures.compactMap { feature in
        switch feature.kind {
        case .entity where !entities.contains(feature.value) && !feature.value.hasPrefix("nil:"):
            "\(feature.file), line \(feature.line): no gazetteer has the entity \(feature.value); "
                + "gazette gazetteer find NAME shows ids"
        case .role where !roles.contains(feature.value):
            "\(feature.file), line \(feature.line): no entity has the role \"\(feature.value)\"; "
                + "gazette gazetteer find NAME shows roles"
        default: nil
        }
    }
}

/// Scores a text over the topics of a file, with the terms that were found.
func tryTopics(_ arguments: Arguments) throws -> ExitStatus {
    guard arguments.positional.count == 3 else {
        throw UsageError("try wants a file or folder of topics and a text in quotes, or - for standard input")
    }
    guard !arguments.has("no-topics") else { throw UsageError("try and --no-topics exclude each other") }
    let given = arguments.positional[2]
    let text =
        given == "-" ? String(decoding: try readAll(of: STDIN_FILENO, named: "standard input"), as: UTF8.self) : given
    let resources = try SharedOptions.resources(arguments, moreTopics: [arguments.positional[1]], decisions: nil)
    guard let model = resources.models.topics else { throw Failure("there are no topics to try") }
    var configuration = try SharedOptions.tagger(arguments)
    configuration.extraction.textIsBody = true
    let tagger = try ArticleTagger(resources: resources, configuration: configuration)
    let article = Article(id: "text", title: "", text: text)
    let (tokenized, found) = tagger.explainTopics(model.changedTopics, of: article)
    let order = found.indices.sorted { (-found[$0].score, $0) < (-found[$1].score, $1) }
    try Terminal.write(
        TopicExplanationText(
            article: ExplainedArticle(article: article, tokenized: tokenized), explanations: order.map { found[$0] },
            mostTerms: 20
        ).text)
    return .done
}

/// Shows what a topic is and the terms that speak most for it and against it.
func showTopic(_ arguments: Arguments) throws -> ExitStatus {
    guard arguments.positional.count == 2 else { throw UsageError("show wants one topic, by name or id") }
    guard !arguments.has("no-topics") else { throw UsageError("show and --no-topics exclude each other") }
    let files = try SharedOptions.topicFiles(arguments)
    let model = try TopicModel(files: files)
    let topic = model.topics[try TopicResolver(model: model, arguments: arguments).resolve(arguments.positional[1]).key]
    var table = RowTable(columns: [.init("weight"), .init("term"), .init("file")])
    let rows = model.rows(of: topic, in: files)
    for row in rows.prefix(try arguments.number("limit", default: 40)) {
        table.add([row.weight, row.term.isEmpty ? "(without any term)" : row.term, row.file])
    }
    let parent = topic.parent.flatMap { parent in model.topics.first { $0.id == parent } }
    Terminal.note(
        "\(topic.id)  \(topic.name)" + (parent.map { ", part of \($0.id) \($0.name)" } ?? "")
            + "; \(rows.count) terms, the strongest first")
    try SharedOptions.write(table, arguments)
    return .done
}
