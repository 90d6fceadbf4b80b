/// A topic of an article and how sure the model is of it.
public struct ScoredTopic: Sendable, Equatable {
    /// The concept's id, such as "medtop:11000000".
    public var topic: String
    /// The concept's name, such as "politics and government".
    public var name: String
    /// From 0 to 1; 0.5 and more reads "the story is about this".
    public var score: Double

    /// Makes a scored topic.
    public init(topic: String, name: String, score: Double) {
        self.topic = topic
        self.name = name
        self.score = score
    }
}
