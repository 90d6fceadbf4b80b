/// Builds CSV (RFC 4180, but lines end in LF as Unix tools want) as UTF-8 bytes.
///
/// A field that a spreadsheet would take for a formula gets an apostrophe before it: names come from other people's pages.
public struct CSVWriter {
    /// What has been written and not taken.
    public private(set) var bytes: [UInt8] = []
    private var isAtLineStart = true

    /// An empty writer.
    public init() {}

    /// Writes one field.
    public mutating func field(_ value: String) {
        separate()
        let utf8 = value.utf8
        let isFormula = utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let isQuoted = utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
        guard isQuoted || isFormula else {
            bytes += utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a field with a whole number.
    public mutating func field(_ value: Int) {
        separate()
        bytes += String(value).utf8
    }

    /// Writes bytes that need no quoting, such as a field made before.
    public mutating func field(prepared: [UInt8]) {
        separate()
        bytes += prepared
    }

    /// Ends the line.
    public mutating func endLine() {
        bytes.append(0x0A)
        isAtLineStart = true
    }

    /// Writes a whole line.
    public mutating func line(_ fields: [String]) {
        for value in fields { field(value) }
        endLine()
    }

    private mutating func separate() {
        if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
        isAtLineStart = false
    }
}
