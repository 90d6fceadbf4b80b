/// Joins lines that a program broke: hard-wrapped paragraphs, and sentences cut at a link.
enum LineJoiner {
    /// Wrapped text is hardly ever wider than this; unwrapped paragraphs nearly always are.
    private static let widestWrap = 100
    private static let narrowestWrap = 40
    /// Items of menus are hardly ever longer, in bytes.
    private static let longestMenuItem = 30
    /// A piece of a sentence that a link cuts off is longer than this, in bytes.
    private static let shortestBeginning = 12

    /// The lines with broken paragraphs made whole.
    static func join(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        result.reserveCapacity(lines.count)
        var start = 0
        while start < lines.count {
            var end = start + 1
            while end < lines.count, !lines[end].gapBefore, !lines[end].isBullet { end += 1 }
            appendGroup(lines[start..<end], to: &result)
            start = end
        }
        return result
    }

    private static func appendGroup(_ group: ArraySlice<TextLine>, to result: inout [TextLine]) {
        guard let first = group.first else { return }
        let wrapWidth = group.count > 1 ? self.wrapWidth(of: group) : nil
        var pieces = [first.text]
        var open = first
        var previous = first
        func close() {
            open.text = pieces.count == 1 ? pieces[0] : joined(pieces)
            result.append(open)
        }
        var length = first.text.utf8.count
        for (position, line) in group.enumerated().dropFirst() {
            // The old test for wrapped text: the next word would not have fitted on the line before.
            let wasWrapped = wrapWidth.map { previous.width + 1 + line.firstWordWidth > $0 - 2 } ?? false
            let next = position + 1 < group.count ? group[group.startIndex + position + 1] : nil
            let isByline = pieces.count == 1 && isByline(group[(group.startIndex + position)...])
            if wasWrapped || (!isByline && isContinuation(line, after: previous, length: length))
                || isLink(line, between: previous, and: next)
            {
                pieces.append(line.text)
                length += line.text.utf8.count
            } else {
                close()
                open = line
                pieces = [line.text]
                length = line.text.utf8.count
            }
            previous = line
        }
        close()
    }

    /// The width that the group is wrapped at, or `nil` if it is not wrapped.
    private static func wrapWidth(of group: ArraySlice<TextLine>) -> Int? {
        var widest = 0
        for line in group { widest = max(widest, line.width) }
        guard (narrowestWrap...widestWrap).contains(widest) else { return nil }
        var broken = 0
        var previous: TextLine?
        for line in group {
            if let before = previous, before.width * 3 > widest * 2, !endsSentence(before.text),
                UTF8Bytes.isLowercase(line.firstByte)
            {
                broken += 1
            }
            previous = line
        }
        return broken > 0 && broken * 6 >= group.count ? widest : nil
    }

    /// Whether the line goes on with a sentence that the line before left open.
    ///
    /// `length` is that of all that was joined so far.
    private static func isContinuation(_ line: TextLine, after previous: TextLine, length: Int) -> Bool {
        if ",.;)!?".utf8.contains(line.firstByte), line.text.utf8.count > 1 || line.firstByte == 0x2E { return true }
        guard !endsSentence(previous.text) else { return false }
        if UTF8Bytes.isLowercase(line.firstByte), line.width > longestMenuItem { return true }
        guard length > shortestBeginning else { return false }
        if UTF8Bytes.isLowercase(line.firstByte), line.width > 12 || length > longestMenuItem { return true }
        // "…said in a statement to" and then a link on a line of its own; but "Growth is revised down" and then a date.
        guard !isDate(line.text), let last = previous.text.split(separator: " ").last else { return false }
        return UTF8Bytes.isLowercase(last.utf8.first ?? 0)
            && StopWords.all.contains(WordHash.words(of: String(last)).first ?? 0) && !headlineEnds.contains(last)
    }

    /// Stop words that a headline may well end with.
    private static let headlineEnds: Set<Substring> = [
        "it", "them", "him", "her", "me", "us", "you", "up", "down", "out", "now", "more", "too", "again",
    ]

    /// Whether the line is a date, perhaps with "Published" before it.
    private static func isDate(_ text: String) -> Bool {
        guard text.utf8.count < 60, let date = DateParser.first(in: text) else { return false }
        return date.start == 0 || Vocabulary.published.prefix(of: WordScan(text).words) > 0
    }

    /// Whether "by Jane Doe" opens the lines, in one line or two: no sentence goes on after it.
    private static func isByline(_ lines: ArraySlice<TextLine>) -> Bool {
        guard let first = lines.first, UTF8Bytes.lowercased(first.text).hasPrefix("by") else { return false }
        let isAlone = first.text.utf8.count <= 3
        guard let name = isAlone ? lines.dropFirst().first.map({ "by " + $0.text }) : first.text,
            let names = BylineParser.labelled(name), !endsSentence(name)
        else { return false }
        // Nothing but a role may stand after the names.
        let rest = name.dropFirst(3 + names.count)
        guard rest.isEmpty || rest.first == "," else { return false }
        guard let next = lines.dropFirst(isAlone ? 2 : 1).first else { return true }
        return !UTF8Bytes.isLowercase(next.firstByte) && !".;)!?".utf8.contains(next.firstByte)
    }

    /// Whether the line is a link in the middle of a sentence: the line before breaks off at a small letter, and the next
    /// one goes on with a small letter or a comma.
    private static func isLink(_ line: TextLine, between previous: TextLine, and next: TextLine?) -> Bool {
        guard let next, previous.text.utf8.count > shortestBeginning, !endsSentence(previous.text),
            !endsSentence(line.text), line.text.utf8.count < 120
        else { return false }
        guard let word = previous.text.split(separator: " ").last, UTF8Bytes.isLowercase(word.utf8.first ?? 0) else {
            return false
        }
        return ",.;)".utf8.contains(next.firstByte) || (UTF8Bytes.isLowercase(next.firstByte) && next.width > 12)
    }

    /// Whether two lines without a gap are surely two paragraphs: nothing hints that a program broke a line here.
    static func divides(_ previous: Slice<UnsafeBufferPointer<UInt8>>, from line: Slice<UnsafeBufferPointer<UInt8>>)
        -> Bool
    {
        guard let first = line.first, !",.;)!?".utf8.contains(first) else { return false }
        if previous.last == 0x3A || SentenceEnd.isAtEnd(of: previous) { return true }
        if UTF8Bytes.isLowercase(first) { return false }
        if previous.count <= shortestBeginning { return true }
        let word = previous.suffix(12).split(separator: 0x20).last
        return !(word?.first.map(UTF8Bytes.isLowercase) ?? false)
            || !StopWords.all.contains(
                word.flatMap { WordHash.words(of: String(decoding: $0, as: UTF8.self)).first } ?? 0)
    }

    private static func endsSentence(_ text: String) -> Bool { SentenceEnd.isAtEnd(of: text) || text.utf8.last == 0x3A }

    private static func joined(_ pieces: [String]) -> String {
        var result = ""
        for piece in pieces {
            if !result.isEmpty, !",.;)!?".utf8.contains(piece.utf8.first ?? 0) { result += " " }
            result += piece
        }
        return result
    }
}

/// Whether a text ends like a sentence.
enum SentenceEnd {
    /// Looks at the last few bytes only.
    static func isAtEnd(of text: String) -> Bool { isAtEnd(of: text.utf8) }

    static func isAtEnd(of bytes: some BidirectionalCollection<UInt8>) -> Bool {
        for byte in bytes.suffix(8).reversed() {
            switch byte {
            case 0x2E, 0x21, 0x3F, 0xA6: return true
            case 0x22, 0x27, 0x29, 0x5D, 0x9D, 0x99, 0x80, 0xE2, 0xBB, 0xC2: continue
            default: return false
            }
        }
        return false
    }
}
