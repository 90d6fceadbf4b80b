import NewsModel
import Tokenization

extension Database {
    /// The stories that a query asks for, in its order.
    ///
    ///     var query = StoryQuery(entities: [niger.key])
    ///     let page = try database.stories(query)
    ///     query.after = page.next
    ///
    /// Of copies the earliest that answers the question is given, unless the query lists copies.
    public func stories(_ query: StoryQuery) throws(DatabaseError) -> StoryPage {
        guard !query.isEmpty else { return StoryPage(stories: [], next: nil) }
        return try connection.reading { () throws(DatabaseError) in
            let finder = try StoryFinder(query, connection)
            let found = try finder.find()
            let reader = try StoryReader(query, connection, tokenizer: query.text == nil ? nil : try tokenizer())
            var stories: [Story] = []
            for story in found.prefix(query.limit) { stories.append(try reader.story(story)) }
            return StoryPage(stories: stories, next: found.count > query.limit ? found[query.limit - 1].place : nil)
        }
    }

    /// How many stories a query asks for, whatever its limit and place; copies count once, unless it lists them.
    public func storyCount(_ query: StoryQuery) throws(DatabaseError) -> Int {
        guard !query.isEmpty else { return 0 }
        return try connection.reading { () throws(DatabaseError) in
            try StoryFinder(query, connection).gathered().count
        }
    }

    /// What divides words as the full-text index has them.
    public func tokenizer() throws(DatabaseError) -> Tokenizer { try connection.searchTokenizer() }

    /// The entities that are forms of the same name as this one, itself first.
    public func forms(of entity: Int) throws(DatabaseError) -> [Int] {
        let select = try connection.prepare(
            """
            WITH name (main) AS (SELECT ifnull((SELECT main FROM variant WHERE entity = ?1), ?1))
            SELECT main FROM name WHERE main <> ?1
            UNION ALL SELECT entity FROM variant WHERE main = (SELECT main FROM name) AND entity <> ?1 ORDER BY 1
            """)
        select.bind(entity)
        var forms = [entity]
        while try select.step() { forms.append(select.integer(0)) }
        return forms
    }
}
