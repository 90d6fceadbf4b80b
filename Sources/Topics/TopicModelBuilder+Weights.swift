#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension TopicModelBuilder {
    /// Rows of a term and "topic weight|topic weight|…"; an empty term has the biases.
    ///
    /// The learned table has tens of thousands of rows and is read at every start: nothing is copied or allocated.
    mutating func readWeights(_ rows: inout TopicRows, _ file: TopicFile, _ number: Int) -> Int {
        var usable = 0
        while let row = rows.next() {
            guard isWhole(row, rows, file) else { continue }
            var entry: UInt32?
            if !row.fields.0.isEmpty {
                guard let found = self.entry(row.fields.0, rows, file) else { continue }
                entry = found
            }
            let fields = rows.field(row.fields.1)
            var start = 0
            while start < fields.count {
                let end = Self.position(of: UInt8(ascii: "|"), in: fields, from: start)
                let part = UnsafeBufferPointer(rebasing: fields[start..<end])
                start = end + 1
                guard let (name, value) = Self.nameAndWeight(part) else {
                    report(file, rows.line, .malformedWeight(String(decoding: part, as: UTF8.self)))
                    continue
                }
                guard let topic = names.find(name) else {
                    report(file, rows.line, .unknownTopic(String(decoding: name, as: UTF8.self)))
                    continue
                }
                set(value, topic, entry, file: number, line: rows.line)
                noteChange(of: topic, by: file)
                usable += 1
            }
        }
        return usable
    }

    /// "coup d'état 2.61" in its two parts; `nil` without a number behind the last blank.
    private static func nameAndWeight(
        _ part: UnsafeBufferPointer<UInt8>
    ) -> (name: UnsafeBufferPointer<UInt8>, weight: Double)? {
        var blank = part.count - 1
        while blank > 0, part[blank] != UInt8(ascii: " ") { blank -= 1 }
        guard blank > 0, let value = decimal(UnsafeBufferPointer(rebasing: part[(blank + 1)...])) else { return nil }
        return (UnsafeBufferPointer(rebasing: part[..<blank]), value)
    }

    /// The position of the next such byte, or the end.
    static func position(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return bytes.count }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }
}

/// Finds topics by the bytes of their names.
struct TopicNames {
    /// All names, one after the other.
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    private var topics: [Int] = []
    /// Place in `topics` + 1, or 0 where the slot is free.
    private var slots = [UInt16](repeating: 0, count: slotCount)
    /// A power of two, at least twice the number of topics.
    private static let slotCount = 4096

    mutating func add(_ name: String, topic: Int) {
        var slot = Array(name.utf8).withUnsafeBufferPointer(Self.slot)
        while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
        bytes += name.utf8
        ends.append(bytes.count)
        topics.append(topic)
        slots[slot] = UInt16(topics.count)
    }

    /// The number of the topic with this name.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.slot(of: name)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if isEqual(ends[place]..<ends[place + 1], name) { return topics[place] }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return nil
    }

    /// By its length and three of its bytes, which hardly two topics share.
    private static func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = name.first, let last = name.last else { return 0 }
        let middle = name[name.count / 2]
        return (Int(first) &* 31 &+ Int(last) &* 1009 &+ Int(middle) &* 257 &+ name.count &* 7) & (slotCount - 1)
    }

    private func isEqual(_ range: Range<Int>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard range.count == name.count, let base = name.baseAddress else { return false }
        return bytes.withUnsafeBytes {
            $0.baseAddress.map { memcmp($0 + range.lowerBound, base, name.count) == 0 } ?? false
        }
    }
}
