/// A run of ASCII letters and digits, measured, folded and described in one look: what most words are.
struct ASCIIWord {
    /// Bytes.
    let length: Int
    /// The hash of the key, as `TokenKey.hash(of:)` has it.
    let key: UInt64
    let shape: TokenShape

    /// The run that begins at `start`; `nil` when there is none, or the text ends too soon to look at eight bytes at once.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        guard let part = Part(text, at: start), part.count > 0 else { return nil }
        guard part.count == 8 else {
            var hash = KeyHash()
            hash.add(part.folded, count: part.count)
            self.init(length: part.count, key: hash.value, shape: part.shape)
            return
        }
        self.init(text, at: start, first: part)
    }

    /// A run that is longer than its first part.
    @inline(never)
    private init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int, first: Part) {
        var (length, hash, letterCount) = (0, KeyHash(), 0)
        var shape = first.shape.intersection(.capitalized)
        var uppers: TokenShape = .upper
        var part = first
        while true {
            hash.add(part.folded, count: part.count)
            length += part.count
            letterCount += part.letters.nonzeroBitCount
            shape.formUnion(part.shape.intersection([.hasLower, .hasDigit]))
            if part.letters != 0 { uppers.formIntersection(part.shape) }
            if part.count < 8 { break }
            guard let next = Part(text, at: start + length) else { return nil }
            if next.count == 0 { break }
            part = next
        }
        if letterCount > 0 { shape.formUnion(uppers) }
        if letterCount == 1 { shape.insert(.initial) }
        self.init(length: length, key: hash.value, shape: shape)
    }

    @inline(__always)
    private init(length: Int, key: UInt64, shape: TokenShape) {
        self.length = length
        self.key = key
        self.shape = shape
    }

    /// Up to eight bytes of a run.
    private struct Part {
        /// How many of the bytes belong to the run.
        let count: Int
        /// Those bytes in lower case, zeros after them.
        let folded: UInt64
        /// Masks of the letters, capitals and digits among them.
        let letters, capitals, digits: UInt64

        @inline(__always)
        init?(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
            guard let bytes = EightBytes(text, at: offset) else { return nil }
            let (letters, digits) = (bytes.letters, bytes.digits)
            count = EightBytes.count(before: ~(letters | digits) & EightBytes.highBits)
            let inside = EightBytes.bits(ofFirst: count)
            self.letters = letters & inside
            self.digits = digits & inside
            capitals = bytes.capitals(self.letters)
            // Digits have the bit of lower case already.
            folded = (bytes.value | EightBytes.caseBits) & inside
        }

        @inline(__always)
        var shape: TokenShape {
            var bits = capitals & 0x80 != 0 ? TokenShape.capitalized.rawValue : 0
            bits |= letters != 0 && letters == capitals ? TokenShape.upper.rawValue : 0
            bits |= letters != capitals ? TokenShape.hasLower.rawValue : 0
            bits |= digits != 0 ? TokenShape.hasDigit.rawValue : 0
            bits |= letters != 0 && letters & (letters &- 1) == 0 ? TokenShape.initial.rawValue : 0
            return TokenShape(rawValue: bits)
        }
    }
}
