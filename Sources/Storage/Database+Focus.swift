import NewsModel

extension Database {
    /// Countries with this id, or with this name in whatever letter case, that some story is about; `articles` counts these
    /// stories, and so does `mentions`.
    public func countries(named name: String) throws(DatabaseError) -> [EntityCount] {
        try countries(matching: "(entity.id = ?1 OR entity.name = ?1 COLLATE NOCASE)", name)
    }

    /// Names of countries that some story is about, the most frequent first: for a suggestion.
    public func countryNames() throws(DatabaseError) -> [String] {
        try countries(matching: "entity.kind = ?1", Kind.country.rawValue).map(\.name)
    }

    private func countries(matching condition: String, _ value: String) throws(DatabaseError) -> [EntityCount] {
        let select = try connection.prepare(
            """
            SELECT entity.key, entity.id, entity.kind, entity.role, entity.name, count(*) AS articles, count(*)
            FROM entity JOIN article_country AS about ON about.country = entity.key
            WHERE \(condition) AND about.score >= \(FocusCountry.leastScore)
            GROUP BY entity.key ORDER BY articles DESC, entity.id
            """)
        select.bind(value)
        return try rows(of: select)
    }

    /// The countries that an article is about, the highest score first.
    func focus(of article: Int) throws(DatabaseError) -> [FocusCountry] {
        let select = try reused(
            """
            SELECT entity.id, entity.name, entity.role, article_country.score, article_country.evidence
            FROM article_country JOIN entity ON entity.key = article_country.country
            WHERE article_country.article = ? ORDER BY article_country.score DESC, entity.id
            """)
        select.bind(article)
        var result: [FocusCountry] = []
        while try select.step() {
            result.append(
                FocusCountry(
                    entity: select.text(0), name: select.text(1), role: select.text(2), score: select.double(3),
                    evidence: FocusCountry.evidence(fromText: select.text(4))))
        }
        return result
    }
}
