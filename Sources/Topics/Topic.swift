/// A concept of the IPTC Media Topics: a row of `media_topics.tsv`.
public struct Topic: Sendable, Equatable {
    /// The concept's id, such as "medtop:11000000".
    public var id: String
    /// The id of the broader concept; `nil` for a top concept.
    public var parent: String?
    /// The concept's name in English.
    public var name: String

    /// Makes a topic.
    public init(id: String, parent: String? = nil, name: String) {
        self.id = id
        self.parent = parent
        self.name = name
    }
}
