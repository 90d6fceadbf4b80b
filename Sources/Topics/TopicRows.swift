/// Reads the rows of a tab-separated file: skips blank lines and `#` comments, takes the header, counts the columns.
struct TopicRows {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The number of the line read last, from 1.
    private(set) var line = 0
    /// What the header says that the file holds; a list where there is no header.
    private(set) var layout = TopicFile.Layout.list

    /// The byte ranges of the fields of a row; those of missing columns are empty.
    struct Row {
        var fields: (Range<Int>, Range<Int>, Range<Int>)
        var columns: Int
    }

    /// Reads as far as the header.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.prefix(3).elementsEqual(mark) { position = 3 }
        let start = (position, line)
        if let first = next() {
            let names = string(first.all).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            for layout in TopicFile.Layout.allCases where layout != .list {
                if names.count >= layout.columns, names == Array(layout.header.prefix(names.count)) {
                    self.layout = layout
                    return
                }
            }
        }
        (position, line) = start
    }

    /// The next row; `nil` at the end of the file.
    mutating func next() -> Row? {
        while position < bytes.count {
            line += 1
            let range = nextLine()
            if range.isEmpty || bytes[range.lowerBound] == UInt8(ascii: "#") { continue }
            return split(range)
        }
        return nil
    }

    func field(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private mutating func nextLine() -> Range<Int> {
        let start = position
        var end = TopicModelBuilder.position(of: UInt8(ascii: "\n"), in: bytes, from: start)
        position = end + 1
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The first three fields; what stands behind a fourth tab is for people.
    private func split(_ range: Range<Int>) -> Row {
        let none = range.upperBound..<range.upperBound
        var row = Row(fields: (range, none, none), columns: 1)
        var start = range.lowerBound
        let line = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
        while true {
            let at = TopicModelBuilder.position(of: UInt8(ascii: "\t"), in: line, from: start)
            if at == range.upperBound { return row }
            row.columns += 1
            let rest = at + 1..<range.upperBound
            switch row.columns {
            case 2: row.fields = (start..<at, rest, none)
            case 3: (row.fields.1, row.fields.2) = (start..<at, rest)
            case 4: row.fields.2 = start..<at
            default: return row
            }
            start = at + 1
        }
    }
}

extension TopicRows.Row {
    /// From the first field to the last that is kept.
    var all: Range<Int> {
        fields.0.lowerBound..<max(fields.0.upperBound, fields.1.upperBound, fields.2.upperBound)
    }
}

/// One term of this weight settles any topic.
private let largestWeight = 1_000.0

/// A decimal number such as "-1.25": sign, digits, point, digits; no exponent. `nil` for anything else.
func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var digits = 0
    var scale = 0
    var count = 0
    var at = isNegative ? 1 : 0
    while at < bytes.count {
        let digit = bytes[at] &- UInt8(ascii: "0")
        if digit < 10 {
            digits = digits &* 10 &+ Int(digit)
            scale = scale &* 10
            count &+= 1
            // More would not fit a weight of any sense, nor the number.
            if count > 15 { return nil }
        } else if bytes[at] == UInt8(ascii: "."), scale == 0 {
            scale = 1
        } else {
            return nil
        }
        at &+= 1
    }
    guard count > 0 else { return nil }
    let value = Double(digits) / Double(max(scale, 1))
    guard value <= largestWeight else { return nil }
    return isNegative ? -value : value
}
