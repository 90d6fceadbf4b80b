import CSQLite
import FileAccess
import Gazetteers
import Glibc
import Ingest
import Pipeline
import TestSupport
import Testing

/// A small gazetteer, a topic model and folders of articles.
final class Workbench {
    let folder: TemporaryFolder
    let resources: TaggerResources
    private let models: TaggerModels

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "tables/entities.tsv",
            """
            id\tkind\tname\taliases\tcountry\tweight
            Q1032\tcountry\tNiger\tdemonym:Nigerien\tNE\t4
            Q912\tcountry\tMali\tdemonym:Malian\tML\t4
            Q159\tcountry\tRussia\tdemonym:Russian\tRU\t6
            Q1\tperson\tAssimi Goïta\t\tML\t4

            """.utf8)
        try folder.write("tables/words/common_words.tsv", "word\tlower\tupper\nlater\t9000\t300\n".utf8)
        try folder.write("topics/media_topics.tsv", "id\tparent\tname\nmedtop:1\t\tweather\nmedtop:2\t\twar\n".utf8)
        try folder.write(
            "topics/weights.tsv",
            "term\tweights\n\tweather 0|war 0\nrain\tweather 3\ndrought\tweather 3\ntroops\twar 3\n".utf8)
        models = try TaggerModels(
            folder: Story.modelsFolder, topics: TopicFiles.read(builtIn: "\(folder.path)/topics", layers: []))
        resources = try TaggerResources(layers: ["\(folder.path)/tables"], models: models, program: "test")
    }

    /// The folder that stands for the built-in gazetteers.
    var builtIn: String { "\(folder.path)/tables" }

    /// The same with more tables and decisions.
    func resources(layers: [String], _ decisions: DecisionTable) throws -> TaggerResources {
        try TaggerResources(layers: [builtIn] + layers, models: models, program: "test", decisions: decisions)
    }

    var database: String { "\(folder.path)/news.db" }

    /// Writes JSON lines; every ninth is broken. Returns the file's path.
    @discardableResult
    func writeLines(_ name: String, count: Int, seed: Int = 0) throws -> String {
        let people = ["Assimi Goïta", "Hadiza Garba", "President Ivan Petrov", "nobody"]
        let places = ["Niger", "Mali", "Russia", "the town"]
        let news = ["rain fell all day long", "troops moved in the night", "the market was open", "a drought began"]
        var text = ""
        for number in 0..<count {
            let mixed = number &* 7 &+ seed
            let body =
                "In \(places[mixed % 4]) \(news[mixed / 2 % 4]). Later \(people[mixed / 3 % 4]) spoke of \(places[mixed / 5 % 4]) again."
            let day = String(mixed % 28 + 1)
            let date = "2024-0\(mixed % 9 + 1)-\(day.count == 1 ? "0" : "")\(day)"
            text +=
                number % 9 == 8
                ? "{broken\n"
                : #"{"id":"\#(name)-\#(number)","title":"News \#(number)","text":"\#(body)","date":"\#(date)"}"# + "\n"
        }
        return try folder.write("dump/\(name).jsonl", text.utf8)
    }

    /// Writes JSON lines that tell ten stories over and over, each time with another headline, day and sentence left out.
    @discardableResult
    func writeCopies(_ name: String, count: Int, seed: Int = 0) throws -> String {
        let words = ["rain", "river", "market", "bridge", "school", "harvest", "council", "doctor", "road", "winter"]
        var text = ""
        for number in seed..<seed + count {
            let story = number % 10
            var sentences = (0..<12).map { place in
                "The \(words[story]) of \(place) men in Mali saw \(words[place % 10]) and \(story)x\(place) of Niger again."
            }
            sentences.remove(at: number % 12)
            let body = sentences.joined(separator: " ")
            text +=
                #"{"id":"\#(name)-\#(number)","title":"News \#(number)","text":"\#(body)","date":"2024-03-\#(number * 7 % 19 + 10)"}"#
                + "\n"
        }
        return try folder.write("dump/\(name).jsonl", text.utf8)
    }

    /// For each article the first of its cluster, by their ids.
    func clusters(of database: String? = nil) throws -> [String] {
        try rows(
            "SELECT article.id, first.id FROM article JOIN article AS first ON first.key = article.cluster ORDER BY 1",
            in: database ?? self.database)
    }

    func run(into database: String? = nil, workers: Int = 2, paths: [String]? = nil) throws -> TaggingRun.Summary {
        let run = TaggingRun(
            resources: resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()),
            ingest: IngestConfiguration(),
            workers: workers)
        return try run.run(
            paths: paths ?? ["\(folder.path)/dump"], database: database ?? self.database, program: "test", options: "o"
        ) { _ in }
    }

    /// Everything in a database but its runs.
    func contents(of database: String? = nil) throws -> [String] {
        let path = database ?? self.database
        let tables = [
            "source": "key", "article": "key", "entity": "key", "mention": "article, sentence, start", "topic": "key",
            "article_entity": "entity, day, article", "article_topic": "topic, day, article",
            "article_country": "country, day, article", "variant": "entity",
            "reject": "source, record", "sketch": "article",
        ]
        return try tables.sorted { $0.key < $1.key }.flatMap { table, order in
            ["# \(table)"]
                + (try rows(
                    "SELECT \(table == "sketch" ? "*, hex(bins)" : "*") FROM \(table) ORDER BY \(order)", in: path))
        } + rows("SELECT rowid FROM article_search WHERE article_search MATCH 'rain' ORDER BY rowid", in: path)
    }
}
