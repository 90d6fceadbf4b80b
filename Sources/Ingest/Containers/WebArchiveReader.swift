/// Reads the pages of a web archive (ISO 28500): responses and resources of WARC, texts of WET.
///
/// Requests, metadata and repetitions of pages archived elsewhere are passed over; a response that is no page of text is a
/// reject.
final class WebArchiveReader: Container {
    private let input: BufferedInput
    private let limits: IngestLimits
    private let budget: ExpansionBudget
    private var number = 0
    private var offset = 0
    private var isFinished = false

    /// More than any header has.
    private static let mostHeaderBytes = 1 << 20

    init(_ input: BufferedInput, limits: IngestLimits, budget: ExpansionBudget) {
        self.input = input
        self.limits = limits
        self.budget = budget
    }

    func next() throws(StreamError) -> ContainedItem? {
        while !isFinished {
            guard let header = try nextHeader() else { return nil }
            number += 1
            if header.isBegun, !header.isWhole, input.peek(1).isEmpty { return truncated() }
            guard header.isWhole, let length = header.length else { return try damaged() }
            if let item = try item(header, length) { return item }
        }
        return nil
    }

    private var place: String { "record \(number) at byte \(offset)" }

    private func reject(_ reason: String) -> ContainedItem { .reject(place: place, offset: offset, reason: reason) }

    /// What a record is for us; `nil` for one that is passed over.
    private func item(_ header: RecordHeader, _ length: Int) throws(StreamError) -> ContainedItem? {
        let isPage = ["response", "resource", "conversion"].contains(header.fields["warc-type"]?.lowercased() ?? "")
        // Crawlers keep the answers of name servers too.
        guard isPage, header.mediaType.type != "text/dns" else {
            return try input.skip(length) ? nil : truncated()
        }
        guard length <= limits.mostRecordBytes else {
            guard try input.skip(length) else { return truncated() }
            return reject(FoundRecord.tooLong("record", limit: limits.mostRecordBytes))
        }
        let block = try input.exactly(length)
        if block.count < length { return truncated() }
        return try page(in: block[...], header)
    }

    private func page(in block: ArraySlice<UInt8>, _ header: RecordHeader) throws(StreamError) -> ContainedItem {
        guard header.mediaType.type == "application/http" else {
            return entry(block, header.mediaType, header)
        }
        let message: HTTPMessage
        do {
            message = try HTTPMessage(block, mostBytes: limits.mostRecordBytes)
        } catch {
            return reject("\(error.reason)\(header.address)")
        }
        try budget.produce(message.body.count, entryTotal: message.body.count)
        guard (200..<300).contains(message.status) else {
            return reject("answered \(message.status), no page\(header.address)")
        }
        return entry(message.body, message.mediaType, header)
    }

    private func entry(_ body: ArraySlice<UInt8>, _ type: MediaType, _ header: RecordHeader) -> ContainedItem {
        guard let format = type.format else { return reject("\(type.type) holds no article\(header.address)") }
        let url = header.fields["warc-target-uri"].map { $0.hasPrefix("<") ? String($0.dropFirst().dropLast()) : $0 }
        return .entry(
            Entry(
                place: place, name: url ?? "", key: .number(number), input: BufferedInput(body, offset: offset),
                format: format, url: url, charset: type.charset))
    }

    private func truncated() -> ContainedItem {
        isFinished = true
        return reject("truncated: the web archive ends inside this record")
    }

    /// Goes on to the next line that can begin a record.
    private func damaged() throws(StreamError) -> ContainedItem {
        let item = reject("damaged: this is no WARC record")
        while true {
            if input.peek(5) == Array("WARC/".utf8) { return item }
            guard case .record = try input.cut(LineScanner(), atMost: Self.mostHeaderBytes) else {
                // A line as long as that has been passed over; only the end stops the search.
                if input.peek(1).isEmpty { return item }
                continue
            }
        }
    }

    /// The next record's header; `nil` at the end. Empty lines before it divide records.
    private func nextHeader() throws(StreamError) -> RecordHeader? {
        while true {
            offset = input.offset
            guard case .record(let line, _) = try input.cut(LineScanner(), atMost: Self.mostHeaderBytes) else {
                if input.peek(1).isEmpty { return nil }
                return RecordHeader()
            }
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            var header = RecordHeader()
            header.isBegun = line.starts(with: "WARC/".utf8)
            guard header.isBegun else { return header }
            header.isWhole = try readFields(into: &header)
            return header
        }
    }

    /// Reads the fields up to the empty line; `false` when there is none.
    private func readFields(into header: inout RecordHeader) throws(StreamError) -> Bool {
        var fields = HeaderFields()
        while input.offset - offset < Self.mostHeaderBytes,
            case .record(let line, true) = try input.cut(LineScanner(), atMost: Self.mostHeaderBytes)
        {
            guard fields.add(line[...]) else {
                header.fields = fields.values
                return true
            }
        }
        return false
    }

    private struct RecordHeader {
        var fields: [String: String] = [:]
        /// Whether it began as it should.
        var isBegun = false
        /// Whether it came to its end.
        var isWhole = false

        var length: Int? { fields["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
        var mediaType: MediaType { MediaType(fields["content-type"] ?? "") }
        /// The address for a message.
        var address: String { fields["warc-target-uri"].map { ": \($0.prefix(200))" } ?? "" }
    }
}
