import CICU

/// Finds the sentence boundaries of a text by the rules of UAX #29, equal to ICU's: by a table in lines of common Latin
/// characters, by ICU itself in all others.
final class SentenceScanner {
    private let breaks: OpaquePointer

    init() throws(TokenizationError) {
        guard let breaks = cicu_breaks_open(true) else { throw .noBreakRules }
        self.breaks = breaks
    }

    deinit { cicu_breaks_close(breaks) }

    /// Calls `body` with each boundary after the beginning of the text, in order; the last is the end of the text.
    func forEachBoundary(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
        ClassifiedCharacter.ascii.withUnsafeBufferPointer { table in
            var start = 0
            while start < text.count {
                let line = Line(text, from: start, table)
                if line.isCovered {
                    scan(text, start..<line.end, table, body)
                } else {
                    askICU(text, start..<line.next, body)
                }
                body(line.next)
                start = line.next
            }
        }
    }

    /// A line: where its text ends, where the next begins, and whether the table covers it.
    private struct Line {
        var end: Int
        var next: Int
        var isCovered = true

        init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ table: UnsafeBufferPointer<CharacterClass>) {
            var position = start
            while position < text.count {
                if let eight = EightBytes(text, at: position) {
                    let plain = EightBytes.count(before: eight.nonASCII | eight.firstBelow(0x20))
                    position += plain
                    if plain == 8 { continue }
                }
                if text[position] == 0x0A || text[position] == 0x0D { break }
                if text[position] < 0x80 {
                    // Of ASCII only controls are not covered; "@" has no part in sentence rules.
                    if text[position] < 0x20, text[position] != 0x09 { isCovered = false }
                    position += 1
                } else {
                    let character = ClassifiedCharacter(text, at: position, table: table)
                    if character.kind == .other { isCovered = false }
                    position += character.length
                }
            }
            end = min(position, text.count)
            next = end
            if next < text.count {
                let isPair = text[next] == 0x0D && next + 1 < text.count && text[next + 1] == 0x0A
                next += isPair ? 2 : 1
            }
        }
    }

    private func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ table: UnsafeBufferPointer<CharacterClass>,
        _ body: (Int) -> Void
    ) {
        func character(_ offset: Int) -> ClassifiedCharacter? {
            offset < line.upperBound ? ClassifiedCharacter(text, at: offset, table: table) : nil
        }
        var position = line.lowerBound
        while let mark = nextMark(text, from: &position, line.upperBound, table) {
            let start = position
            let next = start + 1
            position = next
            let isPeriod = mark == .period
            if isPeriod, let after = character(next)?.kind {
                // SB6 and SB7: "3.4", "U.S".
                if after == .digit { continue }
                if after == .upper, start > line.lowerBound, endsInLetter(text, before: start, table) { continue }
            }
            // SB9 and SB10: closing marks and blanks stay with the sentence.
            var end = next
            while let close = character(end), close.kind == .close || close.kind == .apostrophe { end += close.length }
            while let blank = character(end), blank.kind == .blank { end += blank.length }
            guard let after = character(end) else { return }
            // SB8a: what goes on, goes on.
            switch after.kind {
            case .comma, .goesOn, .period, .terminator: continue
            default: break
            }
            if isPeriod, goesOnInLowerCase(from: end, character) { continue }
            body(end)
            position = end
        }
    }

    /// Moves to the next full stop, question mark or exclamation mark before `end`.
    private func nextMark(
        _ text: UnsafeBufferPointer<UInt8>, from position: inout Int, _ end: Int,
        _ table: UnsafeBufferPointer<CharacterClass>
    ) -> CharacterClass? {
        while position < end {
            if let eight = EightBytes(text, at: position) {
                let marks =
                    eight.first(UInt8(ascii: ".")) | eight.first(UInt8(ascii: "?")) | eight.first(UInt8(ascii: "!"))
                position += EightBytes.count(before: marks)
                if marks == 0 { continue }
                if position >= end { return nil }
            }
            let byte = text[position]
            if byte < 0x80 {
                let kind = table[Int(byte)]
                if kind == .period || kind == .terminator { return kind }
            }
            position += 1
        }
        return nil
    }

    /// Whether the character that ends before `offset` is a letter of the table.
    private func endsInLetter(
        _ text: UnsafeBufferPointer<UInt8>, before offset: Int, _ table: UnsafeBufferPointer<CharacterClass>
    ) -> Bool {
        var start = offset - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return ClassifiedCharacter(text, at: start, table: table).kind.isLetter
    }

    /// SB8: after a full stop the next letter is in lower case, and no other mark ends a sentence before it.
    private func goesOnInLowerCase(from offset: Int, _ character: (Int) -> ClassifiedCharacter?) -> Bool {
        var position = offset
        while let next = character(position) {
            switch next.kind {
            case .lower: return true
            case .upper, .period, .terminator: return false
            default: position += next.length
            }
        }
        return false
    }

    private func askICU(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ body: (Int) -> Void) {
        let part = UnsafeBufferPointer(rebasing: text[line])
        let isSet = part.withMemoryRebound(to: CChar.self) { cicu_breaks_set(breaks, $0.baseAddress, Int64($0.count)) }
        guard isSet else { return }
        while true {
            let end = Int(cicu_breaks_next(breaks))
            if end < 0 || end >= part.count { return }
            body(line.lowerBound + end)
        }
    }
}
