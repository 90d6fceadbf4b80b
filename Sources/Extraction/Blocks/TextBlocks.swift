/// Cuts the plain text of a page into blocks.
///
/// Lines are blocks, unless a text is hard-wrapped or breaks a sentence over lines; then they are joined first.
enum TextBlocks {
    /// The blocks of valid UTF-8.
    static func blocks(of bytes: [UInt8]) -> [Block] {
        var lines: [TextLine] = []
        var gap = true
        forEachLine(bytes) { raw in
            guard !isRule(raw), let line = TextLine(raw, gapBefore: gap) else {
                gap = true
                return
            }
            gap = false
            lines.append(line)
        }
        return LineJoiner.join(lines).map { line in
            var block = Block(text: line.text)
            block.gapBefore = line.gapBefore
            if line.isBullet {
                block.shape = .listItem
                block.listDepth = 1 + line.indent / 4
            }
            return block
        }
    }

    /// Whether a line is drawn with dashes or the like; it divides as a blank line does.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first(where: { $0 != 0x20 }), "-=_*~#.+".utf8.contains(mark) else { return false }
        let width = line.reduce(0) { $0 + ($1 == mark ? 1 : 0) }
        return width >= 4 && line.allSatisfy { $0 == mark || $0 == 0x20 }
    }

    /// The lines with blanks made single and nothing at their ends; empty lines stay.
    static func normalized(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        forEachLine(bytes) { line in
            result += UTF8Bytes.collapsed(line)
            result.append(0x0A)
        }
        return result
    }

    private static func forEachLine(_ bytes: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                body(bytes[start..<index])
                // CR LF is one line end, not a blank line.
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { body(bytes[start...]) }
    }
}

/// A line of a text page, without its bullet.
struct TextLine {
    var text: String
    var gapBefore: Bool
    var isBullet = false
    var indent = 0
    /// Code points of the line as printed; what a program that wraps lines counts.
    var width = 0
    var firstWordWidth = 0
    var firstByte: UInt8 = 0
    var scan: WordScan { WordScan(text) }

    init?(_ raw: ArraySlice<UInt8>, gapBefore: Bool) {
        var content = UTF8Bytes.collapsed(raw)
        guard !content.isEmpty else { return nil }
        indent = raw.prefix { $0 == 0x20 }.count
        let bullet = Self.bulletWidth(content)
        if bullet > 0 {
            isBullet = true
            content.removeFirst(bullet)
            guard !content.isEmpty else { return nil }
        }
        self.gapBefore = gapBefore
        firstByte = content[0]
        for byte in content where byte & 0xC0 != 0x80 { width += 1 }
        firstWordWidth = content.prefix { $0 != 0x20 }.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        text = String(decoding: content, as: UTF8.self)
    }

    private static let bullets: [[UInt8]] = ["•", "●", "◦", "▪", "‣", "·", "*", "-", "+"].map { Array($0.utf8) }

    /// The width of "• ", "- " and the like at the start.
    static func bulletWidth(_ content: some RandomAccessCollection<UInt8>) -> Int {
        // Nearly every line begins with a letter or a quotation mark.
        guard let first = content.first, !UTF8Bytes.isASCIILetter(first), first != 0x22 else { return 0 }
        for mark in bullets where content.starts(with: mark) {
            if content.count == mark.count { return mark.count }
            if content.dropFirst(mark.count).first == 0x20 { return mark.count + 1 }
            return mark.count == 3 ? 3 : 0
        }
        return 0
    }
}
