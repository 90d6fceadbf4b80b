/// A part of a message, or the message itself (RFC 2045): header fields and a body.
struct MailPart {
    let mediaType: MediaType
    /// Where it begins in the message, in bytes.
    let offset: Int
    private let fields: [String: String]
    private let body: ArraySlice<UInt8>

    /// Reads the header, and leaves the body as it is.
    init(_ bytes: ArraySlice<UInt8>, offset: Int) {
        var (rest, fields) = (bytes, HeaderFields())
        while let line = rest.popLine(), fields.add(line) {}
        self.fields = fields.values
        self.offset = offset
        body = rest
        mediaType = MediaType(fields.values["content-type"] ?? "text/plain")
    }

    var id: String? { fields["content-id"] }
    var location: String? { fields["content-location"] }
    /// Where Chromium says that a saved page comes from.
    var snapshotLocation: String? { fields["snapshot-content-location"] }

    /// The parts between lines of the boundary.
    func parts(dividedBy boundary: String) -> [MailPart] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var rest = body
        var start: Int?
        while true {
            let place = rest.startIndex
            guard let line = rest.popLine() else { break }
            guard line.starts(with: mark) else { continue }
            if let start { parts.append(MailPart(body[start..<place], offset: start)) }
            start = rest.startIndex
            if line.dropFirst(mark.count).starts(with: "--".utf8) { return parts }
        }
        // The last part of a message that was cut off is read as far as it goes.
        if let start { parts.append(MailPart(body[start...], offset: start)) }
        return parts
    }

    /// The body with its transfer coding undone.
    var decodedBody: [UInt8] {
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "quoted-printable": Self.fromQuotedPrintable(body)
        case "base64": Self.fromBase64(body)
        default: Array(body)
        }
    }

    /// "=E9" is a byte and "=" at the end of a line is nothing; what is written wrongly stays.
    private static func fromQuotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            place += 1
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            let next = text[place...].prefix(2)
            if next.first == 0x0A || next.elementsEqual([0x0D, 0x0A]) {
                place += next.first == 0x0A ? 1 : 2
            } else if next.count == 2, let high = hexadecimalValue(text[place]),
                let low = hexadecimalValue(text[place + 1])
            {
                bytes.append(high << 4 | low)
                place += 2
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// What is no digit of base64, such as line ends, is passed over.
    private static func fromBase64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (gathered, bits) = (0 as UInt32, 0)
        for byte in text {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: continue
            }
            gathered = gathered << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: gathered >> UInt32(bits)))
            }
        }
        return bytes
    }
}
