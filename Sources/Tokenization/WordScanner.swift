import CICU

/// Finds the word segments of a text by the rules of UAX #29, equal to ICU's: by a table where the text is of common
/// Latin characters, by ICU itself where a stretch between blanks has any other.
///
/// The table runs several times as fast as ICU; a property test holds the two against each other.
final class WordScanner {
    private let breaks: OpaquePointer

    init() throws(TokenizationError) {
        guard let breaks = cicu_breaks_open(false) else { throw .noBreakRules }
        self.breaks = breaks
    }

    deinit { cicu_breaks_close(breaks) }

    /// A segment that holds letters or digits, or an "&".
    enum Word {
        /// ASCII letters and digits alone.
        case ascii(ASCIIWord, start: Int)
        case segment(Range<Int>)
    }

    /// Calls `body` with each word in order.
    @inline(__always)
    func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ body: (Word) -> Void) {
        ClassifiedCharacter.ascii.withUnsafeBufferPointer { table in
            var position = 0
            while position < text.count {
                // A single blank is what stands between most words.
                if text[position] == 0x20 {
                    position += 1
                } else if text[position] < 0x80, table[Int(text[position])].isAlphanumeric,
                    let word = ASCIIWord(text, at: position),
                    isBoundary(text, after: position + word.length, table)
                {
                    body(.ascii(word, start: position))
                    position += word.length
                } else if let length = dividerLength(text, at: position, table) {
                    position += length
                } else {
                    position = forEachWordOfStretch(in: text, from: position, table) { body(.segment($0)) }
                }
            }
        }
    }

    /// Whether a word of letters and digits ends at `end` whatever comes later: before what divides, or before a mark that
    /// joins the characters around it, and itself stands before what divides.
    @inline(__always)
    private func isBoundary(
        _ text: UnsafeBufferPointer<UInt8>, after end: Int, _ table: UnsafeBufferPointer<CharacterClass>
    ) -> Bool {
        guard end < text.count, text[end] != 0x20 else { return true }
        if dividerLength(text, at: end, table) == nil { return false }
        guard text[end] < 0x80, table[Int(text[end])].mayJoin else { return true }
        return end + 1 >= text.count || dividerLength(text, at: end + 1, table) != nil
    }

    /// The length of a character that is no part of a word unless letters or digits stand on both sides of it, and behind
    /// which a word may begin; `nil` for all others.
    @inline(__always)
    private func dividerLength(
        _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ table: UnsafeBufferPointer<CharacterClass>
    ) -> Int? {
        let byte = text[offset]
        if byte < 0x80 { return table[Int(byte)].divides && byte != UInt8(ascii: "&") ? 1 : nil }
        guard byte == 0xE2 else { return nil }
        let character = ClassifiedCharacter(text, at: offset, table: table)
        return character.kind == .close || character.kind == .goesOn ? character.length : nil
    }

    /// Calls `body` with the segments up to the next blank and returns where it stands.
    private func forEachWordOfStretch(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, _ table: UnsafeBufferPointer<CharacterClass>,
        _ body: (Range<Int>) -> Void
    ) -> Int {
        // A boundary stands on both sides of every blank and line end, so a stretch between them stands alone.
        let (end, isCovered) = stretchEnd(text, start, table)
        if isCovered {
            scan(text, start..<end, table, body)
        } else {
            askICU(text, start..<end, body)
        }
        return end
    }

    private func stretchEnd(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ table: UnsafeBufferPointer<CharacterClass>
    ) -> (Int, Bool) {
        var end = start
        var isCovered = true
        while end < text.count {
            let byte = text[end]
            if byte < 0x80 {
                let kind = table[Int(byte)]
                if kind == .blank || kind == .lineEnd { break }
                if kind == .other { isCovered = false }
                end += 1
            } else {
                let character = ClassifiedCharacter(text, at: end, table: table)
                if character.kind == .other || character.kind == .blank { isCovered = false }
                end += character.length
            }
        }
        return (min(end, text.count), isCovered)
    }

    private func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ table: UnsafeBufferPointer<CharacterClass>,
        _ body: (Range<Int>) -> Void
    ) {
        var start = stretch.lowerBound
        while start < stretch.upperBound {
            var previous = ClassifiedCharacter(text, at: start, table: table)
            var end = start + previous.length
            var isWord = previous.kind.isAlphanumeric
            guard isWord || previous.kind == .joiner else {
                if text[start] == UInt8(ascii: "&") { body(start..<end) }
                start = end
                continue
            }
            while end < stretch.upperBound {
                let next = ClassifiedCharacter(text, at: end, table: table)
                if next.kind.isAlphanumeric || next.kind == .joiner {
                    isWord = isWord || next.kind != .joiner
                    previous = next
                    end += next.length
                } else if let after = joined(previous.kind, next, text, end + next.length, stretch.upperBound, table) {
                    previous = after
                    end += next.length + after.length
                } else {
                    break
                }
            }
            // ICU calls two joiners a word, one alone not.
            if isWord || end - start > 1 { body(start..<end) }
            start = end
        }
    }

    /// The character after a mark that joins the two around it: WB6 and WB7 for letters, WB11 and WB12 for digits.
    private func joined(
        _ before: CharacterClass, _ mark: ClassifiedCharacter, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int,
        _ end: Int,
        _ table: UnsafeBufferPointer<CharacterClass>
    ) -> ClassifiedCharacter? {
        guard offset < end, mark.kind.mayJoin else { return nil }
        let after = ClassifiedCharacter(text, at: offset, table: table)
        if before == .digit { return after.kind == .digit ? after : nil }
        guard before.isLetter, mark.kind == .period || mark.kind == .apostrophe else { return nil }
        return after.kind.isLetter ? after : nil
    }

    private func askICU(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ body: (Range<Int>) -> Void) {
        let part = UnsafeBufferPointer(rebasing: text[stretch])
        let isSet = part.withMemoryRebound(to: CChar.self) { cicu_breaks_set(breaks, $0.baseAddress, Int64($0.count)) }
        guard isSet else { return }
        var start = 0
        while true {
            let end = Int(cicu_breaks_next(breaks))
            if end < 0 { return }
            let isAmpersand = end == start + 1 && part[start] == UInt8(ascii: "&")
            if isAmpersand || cicu_breaks_is_word(breaks) {
                body(stretch.lowerBound + start..<stretch.lowerBound + end)
            }
            start = end
        }
    }
}
