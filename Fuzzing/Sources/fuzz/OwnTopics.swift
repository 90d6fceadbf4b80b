import Glibc
import Tokenization
import Topics

/// Any bytes as a user's file of topics over a small table: a story is scored, and every score is explained.
struct OwnTopics {
    private static let builtIn = [
        "media_topics.tsv": "id\tparent\tname\nmedtop:1\t\tweather\nmedtop:2\tmedtop:1\tdrought\nmedtop:3\t\twar\n",
        "weights.tsv": """
        term\tweights
        \tweather -1|drought -2.5|war -2
        rain\tweather 2|drought -1
        failed rains\tdrought 4
        troops\twar 2.25|weather -0.5

        """,
        "rules.tsv": "topic\tterm\tweight\nmedtop:2\tstock market\texcluded\nmedtop:3\trole:army\t1\n",
    ]
    private static let story = """
        rain fell | after the failed rains herders met troops of the army near the wells | peace talks and more rain
        """
    private static let features = [
        ArticleFeature(term: .role("army"), name: "role:army"),
        ArticleFeature(term: .role("army"), name: "role:army"),
        ArticleFeature(term: .entity("Q1032"), name: "entity:Q1032"),
        ArticleFeature(term: .section("world"), name: "section:world"),
    ]
    private let files: [TopicFile]
    /// The hash of each word of the story; 0 is a boundary.
    private let words: [UInt64]

    /// Reads the small table.
    init() {
        files = ["media_topics.tsv", "weights.tsv", "rules.tsv"].map {
            TopicFile(path: $0, bytes: Array((Self.builtIn[$0] ?? "").utf8))
        }
        words = Self.story.split(whereSeparator: \.isWhitespace).map { $0 == "|" ? 0 : TokenKey.hash(of: String($0)) }
    }

    /// Scores the story over the table, with the bytes as a list or table laid over it.
    func score(_ bytes: [UInt8]) {
        let own = TopicFile(path: "own.txt", bytes: bytes, isOwn: true)
        guard let model = try? TopicModel(files: files + [own]) else { return }
        precondition(
            model.issues.allSatisfy { $0.line >= 0 && $0.file == "own.txt" && $0.description.utf8.count < 1000 })
        precondition(model.topics.count <= TopicModel.mostTopics && model.termCount >= 3)
        let ids = Set(model.topics.map(\.id))
        precondition(ids.count == model.topics.count && ids.isSuperset(of: model.changedTopics))
        precondition(model.topics.allSatisfy { !$0.name.isEmpty && $0.parent.map(ids.contains) ?? true })
        var terms = ArticleTerms(model: model)
        terms.add(words: words)
        for feature in Self.features { terms.add(feature.term) }
        let scores = model.scores(of: terms, threshold: 0, finerThreshold: 0)
        precondition(scores.allSatisfy { $0.score > 0 && $0.score <= 1 })
        precondition(zip(scores, scores.dropFirst()).allSatisfy { $0.score >= $1.score })
        let scoreOfTopic = Dictionary(uniqueKeysWithValues: scores.map { ($0.topic, $0.score) })
        let explanations = model.explanations(
            of: Array(model.topics.indices), words: words, features: Self.features)
        for (topic, explanation) in zip(model.topics, explanations) {
            check(explanation, scoreOfTopic[topic.id] ?? 0)
            precondition(topic.isOwn || !model.rows(of: topic, in: files).isEmpty)
        }
        if let last = model.topics.last { _ = model.rows(of: last, in: files + [own]) }
    }

    /// The parts make the score, and stand in the story.
    private func check(_ explanation: TopicExplanation, _ score: Double) {
        precondition(explanation.score == score)
        for part in explanation.parts {
            precondition(part.term.times > 0 && part.factor > 0)
            precondition(part.term.feature != nil || part.term.places.count == part.term.times)
            precondition(
                part.term.places.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= words.count })
            precondition(part.term.places.allSatisfy { !words[$0].contains(0) })
        }
        for rule in explanation.rules { precondition(rule.found.count <= rule.count) }
        guard explanation.rules.allSatisfy(\.holds) else {
            precondition(score == 0)
            return
        }
        // A topic without any weight is given by its rules alone, or never.
        guard !explanation.parts.isEmpty else { return }
        let sum = explanation.parts.reduce(explanation.bias) { $0 + $1.contribution }
        let size = explanation.parts.reduce(abs(explanation.bias)) { $0 + abs($1.contribution) }
        // The sums are made in another order.
        precondition(abs(1 / (1 + exp(-sum)) - score) <= 1e-9 + size * 1e-12)
    }
}
