import NewsModel

/// A mention with the one entity it means.
public struct LinkedMention: Sendable, Equatable {
    public var tokens: Range<Int>
    public var kind: Kind
    /// Number of the entity in the gazetteer; `nil` for a name that no gazetteer has.
    public var entityNumber: Int?
    /// `Q…`, `gz:…` or `nil:…`.
    public var entity: String
    /// The entity's usual name, or the fullest form in the story.
    public var name: String
    public var role: String
    public var form: MentionForm
    /// 0…1.
    public var confidence: Double
}
