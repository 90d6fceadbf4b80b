import Glibc

/// Finds where a record ends, told its bytes piece by piece.
protocol RecordScanner {
    /// Looks at further bytes: how many of them belong to the record that ends in them, or `nil` when all do and it goes on.
    mutating func end(in bytes: UnsafeRawBufferPointer) -> Int?
}

/// What a scanner found.
enum RecordExtent {
    /// The record is so many bytes long.
    case ended(Int)
    /// The input ends after so many bytes, and the record with it.
    case unended(Int)
    /// The record is longer than allowed; so many of its bytes have been looked at and are in the buffer, perhaps all.
    case tooLong(Int, isWhole: Bool)
}

/// What stood at the present place of an input.
enum RecordCut {
    /// A record; the input may have ended before the scanner found its end.
    case record([UInt8], isEnded: Bool)
    /// The record was longer than allowed and has been passed over.
    case tooLong
    /// The input is at its end.
    case end
}

extension BufferedInput {
    /// Takes the record at the present place.
    func cut(_ scanner: some RecordScanner, atMost limit: Int) throws(StreamError) -> RecordCut {
        var scanner = scanner
        switch try extent(&scanner, atMost: limit) {
        case .ended(let length): return .record(take(length), isEnded: true)
        case .unended(0): return .end
        case .unended(let length): return .record(take(length), isEnded: false)
        case .tooLong(let looked, let isWhole):
            if isWhole { drop(looked) } else { try drop(looked, toEndBy: &scanner) }
            return .tooLong
        }
    }

    /// How long the record at the present place is; nothing is taken.
    func extent(_ scanner: inout some RecordScanner, atMost limit: Int) throws(StreamError) -> RecordExtent {
        var searched = 0
        while true {
            let fresh = UnsafeRawBufferPointer(rebasing: buffered[searched...])
            if let length = scanner.end(in: fresh) {
                let total = searched + length
                return total <= limit ? .ended(total) : .tooLong(total, isWhole: true)
            }
            searched += fresh.count
            if searched > limit { return .tooLong(searched, isWhole: false) }
            guard try fill() else { return .unended(searched) }
        }
    }

    /// Passes over what has been looked at of a record and on to its end.
    func drop(_ looked: Int, toEndBy scanner: inout some RecordScanner) throws(StreamError) {
        drop(looked)
        while true {
            if let length = scanner.end(in: buffered) { return drop(length) }
            drop(buffered.count)
            guard try fill() else { return }
        }
    }
}

/// A line ends with a line feed.
struct LineScanner: RecordScanner {
    mutating func end(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(found) - base + 1
    }
}
