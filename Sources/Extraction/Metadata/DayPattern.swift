/// The orders in which day, month and year are written.
enum DayPattern {
    /// The day that begins at a token, and the number of its last token.
    static func match(
        _ tokens: [DateToken], at index: Int, in bytes: [UInt8], order: DateOrder = .dayFirst
    ) -> (iso: String, last: Int)? {
        switch tokens[index].content {
        case .month(let month): return monthFirst(month, tokens, index, bytes)
        case .number(let value, let digits):
            if digits == 4 { return yearFirst(value, tokens, index, bytes) }
            if digits <= 2 { return dayFirst(value, tokens, index, bytes, order) }
            return nil
        case .word: return nil
        }
    }

    /// "January 17, 2024", "Jan. 17th 2024".
    private static func monthFirst(_ month: Int, _ tokens: [DateToken], _ index: Int, _ bytes: [UInt8]) -> (
        String, Int
    )? {
        guard let day = number(tokens, index + 1), day.digits <= 2, isNear(tokens, index, bytes) else { return nil }
        var next = index + 2
        if isOrdinal(tokens, next) { next += 1 }
        guard let year = number(tokens, next), year.digits == 4, isNear(tokens, next - 1, bytes) else { return nil }
        return DateParser.isoDay(year.value, month, day.value).map { ($0, next) }
    }

    /// "17 January 2024", "17. Januar 2024", "17 de enero de 2024", "1er mars 2024", "17-Jan-24", "17/01/2024".
    private static func dayFirst(
        _ day: Int, _ tokens: [DateToken], _ index: Int, _ bytes: [UInt8], _ order: DateOrder
    ) -> (String, Int)? {
        var next = index + 1
        if isOrdinal(tokens, next) { next += 1 }
        if isParticle(tokens, next) { next += 1 }
        guard next < tokens.count, isNear(tokens, next - 1, bytes) else { return nil }
        if case .month(let month) = tokens[next].content {
            next += 1
            if isParticle(tokens, next) { next += 1 }
            guard let year = number(tokens, next), isNear(tokens, next - 1, bytes) else { return nil }
            if year.digits == 4 { return DateParser.isoDay(year.value, month, day).map { ($0, next) } }
            // Two digits are a year only in forms like "17-Jan-24"; in "17 Jan 10:31" they are an hour.
            guard year.digits == 2, bytes[tokens[next].start - 1] == 0x2D else { return nil }
            return DateParser.isoDay(2000 + year.value, month, day).map { ($0, next) }
        }
        guard next == index + 1 else { return nil }
        return inNumbers(day, tokens, index, bytes, order).map { ($0, next + 1) }
    }

    /// "17/01/2024", "01/17/2024", "17.1.24"; "01-17-24" only where nothing else stands in the line.
    private static func inNumbers(
        _ first: Int, _ tokens: [DateToken], _ index: Int, _ bytes: [UInt8], _ order: DateOrder
    ) -> String? {
        guard let second = number(tokens, index + 1), let year = number(tokens, index + 2), second.digits <= 2,
            let separator = separator(tokens, index, bytes), separator == self.separator(tokens, index + 1, bytes),
            year.digits == 4 || (year.digits == 2 && (separator != 0x2D || tokens.count == 3))
        else { return nil }
        let fullYear = year.digits == 4 ? year.value : 2000 + year.value
        let dayFirst = DateParser.isoDay(fullYear, second.value, first)
        let monthFirst = DateParser.isoDay(fullYear, first, second.value)
        return order == .dayFirst ? dayFirst ?? monthFirst : monthFirst ?? dayFirst
    }

    /// "2024-01-17", "2024/01/17", "2024 January 17", "2024年1月17日".
    private static func yearFirst(_ year: Int, _ tokens: [DateToken], _ index: Int, _ bytes: [UInt8]) -> (String, Int)?
    {
        if let month = number(tokens, index + 2), let day = number(tokens, index + 4), day.digits <= 2,
            isMark(between: index, and: index + 2, tokens, bytes, ["年", "년"]),
            isMark(between: index + 2, and: index + 4, tokens, bytes, ["月", "월"])
        {
            return DateParser.isoDay(year, month.value, day.value).map { ($0, index + 4) }
        }
        guard let day = number(tokens, index + 2), day.digits <= 2, isNear(tokens, index, bytes) else { return nil }
        if case .month(let month) = tokens[index + 1].content, isNear(tokens, index + 1, bytes) {
            return DateParser.isoDay(year, month, day.value).map { ($0, index + 2) }
        }
        guard let month = number(tokens, index + 1), month.digits <= 2, let separator = separator(tokens, index, bytes),
            separator == self.separator(tokens, index + 1, bytes)
        else { return nil }
        return DateParser.isoDay(year, month.value, day.value).map { ($0, index + 2) }
    }

    static func number(_ tokens: [DateToken], _ index: Int) -> (value: Int, digits: Int)? {
        guard index < tokens.count, case .number(let value, let digits) = tokens[index].content else { return nil }
        return (value, digits)
    }

    /// The single "-", "/" or "." between a token and the next.
    private static func separator(_ tokens: [DateToken], _ index: Int, _ bytes: [UInt8]) -> UInt8? {
        guard index + 1 < tokens.count, tokens[index + 1].start == tokens[index].end + 1 else { return nil }
        let byte = bytes[tokens[index].end]
        return byte == 0x2D || byte == 0x2F || byte == 0x2E ? byte : nil
    }

    /// Whether nothing but one of the marks stands between two tokens.
    private static func isMark(
        between index: Int, and next: Int, _ tokens: [DateToken], _ bytes: [UInt8], _ marks: [String]
    ) -> Bool {
        let between = bytes[tokens[index].end..<tokens[next].start].filter { $0 != 0x20 }
        return marks.contains { between.elementsEqual($0.utf8) }
    }

    /// Whether the next token follows with no more than ". ", ", " or the like between.
    private static func isNear(_ tokens: [DateToken], _ index: Int, _ bytes: [UInt8]) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let between = bytes[tokens[index].end..<tokens[index + 1].start]
        return between.count <= 3
            && between.allSatisfy { $0 == 0x20 || $0 == 0x2C || $0 == 0x2E || $0 == 0x2D || $0 == 0x2F }
    }

    private static let ordinals = words("st nd rd th er º ª")
    private static let particles = words("de del of")

    private static func isOrdinal(_ tokens: [DateToken], _ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].start == tokens[index - 1].end else { return false }
        return isWord(tokens[index], in: ordinals)
    }

    private static func isParticle(_ tokens: [DateToken], _ index: Int) -> Bool {
        index < tokens.count && isWord(tokens[index], in: particles)
    }

    private static func isWord(_ token: DateToken, in set: Set<UInt64>) -> Bool {
        if case .word(let hash) = token.content { return set.contains(hash) }
        return false
    }

    private static func words(_ list: String) -> Set<UInt64> {
        Set(list.split(separator: " ").map { $0.utf8.reduce(WordHash.seed, WordHash.combine) })
    }
}
