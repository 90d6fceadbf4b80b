/// Reads an input that is one article: a page's text or HTML.
final class WholeReader: RecordReader {
    private let input: BufferedInput
    private let isHTML: Bool
    private let mostRecordBytes: Int
    private var isFinished = false

    init(_ input: BufferedInput, isHTML: Bool, limits: IngestLimits) {
        self.input = input
        self.isHTML = isHTML
        mostRecordBytes = limits.mostRecordBytes
    }

    func next() throws(StreamError) -> FoundRecord? {
        if isFinished { return nil }
        isFinished = true
        let offset = input.offset
        guard let bytes = try input.rest(atMost: mostRecordBytes) else {
            return FoundRecord(outcome: .refused(FoundRecord.tooLong("page", limit: mostRecordBytes)), offset: offset)
        }
        guard bytes.contains(where: { $0 > 0x20 }) else {
            return FoundRecord(outcome: .refused(FoundRecord.emptyReason), offset: offset)
        }
        return FoundRecord(outcome: .content(isHTML ? .html(bytes) : .page(bytes)), offset: offset)
    }
}
