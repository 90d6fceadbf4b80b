import Storage
import Topics

/// Finds the topic of a database or model that a user means by an id, a name or a part of a name.
struct TopicResolver {
    private let topics: [TopicRow]
    private let isQuiet: Bool
    /// "no story has a topic".
    private let absence: String

    /// Looks among the topics that stories of a database have.
    init(database: Database, arguments: Arguments) throws {
        topics = try database.topics()
        isQuiet = arguments.has("quiet")
        absence = "no story has a topic"
    }

    /// Looks among the topics of a model, whose keys are their numbers.
    init(model: TopicModel, arguments: Arguments) {
        topics = model.topics.enumerated().map { TopicRow(key: $0, id: $1.id, name: $1.name, parent: $1.parent) }
        isQuiet = arguments.has("quiet")
        absence = "there is no topic"
    }

    /// The topics that the options `--topic` name.
    func resolve(_ arguments: Arguments) throws -> [TopicRow] { try arguments.allValues("topic").map(resolve) }

    /// The topic meant, in whatever letter case: by id, else by name, else the only one whose name has this part. Of
    /// several with the same name a built-in one, and the user is told of the others.
    /// - Throws: `Failure` that says which topics there are with such names, or which name is nearest.
    func resolve(_ text: String) throws -> TopicRow {
        let wanted = text.lowercased()
        if let topic = topics.first(where: { $0.id.lowercased() == wanted }) { return topic }
        let named = topics.filter { $0.name.lowercased() == wanted }
        let found = named.isEmpty && !wanted.isEmpty ? topics.filter { $0.name.lowercased().contains(wanted) } : named
        guard let best = found.first(where: \.isBuiltIn) ?? found.first else { throw unknown(text) }
        let others = found.filter { $0.id != best.id }
        guard others.allSatisfy({ $0.name.lowercased() == best.name.lowercased() }) else {
            throw Failure("\"\(text)\" is part of several topics: \(list(found)); name one of them")
        }
        if !others.isEmpty, !isQuiet {
            Terminal.note("\"\(text)\" is several topics; taken: \(best.described). Others by id: \(list(others))")
        }
        return best
    }

    private func unknown(_ text: String) -> Failure {
        guard !topics.isEmpty else {
            return Failure("no story of the database has topics: it is empty, or was tagged with --no-topics")
        }
        let wanted = text.lowercased()
        let suggestion =
            nearest(to: wanted, among: topics.map { $0.name.lowercased() })
            .flatMap { name in topics.first { $0.name.lowercased() == name } } ?? topicWithWord(nearestTo: wanted)
        return Failure(
            "\(absence) \"\(text)\"; "
                + (suggestion.map { "did you mean \"\($0.name)\"?" } ?? "gazette topics lists them"))
    }

    /// A topic with a longer word in its name that is near to what was asked for.
    private func topicWithWord(nearestTo wanted: String) -> TopicRow? {
        func words(_ topic: TopicRow) -> [String] {
            topic.name.lowercased().split(separator: " ").map { String($0) }.filter { $0.count > 3 }
        }
        guard let word = nearest(to: wanted, among: topics.flatMap(words)) else { return nil }
        return topics.first { words($0).contains(word) }
    }

    private func list(_ topics: [TopicRow]) -> String {
        let shown = topics.prefix(12).map(\.described).joined(separator: ", ")
        return topics.count > 12 ? "\(shown) and \(topics.count - 12) more" : shown
    }
}

extension TopicRow {
    /// Whether it is a topic of the IPTC's and not of the user's.
    fileprivate var isBuiltIn: Bool { id.hasPrefix("medtop:") }

    /// For reading: "drought (own:drought)".
    fileprivate var described: String { "\(name) (\(id))" }
}
