import Tokenization
import Topics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

let topicsTable = "# made for tests\nid\tparent\tname\na\t\tsport\nb\t\tpolitics\n"

/// A built-in file.
func file(_ text: String, _ path: String = "built-in.tsv") -> TopicFile {
    TopicFile(path: path, bytes: Array(text.utf8))
}

/// A user's file.
func ownFile(_ text: String, _ path: String = "own.tsv") -> TopicFile {
    TopicFile(path: path, bytes: Array(text.utf8), isOwn: true)
}

/// A model of the topics a and b with these rows of terms, and with a user's files.
func makeModel(_ rows: String, topics: String = topicsTable, own: [TopicFile] = []) throws -> TopicModel {
    try TopicModel(files: [file(topics), file("topic\tterm\tweight\n\(rows)")] + own)
}

/// The hashes of blank-divided words; "|" is a boundary.
func keys(_ text: String) -> [UInt64] {
    text.split(separator: " ").map { $0 == "|" ? 0 : TokenKey.hash(of: String($0)) }
}

/// The terms of an article of these words.
func terms(_ text: String, _ model: TopicModel, _ features: [TermKey] = []) -> ArticleTerms {
    var terms = ArticleTerms(model: model)
    terms.add(words: keys(text))
    for feature in features { terms.add(feature) }
    return terms
}

extension TopicModel {
    /// The scores of all topics of an article of these words, by id.
    func all(_ text: String, _ features: [TermKey] = []) -> [String: Double] {
        let found = scores(of: terms(text, self, features), threshold: 0, finerThreshold: 0)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.topic, $0.score) })
    }
}

/// What a term that stands once in a text of up to 25 words is multiplied with.
let shortFactor = 2.0

func sigmoid(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
