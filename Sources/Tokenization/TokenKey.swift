import CICU

/// Normalized keys of tokens and their hashes.
///
/// The key of a token is its NFKC case folding, with curly apostrophes made straight and the full stops of abbreviations
/// dropped: "U.S." and "US" have one key. Keys are compared by a 64-bit hash (`KeyHash`).
public enum TokenKey {
    /// The hash of the key of `bytes`, which must be valid UTF-8.
    public static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = KeyHash()
        var offset = 0
        while let eight = EightBytes(bytes, at: offset) {
            if eight.nonASCII != 0 || eight.equal(UInt8(ascii: ".")) != 0 { return hashOfFolded(bytes) }
            hash.add(eight.value | eight.capitals(eight.letters) &>> 2, count: 8)
            offset += 8
        }
        var rest: UInt64 = 0
        for (place, byte) in bytes[offset...].enumerated() { rest |= UInt64(byte) &<< UInt64(8 * place) }
        let last = EightBytes(rest)
        if last.nonASCII != 0 || last.equal(UInt8(ascii: ".")) != 0 { return hashOfFolded(bytes) }
        if offset < bytes.count {
            hash.add(last.value | last.capitals(last.letters) &>> 2, count: bytes.count - offset)
        }
        return hash.value
    }

    /// The hash of the key of a string.
    public static func hash(of string: String) -> UInt64 {
        var copy = string
        return copy.withUTF8 { hash(of: $0) }
    }

    /// The folded key itself, for people to read and for tests.
    public static func key(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        append(bytes, to: &result)
        return result
    }

    /// Appends the folded key of `bytes`.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        // Most need no ICU.
        if bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ".") }) {
            for byte in bytes {
                result.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
            }
        } else {
            forEachKeyByte(of: bytes) { result.append($0) }
        }
    }

    private static func hashOfFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = KeyHash()
        var (chunk, count): (UInt64, Int) = (0, 0)
        forEachKeyByte(of: bytes) { byte in
            chunk |= UInt64(byte) &<< UInt64(8 * count)
            count += 1
            if count == 8 {
                hash.add(chunk, count: count)
                (chunk, count) = (0, 0)
            }
        }
        if count > 0 { hash.add(chunk, count: count) }
        return hash.value
    }

    private static func forEachKeyByte(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
        // Case folding makes UTF-8 at most three times longer; NFKC can make single characters far longer (U+FDFA: 11x).
        let capacity = bytes.count * 12 + 16
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { folded in
            guard let source = bytes.baseAddress, let target = folded.baseAddress else { return }
            let length = source.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                cicu_fold($0, Int32(bytes.count), target, Int32(capacity))
            }
            var at = 0
            while at < Int(length) {
                let byte = UInt8(bitPattern: folded[at])
                if isCurlyApostrophe(folded, at, Int(length)) {
                    body(UInt8(ascii: "'"))
                    at += 3
                } else {
                    if byte != UInt8(ascii: ".") { body(byte) }
                    at += 1
                }
            }
        }
    }

    /// U+2018 or U+2019, which are E2 80 98 and E2 80 99 in UTF-8.
    private static func isCurlyApostrophe(_ bytes: UnsafeMutableBufferPointer<CChar>, _ at: Int, _ end: Int) -> Bool {
        guard at + 2 < end, UInt8(bitPattern: bytes[at]) == 0xE2, UInt8(bitPattern: bytes[at + 1]) == 0x80 else {
            return false
        }
        return UInt8(bitPattern: bytes[at + 2]) & 0xFE == 0x98
    }
}

/// A hash of bytes taken eight at a time: multiply and fold (as in Steele and Vigna, "Computationally easy, spectrally good
/// multipliers", 2021). Fast, spread well over hash tables, and no guard against an adversary.
struct KeyHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325
    private var length: UInt64 = 0

    /// Adds up to eight bytes, the first lowest; only the last time may be fewer than eight.
    @inline(__always)
    mutating func add(_ bytes: UInt64, count: Int) {
        state = (state ^ bytes) &* 0xd134_2543_de82_ef95
        state ^= state &>> 32
        length &+= UInt64(truncatingIfNeeded: count)
    }

    /// The hash of everything added.
    @inline(__always)
    var value: UInt64 {
        let mixed = (state ^ length) &* 0xaf25_1af3_b0f0_25b5
        return mixed ^ mixed &>> 29
    }
}

/// A text without its diacritics: "Goïta" becomes "Goita".
///
/// Decomposes, drops nonspacing marks and composes again; letters with strokes (ø, ł) stay.
public func withoutMarks(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
        guard let source = bytes.baseAddress, bytes.contains(where: { $0 >= 0x80 }) else { return text }
        let capacity = bytes.count * 4
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { out in
            guard let target = out.baseAddress else { return text }
            let length = source.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                cicu_strip_marks($0, Int32(bytes.count), target, Int32(capacity))
            }
            guard length >= 0 else { return text }
            return String(decoding: UnsafeRawBufferPointer(start: target, count: Int(length)), as: UTF8.self)
        }
    }
}
