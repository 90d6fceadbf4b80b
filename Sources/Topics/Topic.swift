/// Something that stories are about: a concept of the IPTC Media Topics, or a topic of the user's own.
public struct Topic: Sendable, Equatable {
    /// "medtop:11000000", or "own:" and the name.
    public var id: String
    /// The id of the broader topic; `nil` for a top concept.
    public var parent: String?
    /// The topic's name in English.
    public var name: String
    /// Whether a user added it.
    public var isOwn: Bool

    /// What the id of a topic begins with that a user's file names and no table has.
    static let ownPrefix = "own:"
    /// Longer ids and names are refused: they are lines that were meant otherwise.
    static let mostBytes = 200

    /// Makes a topic.
    public init(id: String, parent: String? = nil, name: String, isOwn: Bool = false) {
        self.id = id
        self.parent = parent
        self.name = name
        self.isOwn = isOwn
    }
}
