/// Reads the rows of a table with a header (CSV, TSV), which are taken apart later.
///
/// Where quotes are out of order a row could swallow those after it. A row that goes over several lines and is malformed,
/// or never ends, is refused for its first line alone, and the lines that it would have swallowed are rows of one line
/// each; no byte is looked at more than twice.
final class TableReader: RecordReader {
    private let input: BufferedInput
    private let limits: IngestLimits
    /// `nil` is told by the header.
    private let delimiter: UInt8?
    private var header: TableHeader?
    private var line = 1
    /// Up to here rows are single lines.
    private var singleLinesUntil = 0
    private var isFinished = false

    init(_ input: BufferedInput, delimiter: UInt8?, limits: IngestLimits) {
        self.input = input
        self.delimiter = delimiter
        self.limits = limits
    }

    func next() throws(StreamError) -> FoundRecord? {
        while !isFinished {
            guard let header else {
                if let refused = try readHeader() { return refused }
                continue
            }
            let (offset, place) = (input.offset, line)
            guard let outcome = try nextRow(header) else { return nil }
            if case .content(.row(let row, _)) = outcome, row.allSatisfy({ $0 <= 0x20 }) { continue }
            return FoundRecord(outcome: outcome, place: "line \(place)", key: "\(place)", offset: offset)
        }
        return nil
    }

    /// Reads the header; a reject when there is none that could be used.
    private func readHeader() throws(StreamError) -> FoundRecord? {
        if input.peek(3) == ByteOrderMark.utf8 { input.drop(3) }
        var row: [UInt8] = []
        repeat {
            guard
                case .record(let found, _) = try input.cut(
                    TableRowScanner(delimiter: nil), atMost: limits.mostRecordBytes)
            else {
                isFinished = true
                return FoundRecord(outcome: .refused("a table without a header"), offset: 0)
            }
            row = found
            line += row.count { $0 == 0x0A }
            // Excel's own way to name the delimiter, which the header tells as well.
        } while row.allSatisfy { $0 <= 0x20 } || row.count < 9 && row.starts(with: "sep=".utf8)
        let header = TableHeader(row: row, delimiter: delimiter)
        guard header.names.count <= limits.mostColumns else {
            isFinished = true
            return FoundRecord(
                outcome: .refused("\(header.names.count) columns, and at most \(limits.mostColumns) are read"),
                offset: 0)
        }
        self.header = header
        return nil
    }

    /// The next row; `nil` at the end.
    private func nextRow(_ header: TableHeader) throws(StreamError) -> FoundRecord.Outcome? {
        if input.offset < singleLinesUntil { return try singleLine(header) }
        var scanner = TableRowScanner(delimiter: header.delimiter)
        switch try input.extent(&scanner, atMost: limits.mostRecordBytes) {
        case .unended(0): return nil
        case .ended(let length) where scanner.isMalformed && scanner.lineEnds > 1,
            .unended(let length) where scanner.isInQuotes || scanner.isMalformed && scanner.lineEnds > 0,
            .tooLong(let length, _) where scanner.isInQuotes && scanner.lineEnds > 0:
            singleLinesUntil = input.offset + length
            _ = try singleLine(header)
            return .refused("quotes out of order: one that opens here is not closed where a field ends")
        case .ended(let length), .unended(let length):
            line += scanner.lineEnds
            return .content(.row(input.take(length), of: header))
        case .tooLong(let looked, let isWhole):
            if isWhole { input.drop(looked) } else { try input.drop(looked, toEndBy: &scanner) }
            line += scanner.lineEnds
            return .refused(FoundRecord.tooLong("row", limit: limits.mostRecordBytes))
        }
    }

    private func singleLine(_ header: TableHeader) throws(StreamError) -> FoundRecord.Outcome? {
        line += 1
        switch try input.cut(LineScanner(), atMost: limits.mostRecordBytes) {
        case .end: return nil
        case .tooLong: return .refused(FoundRecord.tooLong("row", limit: limits.mostRecordBytes))
        case .record(let row, _): return .content(.row(row, of: header))
        }
    }
}
