import NewsModel

extension DatabaseWriter {
    /// The stories whose sources these taggers tagged, in order of key.
    public func stories(ofTaggers ids: [String]) throws(DatabaseError) -> [Int] {
        let select = try connection.prepare(
            "SELECT article.key FROM article JOIN source ON source.key = article.source "
                + "WHERE source.tagger = ? AND cluster IS NOT NULL")
        var keys: [Int] = []
        for id in ids {
            select.reset().bind(id)
            while try select.step() { keys.append(select.integer(0)) }
        }
        return keys.sorted()
    }

    /// Gives each word of the full-text index, in lower case and without diacritics.
    public func forEachSearchWord(_ body: (String) -> Void) throws(DatabaseError) {
        try connection.run(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab (main, article_search, row)")
        let select = try connection.prepare("SELECT term FROM temp.search_word")
        while try select.step() { body(select.text(0)) }
    }

    /// Keys of the stories that a change may touch.
    ///
    /// - Parameters:
    ///   - sites: names of sites.
    ///   - spellings: names word by word, with all the words of the full-text index that may stand for each.
    public func storiesTouched(
        entities: some Sequence<String>, names: some Sequence<String>, sites: some Sequence<String>,
        spellings: [[[String]]]
    ) throws(DatabaseError) -> Set<Int> {
        var search = TouchedSearch(connection, tokenizer)
        for entity in entities { try search.add(entity: entity) }
        for name in names { try search.add(name: name) }
        try search.add(sites: sites)
        for name in spellings { try search.add(words: name) }
        return search.articles
    }

    /// Puts new tags of a story in the place of its old ones. Call inside `write`.
    public func replaceTags(of stored: StoredArticle, by tagged: TaggedArticle) throws(DatabaseError) {
        let day = Self.day(stored.tagged.article.published)
        let remove = try connection.prepare("DELETE FROM article_entity WHERE entity = ? AND day = ? AND article = ?")
        for entity in stored.tagged.entities {
            if let key = entityKeys[entity.entity] { try remove.bind(key).bind(day).bind(stored.key).run() }
        }
        for table in ["mention", "article_topic", "article_country"] {
            try connection.prepare("DELETE FROM \(table) WHERE article = ?").bind(stored.key).run()
        }
        try addTags(tagged, day: day, key: stored.key)
        for entity in tagged.entities where !entity.entity.hasPrefix("nil:") {
            try updateEntity(entity.entity, entity.kind, entity.role, entity.name)
        }
        for country in tagged.focus { try updateEntity(country.entity, .country, country.role, country.name) }
    }

    private func updateEntity(_ id: String, _ kind: Kind, _ role: String, _ name: String) throws(DatabaseError) {
        let update = try connection.prepare(
            "UPDATE entity SET kind = ?1, role = ?2, name = ?3 WHERE id = ?4 AND (kind, role, name) IS NOT (?1, ?2, ?3)"
        )
        try update.bind(kind.rawValue).bind(role).bind(name).bind(id).run()
    }

    /// Notes that the articles of some taggers are now as another would tag them, and forgets what nothing mentions any more.
    public func replaceTagger(_ ids: [(old: String, new: String)]) throws(DatabaseError) {
        let update = try connection.prepare("UPDATE source SET tagger = ?2 WHERE tagger = ?1")
        for (old, new) in ids { try update.bind(old).bind(new).run() }
        try removeUnusedTaggers()
        // Forms of names are found anew afterwards.
        try connection.run("DELETE FROM variant")
        try connection.run(
            """
            DELETE FROM entity WHERE key NOT IN (SELECT entity FROM article_entity)
              AND key NOT IN (SELECT country FROM article_country)
            """)
        try connection.run("DELETE FROM topic WHERE key NOT IN (SELECT topic FROM article_topic)")
        try readKeys()
    }
}
