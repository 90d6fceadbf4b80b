import Gazetteers
import Ingest
import Linking
import Pipeline

/// Prints the evidence that linking has on each mention of the text of articles. For `scripts/train_linking.py`.
///
///     swift run --package-path Benchmarks --configuration release linking-features Gazetteers articles.jsonl
///
/// A line for each mention: "mention", id of the article, start and end in bytes of the text, words; then a line for each
/// reading: "candidate", entity, kind, and evidence=value pairs. The reading of a name that means nothing known has the
/// entity "unknown", that as a short form "short" and in place of the kind the entity of the full name. Columns are divided
/// by tabs. Articles are taken with their text as it came.
@main
enum LinkingFeatures {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 2 else {
            print("usage: linking-features GAZETTEERS ARTICLES.jsonl")
            return
        }
        let resources = try TaggerResources(
            layers: [arguments[0]],
            models: TaggerModels(
                folder: arguments[0], topics: TopicFiles.read(builtIn: arguments[0] + "/topics", layers: [])),
            program: "features")
        var configuration = TaggerConfiguration(fieldNames: try FieldNames())
        configuration.extraction.textIsBody = true
        let tagger = try ArticleTagger(resources: resources, configuration: configuration)
        let reader = try SourceReader(Source(path: arguments[1]), IngestConfiguration())
        while let item = try reader.next() {
            guard case .record(let record) = item else { continue }
            let tagged = try tagger.tag(record)
            let (article, verdicts) = tagger.explain(tagged.article)
            for verdict in verdicts where !article.isInTitle(verdict.tokens.lowerBound) {
                let span = article.span(verdict.tokens)
                print(
                    "mention", tagged.article.id, span.start - article.bodyStart, span.end - article.bodyStart,
                    article.flatText(verdict.tokens), separator: "\t")
                for candidate in verdict.candidates {
                    let entity = resources.index.entity(candidate.entity)
                    print("candidate", entity.id, entity.kind.rawValue, pairs(candidate.evidence), separator: "\t")
                }
                print("candidate", "unknown", "", pairs(verdict.unknown), separator: "\t")
                if let short = verdict.shortForm {
                    print("candidate", "short", short.full.entity, pairs(short.evidence), separator: "\t")
                }
            }
        }
    }

    private static func pairs(_ evidence: Evidence) -> String {
        evidence.contributions.map { "\($0.name.label)=\($0.value)" }.joined(separator: " ")
    }
}
