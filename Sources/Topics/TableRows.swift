/// Reads the rows of a three-column TSV table: skips blank lines and `#` comments, checks header and column count.
struct TableRows {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let table: TopicTable
    private var position = 0
    private var sawHeader = false
    /// The number of the line read last, from 1.
    private(set) var line = 0

    /// One row: the byte ranges of its three fields.
    struct Row {
        var first: Range<Int>
        var second: Range<Int>
        var third: Range<Int>
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, table: TopicTable) {
        self.bytes = bytes
        self.table = table
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.prefix(3).elementsEqual(mark) { position = 3 }
    }

    /// The next row; `nil` at the end of the table.
    mutating func next() throws(TopicTableError) -> Row? {
        while position < bytes.count {
            line += 1
            let range = nextLine()
            if range.isEmpty || bytes[range.lowerBound] == UInt8(ascii: "#") { continue }
            if !sawHeader {
                guard bytes[range].elementsEqual(table.header.utf8) else { throw error(.missingHeader) }
                sawHeader = true
                continue
            }
            return try split(range)
        }
        if !sawHeader { throw TopicTableError(table, line: 0, .missingHeader) }
        return nil
    }

    func error(_ problem: TopicTableError.Problem) -> TopicTableError {
        TopicTableError(table, line: line, problem)
    }

    func field(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private mutating func nextLine() -> Range<Int> {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        var end = position
        position += 1
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private func split(_ range: Range<Int>) throws(TopicTableError) -> Row {
        var tabs = 0
        var first = range.upperBound
        var second = range.upperBound
        for at in range where bytes[at] == UInt8(ascii: "\t") {
            tabs += 1
            if tabs == 1 { first = at }
            if tabs == 2 { second = at }
        }
        guard tabs == 2 else { throw error(.wrongColumnCount(found: tabs + 1)) }
        return Row(
            first: range.lowerBound..<first, second: first + 1..<second, third: second + 1..<range.upperBound)
    }
}

/// A decimal number such as "-1.25": sign, digits, point, digits; no exponent. `nil` for anything else.
func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var digits: Int64 = 0
    var scale: Int64 = 1
    var sawDigit = false
    var sawPoint = false
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
        if byte == UInt8(ascii: "."), !sawPoint {
            sawPoint = true
            continue
        }
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10, digits < 1_000_000_000_000 else { return nil }
        digits = digits * 10 + Int64(digit)
        if sawPoint { scale *= 10 }
        sawDigit = true
    }
    guard sawDigit else { return nil }
    let value = Double(digits) / Double(scale)
    return isNegative ? -value : value
}
