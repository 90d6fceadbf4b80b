/// An article that answers a question, with the sentence that says why.
public struct Story: Sendable, Equatable {
    /// The article's number in the database.
    public var key: Int
    public var id: String
    public var published: String?
    public var title: String
    public var site: String?
    public var url: String?
    /// Mentions of the entities asked for; of the countries where no entity is.
    public var mentions: Int
    /// How probable it is that the story is about all the entities asked for, 0…1: the product of their salience; of the
    /// countries where no entity is asked for, 0 where they are not named; `nil` where none is either.
    public var salience: Double?
    /// How well it answers, where that is the order: the product of the salience of the entities, of the scores of countries
    /// and topics, and of the BM25 of the words asked for.
    ///
    /// A question that more than half of all stories answer says nothing by its words: they count as 1 then.
    public var relevance: Double?
    /// The sentence with most of what was asked for, of several the first, on one line, with that marked; the title where
    /// nothing else has any, the story's first paragraph where that has none either.
    public var sentence: MarkedText
    /// Whether the sentence is the title.
    public var sentenceIsTitle: Bool
    /// Other articles of its cluster that answer the question too; 0 where each is listed by itself.
    public var copies: Int
}

/// Some stories of an answer.
public struct StoryPage: Sendable, Equatable {
    public var stories: [Story]
    /// Where the next page begins: `StoryQuery.after`; `nil` at the end of the answer.
    public var next: StoryCursor?
}
