import Gazetteers
import NewsModel

/// What is known of a story beside its text.
public struct StoryFacts: Sendable {
    /// The topics of the story, with their scores.
    public var topics: [ArticleTopic]
    /// The article's id and its site, which decisions may be bound to.
    public var article = ""
    public var site: String?
    /// The country of the site that published it.
    public var siteCountry: CountryCode

    /// Facts; without any the text decides alone.
    public init(topics: [ArticleTopic] = [], siteCountry: CountryCode = .none) {
        self.topics = topics
        self.siteCountry = siteCountry
    }
}
