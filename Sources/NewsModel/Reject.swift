/// Something that could not be read as an article, kept so that nothing is lost silently.
public struct Reject: Error, Sendable, Equatable, CustomStringConvertible {
    /// The path of the source.
    public var source: String
    /// The number of the record in its source from 0, or -1 when the whole source was unreadable.
    public var record: Int
    /// "line 12", or empty.
    public var place: String
    /// How many bytes of the innermost file (decompressed) stand before the record; `nil` when there is no such place.
    public var offset: Int?
    /// What was wrong and what to do.
    public var reason: String

    public var description: String { "\(source): \(place.isEmpty ? "" : "\(place): ")\(reason)" }

    /// Makes a reject.
    public init(source: String, record: Int, place: String, offset: Int? = nil, reason: String) {
        self.source = source
        self.record = record
        self.place = place
        self.offset = offset
        self.reason = reason
    }
}
