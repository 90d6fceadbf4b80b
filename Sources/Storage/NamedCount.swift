/// Something with how often it is there.
public struct NamedCount: Sendable, Equatable {
    /// Empty where it has none.
    public var id: String
    public var name: String
    public var count: Int

    /// Makes a count.
    public init(id: String = "", name: String, count: Int) {
        self.id = id
        self.name = name
        self.count = count
    }
}
