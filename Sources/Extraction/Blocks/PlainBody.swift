/// A body that is laid out as articles are: every line is a paragraph, and no blank is left over.
///
/// By far the most records are so, and their text is then taken as it is. One pass that looks at each byte once and
/// keeps nothing but where the paragraphs are.
struct PlainBody {
    /// Where the paragraphs stand, in bytes.
    private(set) var paragraphs: [Range<Int>] = []
    /// Whether the text is just these paragraphs, divided by one blank line each.
    private(set) var isExact = true

    /// The paragraphs, or `nil` if blanks must be folded, lines joined or bullets taken off first.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        paragraphs.reserveCapacity(bytes.count / 256 + 1)
        var start = 0
        var index = 0
        while index < bytes.count {
            while index + 8 <= bytes.count, Self.isOrdinary(bytes, at: index) { index += 7 }
            let byte = bytes[index]
            if byte == 0x0A {
                guard append(start..<index, of: bytes) else { return nil }
                start = index + 1
            } else if byte <= 0x20 || byte >= 0x7F, !UTF8Bytes.isKept(bytes, at: index, lineStart: start) {
                return nil
            }
            index += 1
        }
        guard append(start..<index, of: bytes) else { return nil }
        if start == index, !bytes.isEmpty { isExact = false }
    }

    /// Whether the eight bytes from `index` are printable ASCII without two blanks in a row; the first is no blank.
    ///
    /// The caller goes on with the last of the eight, so that a blank there meets its neighbour. Safe because the
    /// caller has checked that eight bytes are left. Makes the pass three times as fast.
    @inline(__always) private static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let word = UInt64(
            littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // Below a blank, or above a tilde.
        if ((word &- ones &* 0x20) | (word &+ ones) | word) & tops != 0 { return false }
        // The top bit of each byte that is a blank, and perhaps of a byte after one; the latter only costs a closer look.
        let other = word ^ (ones &* 0x20)
        let blanks = (other &- ones) & ~other & tops
        return blanks & 0x80 == 0 && blanks & (blanks << 8) == 0
    }

    /// Takes the next line; says no if it is no paragraph by itself.
    private mutating func append(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !line.isEmpty else { return true }
        let end = paragraphs.last?.upperBound ?? -2
        if line.lowerBound != end + 2 { isExact = false }
        guard TextLine.bulletWidth(bytes[line]) == 0 else { return false }
        if let last = paragraphs.last, line.lowerBound == end + 1 {
            guard LineJoiner.divides(bytes[last], from: bytes[line]) else { return false }
        }
        paragraphs.append(line)
        return true
    }
}
