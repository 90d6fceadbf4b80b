/// Converts between UTF-8 byte offsets and code points of one text, going forward: linear for offsets in order.
///
///     var converter = OffsetConverter("Goïta in Bamako")
///     converter.codePoints(UTF8Span(start: 10, end: 16))  // 9..<15
public struct OffsetConverter {
    private let text: String.UTF8View
    private var index: String.Index
    private var byte = 0
    private var codePoint = 0

    /// Makes a converter that stands at the beginning of `text`.
    public init(_ text: String) {
        var native = text
        native.makeContiguousUTF8()
        self.text = native.utf8
        index = self.text.startIndex
    }

    /// The code points of a byte span, whose ends must lie between characters.
    public mutating func codePoints(_ span: UTF8Span) -> CodePointSpan {
        let start = move { byte, _ in byte < span.start }.codePoint
        return CodePointSpan(start: start, end: move { byte, _ in byte < span.end }.codePoint)
    }

    /// The bytes of a code-point span; an end beyond the text is the text's end.
    public mutating func utf8Span(_ span: CodePointSpan) -> UTF8Span {
        let start = move { _, codePoint in codePoint < span.start }.byte
        return UTF8Span(start: start, end: move { _, codePoint in codePoint < span.end }.byte)
    }

    private mutating func move(while isBefore: (Int, Int) -> Bool) -> (byte: Int, codePoint: Int) {
        if !isBefore(byte - 1, codePoint - 1) { restart() }
        while index < text.endIndex, isBefore(byte, codePoint) { step() }
        return (byte, codePoint)
    }

    private mutating func step() {
        repeat {
            index = text.index(after: index)
            byte += 1
        } while index < text.endIndex && text[index] & 0xC0 == 0x80
        codePoint += 1
    }

    private mutating func restart() {
        index = text.startIndex
        (byte, codePoint) = (0, 0)
    }
}
