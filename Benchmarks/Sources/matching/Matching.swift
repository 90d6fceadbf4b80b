import Extraction
import FileAccess
import Gazetteers
import Glibc
import Ingest
import NewsModel
import Recognition
import Tokenization

/// Prints, as one line of JSON, how many megabytes of text a second one core takes from text in memory to the names of a
/// gazetteer that stand in it, and what the compiled gazetteer costs.
///
///     swift run --package-path Benchmarks --configuration release matching NAMES.tsv DUMP.jsonl ROUNDS
///
/// `compile` and `open` are seconds; `tokenize`, `match` (tokens to names) and `both` MB/s, the best round of each.
@main
enum Matching {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let rounds = Int(arguments[3]) else {
            print("usage: matching NAMES.tsv DUMP.jsonl ROUNDS")
            return
        }
        let sources = try GazetteerSources(layers: [arguments[1]])
        let compile = try seconds { _ = try GazetteerCompiler.open(sources) }
        let path = try GazetteerCompiler.open(sources).path
        let open = try (0..<100).map { _ in try seconds { _ = try GazetteerIndex(path: path) } }.min() ?? 0
        let index = try GazetteerIndex(path: path)
        let articles = try readArticles(arguments[2])
        let before = residentBytes()
        let run = try Run(articles: articles, index: index)
        let rates = run.rates(rounds: rounds)
        print(
            """
            {"compile": \(compile), "open": \(open), "entities": \(index.entityCount), "matches": \(run.matchCount), \
            "tokenize": \(rates.tokenize), "match": \(rates.match), "both": \(rates.both), \
            "resident": \(residentBytes() - before)}
            """)
    }

    private static func readArticles(_ path: String) throws -> [Article] {
        let reader = try SourceReader(Source(path: path), IngestConfiguration())
        let parser = RecordParser(names: try FieldNames())
        let extractor = Extractor()
        var articles: [Article] = []
        while let item = try reader.next() {
            guard case .record(let raw) = item else { continue }
            var article = try extractor.article(from: try parser.parse(raw))
            article.title = ""
            articles.append(article)
        }
        return articles
    }

    private final class Run {
        private let articles: [Article]
        private let index: GazetteerIndex
        private let matcher: GazetteerMatcher
        private let tokenizer: Tokenizer
        private var article = TokenizedArticle()
        private var matches: [GazetteerMatch] = []
        private(set) var matchCount = 0

        init(articles: [Article], index: GazetteerIndex) throws {
            self.articles = articles
            self.index = index
            matcher = GazetteerMatcher(index: index)
            tokenizer = try Tokenizer()
        }

        func rates(rounds: Int) -> (tokenize: Double, match: Double, both: Double) {
            let bytes = articles.reduce(0.0) { $0 + Double($1.text.utf8.count) }
            var (tokenize, both) = (Double.infinity, Double.infinity)
            for _ in 0..<rounds {
                var tokens = TokenizedText()
                tokenize = min(
                    tokenize, seconds { for article in articles { tokenizer.tokenize(article.text, into: &tokens) } })
                both = min(both, seconds { matchAll() })
            }
            return (bytes / tokenize / 1e6, bytes / (both - tokenize) / 1e6, bytes / both / 1e6)
        }

        private func matchAll() {
            matchCount = 0
            for text in articles {
                article.read(text, tokenizer: tokenizer, index: index)
                matcher.findMatches(in: article, into: &matches)
                matchCount += matches.count
            }
        }
    }

    /// The memory that the process holds now, mapped pages that were touched among it.
    private static func residentBytes() -> Int {
        guard let bytes = try? readFile("/proc/self/statm") else { return 0 }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
    }
}

private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}
