import NewsModel

extension Database {
    /// What the selected stories say about an entity.
    ///
    /// - Parameters:
    ///   - entity: its key.
    ///   - mergesVariants: whether the stories of other forms of its name are its own too.
    ///   - limit: at most so many names, sites, neighbours, topics and countries.
    public func profile(
        ofEntity key: Int, _ selection: ArticleSelection = ArticleSelection(), mergesVariants: Bool = false, limit: Int
    ) throws(DatabaseError) -> EntityProfile? {
        try connection.reading { () throws(DatabaseError) -> EntityProfile? in
            guard var entity = try entity(key) else { return nil }
            let selected = try articles(selection)
            let forms = try forms(of: key, mergesVariants: mergesVariants)
            let stories = try stories(ofEntities: forms, among: selected)
            entity.articles = stories.count
            entity.mentions = stories.reduce(0) { $0 + $1.mentions }
            let examined = try examine(stories, forms: forms, limit: limit)
            let own = ArticleSubset(stories.map(\.article), of: selected)
            let dated = stories.filter { $0.day > 0 }
            return EntityProfile(
                entity: entity, selectedStories: selected.count,
                mainStories: stories.count { $0.salience >= Self.mainSalience },
                variants: try names(of: forms.dropFirst()),
                first: try datedStory(dated.first), last: try datedStory(dated.last),
                examinedStories: examined.stories, names: examined.names, sites: examined.sites,
                timeline: Timeline(storiesOfDays: Dictionary(stories.map { ($0.day, 1) }, uniquingKeysWith: +)),
                neighbours: try neighbours(of: own, forms: forms, limit: limit),
                topics: try topics(of: own, stories, leastScore: selection.leastTopicScore, limit: limit),
                countries: try countries(of: own, stories, limit: limit))
        }
    }

    /// The salience from which on a story is mainly about an entity.
    private static let mainSalience = 0.5

    /// The key itself and, where they are merged, those of the other forms of its name, in order of keys.
    private func forms(of key: Int, mergesVariants: Bool) throws(DatabaseError) -> [Int] {
        guard mergesVariants else { return [key] }
        let select = try connection.prepare("SELECT entity FROM variant WHERE main = ? ORDER BY entity")
        select.bind(key)
        var forms = [key]
        while try select.step() { forms.append(select.integer(0)) }
        return forms
    }

    /// The stories that mention one of the entities, in order of day and key, each once.
    private func stories(ofEntities forms: [Int], among selected: ArticleSet) throws(DatabaseError) -> [EntityStory] {
        var stories: [EntityStory] = []
        for form in forms {
            let select = try connection.prepare(
                "SELECT day, article, mentions, salience FROM article_entity WHERE entity = ? ORDER BY day, article")
            select.bind(form)
            while try select.step() {
                guard selected.contains(select.integer(1)) else { continue }
                stories.append(
                    EntityStory(
                        day: select.integer(0), article: select.integer(1), mentions: select.integer(2),
                        salience: select.double(3)))
            }
        }
        guard forms.count > 1 else { return stories }
        stories.sort { ($0.day, $0.article) < ($1.day, $1.article) }
        return stories.reduce(into: []) { merged, story in
            guard let last = merged.last, last.article == story.article else { return merged.append(story) }
            merged[merged.count - 1].mentions += story.mentions
            merged[merged.count - 1].salience = max(last.salience, story.salience)
        }
    }

    private func names(of entities: ArraySlice<Int>) throws(DatabaseError) -> [String] {
        var names: [String] = []
        for key in entities { if let entity = try entity(key) { names.append(entity.name) } }
        return names
    }

    private func datedStory(_ story: EntityStory?) throws(DatabaseError) -> EntityProfile.DatedStory? {
        guard let story else { return nil }
        let select = try connection.prepare("SELECT id, published, title FROM article WHERE key = ?")
        guard try select.bind(story.article).step() else { return nil }
        return .init(id: select.text(0), published: select.text(1), title: select.text(2))
    }
}

/// A story that mentions the entity of a profile.
struct EntityStory {
    var day: Int
    var article: Int
    var mentions: Int
    var salience: Double
}

/// Some of the selected stories.
struct ArticleSubset {
    let keys: [Int]
    /// The selected stories that they are some of.
    let whole: ArticleSet
    private let own: ArticleSet

    init(_ keys: [Int], of whole: ArticleSet) {
        self.keys = keys
        self.whole = whole
        own = ArticleSet(keys)
    }

    /// Whether a story is one of them.
    func contains(_ story: Int) -> Bool { own.contains(story) }
}
