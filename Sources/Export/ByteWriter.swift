/// Gathers bytes and hands them on a megabyte at a time, so that what is written need not be in memory as a whole.
struct ByteWriter {
    private var buffer: [UInt8] = []
    private let sink: ([UInt8]) throws -> Void

    private static let chunkLength = 1 << 20

    /// A writer that hands on to `sink`.
    init(to sink: @escaping ([UInt8]) throws -> Void) {
        self.sink = sink
        buffer.reserveCapacity(Self.chunkLength + 1 << 12)
    }

    mutating func write(_ bytes: [UInt8]) { buffer.append(contentsOf: bytes) }

    mutating func write(_ text: StaticString) { text.withUTF8Buffer { buffer.append(contentsOf: $0) } }

    mutating func write(text: String) { buffer.append(contentsOf: text.utf8) }

    /// Writes one of many fields that were made before.
    @inline(__always)
    mutating func write(_ fields: PreparedFields, _ number: UInt32) {
        buffer.append(contentsOf: fields.bytes[fields.places(of: number)])
    }

    mutating func write(_ number: Int) {
        if number < 0 { buffer.append(UInt8(ascii: "-")) }
        write(digits: number.magnitude, atLeast: 1)
    }

    /// Writes a number with so many decimals, at most 9; what rounds to 0 has no sign.
    mutating func write(_ number: Double, decimals: Int) {
        let scale = Self.powers[decimals]
        let scaled = (number.magnitude * Double(scale)).rounded()
        guard scaled < 0x1p63 else { return write(Array("\(number)".utf8)) }
        let whole = UInt(scaled)
        if number < 0, whole > 0 { buffer.append(UInt8(ascii: "-")) }
        write(digits: whole / scale, atLeast: 1)
        buffer.append(UInt8(ascii: "."))
        write(digits: whole % scale, atLeast: decimals)
    }

    /// Hands on what is gathered if it is much; to be called now and then.
    mutating func flushIfFull() throws {
        if buffer.count >= Self.chunkLength { try flush() }
    }

    /// Hands on what is gathered.
    mutating func flush() throws {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private static let powers: [UInt] = (0...9).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

    private mutating func write(digits number: UInt, atLeast least: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, first) = (number, 20)
            while rest > 0 || 20 - first < least {
                first -= 1
                digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            buffer.append(contentsOf: digits[first...])
        }
    }
}

/// Fields of a table that come again and again, in one piece of memory.
struct PreparedFields {
    fileprivate let bytes: [UInt8]
    private let starts: [Int]

    /// Makes the fields of some values.
    init<Value>(_ values: [Value], _ field: (Value) -> [UInt8]) {
        var bytes: [UInt8] = []
        var starts = [0]
        for value in values {
            bytes += field(value)
            starts.append(bytes.count)
        }
        self.bytes = bytes
        self.starts = starts
    }

    @inline(__always)
    fileprivate func places(of number: UInt32) -> Range<Int> { starts[Int(number)]..<starts[Int(number) + 1] }
}
