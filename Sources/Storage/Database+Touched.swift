import NewsModel
import Tokenization

extension Database {
    /// Keys of the stories whose tags may change when these entities change, or these names become names: those that
    /// mention one of the entities, and those whose words hold one of the names.
    ///
    /// The words are looked for in the full-text index, which knows neither letter case nor diacritics: it may name a
    /// story too many, never one too few.
    public func articlesTouched(entities: some Sequence<String>, names: some Sequence<String>) throws(DatabaseError)
        -> Set<Int>
    {
        try connection.reading { () throws(DatabaseError) in
            var search = TouchedSearch(connection, try connection.searchTokenizer())
            for entity in entities { try search.add(entity: entity) }
            for name in names { try search.add(name: name) }
            return search.articles
        }
    }

    /// The id of an article.
    public func articleID(_ key: Int) throws(DatabaseError) -> String {
        let select = try connection.prepare("SELECT id FROM article WHERE key = ?")
        return try select.bind(key).step() ? select.text(0) : ""
    }
}

/// Gathers the stories that changes may touch.
struct TouchedSearch {
    private(set) var articles: Set<Int> = []
    private let connection: Connection
    private let tokenizer: Tokenizer

    init(_ connection: Connection, _ tokenizer: Tokenizer) {
        self.connection = connection
        self.tokenizer = tokenizer
    }

    /// Adds the stories that mention an entity, or are about a country.
    mutating func add(entity: String) throws(DatabaseError) {
        try add(
            """
            SELECT article FROM article_entity WHERE entity = (SELECT key FROM entity WHERE id = ?1)
            UNION ALL SELECT article FROM article_country WHERE country = (SELECT key FROM entity WHERE id = ?1)
            """, entity)
    }

    /// Adds the stories that have a name's words in a row.
    mutating func add(name: String) throws(DatabaseError) {
        let words = tokenizer.searchWords(of: name)
        if !words.isEmpty { try add(query: Self.phrase(words)) }
    }

    /// Adds the stories that have, for each word of a name, one of those that may stand for it.
    mutating func add(words: [[String]]) throws(DatabaseError) {
        let alternatives = words.map { "(" + $0.map(Self.phrase).joined(separator: " OR ") + ")" }
        try add(query: alternatives.joined(separator: " AND "))
    }

    /// Adds the stories for which a full-text query holds.
    private mutating func add(query: String) throws(DatabaseError) {
        try add("SELECT rowid FROM article_search WHERE article_search MATCH ?1", query)
    }

    /// Adds the stories of the sites with one of these names.
    mutating func add(sites: some Sequence<String>) throws(DatabaseError) {
        let wanted = Set(sites.map { [tokenizer] in tokenizer.searchWords(of: $0) })
        guard !wanted.isEmpty else { return }
        let select = try connection.prepare("SELECT DISTINCT site FROM article WHERE site IS NOT NULL ORDER BY site")
        while try select.step() {
            guard wanted.contains(tokenizer.searchWords(of: select.text(0))) else { continue }
            try add("SELECT key FROM article WHERE site = ?1 AND cluster IS NOT NULL", select.text(0))
        }
    }

    /// Words as FTS5 reads them: one after the other.
    private static func phrase(_ words: String) -> String {
        "\"\(words.split(separator: "\"").joined(separator: " "))\""
    }

    private mutating func add(_ sql: String, _ value: String) throws(DatabaseError) {
        let select = try connection.prepare(sql)
        select.bind(value)
        while try select.step() { articles.insert(select.integer(0)) }
    }
}
