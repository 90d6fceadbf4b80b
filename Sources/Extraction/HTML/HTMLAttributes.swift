/// Reads the attributes of a start tag, on demand.
struct HTMLAttributes {
    let bytes: ArraySlice<UInt8>

    /// Calls `body` with the lower-case name and the undecoded value of each attribute.
    func visit(_ body: (_ name: String, _ value: ArraySlice<UInt8>) -> Void) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            while index < bytes.endIndex, UTF8Bytes.isASCIIBlank(bytes[index]) || bytes[index] == 0x2F { index += 1 }
            let nameStart = index
            while index < bytes.endIndex, bytes[index] != 0x3D || index == nameStart,
                !UTF8Bytes.isASCIIBlank(bytes[index]), bytes[index] != 0x2F
            {
                index += 1
            }
            let nameRange = nameStart..<index
            while index < bytes.endIndex, UTF8Bytes.isASCIIBlank(bytes[index]) { index += 1 }
            var value = bytes[index..<index]
            if index < bytes.endIndex, bytes[index] == 0x3D {
                index += 1
                while index < bytes.endIndex, UTF8Bytes.isASCIIBlank(bytes[index]) { index += 1 }
                value = readValue(&index)
            }
            guard !nameRange.isEmpty, nameRange.count < 40 else { continue }
            body(String(decoding: bytes[nameRange].map(UTF8Bytes.lowercased), as: UTF8.self), value)
        }
    }

    private func readValue(_ index: inout Int) -> ArraySlice<UInt8> {
        guard index < bytes.endIndex else { return bytes[index..<index] }
        let quote = bytes[index]
        if quote == 0x22 || quote == 0x27 {
            let start = index + 1
            index = start
            while index < bytes.endIndex, bytes[index] != quote { index += 1 }
            let value = bytes[start..<index]
            if index < bytes.endIndex { index += 1 }
            return value
        }
        let start = index
        while index < bytes.endIndex, !UTF8Bytes.isASCIIBlank(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }
}
