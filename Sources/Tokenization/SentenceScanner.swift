import CICU

/// Finds the sentence boundaries of a text by the rules of UAX #29, equal to ICU's: by a table in lines of common Latin
/// characters, by ICU itself in all others.
final class SentenceScanner {
    private let breaks: OpaquePointer
    /// Storage for the marks of a line, kept from text to text.
    private var marksStorage: [Int] = []

    init() throws(TokenizationError) {
        guard let breaks = cicu_breaks_open(true) else { throw .noBreakRules }
        self.breaks = breaks
    }

    deinit { cicu_breaks_close(breaks) }

    /// Calls `body` with each boundary after the beginning of the text, in order; the last is the end of the text.
    func forEachBoundary(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
        var marks = marksStorage
        marksStorage = []
        defer { marksStorage = marks }
        ClassifiedCharacter.ascii.withUnsafeBufferPointer { table in
            var start = 0
            while start < text.count {
                let line = line(text, from: start, table, marks: &marks)
                if line.isCovered {
                    scan(text, start..<line.end, marks, table, body)
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
        var isCovered: Bool
    }

    /// The line that begins at `start`; its full stops, question marks and exclamation marks are in `marks` afterwards.
    private func line(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ table: UnsafeBufferPointer<CharacterClass>,
        marks: inout [Int]
    ) -> Line {
        marks.removeAll(keepingCapacity: true)
        var position = start
        var isCovered = true
        while position < text.count {
            position = plainEnd(text, from: position, marks: &marks)
            guard position < text.count, text[position] != 0x0A, text[position] != 0x0D else { break }
            let character = ClassifiedCharacter(text, at: position, table: table)
            // Of ASCII only controls are not covered; "@" has no part in sentence rules.
            let isControl = text[position] < 0x20 && text[position] != 0x09
            if isControl || (character.kind == .other && text[position] >= 0x80) { isCovered = false }
            if character.kind == .period || character.kind == .terminator { marks.append(position) }
            position += character.length
        }
        let end = min(position, text.count)
        let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
        return Line(end: end, next: min(end + (isPair ? 2 : 1), text.count), isCovered: isCovered)
    }

    /// Goes over ASCII that is no control, eight bytes at a time, and notes the marks.
    @inline(__always)
    private func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, marks: inout [Int]) -> Int {
        var position = start
        while let eight = EightBytes(text, at: position) {
            if eight.areLettersAndBlanks {
                position += 8
                continue
            }
            let plain = EightBytes.count(before: eight.nonASCII | eight.controls)
            var found =
                (eight.equal(UInt8(ascii: ".")) | eight.equal(UInt8(ascii: "?")) | eight.equal(UInt8(ascii: "!")))
                & EightBytes.bits(ofFirst: plain)
            while found != 0 {
                marks.append(position + EightBytes.count(before: found))
                found &= found &- 1
            }
            position += plain
            if plain < 8 { break }
        }
        return position
    }

    private func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ marks: [Int],
        _ table: UnsafeBufferPointer<CharacterClass>, _ body: (Int) -> Void
    ) {
        func character(_ offset: Int) -> ClassifiedCharacter? {
            offset < line.upperBound ? ClassifiedCharacter(text, at: offset, table: table) : nil
        }
        var position = line.lowerBound
        for start in marks where start >= position {
            let next = start + 1
            position = next
            let isPeriod = text[start] == UInt8(ascii: ".")
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
