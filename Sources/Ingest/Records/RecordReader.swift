/// Reads the records of one format from an input, one after the other.
protocol RecordReader: AnyObject {
    /// The next record, or what stands there instead of one; `nil` at the end.
    func next() throws(StreamError) -> FoundRecord?
}

/// A record, or a reject, as a reader of one format finds it: it knows its place in the input and nothing around it.
struct FoundRecord {
    enum Outcome {
        case content(RawContent)
        /// What was wrong and what to do.
        case refused(String)
    }

    var outcome: Outcome
    /// "line 12", or empty where the input is one record.
    var place = ""
    /// What tells the record from others of the input: "12"; `nil` where the input is one record.
    var key: String?
    /// Where in the input it begins, in bytes.
    var offset: Int
    /// The address that the input gives for it.
    var url: String?
    /// The character set that the input declares for it.
    var charset: String?
}

extension FoundRecord {
    static let emptyReason = "empty: there is nothing to read"

    static func tooLong(_ what: String, limit: Int) -> String {
        "\(what) of more than \(limit.asSize), longer than any should be; see --record-limit"
    }
}

extension Int {
    /// A number of bytes as people say it: "64 MiB", "50 bytes".
    var asSize: String { self >= 1 << 20 ? "\(self >> 20) MiB" : "\(self) bytes" }
}
