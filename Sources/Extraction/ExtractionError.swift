/// Why no article could be made from a record.
public enum ExtractionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes are not text: an image, an archive, a PDF or the like.
    case notText
    /// The page is in a character set that is not supported; its name as declared.
    case unsupportedCharset(String)
    /// There is nothing to read in the record.
    case empty

    /// What was wrong and what to do about it.
    public var description: String {
        switch self {
        case .notText:
            "not text: the record holds binary data; convert it to plain text or HTML first"
        case .unsupportedCharset(let name):
            "the character set \"\(name)\" is not supported; convert the record to UTF-8 first"
        case .empty:
            "empty: the record has no text; check that the right file or field was given"
        }
    }
}
