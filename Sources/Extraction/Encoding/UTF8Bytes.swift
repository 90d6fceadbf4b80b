/// The few questions that all of the stage asks of UTF-8 bytes.
enum UTF8Bytes {
    @inline(__always) static func isASCIIBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    @inline(__always) static func isUppercase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    @inline(__always) static func isLowercase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    @inline(__always) static func isASCIILetter(_ byte: UInt8) -> Bool { isUppercase(byte) || isLowercase(byte) }
    @inline(__always) static func lowercased(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }

    /// Whether an ASCII byte is a letter or digit: one look at a bit map, as this is asked of every byte of a dump.
    @inline(__always) static func isWordASCII(_ byte: UInt8) -> Bool {
        let digits: UInt64 = 0x03FF_0000_0000_0000
        let letters: UInt64 = 0x07FF_FFFE_07FF_FFFE
        return (byte < 0x40 ? digits : letters) &>> UInt64(byte & 0x3F) & 1 != 0
    }

    /// Appends a code point; surrogates and what lies beyond Unicode become U+FFFD.
    static func append(_ codePoint: UInt32, to bytes: inout [UInt8]) {
        let scalar = Unicode.Scalar(codePoint) ?? "\u{FFFD}"
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }

    /// Lower case of ASCII and of the Latin-1 letters; enough for a vocabulary of West European furniture.
    static func lowercased(_ text: some StringProtocol) -> String {
        var bytes = Array(text.utf8)
        for index in bytes.indices {
            if bytes[index] < 0x80 {
                bytes[index] = lowercased(bytes[index])
            } else if index > 0, bytes[index - 1] == 0xC3, (0x80...0x9E).contains(bytes[index]), bytes[index] != 0x97 {
                bytes[index] += 0x20
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a blank, control or byte beyond ASCII stays as it is when blanks are folded.
    @inline(__always)
    static func isKept(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, lineStart: Int) -> Bool {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
        switch byte {
        case 0x20: return index > lineStart && next != 0x20 && next != 0x0A
        case 0..<0x20, 0x7F: return false
        case 0xC2: return next > 0xA0 && next != 0xAD
        case 0xE2:
            guard next <= 0x81, index + 2 < bytes.count else { return true }
            let last = bytes[index + 2]
            if next == 0x81 { return last != 0xA0 }
            return (0x90...0xA7).contains(last) || last >= 0xB0
        case 0xE3: return next != 0x80 || (index + 2 < bytes.count && bytes[index + 2] != 0x80)
        case 0xEF: return next != 0xBB
        default: return true
        }
    }

    /// The text with every run of blanks as one blank, without controls, zero-width characters and soft hyphens.
    ///
    /// The input must be valid UTF-8, and so is the output.
    static func collapsed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.underestimatedCount)
        for byte in bytes {
            if byte == 0x20 || byte < 0x20 || byte == 0x7F {
                if isASCIIBlank(byte), let last = result.last, last != 0x20 { result.append(0x20) }
                continue
            }
            result.append(byte)
            if byte < 0x80 || byte > 0xBF { continue }
            foldTail(&result)
        }
        if result.last == 0x20 { result.removeLast() }
        return result
    }

    /// Replaces an exotic blank that was just completed at the end by a blank, and drops an invisible character.
    @inline(__always) private static func foldTail(_ result: inout [UInt8]) {
        let count = result.count
        guard count >= 2 else { return }
        let last = result[count - 1]
        if result[count - 2] == 0xC2 {
            if last == 0xA0 || last == 0x85 {
                result.removeLast(2)
                if let end = result.last, end != 0x20 { result.append(0x20) }
            } else if last == 0xAD || last < 0xA0 {
                result.removeLast(2)
            }
            return
        }
        guard count >= 3 else { return }
        let third = result[count - 3]
        let second = result[count - 2]
        if third == 0xE2, second == 0x80 {
            if (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF {
                result.removeLast(3)
                if let end = result.last, end != 0x20 { result.append(0x20) }
            } else if (0x8B...0x8F).contains(last) || (0xAA...0xAE).contains(last) {
                result.removeLast(3)
            }
        } else if (third == 0xEF && second == 0xBB && last == 0xBF) || (third == 0xE2 && second == 0x81 && last == 0xA0)
        {
            result.removeLast(3)
        } else if third == 0xE3, second == 0x80, last == 0x80 {
            result.removeLast(3)
            if let end = result.last, end != 0x20 { result.append(0x20) }
        }
    }
}
