/// Reads the articles of JSON documents: of an array of objects, of an object with a list of them, or of an object that is
/// one article over several lines; also of several such documents one after the other.
///
/// Each object is cut out as its bytes come and parsed later, so that a document of any size takes the memory of its
/// largest article.
final class JSONDocumentReader: RecordReader {
    private let input: BufferedInput
    private let limit: Int
    private var outline = JSONOutline()
    private var isInList = false
    /// In an array that is a document itself, rather than in a list of an object.
    private var isInArray = false
    /// In an object whose articles stand in lists: what else is in it is passed over.
    private var isInWrapper = false
    private var number = 0
    private var isFinished = false

    init(_ input: BufferedInput, limits: IngestLimits) {
        self.input = input
        limit = limits.mostRecordBytes
    }

    func next() throws(StreamError) -> FoundRecord? {
        while !isFinished {
            if let found = isInList ? try nextOfList() : isInWrapper ? try restOfWrapper() : try nextDocument() {
                return found
            }
        }
        return nil
    }

    private func found(_ outcome: FoundRecord.Outcome, _ offset: Int) -> FoundRecord {
        number += 1
        return FoundRecord(outcome: outcome, place: "item \(number)", key: "\(number)", offset: offset)
    }

    private func truncated(_ offset: Int) -> FoundRecord {
        isFinished = true
        return found(.refused("truncated: the JSON ends before what began here does"), offset)
    }

    /// Passes over bytes that divide values; the next byte, which is not taken, or `nil` at the end.
    private func nextByte(passing dividers: [UInt8]) throws(StreamError) -> UInt8? {
        while true {
            while let byte = input.buffered.first {
                guard byte <= 0x20 || dividers.contains(byte) else { return byte }
                input.drop(1)
            }
            guard try input.fill() else { return nil }
        }
    }

    /// Begins a document; `nil` when its articles are still to be read, or there is none.
    private func nextDocument() throws(StreamError) -> FoundRecord? {
        if input.offset == 0, input.peek(3) == ByteOrderMark.utf8 { input.drop(3) }
        let byte = try nextByte(passing: [UInt8(ascii: ",")])
        let offset = input.offset
        switch byte {
        case nil:
            isFinished = true
            return number == 0 && offset == 0 ? found(.refused(FoundRecord.emptyReason), 0) : nil
        case UInt8(ascii: "["):
            input.drop(1)
            (isInList, isInArray) = (true, true)
            return nil
        case UInt8(ascii: "{"): return try object(offset)
        default:
            _ = try input.cut(LineScanner(), atMost: limit)
            return found(.refused("no JSON object or array"), offset)
        }
    }

    /// An object that is a document: an article, or a wrapper of lists.
    private func object(_ offset: Int) throws(StreamError) -> FoundRecord? {
        outline = JSONOutline()
        switch try input.extent(&outline, atMost: limit) {
        case .ended(let length) where outline.stop == .listBegan:
            input.drop(length)
            (isInList, isInWrapper) = (true, true)
            return nil
        case .ended(let length): return found(.content(.object(input.take(length))), offset)
        case .unended: return truncated(offset)
        case .tooLong(let looked, let isWhole):
            input.drop(looked)
            isInWrapper = !(isWhole && outline.stop == .valueEnded)
            isInList = isWhole && outline.stop == .listBegan
            return isInList ? nil : found(.refused(FoundRecord.tooLong("object", limit: limit)), offset)
        }
    }

    /// Passes over a wrapper up to its next list or its end.
    private func restOfWrapper() throws(StreamError) -> FoundRecord? {
        let offset = input.offset
        while true {
            if let length = outline.end(in: input.buffered) {
                input.drop(length)
                isInList = outline.stop == .listBegan
                isInWrapper = isInList
                return nil
            }
            input.drop(input.buffered.count)
            guard try input.fill() else { return truncated(offset) }
        }
    }

    /// The next object of a list; `nil` at its end.
    private func nextOfList() throws(StreamError) -> FoundRecord? {
        let byte = try nextByte(passing: [UInt8(ascii: ",")])
        let offset = input.offset
        switch byte {
        case nil: return truncated(offset)
        case UInt8(ascii: "]"):
            input.drop(1)
            isInList = false
            if isInArray { isInArray = false } else { leaveList() }
            return nil
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try item(JSONValueScanner(), offset)
        default: return try item(JSONScalarScanner(), offset)
        }
    }

    private func leaveList() {
        outline.leaveList()
        if outline.stop == .valueEnded { isInWrapper = false }
    }

    private func item(_ scanner: some RecordScanner, _ offset: Int) throws(StreamError) -> FoundRecord? {
        switch try input.cut(scanner, atMost: limit) {
        case .end, .record(_, false): return truncated(offset)
        case .tooLong: return found(.refused(FoundRecord.tooLong("object", limit: limit)), offset)
        // What is no object is refused where it is parsed.
        case .record(let text, true): return found(.content(.object(text)), offset)
        }
    }
}
