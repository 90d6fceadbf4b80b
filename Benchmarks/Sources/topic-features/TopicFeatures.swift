import Extraction
import Gazetteers
import Ingest
import NewsModel
import Pipeline
import Recognition
import Tokenization

/// Prints what topics are told by in each text. For `scripts/train_topics.py`.
///
///     swift run --package-path Benchmarks --configuration release topic-features Gazetteers texts.jsonl
///
/// A line for each text, its body left as it is, of columns divided by tabs: the id; the roles of the entities that it
/// mentions with the number of mentions ("football club=3|city=1"); the words of the section and of the folders of the
/// address; the keys of the title; the keys of the text, "|" where no phrase goes on.
@main
enum TopicFeatures {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: topic-features GAZETTEERS TEXTS.jsonl")
            return
        }
        let folder = CommandLine.arguments[1]
        let resources = try TaggerResources(
            layers: [folder], models: TaggerModels(folder: folder, topics: []), program: "topic-features")
        var configuration = TaggerConfiguration(fieldNames: try FieldNames())
        configuration.extraction.textIsBody = true
        let tagger = try ArticleTagger(resources: resources, configuration: configuration)
        let reader = try SourceReader(Source(path: CommandLine.arguments[2]), IngestConfiguration())
        let tokenizer = try Tokenizer()
        while let item = try reader.next() {
            guard case .record(let raw) = item else { continue }
            let tagged = try tagger.tag(raw)
            var roles: [String: Int] = [:]
            for entity in tagged.entities where !entity.role.isEmpty {
                roles[entity.role, default: 0] += entity.mentions
            }
            let columns = [
                tagged.article.id,
                roles.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "|"),
                SectionWords.words(section: tagged.article.section, url: tagged.article.url).joined(separator: " "),
                keys(of: tagged.article.title, tokenizer), keys(of: tagged.article.text, tokenizer),
            ]
            print(columns.joined(separator: "\t"))
        }
    }

    private static func keys(of text: String, _ tokenizer: Tokenizer) -> String {
        let bytes = Array(text.utf8)
        var tokenized = TokenizedText()
        bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokenized) }
        var keys: [String] = []
        for token in tokenized.tokens where !token.shape.contains(.possessive) {
            if token.shape.contains(.sentenceStart) || token.gap > .hyphen { keys.append("|") }
            keys.append(
                bytes[token.span.start..<token.span.end].withUnsafeBufferPointer {
                    String(decoding: TokenKey.key(of: $0), as: UTF8.self)
                })
        }
        return keys.joined(separator: " ")
    }
}
