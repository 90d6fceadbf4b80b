/// Reads the charset that an HTML page declares for itself.
enum CharsetDeclaration {
    /// The lower-case name after `charset=` or `encoding=` in the first 4096 bytes.
    static func find(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map(UTF8Bytes.lowercased)
        for key in ["charset", "encoding"] {
            let pattern = Array(key.utf8)
            var index = 0
            while index + pattern.count < head.count {
                defer { index += 1 }
                guard head[index] == pattern[0], head[index...].starts(with: pattern) else { continue }
                if let name = value(in: head, after: index + pattern.count) { return name }
            }
        }
        return nil
    }

    private static func value(in head: [UInt8], after start: Int) -> String? {
        var index = start
        var sawEquals = false
        while index < head.count,
            head[index] == 0x3D || head[index] == 0x20 || head[index] == 0x22 || head[index] == 0x27
        {
            sawEquals = sawEquals || head[index] == 0x3D
            index += 1
        }
        guard sawEquals else { return nil }
        let name = head[index...].prefix {
            UTF8Bytes.isASCIILetter($0) || UTF8Bytes.isDigit($0) || $0 == 0x2D || $0 == 0x5F
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
