/// Reads HTML as a flat series of tags and text, in one pass.
///
/// A tree builder after the standard spends quadratic time and memory on pages that nest or misnest deeply. The
/// extraction needs no tree, only which elements are open, so it reads tokens: time and memory are linear for any input.
struct HTMLTokenizer {
    enum Token {
        /// Text between tags, with its character references.
        case text(Range<Int>)
        /// A start tag and the bytes of its attributes.
        case start(HTMLTag, attributes: Range<Int>, closesItself: Bool)
        case end(HTMLTag)
        /// What is between the tags of a raw-text element, such as a script.
        case raw(HTMLTag, Range<Int>)
    }

    let bytes: [UInt8]
    private var index = 0
    private var pendingRaw: HTMLTag?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next token, or `nil` at the end.
    mutating func next() -> Token? {
        if let tag = pendingRaw {
            pendingRaw = nil
            return rawText(of: tag)
        }
        while index < bytes.count {
            if bytes[index] != 0x3C { return text(from: index) }
            let following = index + 1 < bytes.count ? bytes[index + 1] : 0
            if UTF8Bytes.isASCIILetter(following) { return startTag() }
            if following == 0x2F {
                if index + 2 < bytes.count, UTF8Bytes.isASCIILetter(bytes[index + 2]) { return endTag() }
                skip(past: 0x3E)
            } else if following == 0x21 {
                skipDeclaration()
            } else if following == 0x3F {
                skip(past: 0x3E)
            } else {
                return text(from: index)
            }
        }
        return nil
    }

    private mutating func text(from start: Int) -> Token {
        index = start + 1
        while index < bytes.count, bytes[index] != 0x3C { index += 1 }
        return .text(start..<index)
    }

    private mutating func skip(past byte: UInt8) {
        while index < bytes.count, bytes[index] != byte { index += 1 }
        index = min(index + 1, bytes.count)
    }

    private mutating func skipDeclaration() {
        guard index + 3 < bytes.count, bytes[index + 2] == 0x2D, bytes[index + 3] == 0x2D else {
            return skip(past: 0x3E)
        }
        index += 4
        // "<!-->" is a whole comment.
        if index < bytes.count, bytes[index] == 0x3E {
            index += 1
            return
        }
        while index < bytes.count {
            if bytes[index] == 0x3E, bytes[index - 1] == 0x2D, bytes[index - 2] == 0x2D {
                index += 1
                return
            }
            index += 1
        }
    }

    private mutating func tagName() -> HTMLTag {
        var hash = WordHash.seed
        while index < bytes.count {
            let byte = bytes[index]
            if UTF8Bytes.isASCIIBlank(byte) || byte == 0x3E || byte == 0x2F { break }
            hash = WordHash.combine(hash, UTF8Bytes.lowercased(byte))
            index += 1
        }
        return HTMLTag.named(hash)
    }

    private mutating func startTag() -> Token {
        index += 1
        let tag = tagName()
        let start = index
        var quote: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                break
            } else if byte == 0x22 || byte == 0x27, index > start, bytes[index - 1] == 0x3D || isAfterEquals(index) {
                quote = byte
            }
            index += 1
        }
        let end = index
        // A page may be cut off inside a tag.
        index = min(index + 1, bytes.count)
        let closesItself = end > start && bytes[end - 1] == 0x2F
        if tag.isRawText, !(closesItself && tag == .iframe) { pendingRaw = tag }
        return .start(tag, attributes: start..<end, closesItself: closesItself)
    }

    private func isAfterEquals(_ position: Int) -> Bool {
        // Looks back over a few blanks only, so that a tag full of blanks stays linear.
        var back = position - 1
        let limit = max(0, position - 8)
        while back > limit, UTF8Bytes.isASCIIBlank(bytes[back]) { back -= 1 }
        return bytes[back] == 0x3D
    }

    private mutating func endTag() -> Token {
        index += 2
        let tag = tagName()
        skip(past: 0x3E)
        return .end(tag)
    }

    private mutating func rawText(of tag: HTMLTag) -> Token {
        let name = tag.name
        let start = index
        while index < bytes.count {
            if bytes[index] == 0x3C, index + 1 + name.count < bytes.count, bytes[index + 1] == 0x2F,
                matches(name, at: index + 2)
            {
                return .raw(tag, start..<index)
            }
            index += 1
        }
        return .raw(tag, start..<bytes.count)
    }

    private func matches(_ name: [UInt8], at start: Int) -> Bool {
        for offset in name.indices where UTF8Bytes.lowercased(bytes[start + offset]) != name[offset] { return false }
        return true
    }
}
