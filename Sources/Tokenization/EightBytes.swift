/// Eight bytes of text looked at in one step (SWAR; L. Lamport, "Multiple byte processing with full-word instructions",
/// 1975).
///
/// A mask has the highest bit of each byte that it speaks of; the first byte of the text is the lowest.
struct EightBytes {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    static let caseBits: UInt64 = 0x2020_2020_2020_2020

    let value: UInt64

    /// The bytes from `offset` on; `nil` where the text ends before the eighth.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        guard offset + 8 <= text.count else { return nil }
        value = UInt64(
            littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    init(_ value: UInt64) { self.value = value }

    /// The ASCII letters.
    @inline(__always)
    var letters: UInt64 {
        let lowered = (value & ~Self.highBits) | Self.caseBits
        return between(lowered, UInt8(ascii: "a"), UInt8(ascii: "z"))
    }

    /// The ASCII digits.
    @inline(__always)
    var digits: UInt64 { between(value & ~Self.highBits, UInt8(ascii: "0"), UInt8(ascii: "9")) }

    /// The capitals among `letters`.
    @inline(__always)
    func capitals(_ letters: UInt64) -> UInt64 { letters & ~(value &<< 2) }

    /// Bytes above 0x7F.
    @inline(__always)
    var nonASCII: UInt64 { value & Self.highBits }

    /// ASCII controls: bytes below 0x20.
    @inline(__always)
    var controls: UInt64 { ~((value & ~Self.highBits) &+ Self.ones &* 0x60) & ~value & Self.highBits }

    /// Whether all bytes are ASCII letters, blanks, or one of the few signs from U+0040 on: no full stop, no control.
    @inline(__always)
    var areLettersAndBlanks: Bool {
        let fromBlank = value ^ Self.caseBits
        let others = ((fromBlank & ~Self.highBits) &+ ~Self.highBits) | fromBlank
        return ((~value &<< 1) & others | value) & Self.highBits == 0
    }

    /// Bytes equal to `byte`, which is ASCII.
    @inline(__always)
    func equal(_ byte: UInt8) -> UInt64 {
        let difference = value ^ Self.ones &* UInt64(byte)
        return ~(((difference & ~Self.highBits) &+ ~Self.highBits) | difference) & Self.highBits
    }

    /// How many bytes stand before the first of a mask; 8 for an empty one.
    @inline(__always)
    static func count(before mask: UInt64) -> Int { mask.trailingZeroBitCount &>> 3 }

    /// The bits of the first `count` bytes.
    @inline(__always)
    static func bits(ofFirst count: Int) -> UInt64 { count >= 8 ? ~0 : (1 &<< UInt64(8 * count)) &- 1 }

    /// Bytes in a range; no byte of `bytes` has its highest bit set, so that no sum carries into the next.
    @inline(__always)
    private func between(_ bytes: UInt64, _ low: UInt8, _ high: UInt8) -> UInt64 {
        let isAtLeast = bytes &+ Self.ones &* UInt64(0x80 - low)
        let isAbove = bytes &+ Self.ones &* UInt64(0x7F - high)
        return isAtLeast & ~isAbove & ~value & Self.highBits
    }
}
