import Extraction
import FileAccess
import Gazetteers
import Ingest
import Linking
import NewsModel
import Pipeline
import Recognition
import Salience
import Tokenization
import Topics

/// Prints how many megabytes of article text a second each stage takes on one core, each stage alone.
///
///     swift run --package-path Benchmarks --configuration release stages Gazetteers dump.jsonl
@main
enum Stages {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: stages GAZETTEERS DUMP.jsonl")
            return
        }
        let gazetteers = CommandLine.arguments[1]
        let resources = try TaggerResources(
            layers: [gazetteers],
            models: TaggerModels(
                folder: gazetteers, topics: TopicFiles.read(builtIn: gazetteers + "/topics", layers: [])),
            program: "benchmark")
        let records = try readRecords(CommandLine.arguments[2], most: 3000)
        try measure(records, resources)
        let files = try TopicFiles.read(builtIn: gazetteers + "/topics", layers: [])
        let clock = ContinuousClock()
        let loading = try (0..<9).map { _ in try clock.measure { _ = try TopicModel(files: files) } }.min() ?? .zero
        print("load topics: \(loading)")
    }

    private static func readRecords(_ path: String, most: Int) throws -> [RawRecord] {
        let reader = try SourceReader(Source(path: path), IngestConfiguration())
        var records: [RawRecord] = []
        while records.count < most, let item = try reader.next() {
            if case .record(let record) = item { records.append(record) }
        }
        return records
    }

    private static func measure(_ raw: [RawRecord], _ resources: TaggerResources) throws {
        let parser = RecordParser(names: try FieldNames())
        let records = try raw.map { try parser.parse($0) }
        let extractor = Extractor()
        let articles = try records.map { try extractor.article(from: $0) }
        let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
        let tokenizer = try Tokenizer()
        let index = resources.index
        let tokenized = articles.map { article in
            var result = TokenizedArticle()
            result.read(article, tokenizer: tokenizer, index: index)
            return result
        }
        let recognizer = Recognizer(index: index, model: resources.models.names)
        let linker = Linker(index: index, model: resources.models.linking)
        let mentions = tokenized.map { recognizer.mentions(in: $0) }
        let tagger = try ArticleTagger(
            resources: resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()))
        let linked = zip(tokenized, mentions).map { linker.link($1, in: $0) }
        let tagged = articles.map { tagger.tag($0) }
        var scratch = TokenizedText()
        var article = TokenizedArticle()
        print("\(articles.count) articles, \(bytes / 1_000_000) MB of text")
        report("parse", bytes) { for record in raw { _ = try? parser.parse(record) } }
        report("extract", bytes) { for record in records { _ = try? extractor.article(from: record) } }
        report("tokenize", bytes) { for article in articles { tokenizer.tokenize(article.text, into: &scratch) } }
        report("tokenize + look words up", bytes) {
            for one in articles { article.read(one, tokenizer: tokenizer, index: index) }
        }
        report("recognize", bytes) { for article in tokenized { _ = recognizer.mentions(in: article) } }
        report("link", bytes) {
            for (article, found) in zip(tokenized, mentions) { _ = linker.link(found, in: article) }
        }
        report("focus", bytes) {
            for (article, found) in zip(tokenized, linked) {
                _ = resources.focusFinder.countries(of: found, in: article)
            }
        }
        let scorer = EntityScorer(weights: resources.models.salience)
        report("salience and confidence", bytes) {
            for one in tagged { _ = scorer.scores(of: one.mentions, textLength: one.article.text.utf8.count) }
        }
        if let model = resources.models.topics {
            let scorer = TopicScorer(model: model)
            report("topics", bytes) {
                for (one, words) in zip(articles.indices, tokenized) {
                    _ = scorer.topics(of: articles[one], words)
                    _ = scorer.topics(with: linked[one])
                }
            }
        }
        report("whole chain", bytes) { for record in raw { _ = try? tagger.tag(record) } }
    }

    private static func report(_ name: String, _ bytes: Int, _ body: () -> Void) {
        let clock = ContinuousClock()
        let best = (0..<3).map { _ in clock.measure(body) }.min() ?? .zero
        let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
        let rate = (Double(bytes) / seconds / 1e5).rounded() / 10
        print("\(name): \(rate) MB/s")
    }
}
