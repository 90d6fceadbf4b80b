import Extraction
import Gazetteers
import Ingest
import NewsModel
import Recognition
import Tokenization

/// Prints what the learned recognizer sees of texts. For `scripts/train_names.py`.
///
///     swift run --package-path Benchmarks --configuration release recognition-features Gazetteers texts.jsonl
///
/// A line "#" and the id for each text, its body left as it is. Then a line for each token in which a name may stand: its
/// first and last byte in the text, 1 where a stretch of such tokens begins and else 0, and the hashes of its features.
@main
enum RecognitionFeatures {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: recognition-features GAZETTEERS TEXTS.jsonl")
            return
        }
        let index = try GazetteerCompiler.open(try GazetteerSources(layers: [CommandLine.arguments[1]])).index
        let reader = try SourceReader(Source(path: CommandLine.arguments[2]), IngestConfiguration())
        let parser = RecordParser(names: try FieldNames(), textIsBody: true)
        var configuration = ExtractionConfiguration()
        configuration.textIsBody = true
        let extractor = Extractor(configuration: configuration)
        let tokenizer = try Tokenizer()
        let matcher = GazetteerMatcher(index: index)
        var tokenized = TokenizedArticle()
        var matches: [GazetteerMatch] = []
        while let item = try reader.next() {
            guard case .record(let raw) = item else { continue }
            var article = try extractor.article(from: try parser.parse(raw))
            article.title = ""
            tokenized.read(article, tokenizer: tokenizer, index: index)
            matcher.findMatches(in: tokenized, into: &matches)
            print("#", article.id)
            for (segment, features) in NameTraining.features(of: tokenized, matches, index) {
                for (position, hashes) in zip(segment, features) {
                    let token = tokenized.tokens[position]
                    let start = position == segment.lowerBound ? 1 : 0
                    let text = hashes.map { String($0, radix: 36) }.joined(separator: " ")
                    print(token.start, token.end, start, text)
                }
            }
        }
    }
}
