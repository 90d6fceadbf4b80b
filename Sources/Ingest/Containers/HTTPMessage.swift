/// A server's answer as a web archive keeps it, with transfer and content codings undone.
struct HTTPMessage {
    var status: Int
    var mediaType: MediaType
    var body: ArraySlice<UInt8>

    /// Reads a message.
    /// - Throws: `StreamError.damaged` when it is none, or is packed in a way that we do not know.
    init(_ bytes: ArraySlice<UInt8>, mostBytes: Int) throws(StreamError) {
        var rest = bytes
        let first = String(decoding: rest.popLine() ?? [], as: UTF8.self)
        let words = first.split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1].prefix(3)) else {
            throw .damaged("no HTTP answer")
        }
        self.status = status
        var fields = HeaderFields()
        while let line = rest.popLine(), fields.add(line) {}
        mediaType = MediaType(fields.values["content-type"] ?? "")
        // Some archives keep bodies with the codings undone and headers as they came: what does not look coded is plain.
        if fields.values["transfer-encoding"]?.lowercased().contains("chunked") == true {
            rest = Self.joined(rest) ?? rest
        }
        switch fields.values["content-encoding"]?.lowercased() {
        case nil, "", "identity", "none", "utf-8": body = rest
        case "gzip", "x-gzip": body = try Self.unpacked(rest, .gzip, mostBytes)
        case "deflate": body = try Self.unpacked(rest, .zlib, mostBytes)
        case let coding?:
            guard let plain = Self.plain(rest) else { throw .damaged("packed with \(coding), which is not read") }
            body = plain
        }
    }

    /// The data of chunked coding (RFC 9112) in one piece, as far as it goes; `nil` when the body is not coded so.
    private static func joined(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = body
        var joined: [UInt8] = []
        joined.reserveCapacity(body.count)
        while let line = rest.popLine() {
            let digits = line.prefix { hexadecimalValue($0) != nil }
            guard !digits.isEmpty, digits.count <= 8 else { return joined.isEmpty ? nil : joined[...] }
            let length = digits.reduce(0) { $0 << 4 | Int(hexadecimalValue($1) ?? 0) }
            if length == 0 { break }
            joined += rest.prefix(length)
            rest = rest.dropFirst(length)
            // The line end after the chunk.
            _ = rest.popLine()
        }
        return joined[...]
    }

    private static func unpacked(
        _ body: ArraySlice<UInt8>, _ format: Inflater.Format, _ limit: Int
    ) throws(StreamError) -> ArraySlice<UInt8> {
        if format == .gzip, !body.starts(with: [0x1F, 0x8B]) { return body }
        if let bytes = try inflated(body, format, limit) { return bytes }
        // Some servers send deflate without zlib's header, and some declare it and send none.
        if format == .zlib, let bytes = try inflated(body, .bare, limit) { return bytes }
        guard let plain = plain(body) else { throw .damaged("the packed body is damaged") }
        return plain
    }

    /// What can be unpacked; `nil` when nothing can.
    private static func inflated(
        _ body: ArraySlice<UInt8>, _ format: Inflater.Format, _ limit: Int
    ) throws(StreamError) -> ArraySlice<UInt8>? {
        let inflater = Inflater(format)
        let packed = Array(body)
        var (unpacked, used, count) = ([UInt8](), 0, 0)
        while true {
            // Doubling keeps the copying linear; the limit bounds it.
            guard count <= limit else { throw .damaged(FoundRecord.tooLong("page", limit: limit)) }
            unpacked += [UInt8](repeating: 0, count: max(1 << 16, count))
            var step = (consumed: 0, produced: 0, status: Inflater.Status.going)
            unpacked.withUnsafeMutableBytes { output in
                packed.withUnsafeBytes { input in
                    step = inflater.step(
                        UnsafeRawBufferPointer(rebasing: input[used...]),
                        into: UnsafeMutableRawBufferPointer(rebasing: output[count...]))
                }
            }
            used += step.consumed
            count += step.produced
            if step.status != .going || used == packed.count && count < unpacked.count {
                return count == 0 ? nil : unpacked[..<count]
            }
        }
    }

    /// The body when it looks like text after all.
    private static func plain(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        body.drop { $0 <= 0x20 }.first == UInt8(ascii: "<") ? body : nil
    }
}

/// The value of a hexadecimal digit.
func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}
