extension Connection {
    /// Up to so many articles are looked up one by one; for more, an index is gone through.
    static let fewArticles = 2000

    /// The articles that answer a question to the full-text index, in order of keys.
    func articles(matching text: FullTextQuery) throws(DatabaseError) -> [Int] {
        let select = try prepare("SELECT rowid FROM article_search WHERE article_search MATCH ?")
        select.bind(text.match)
        var articles: [Int] = []
        while try select.step() { articles.append(select.integer(0)) }
        return articles
    }

    /// The BM25 of articles (Robertson and Zaragoza 2009, as FTS5 has it): a word of the title counts as four of the text.
    ///
    /// - Parameter hits: how many articles answer the question at all.
    func textRelevance(of text: FullTextQuery, articles: [Int], among hits: Int) throws(DatabaseError) -> [Int: Double]
    {
        // To rank an article costs more than to look whether it is wanted; the plus keeps FTS5 from looking each up.
        let isWanted = articles.count * 2 > hits ? "" : "AND +rowid IN (SELECT value FROM json_each(?2))"
        let select = try prepare(
            """
            SELECT rowid, -bm25(article_search, 4.0, 1.0) FROM article_search
            WHERE article_search MATCH ?1 \(isWanted)
            """)
        select.bind(text.match)
        if !isWanted.isEmpty { select.bind("[\(articles.map(String.init).joined(separator: ","))]") }
        var relevance: [Int: Double] = [:]
        relevance.reserveCapacity(articles.count)
        while try select.step() { relevance[select.integer(0)] = select.double(1) }
        return relevance
    }

    /// The clusters of articles that are not the first of theirs.
    func clusters(of articles: [Int]) throws(DatabaseError) -> [Int: Int] {
        var clusters: [Int: Int] = [:]
        if articles.count < Self.fewArticles {
            let select = try prepare("SELECT cluster FROM article WHERE key = ? AND cluster <> key")
            for article in articles where try select.reset().bind(article).step() {
                clusters[article] = select.integer(0)
            }
        } else {
            let select = try prepare("SELECT key, cluster FROM article INDEXED BY article_cluster WHERE cluster <> key")
            while try select.step() { clusters[select.integer(0)] = select.integer(1) }
        }
        return clusters
    }
}
