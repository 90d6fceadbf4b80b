/// What gathers the records of an XML format.
protocol XMLItemHandler: XMLHandler {
    /// The records that are complete and have not been taken.
    var finished: [FoundRecord] { get set }
}

/// Reads the records of an XML document piece by piece, so that a document of any size takes the memory of its largest
/// record.
final class XMLRecordReader: RecordReader {
    private let input: BufferedInput
    private let handler: any XMLItemHandler
    private let parser: XMLParser
    private var pending: ArraySlice<FoundRecord> = []
    private var count = 0
    private var failure: StreamError?
    private var isFinished = false

    /// - Throws: `StreamError` when the document is in a character set that nobody knows.
    init(_ input: BufferedInput, _ handler: any XMLItemHandler, limits: IngestLimits) throws(StreamError) {
        let charset = XMLCharset.declared(in: input.peek(XMLCharset.bytesNeeded))
        guard let text = TranscodingStream(input, from: charset) else {
            throw .damaged("XML in the character set \"\(charset)\", which is unknown")
        }
        self.input = BufferedInput(text)
        self.handler = handler
        parser = XMLParser(handler, deepest: limits.deepestElements)
    }

    func next() throws(StreamError) -> FoundRecord? {
        while true {
            if let found = pending.popFirst() { return found }
            if let failure {
                self.failure = nil
                isFinished = true
                throw failure
            }
            if isFinished { return nil }
            readPiece()
            pending = handler.finished[...]
            handler.finished = []
            count += pending.count
            if isFinished, count == 0, failure == nil {
                count = 1
                return FoundRecord(outcome: .refused("no articles in this XML"), offset: 0)
            }
        }
    }

    /// Parses what comes next; what goes wrong is kept until the records before it have been given out.
    private func readPiece() {
        do {
            let isLast = try !input.fill()
            isFinished = isLast
            defer { input.drop(input.buffered.count) }
            try parser.parse(input.buffered, isLast: isLast)
        } catch {
            failure = error
        }
    }
}

/// The character set of an XML document.
enum XMLCharset {
    static let bytesNeeded = 256

    /// What the declaration says; UTF-8 without one.
    static func declared(in beginning: [UInt8]) -> String {
        let text = String(decoding: beginning.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        guard let key = text.firstRange(of: "encoding") else { return "UTF-8" }
        let value = text[key.upperBound...].drop { $0 == " " || $0 == "=" }.dropFirst()
        let charset = value.prefix { $0 != "\"" && $0 != "'" }
        // UTF-16 has been made UTF-8 by its byte order mark, or the declaration could not be read here.
        return charset.isEmpty || charset.lowercased().hasPrefix("utf-16") ? "UTF-8" : String(charset)
    }
}
