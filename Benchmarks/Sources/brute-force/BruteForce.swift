import Extraction
import Gazetteers
import Glibc
import Ingest
import NewsModel
import Recognition
import Tokenization

/// Looks for every name of a gazetteer in a dump without the index's tree, and compares with what the matcher finds.
///
///     swift run --package-path Benchmarks --configuration release brute-force Gazetteers dump.jsonl
///
/// A set holds the token keys of every name of the tables; every stretch of up to 16 tokens is asked of it. A name that the
/// index lacks is a difference; for the others the index is asked whether letter case allows them. Ends with status 1 when
/// the two differ.
@main
enum BruteForce {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: brute-force GAZETTEERS DUMP.jsonl")
            return
        }
        let sources = try GazetteerSources(layers: [CommandLine.arguments[1]])
        let index = try GazetteerCompiler.open(sources).index
        let names = try NameSet(try GazetteerContents(sources))
        let matcher = GazetteerMatcher(index: index, diacritics: .exact)
        let (tokenizer, extractor, parser) = (try Tokenizer(), Extractor(), RecordParser(names: try FieldNames()))
        var (article, matches) = (TokenizedArticle(), [GazetteerMatch]())
        var (articleCount, matchCount, stretchCount, differences) = (0, 0, 0, 0)
        let reader = try SourceReader(Source(path: CommandLine.arguments[2]), IngestConfiguration())
        while let item = try reader.next() {
            guard case .record(let raw) = item else { continue }
            article.read(try extractor.article(from: try parser.parse(raw)), tokenizer: tokenizer, index: index)
            matcher.findMatches(in: article, into: &matches)
            let found = Set(matches.map(\.tokens))
            let naive = names.stretches(in: article, count: &stretchCount) { range in
                let isInIndex = !index.names(equalTo: Array(article.tokens[range])).isEmpty
                return !isInIndex || matcher.accepts(range, in: article)
            }
            articleCount += 1
            matchCount += found.count
            for range in found.symmetricDifference(naive).sorted(by: { $0.lowerBound < $1.lowerBound }) {
                differences += 1
                let side = found.contains(range) ? "only the matcher" : "only brute force"
                if differences <= 20 { print("\(article.flatText(range)): \(side)") }
            }
        }
        print(
            "\(articleCount) articles, \(stretchCount) stretches of tokens, \(matchCount) names found, "
                + "\(differences) differences")
        if differences > 0 { exit(1) }
    }
}

/// The names of all tables as sequences of token keys.
private struct NameSet {
    private var names: Set<[UInt64]> = []
    private var longest = 0

    init(_ contents: GazetteerContents) throws {
        let tokenizer = try Tokenizer()
        for entity in contents.entities {
            for name in [entity.name] + entity.aliases.map(\.name) where !contents.stops.contains(name) {
                // "the West Bank" is a name without its article, "The New York Times" with or without it.
                let rest = String(name.dropFirst(4))
                if !name.hasPrefix("the ") { insert(name, tokenizer) }
                if name.hasPrefix("the ") || (name.hasPrefix("The ") && tokenizer.tokensOfName(rest).count >= 2) {
                    insert(rest, tokenizer)
                }
            }
        }
    }

    /// Adds a name as it is and without diacritics.
    private mutating func insert(_ name: String, _ tokenizer: Tokenizer) {
        for written in Set([name, withoutMarks(name)]) { insert(written: written, tokenizer) }
    }

    private mutating func insert(written name: String, _ tokenizer: Tokenizer) {
        let tokens = tokenizer.tokensOfName(name)
        // Names without a capital are left out by the compiler too: running text would match them everywhere.
        let isWritten = tokens.contains {
            $0.shape.contains(.capitalized) || $0.shape.isSuperset(of: [.hasDigit, .hasLower])
        }
        guard isWritten, tokens.count <= IndexFormat.mostTokens else { return }
        names.insert(keys(tokens[...]))
        longest = max(longest, tokens.count)
    }

    /// Keys with a mark before each that stands behind a comma.
    private func keys(_ tokens: ArraySlice<Token>) -> [UInt64] {
        tokens.enumerated().flatMap { $0 > 0 && $1.gap == .comma ? [1, $1.key] : [$1.key] }
    }

    /// Every stretch of tokens that is a name and that `isAccepted` takes.
    func stretches(
        in article: TokenizedArticle, count: inout Int, where isAccepted: (Range<Int>) -> Bool
    ) -> Set<Range<Int>> {
        var result: Set<Range<Int>> = []
        let tokens = article.tokens
        for start in tokens.indices {
            for end in start + 1...min(start + longest, tokens.count) {
                let gap = tokens[end - 1].gap
                if end > start + 1, !gap.joinsName, gap != .comma { break }
                count += 1
                if names.contains(keys(tokens[start..<end])), isAccepted(start..<end) { result.insert(start..<end) }
            }
        }
        return result
    }
}
