import Glibc

/// Text of another character set as UTF-8; what is no character of the set becomes U+FFFD.
final class TranscodingStream: ByteStream {
    private let input: BufferedInput
    private let converter: iconv_t

    /// `nil` when the character set is unknown to the system.
    init?(_ input: BufferedInput, from charset: String) {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        self.input = input
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        var room = buffer.count
        var output = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        while room == buffer.count {
            if input.buffered.isEmpty, try !input.fill() { return 0 }
            let lent = input.buffered
            var left = lent.count
            // iconv does not write to its input, though its type says so.
            var source = lent.baseAddress.map {
                UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
            }
            let code = iconv(converter, &source, &left, &output, &room)
            let reason = errno
            input.drop(lent.count - left)
            guard code == -1 else { continue }
            if reason == EILSEQ {
                try replaceByte(&output, &room)
            } else if reason == EINVAL, try !input.fill() {
                // A character that the end cuts off.
                try replaceByte(&output, &room)
            }
        }
        return buffer.count - room
    }

    private func replaceByte(_ output: inout UnsafeMutablePointer<CChar>?, _ room: inout Int) throws(StreamError) {
        let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
        guard room >= replacement.count, let place = output, !input.buffered.isEmpty else { return }
        UnsafeMutableRawPointer(place).copyMemory(from: replacement, byteCount: replacement.count)
        output = place + replacement.count
        room -= replacement.count
        input.drop(1)
    }
}
