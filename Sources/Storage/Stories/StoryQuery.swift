import NewsModel

/// Which stories are asked for.
public struct StoryQuery: Sendable, Equatable {
    /// What must all be mentioned.
    public var subjects: [Subject]
    /// Keys of entities that must not be mentioned.
    public var excluded: [Int] = []
    /// Keys of countries that the story must be about.
    public var countries: [Int] = []
    /// Keys of topics that the story must all be about.
    public var topics: [Int] = []
    /// The score from which on a story is about a topic.
    public var leastTopicScore = Self.leastTopicScore
    /// Words that the story must have.
    public var text: FullTextQuery?
    /// Kinds of which something must be mentioned, each.
    public var kinds: [Kind] = []
    /// Roles of which something must be mentioned, each; in whatever letter case.
    public var roles: [String] = []
    /// Sites of which it must be, one of them; in whatever letter case, as are sections and languages.
    public var sites: [String] = []
    public var sections: [String] = []
    public var languages: [String] = []
    public var period = Period.always
    public var order = Order.newest
    public var limit = 20
    /// Where to go on: behind the story that this names.
    public var after: StoryCursor?
    /// Whether copies of a story are listed beside it.
    public var listsCopies = false

    /// The score from which on a story is about a topic rather than not, unless another is asked for.
    public static let leastTopicScore = 0.5
    /// The salience from which on a story is about an entity rather than mentioning it: salience is a probability.
    public static let leastSalience = 0.5

    /// In which order stories come. Of equals the newest come first, and of one day the last added.
    public enum Order: String, CaseIterable, Sendable {
        /// By day, those without a date last.
        case newest
        /// By day the other way round, those without a date last too.
        case oldest
        /// By `Story.relevance`.
        case relevant
    }

    /// Entities of which one must be mentioned: the forms of a name, or several things of which any will do.
    public struct Subject: Sendable, Equatable {
        /// Keys of the entities.
        public var entities: [Int]
        /// How salient one of them must be.
        public var leastSalience: Double

        /// Asks for one of these entities.
        public init(anyOf entities: [Int], leastSalience: Double = 0) {
            self.entities = entities
            self.leastSalience = leastSalience
        }
    }

    /// Asks for the stories that mention all of these entities and are about all of these countries and topics.
    public init(entities: [Int] = [], countries: [Int] = [], topics: [Int] = []) {
        subjects = entities.map { Subject(anyOf: [$0]) }
        self.countries = countries
        self.topics = topics
    }

    /// Whether it asks for anything at all.
    var isEmpty: Bool {
        subjects.isEmpty && countries.isEmpty && topics.isEmpty && text == nil && kinds.isEmpty && roles.isEmpty
            && sites.isEmpty && sections.isEmpty && languages.isEmpty
    }
}
