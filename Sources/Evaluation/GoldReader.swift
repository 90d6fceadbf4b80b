import FileAccess
import Ingest
import NewsModel

/// Reads gold data: JSON lines, packed or not, with `id` and `text`, and `entities`, `places` or a `label`.
///
/// Offsets are code points of the text, the end exclusive; where an entity brings its words, they must stand there.
public struct GoldReader {
    private let path: String
    private let parser = JSONParser()
    private var ids: Set<String> = []

    private init(path: String) { self.path = path }

    /// All articles of a file.
    /// - Throws: `GoldError` at the first line that is wrong, and when there is none; `FileError` when it cannot be read.
    public static func articles(path: String) throws -> [GoldArticle] {
        var configuration = IngestConfiguration()
        configuration.inputFormat = .jsonl
        return try articles(of: try SourceReader(Source(path: path), configuration), path)
    }

    /// All articles of a file that is in memory.
    /// - Throws: as `articles(path:)`.
    public static func articles(_ bytes: [UInt8], named path: String) throws -> [GoldArticle] {
        var configuration = IngestConfiguration()
        configuration.inputFormat = .jsonl
        return try articles(of: SourceReader(Source(path: path), bytes: bytes, configuration), path)
    }

    private static func articles(of source: SourceReader, _ path: String) throws -> [GoldArticle] {
        var reader = GoldReader(path: path)
        var articles: [GoldArticle] = []
        while let item = try source.next() {
            switch item {
            case .reject(let reject): throw GoldError(path, reject.place, reject.reason)
            case .record(let record):
                guard case .object(let line) = record.content else { continue }
                articles.append(try reader.article(line, record.place))
            }
        }
        guard !articles.isEmpty else { throw GoldError(path, "", "there is no article in it") }
        return articles
    }

    private mutating func article(_ line: [UInt8], _ place: String) throws(GoldError) -> GoldArticle {
        let outcome: Result<GoldArticle, GoldError>
        do {
            outcome = try parser.read(line[...]) { parsed($0, place) }
        } catch {
            throw GoldError(path, place, "\(error)")
        }
        let article = try outcome.get()
        guard ids.insert(article.id).inserted else { throw GoldError(path, place, "the id \"\(article.id)\" again") }
        return article
    }

    private func parsed(_ root: JSONElement, _ place: String) -> Result<GoldArticle, GoldError> {
        func wrong(_ reason: String) -> Result<GoldArticle, GoldError> { .failure(GoldError(path, place, reason)) }
        guard let id = root["id"]?.string else { return wrong("no object with an \"id\" that is a string") }
        guard let text = root["text"]?.string else { return wrong("no \"text\" that is a string (id \(id))") }
        var article = GoldArticle(id: id, place: place, text: text)
        article.label = root["label"]?.string
        if let places = root["places"] {
            article.places = places.items.compactMap(\.string)
            guard article.places?.count == places.count, places.string == nil else {
                return wrong("\"places\" is no list of strings (id \(id))")
            }
        }
        if let span = root["evaluation_span"] {
            guard let start = span.items.first?.wholeNumber, let end = span.items.last?.wholeNumber, span.count == 2
            else { return wrong("\"evaluation_span\" is no pair of whole numbers (id \(id))") }
            article.evaluationSpan = CodePointSpan(start: start, end: end)
        }
        guard let entities = root["entities"] else { return .success(article) }
        let scalars = Array(text.unicodeScalars)
        article.entities = []
        for item in entities.items {
            switch entity(item, in: scalars) {
            case .success(let entity): article.entities?.append(entity)
            case .failure(let reason): return wrong("\(reason.description) (id \(id))")
            }
        }
        return .success(article)
    }

    private func entity(_ item: JSONElement, in text: [Unicode.Scalar]) -> Result<GoldEntity, WrongEntity> {
        guard let start = item["start"]?.wholeNumber, let end = item["end"]?.wholeNumber else {
            return .failure(WrongEntity(description: "an entity without whole numbers as \"start\" and \"end\""))
        }
        guard 0 <= start, start < end, end <= text.count else {
            return .failure(
                WrongEntity(description: "entity \(start)..\(end) lies outside the text of \(text.count) code points"))
        }
        let words = String(String.UnicodeScalarView(text[start..<end]))
        // By code points: what only looks the same is elsewhere.
        if let expected = item["text"]?.string, !expected.unicodeScalars.elementsEqual(words.unicodeScalars) {
            return .failure(
                WrongEntity(description: "at \(start)..\(end) the text has \"\(words)\", the entity \"\(expected)\""))
        }
        var entity = GoldEntity(span: CodePointSpan(start: start, end: end), type: item["type"]?.string ?? "")
        entity.wikidata = item["wikidata"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        entity.isNIL = item["nil"]?.boolean ?? false
        entity.isOptional = item["optional"]?.boolean ?? false
        entity.isNamed = item["named"]?.boolean ?? true
        return .success(entity)
    }
}

/// What is wrong with an entity.
private struct WrongEntity: Error {
    let description: String
}

extension JSONElement {
    /// The value of a number without decimals.
    fileprivate var wholeNumber: Int? { number.flatMap { Int(exactly: $0) } }
}
