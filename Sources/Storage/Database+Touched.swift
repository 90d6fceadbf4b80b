import NewsModel

extension Database {
    /// Keys of the articles whose tags may change when these entities change, or these names become names: those that
    /// mention one of the entities, and those whose words hold one of the names.
    ///
    /// The words are looked for in the full-text index, which knows neither letter case nor diacritics: it may name an
    /// article too many, never one too few.
    public func articlesTouched(entities: some Sequence<String>, names: some Sequence<String>) throws(DatabaseError)
        -> Set<Int>
    {
        var touched: Set<Int> = []
        let mentioning = try connection.prepare(
            "SELECT article FROM article_entity WHERE entity = (SELECT key FROM entity WHERE id = ?)")
        for id in entities {
            mentioning.reset().bind(id)
            while try mentioning.step() { touched.insert(mentioning.integer(0)) }
        }
        let holding = try connection.prepare("SELECT rowid FROM article_search WHERE article_search MATCH ?")
        for name in names where name.contains(where: { $0.isLetter || $0.isNumber }) {
            let phrase = name.split(separator: "\"").joined(separator: " ")
            holding.reset().bind("\"\(phrase)\"")
            while try holding.step() { touched.insert(holding.integer(0)) }
        }
        return touched
    }

    /// The id of an article.
    public func articleID(_ key: Int) throws(DatabaseError) -> String {
        let select = try connection.prepare("SELECT id FROM article WHERE key = ?")
        return try select.bind(key).step() ? select.text(0) : ""
    }
}
