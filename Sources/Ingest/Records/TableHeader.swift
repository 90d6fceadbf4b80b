/// The first row of a table: what its columns are called and what stands between them.
public struct TableHeader: Sendable, Equatable {
    public var names: [String]
    /// A comma, semicolon, tab or vertical bar.
    public var delimiter: UInt8
}
