/// How the articles of a source are written.
public enum InputFormat: String, CaseIterable, Sendable {
    /// Told by content and name.
    case auto
    /// The plain text of a whole page, or of a story alone.
    case page
    case html
    /// One JSON object a line.
    case jsonl

    /// Tells the format of a source by its first bytes, and by its name where these could be either.
    static func told(by beginning: ArraySlice<UInt8>, name: String) -> InputFormat {
        var content = beginning
        if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
        content = content.drop { isBlank($0) }
        let lowered = content.prefix(64).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
        if content.first == UInt8(ascii: "{") { return .jsonl }
        let markup = ["<!doctype html", "<html", "<head", "<body", "<!--", "<div", "<meta", "<article", "<p>"]
        if markup.contains(where: { lowered.starts(with: $0.utf8) }) { return .html }
        let name = name.lowercased()
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || name.hasSuffix(".json") { return .jsonl }
        if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return .html }
        return .page
    }

    /// Why a source cannot be read though its bytes are there, told by the first of them.
    static func refusal(_ beginning: ArraySlice<UInt8>) -> String? {
        if let container = containerName(beginning) {
            return "\(container) data: this version reads no containers; unpack it first"
        }
        let parts = beginning.drop { isBlank($0) }
        guard parts.first == UInt8(ascii: "["), parts.dropFirst().first(where: { !isBlank($0) }) == UInt8(ascii: "{")
        else {
            return nil
        }
        return "a JSON array: this version reads one object a line; make it so with: jq -c '.[]'"
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The name of a container that a later version will read, told by its first bytes.
    private static func containerName(_ beginning: ArraySlice<UInt8>) -> String? {
        let signatures: [([UInt8], String)] = [
            ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ([0x50, 0x4B, 0x03, 0x04], "zip"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x42, 0x5A, 0x68], "bzip2"), ([0x25, 0x50, 0x44, 0x46], "PDF"),
        ]
        return signatures.first { beginning.starts(with: $0.0) }?.1
    }
}

/// One record as it stands in its source, not yet parsed: reading is one thread's work, parsing that of many.
public struct RawRecord: Sendable {
    /// The number of the record in its source, from 0.
    public var number: Int
    /// "line 12", or empty for a source that is one record.
    public var place: String
    /// The key of the article when the record brings none.
    public var fallbackID: String
    /// How many bytes of the innermost file (decompressed) stand before the record.
    public var offset = 0
    /// The address that the source gives for the record.
    public var url: String?
    /// The character set that the transport declared.
    public var charset: String?
    /// Never `auto`.
    public var format: InputFormat
    public var bytes: [UInt8]
}

/// Limits and choices of reading.
public struct IngestConfiguration: Sendable {
    /// How to read every source; `auto` tells it by content.
    public var inputFormat = InputFormat.auto
    /// Names of JSON fields beside the common spellings: the field of an article and the name it has in the dump.
    public var fieldNames: [(field: String, name: String)] = []
    /// Records longer than this are rejected, in bytes.
    public var mostRecordBytes = 64 << 20

    /// The defaults.
    public init() {}
}
