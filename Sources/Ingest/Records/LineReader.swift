/// Reads JSON objects that stand one on a line.
final class LineReader: RecordReader {
    private let input: BufferedInput
    private let mostRecordBytes: Int
    private var line = 0

    init(_ input: BufferedInput, limits: IngestLimits) {
        self.input = input
        mostRecordBytes = limits.mostRecordBytes
    }

    func next() throws(StreamError) -> FoundRecord? {
        while true {
            let offset = input.offset
            // The line feed is not counted.
            switch try input.cut(LineScanner(), atMost: mostRecordBytes + 1) {
            case .end: return nil
            case .tooLong:
                line += 1
                return tooLong(offset)
            case .record(var text, _):
                line += 1
                if text.last == 0x0A { text.removeLast() }
                if text.count > mostRecordBytes { return tooLong(offset) }
                if line == 1, text.starts(with: ByteOrderMark.utf8) { text.removeFirst(ByteOrderMark.utf8.count) }
                if text.contains(where: { $0 > 0x20 }) { return found(.content(.object(text)), offset) }
            }
        }
    }

    private func tooLong(_ offset: Int) -> FoundRecord {
        found(.refused(FoundRecord.tooLong("line", limit: mostRecordBytes)), offset)
    }

    private func found(_ outcome: FoundRecord.Outcome, _ offset: Int) -> FoundRecord {
        FoundRecord(outcome: outcome, place: "line \(line)", key: "\(line)", offset: offset)
    }
}
