/// The order of the bytes of UTF-16 that does not say it by a mark.
enum UTF16Order {
    case little, big

    private static let sampleSize = 65_536
    /// One unit in so many is a blank or a line end in text of any script; no letter turns into one by turned bytes.
    private static let mostUnitsForBlank = 100

    /// The order in which the bytes are text, or `nil` if they are none in either.
    init?(_ bytes: [UInt8]) {
        let sample = bytes.prefix(Self.sampleSize)
        guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
        if Self.isText(Self.units(of: sample, littleEndian: true)) {
            self = .little
        } else if Self.isText(Self.units(of: sample, littleEndian: false)) {
            self = .big
        } else {
            return nil
        }
    }

    /// The code units of bytes.
    static func units(of bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt16] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return littleEndian ? second << 8 | first : first << 8 | second
        }
    }

    /// Whether the units hold no control character, no half of a pair alone, and some blanks.
    private static func isText(_ units: [UInt16]) -> Bool {
        var blanks = 0
        var isInPair = false
        for unit in units {
            switch unit {
            case 0x09...0x0D, 0x20: blanks += 1
            case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: return false
            default: break
            }
            let isSecond = (0xDC00...0xDFFF).contains(unit)
            if isSecond != isInPair { return false }
            isInPair = (0xD800...0xDBFF).contains(unit)
        }
        return blanks * mostUnitsForBlank >= units.count
    }
}
