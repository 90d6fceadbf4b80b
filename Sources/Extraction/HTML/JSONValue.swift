/// A JSON value, read tolerantly: what is broken ends the reading, what was read before stays.
indirect enum JSONValue {
    case object([(key: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case other

    /// The value of a key of an object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The text of a string, or the first text of an array of strings.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .array(let values): values.lazy.compactMap(\.text).first
        default: nil
        }
    }
}

/// Reads one JSON value.
struct JSONReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    /// Deeper values are skipped, so that nesting cannot exhaust the stack.
    private static let deepest = 24

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// The first value, or `nil` if there is none.
    mutating func value() -> JSONValue? {
        while index < bytes.endIndex, bytes[index] != 0x7B, bytes[index] != 0x5B { index += 1 }
        return index < bytes.endIndex ? value(depth: 0) : nil
    }

    private mutating func value(depth: Int) -> JSONValue {
        skipBlanks()
        guard index < bytes.endIndex else { return .other }
        switch bytes[index] {
        case 0x22: return .string(string())
        case 0x7B, 0x5B:
            guard depth < Self.deepest else {
                index = bytes.endIndex
                return .other
            }
            return bytes[index] == 0x7B ? object(depth: depth) : array(depth: depth)
        default:
            while index < bytes.endIndex, ![0x2C, 0x7D, 0x5D].contains(bytes[index]) { index += 1 }
            return .other
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        index += 1
        while true {
            skipBlanks()
            guard index < bytes.endIndex else { break }
            if bytes[index] == 0x7D {
                index += 1
                break
            }
            guard bytes[index] == 0x22 else {
                // A comma, or something broken: go on with the next byte.
                index += 1
                continue
            }
            let key = string()
            skipBlanks()
            guard index < bytes.endIndex, bytes[index] == 0x3A else { continue }
            index += 1
            members.append((key, value(depth: depth + 1)))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue {
        var values: [JSONValue] = []
        index += 1
        while true {
            skipBlanks()
            guard index < bytes.endIndex else { break }
            if bytes[index] == 0x5D {
                index += 1
                break
            }
            if bytes[index] == 0x2C || bytes[index] == 0x7D {
                index += 1
                continue
            }
            values.append(value(depth: depth + 1))
        }
        return .array(values)
    }

    private mutating func skipBlanks() {
        while index < bytes.endIndex, UTF8Bytes.isASCIIBlank(bytes[index]) { index += 1 }
    }

    private mutating func string() -> String {
        index += 1
        var units: [UInt8] = []
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == 0x22 { break }
            guard byte == 0x5C, index < bytes.endIndex else {
                units.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            switch escape {
            case 0x6E, 0x72, 0x74, 0x62, 0x66: units.append(0x20)
            case 0x75: appendEscape(to: &units)
            default: units.append(escape)
            }
        }
        return HTMLEntities.text(units[...])
    }

    /// Decodes the digits after "\u", and the second half of a pair.
    private mutating func appendEscape(to units: inout [UInt8]) {
        guard var code = hexadecimal(at: index) else { return }
        index += 4
        if (0xD800...0xDBFF).contains(code), index + 1 < bytes.endIndex, bytes[index] == 0x5C, bytes[index + 1] == 0x75,
            let low = hexadecimal(at: index + 2), (0xDC00...0xDFFF).contains(low)
        {
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            index += 6
        }
        UTF8Bytes.append(code, to: &units)
    }

    private func hexadecimal(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.endIndex else { return nil }
        return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }
}
