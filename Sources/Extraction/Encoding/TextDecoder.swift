/// Turns bytes of any origin into valid UTF-8.
///
/// The order of trust: byte order mark, valid UTF-8, the charset that the transport or the page declares, a guess.
/// Servers and templates declare charsets that their pages are not in; valid UTF-8 is hardly ever anything else, and
/// what a declaration makes broken characters of is guessed instead. Costs one pass for valid UTF-8, a few otherwise.
enum TextDecoder {
    /// The bytes as valid UTF-8 without a byte order mark.
    static func utf8(_ bytes: [UInt8], declaredCharset: String? = nil) throws(ExtractionError) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return try utf8(Array(bytes.dropFirst(3)), declaredCharset: nil)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
        if isBinary(bytes) {
            guard let order = UTF16Order(bytes) else { throw .notText }
            return utf16(bytes[...], littleEndian: order == .little)
        }
        let declared = declaredCharset.flatMap(Charset.init(label:))
        let (valid, invalid) = sequenceCounts(bytes)
        if invalid == 0 {
            guard let declared, declared.hasEscapes, bytes.contains(0x1B) else { return bytes }
            return declared.utf8(bytes) ?? bytes
        }
        // Some broken sequences among many good ones: the text is UTF-8 that was cut or damaged.
        if valid >= 4 * invalid { return repaired(bytes) }
        if let declared, !declared.isUTF8, !declared.isUTF16, let text = declared.utf8(bytes),
            brokenCharacters(in: text) * 100 <= invalid
        {
            return text
        }
        return Charset.guess(bytes).utf8(bytes) ?? repaired(bytes)
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// How often U+FFFD stands in UTF-8.
    private static func brokenCharacters(in text: [UInt8]) -> Int {
        var count = 0
        for index in text.indices.dropLast(2) where text[index] == 0xEF {
            if text[index + 1] == 0xBF, text[index + 2] == 0xBD { count += 1 }
        }
        return count
    }

    private static let signatures: [[UInt8]] = [
        [0x25, 0x50, 0x44, 0x46, 0x2D], [0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
        [0x47, 0x49, 0x46, 0x38], [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0x7F, 0x45, 0x4C, 0x46],
    ]

    /// Whether the bytes begin as those of a known kind of binary file.
    static func hasSignature(_ bytes: some Sequence<UInt8>) -> Bool {
        signatures.contains { bytes.starts(with: $0) }
    }

    /// Whether the bytes are no text: a known signature, NUL bytes, or many control characters.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        if hasSignature(bytes) { return true }
        var controls = 0
        let sample = bytes.prefix(65_536)
        for byte in sample where byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B { controls += 1 }
        // A stray control character or two happens in real pages; one in fifty does not.
        return controls > 2 && controls * 50 > sample.count
    }

    /// How many multi-byte sequences are well formed, and how many bytes stand outside any.
    static func sequenceCounts(_ bytes: [UInt8]) -> (valid: Int, invalid: Int) {
        var valid = 0
        var invalid = 0
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            let count = buffer.count
            while index < count {
                let byte = buffer[index]
                if byte < 0x80 {
                    index += 1
                    continue
                }
                let length = sequenceLength(lead: byte)
                guard length > 0, index + length <= count, isWellFormed(buffer, at: index, length: length) else {
                    invalid += 1
                    index += 1
                    continue
                }
                valid += 1
                index += length
            }
        }
        return (valid, invalid)
    }

    private static func sequenceLength(lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func isWellFormed(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
        for offset in 1..<length where buffer[index + offset] & 0xC0 != 0x80 { return false }
        let second = buffer[index + 1]
        switch buffer[index] {
        case 0xE0: return second >= 0xA0
        case 0xED: return second < 0xA0
        case 0xF0: return second >= 0x90
        case 0xF4: return second < 0x90
        default: return true
        }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt8] {
        let units = UTF16Order.units(of: bytes, littleEndian: littleEndian)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
