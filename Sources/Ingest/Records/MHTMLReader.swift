/// Reads a page that a browser saved with all that belongs to it (MHTML, RFC 2557): a message of many parts, of which the
/// one that it says it starts with, or else the first of HTML, is the page.
final class MHTMLReader: RecordReader {
    private let input: BufferedInput
    private let limit: Int
    private var isFinished = false

    init(_ input: BufferedInput, limits: IngestLimits) {
        self.input = input
        limit = limits.mostRecordBytes
    }

    /// Whether a message of parts that belong together begins here.
    static func isBeginning(_ content: ArraySlice<UInt8>) -> Bool {
        guard content.prefix(64).contains(UInt8(ascii: ":")) else { return false }
        var (rest, fields) = (content.prefix(8192), HeaderFields())
        while let line = rest.popLine(), fields.add(line) {}
        let type = MediaType(fields.values["content-type"] ?? "")
        return ["multipart/related", "multipart/alternative"].contains(type.type) && type.boundary != nil
    }

    func next() throws(StreamError) -> FoundRecord? {
        if isFinished { return nil }
        isFinished = true
        guard let bytes = try input.rest(atMost: limit) else {
            return FoundRecord(outcome: .refused(FoundRecord.tooLong("page", limit: limit)), offset: 0)
        }
        let message = MailPart(bytes[...], offset: 0)
        guard let page = Self.page(in: message, depth: 0) else {
            return FoundRecord(outcome: .refused("a message without a part that is HTML"), offset: 0)
        }
        return FoundRecord(
            outcome: .content(.html(page.decodedBody)), offset: page.offset,
            url: page.location ?? message.snapshotLocation,
            charset: page.mediaType.charset)
    }

    /// The part that is the page; parts of parts are looked into, as deep as any browser nests them.
    private static func page(in part: MailPart, depth: Int) -> MailPart? {
        if part.mediaType.type == "text/html" || part.mediaType.type == "application/xhtml+xml" { return part }
        guard depth < 4, part.mediaType.type.hasPrefix("multipart/"), let boundary = part.mediaType.boundary else {
            return nil
        }
        let parts = part.parts(dividedBy: boundary)
        if let start = part.mediaType.start, let named = parts.first(where: { $0.id == start }),
            let page = page(in: named, depth: depth + 1)
        {
            return page
        }
        return parts.lazy.compactMap { page(in: $0, depth: depth + 1) }.first
    }
}
