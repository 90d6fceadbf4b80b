/// Builds JSON (RFC 8259) as UTF-8 bytes, value by value; commas are its own business.
///
///     var json = JSONWriter()
///     json.object { $0.field("title", "Rain") }
///     json.bytes  // {"title":"Rain"}
public struct JSONWriter {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// An empty writer.
    public init() {}

    /// Writes an object whose fields `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) { enclosed("{", body, "}") }

    /// Writes an array whose items `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) { enclosed("[", body, "]") }

    /// Writes a field with a string; nothing when there is no value.
    public mutating func field(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        self.name(name)
        string(value)
    }

    /// Writes a field with a whole number.
    public mutating func field(_ name: StaticString, _ value: Int) {
        self.name(name)
        comma()
        bytes += String(value).utf8
    }

    /// Writes a field with a number.
    public mutating func field(_ name: StaticString, _ value: Double) {
        self.name(name)
        comma()
        bytes += (value.isFinite ? "\(value)" : "null").utf8
    }

    /// Writes a field whose value `body` writes.
    public mutating func field(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        body(&self)
    }

    /// Writes a field whose name is not fixed; a number is written as it is, an empty one as null.
    public mutating func field(named name: String, _ value: String, isNumber: Bool) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        guard isNumber else { return string(value) }
        comma()
        bytes += (value.isEmpty ? "null" : value).utf8
    }

    /// Writes a field whose name is not fixed and whose value `body` writes.
    public mutating func field(named name: String, _ body: (inout JSONWriter) -> Void) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        body(&self)
    }

    /// Writes a string, escaped.
    public mutating func string(_ value: String) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
            case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number by itself, as in an array.
    public mutating func number(_ value: Int) {
        comma()
        bytes += String(value).utf8
    }

    /// Writes true or false.
    public mutating func boolean(_ value: Bool) {
        comma()
        bytes += (value ? "true" : "false").utf8
    }

    /// Ends a line, as JSON Lines wants between values.
    public mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func name(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes += $0 }
        bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
        needsComma = false
    }

    private mutating func enclosed(_ open: Unicode.Scalar, _ body: (inout JSONWriter) -> Void, _ close: Unicode.Scalar)
    {
        comma()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
