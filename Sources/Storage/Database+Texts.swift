extension Database {
    /// For each of some texts, as UTF-8, the first story that has it. Goes through all texts of the database, if any is asked for.
    public func articles(texts: Set<[UInt8]>) throws(DatabaseError) -> [[UInt8]: StoredArticle] {
        guard !texts.isEmpty else { return [:] }
        let select = try connection.prepare("SELECT key, text FROM article ORDER BY key")
        var keys: [[UInt8]: Int] = [:]
        while try select.step() {
            let text = select.bytes(1)
            if texts.contains(text), keys[text] == nil { keys[text] = select.integer(0) }
        }
        var found: [[UInt8]: StoredArticle] = [:]
        for (text, key) in keys { found[text] = try article(key: key) }
        return found
    }
}
