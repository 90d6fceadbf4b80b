import Ingest
import NewsModel
import TestSupport
import Testing
import Topics

@testable import Linking
@testable import Pipeline

@Suite struct TopicScorerTests {
    private let story: Story
    private let scorer: TopicScorer

    private static let terms = """
        topic\tterm\tweight
        raids\tpatrol\t1
        raids\trole:armed group\t1.5
        raids\tentity:Q1032\t0.5
        raids\tsection:africa\t1
        talks\tpeace talks\t3
        talks\tentity:nil:someone\t3

        """

    init() throws {
        story = try Story()
        let file = TopicFile(path: "own.tsv", bytes: Array(Self.terms.utf8), isOwn: true)
        let model = try TopicModel(files: [file])
        try #require(model.issues.isEmpty)
        scorer = TopicScorer(model: model)
    }

    private func mention(_ entity: String, role: String = "", number: Int? = 0) -> LinkedMention {
        LinkedMention(
            tokens: 0..<1, kind: .other, entityNumber: number, entity: entity, name: entity, role: role, form: .name,
            confidence: 1)
    }

    private func read(_ text: String, title: String = "", section: String? = nil, url: String? = nil) -> [ArticleTopic]
    {
        var article = Article(id: "1", title: title, text: text)
        (article.section, article.url) = (section, url)
        return scorer.topics(of: article, story.read(text, title: title))
    }

    /// The score of a topic, 0 where it is not given.
    private func score(_ topic: String, _ topics: [ArticleTopic]) -> Double {
        topics.first { $0.topic == "own:\(topic)" }?.score ?? 0
    }

    @Test func rolesAndEntitiesOfMentionsCount() {
        let words = score("raids", read("A patrol was late."))
        let withRole = score("raids", scorer.topics(with: [mention("Q5", role: "armed group")]))
        _ = read("A patrol was late.")
        let withEntity = score("raids", scorer.topics(with: [mention("Q1032")]))
        #expect(words > 0 && withRole > withEntity && withEntity > words)
    }

    @Test func aNameThatNoGazetteerHasIsNoEntity() {
        _ = read("A patrol was late.")
        #expect(score("talks", scorer.topics(with: [mention("nil:someone", role: "armed group", number: nil)])) == 0)
        _ = read("A patrol was late.")
        #expect(score("talks", scorer.topics(with: [mention("nil:someone")])) > 0.5)
    }

    @Test func mentionsOfTheArticleBeforeAreForgotten() {
        let first = read("A patrol was late.")
        _ = scorer.topics(with: [mention("Q1032", role: "armed group")])
        #expect(read("A patrol was late.") == first)
        #expect(read("Nothing.") == [])
    }

    @Test func theSectionAndAddressCount() {
        let words = score("raids", read("A patrol was late."))
        #expect(score("raids", read("A patrol was late.", section: "World / Africa")) > words)
        #expect(score("raids", read("A patrol was late.", url: "https://example.org/africa/late")) > words)
        #expect(score("raids", read("A patrol was late.", url: "https://africa.example.org/late/africa")) == words)
    }

    @Test func noPhraseGoesOverABoundary() {
        #expect(score("talks", read("New peace talks began.")) > 0.5)
        #expect(score("talks", read("Rain fell.", title: "Peace talks")) > 0.5)
        #expect(score("talks", read("Talks began.", title: "A late peace")) == 0)
        #expect(score("talks", read("At last came peace. Talks began.")) == 0)
        #expect(score("talks", read("Of peace, talks, and rain.")) == 0)
        #expect(score("talks", read("They saw peace\n\nTalks began")) == 0)
        #expect(score("talks", read("The peace-talks began.")) > 0.5)
    }

    @Test func possessivesAreTheWordItself() {
        let plain = read("The patrol was late.")
        #expect(read("The patrol's was late.") == plain)
        #expect(read("The PATROL’S was late.") == plain)
        #expect(score("talks", read("Peace's talks began.")) > 0.5)
    }

    @Test func explanationsCountWhatTopicsCount() throws {
        let mentions = [mention("Q1032"), mention("Q5", role: "armed group"), mention("Q6", role: "armed group")]
        var article = Article(id: "1", title: "Patrol", text: "The army's peace talks. Patrol’s talks of peace talks.")
        article.section = "Africa"
        let tokenized = story.read(article.text, title: article.title)
        _ = scorer.topics(of: article, tokenized)
        let topics = scorer.topics(with: mentions)
        let explanations = scorer.explanations(of: nil, article, tokenized, mentions)
        #expect(explanations.map(\.topic.id).sorted() == topics.map(\.topic).sorted())
        for explanation in explanations {
            #expect(topics.first { $0.topic == explanation.topic.id }?.score == explanation.score)
            for part in explanation.parts where part.term.feature == nil {
                for place in part.term.places {
                    let words = place.map { tokenized.key($0) }.joined(separator: " ")
                    #expect(words == (explanation.topic.name == "talks" ? "peace talks" : "patrol"))
                }
            }
        }
        let raids = try #require(explanations.first { $0.topic.name == "raids" })
        #expect(
            Set(raids.parts.map { "\($0.term.feature ?? "words") \($0.term.times)" }) == [
                "words 2", "role:armed group 2", "entity:Q1032 1", "section:africa 1",
            ])
        #expect(scorer.explanations(of: ["own:none"], article, tokenized, mentions).isEmpty)
    }
}

/// Topics of a user's own in the whole chain.
@Suite struct OwnTopicsTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private func resources(_ topics: String..., names: [String] = ["own.tsv"]) throws -> TaggerResources {
        let paths = try zip(names, topics).map { try bench.folder.write("layers/\($0)", $1.utf8) }
        let files = try TopicFiles.read(builtIn: bench.folder.file("topics"), layers: paths)
        return try TaggerResources(
            layers: [bench.folder.file("tables")], models: TaggerModels(folder: Story.modelsFolder, topics: files),
            program: "test")
    }

    private func topics(_ table: String, _ text: String) throws -> [ArticleTopic] {
        let tagger = try ArticleTagger(
            resources: try resources(table), configuration: TaggerConfiguration(fieldNames: try FieldNames()))
        return tagger.tag(Article(id: "1", title: "", text: text)).topics
    }

    @Test func mentionsInTheTextCount() throws {
        let table = "topic\tterm\tweight\nSahel\tentity:Q912\t3\nSahel\tentity:Q159\t1\n"
        let mali = try topics(table, "Rain fell in Mali.").first { $0.topic == "own:Sahel" }
        let russia = try topics(table, "Rain fell in Russia.").first { $0.topic == "own:Sahel" }
        #expect(try #require(mali).score > 0.5)
        #expect(try #require(russia).score < 0.5)
        #expect(try topics(table, "Rain fell all day.").allSatisfy { $0.topic != "own:Sahel" })
    }

    @Test func finerTopicsNameTheBroader() throws {
        let tree = try bench.folder.write("layers/tree.tsv", "id\tparent\tname\nmy:1\tmedtop:1\tdry spells\n".utf8)
        let terms = try bench.folder.write("layers/terms.tsv", "topic\tterm\tweight\nmy:1\tdrought\t4\n".utf8)
        let files = try TopicFiles.read(builtIn: bench.folder.file("topics"), layers: [tree, terms])
        let tagger = try ArticleTagger(
            resources: try TaggerResources(
                layers: [bench.folder.file("tables")], models: TaggerModels(folder: Story.modelsFolder, topics: files),
                program: "test"), configuration: TaggerConfiguration(fieldNames: try FieldNames()))
        let topics = tagger.tag(Article(id: "1", title: "", text: "A drought began.")).topics
        #expect(topics.first { $0.topic == "my:1" }?.parent == "medtop:1")
        #expect(topics.first { $0.topic == "my:1" }?.name == "dry spells")
        #expect(topics.contains { $0.topic == "medtop:1" && $0.parent == nil })
    }

    @Test func theFingerprintChangesWithOwnTopics() throws {
        let (rain, snow) = ("topic\tterm\tweight\nx\train\t1\n", "topic\tterm\tweight\nx\tsnow\t1\n")
        let prints = [
            bench.resources.fingerprint, try resources(rain).fingerprint, try resources(snow).fingerprint,
            try resources(rain, snow, names: ["a.tsv", "b.tsv"]).fingerprint,
            try resources(snow, rain, names: ["a.tsv", "b.tsv"]).fingerprint,
            try resources("rain\n", names: ["dry.txt"]).fingerprint,
            try resources("rain\n", names: ["wet.txt"]).fingerprint,
        ]
        #expect(Set(prints).count == prints.count)
        #expect(try resources(rain).fingerprint == prints[1])
    }

    @Test func aFileOfWhichNothingCanBeUsedIsAnError() throws {
        let error = #expect(throws: ResourceError.self) { try resources("topic\tterm\tweight\nx\train\tmuch\n") }
        #expect(try #require(error).description.contains("own.tsv: nothing in it can be used"))
    }
}
