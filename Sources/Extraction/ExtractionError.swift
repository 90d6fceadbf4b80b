/// Why no article could be made from a record.
public enum ExtractionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes are not text: an image, an archive, a PDF or the like.
    case notText
    /// There is nothing to read in the record.
    case empty

    /// What was wrong and what to do about it.
    public var description: String {
        switch self {
        case .notText:
            "not text: the record holds binary data; convert it to plain text or HTML first"
        case .empty:
            "empty: the record has no text; check that the right file or field was given"
        }
    }
}
