/// Finds the end of a row of a table (RFC 4180): a line end outside quotes.
///
/// A quote opens only where a field begins; one inside a field is a character like others.
struct TableRowScanner: RecordScanner {
    private enum State { case fieldStart, plain, quoted, afterQuote }

    /// `nil` takes any of the usual ones for the beginning of a field.
    let delimiter: UInt8?
    private var state = State.fieldStart
    /// Something other than a delimiter follows a closing quote.
    private(set) var isMalformed = false
    private(set) var lineEnds = 0

    init(delimiter: UInt8?) { self.delimiter = delimiter }

    /// Whether the bytes so far end inside quotes.
    var isInQuotes: Bool { state == .quoted }

    mutating func end(in bytes: UnsafeRawBufferPointer) -> Int? {
        for place in 0..<bytes.count {
            let byte = bytes[place]
            if byte == 0x0A { lineEnds += 1 }
            switch state {
            case .quoted:
                if byte == UInt8(ascii: "\"") { state = .afterQuote }
                continue
            case .afterQuote where byte == UInt8(ascii: "\""):
                state = .quoted
                continue
            case .fieldStart where byte == UInt8(ascii: "\""):
                state = .quoted
                continue
            default: break
            }
            if byte == 0x0A { return place + 1 }
            if isDelimiter(byte) {
                state = .fieldStart
            } else if state == .afterQuote, byte > 0x20 {
                isMalformed = true
                state = .plain
            } else if state == .fieldStart, byte != 0x20 {
                state = .plain
            }
        }
        return nil
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        if let delimiter { return byte == delimiter }
        return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0x09 || byte == UInt8(ascii: "|")
    }
}

/// Takes a row of a table apart.
enum TableRow {
    /// The values of a row, without quotes.
    static func values(of row: ArraySlice<UInt8>, delimiter: UInt8) -> [String] {
        var rest = row
        while let last = rest.last, last == 0x0A || last == 0x0D { rest.removeLast() }
        var values: [String] = []
        while true {
            let (value, next) = field(rest, delimiter)
            values.append(value)
            guard let next else { return values }
            rest = rest[next...]
        }
    }

    /// The first field, and where the next begins.
    private static func field(_ rest: ArraySlice<UInt8>, _ delimiter: UInt8) -> (String, next: Int?) {
        let start = rest.firstIndex { $0 != 0x20 } ?? rest.endIndex
        if start < rest.endIndex, rest[start] == UInt8(ascii: "\""), let quoted = quoted(rest[start...], delimiter) {
            return quoted
        }
        let end = rest.firstIndex(of: delimiter)
        return (TextBytes.string(rest[..<(end ?? rest.endIndex)]), end.map { $0 + 1 })
    }

    /// A field in quotes; `nil` when the quotes are out of order, so that the field stays as it is.
    private static func quoted(_ rest: ArraySlice<UInt8>, _ delimiter: UInt8) -> (String, next: Int?)? {
        var value: [UInt8] = []
        var place = rest.startIndex + 1
        while let quote = rest[place...].firstIndex(of: UInt8(ascii: "\"")) {
            value += rest[place..<quote]
            let after = quote + 1
            if after < rest.endIndex, rest[after] == UInt8(ascii: "\"") {
                value.append(UInt8(ascii: "\""))
                place = after + 1
                continue
            }
            let next = rest[after...].firstIndex { $0 == delimiter || $0 > 0x20 } ?? rest.endIndex
            guard next == rest.endIndex || rest[next] == delimiter else { return nil }
            return (TextBytes.string(value[...]), next < rest.endIndex ? next + 1 : nil)
        }
        return nil
    }
}

/// Text whose character set nobody declares.
enum TextBytes {
    /// UTF-8, or else Windows-1252, in which spreadsheets export.
    static func string(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        scalars.reserveCapacity(bytes.count)
        for byte in bytes { scalars.append(windows1252[Int(byte)]) }
        return String(scalars)
    }

    private static let windows1252: [Unicode.Scalar] = {
        var table = (0...255).map { Unicode.Scalar(UInt8($0)) }
        let upper = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        for (place, scalar) in upper.unicodeScalars.enumerated() { table[0x80 + place] = scalar }
        return table
    }()
}
