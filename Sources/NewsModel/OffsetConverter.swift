/// Converts between UTF-8 byte offsets and code points of one text, in any order.
///
///     let converter = OffsetConverter("Goïta in Bamako")
///     converter.codePoints(UTF8Span(start: 10, end: 16))  // 9..<15
///
/// Made in one pass over the text; a conversion looks at no more than 128 bytes.
public struct OffsetConverter: Sendable {
    private let bytes: [UInt8]
    /// Code points before each 128th byte.
    private let checkpoints: [Int]
    private static let step = 128

    /// Makes a converter for offsets into `text`.
    public init(_ text: String) {
        bytes = Array(text.utf8)
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity(bytes.count / Self.step + 1)
        var count = 0
        var start = 0
        while start < bytes.count {
            checkpoints.append(count)
            let end = min(start + Self.step, bytes.count)
            count += Self.codePoints(in: bytes[start..<end])
            start = end
        }
        self.checkpoints = checkpoints
    }

    /// The code points of a byte span, whose ends must lie between characters.
    public func codePoints(_ span: UTF8Span) -> CodePointSpan {
        CodePointSpan(start: codePoint(atByte: span.start), end: codePoint(atByte: span.end))
    }

    /// The bytes of a code-point span; an end beyond the text is the text's end.
    public func utf8Span(_ span: CodePointSpan) -> UTF8Span {
        UTF8Span(start: byte(atCodePoint: span.start), end: byte(atCodePoint: span.end))
    }

    private func codePoint(atByte offset: Int) -> Int {
        guard offset > 0, !checkpoints.isEmpty else { return 0 }
        let offset = min(offset, bytes.count)
        let checkpoint = min(offset / Self.step, checkpoints.count - 1)
        return checkpoints[checkpoint] + Self.codePoints(in: bytes[checkpoint * Self.step..<offset])
    }

    private func byte(atCodePoint codePoint: Int) -> Int {
        guard codePoint > 0, !checkpoints.isEmpty else { return 0 }
        var (low, high) = (0, checkpoints.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle] <= codePoint { low = middle } else { high = middle }
        }
        var (offset, count) = (low * Self.step, checkpoints[low])
        // A checkpoint may stand inside a character, which counts where it began.
        while offset < bytes.count, Self.isContinuation(bytes[offset]) { offset += 1 }
        while offset < bytes.count, count < codePoint {
            offset += 1
            while offset < bytes.count, Self.isContinuation(bytes[offset]) { offset += 1 }
            count += 1
        }
        return offset
    }

    private static func codePoints(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { !isContinuation($0) } }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
