/// Builds CSV (RFC 4180, but lines end in LF as Unix tools want) as UTF-8 bytes.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe before it, since names and titles come from other
/// people's pages: one that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or NUL and is no number.
///
///     var csv = CSVWriter()
///     csv.line(["Niger", "=1+1", "-5"])
///     csv.bytes  // Niger,"'=1+1",-5
public struct CSVWriter {
    /// What has been written and not taken.
    public private(set) var bytes: [UInt8] = []
    private let keepsFormulas: Bool
    private var isAtLineStart = true

    /// An empty writer; one that keeps formulas writes cells as they are, for programs that do not run them.
    public init(keepsFormulas: Bool = false) { self.keepsFormulas = keepsFormulas }

    /// Writes one field.
    public mutating func field(_ value: String) {
        separate()
        let utf8 = value.utf8
        let isDisarmed = !keepsFormulas && isFormula(value)
        guard isDisarmed || utf8.contains(where: Self.needsQuotes) else {
            bytes += utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isDisarmed { bytes.append(UInt8(ascii: "'")) }
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

    /// Hands over what has been written, and forgets it.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
        isAtLineStart = false
    }

    /// NUL needs none by RFC 4180, but readers trip over it less in quotes.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D, 0: true
        default: false
        }
    }
}

/// Whether a spreadsheet would take a cell for a formula.
private func isFormula(_ value: String) -> Bool {
    switch value.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D, 0: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isSignedNumber(value.utf8.dropFirst())
    default: false
    }
}

/// Whether what stands after a sign makes a number with it: digits, a decimal point, an exponent ("5", ".5", "3.2e1").
private func isSignedNumber(_ text: Substring.UTF8View) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    let whole = text.prefix(while: isDigit)
    var rest = text.dropFirst(whole.count)
    var digits = whole.count
    if rest.first == UInt8(ascii: ".") {
        let decimals = rest.dropFirst().prefix(while: isDigit)
        digits += decimals.count
        rest = rest.dropFirst(1 + decimals.count)
    }
    guard digits > 0, let mark = rest.first else { return digits > 0 }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    var exponent = rest.dropFirst()
    if let sign = exponent.first, "+-".utf8.contains(sign) { exponent = exponent.dropFirst() }
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
}
