/// Finds dates of publication in text and writes them as ISO 8601.
///
///     DateParser.first(in: "Last updated: January 17, 2024 5:08 am")?.iso  // "2024-01-17T05:08"
///
/// Relative dates ("1 year ago") and bare years ("© 2022") are no dates.
enum DateParser {
    /// A date in a text: its ISO form and the bytes that it takes up.
    struct Match: Equatable {
        var iso: String
        var start: Int
        var end: Int
        var hasTime: Bool { iso.utf8.count > 10 }
    }

    /// The first date of the text.
    static func first(in text: String) -> Match? { all(in: text, limit: 1).first }

    /// The dates of the first few hundred bytes of the text.
    static func all(in text: String, limit: Int = 4, order: DateOrder = .dayFirst) -> [Match] {
        // Nothing without a digit can be a date; most lines of a page end here.
        guard text.utf8.prefix(600).contains(where: UTF8Bytes.isDigit) else { return [] }
        let (bytes, tokens) = DateToken.tokens(of: text)
        var found: [Match] = []
        var index = 0
        while index < tokens.count, found.count < limit {
            guard let day = DayPattern.match(tokens, at: index, in: bytes, order: order) else {
                index += 1
                continue
            }
            var iso = day.iso
            var last = day.last
            if let time = TimePattern.after(day.last, tokens: tokens, bytes: bytes) {
                iso += time.iso
                last = time.last
            } else if let time = TimePattern.before(index, tokens: tokens, bytes: bytes) {
                iso += time
            }
            found.append(Match(iso: iso, start: tokens[index].start, end: tokens[last].end))
            index = last + 1
        }
        return found
    }

    /// The ISO form of a value that is said to be a date, such as an attribute; `nil` if it is none.
    static func iso(_ value: String) -> String? {
        if let match = first(in: value) { return match.iso }
        return compact(value)
    }

    /// The day in the path of an address: "/2024/01/17/", "/2024/jan/17/", "-2024-01-17", "20240117"; `nil` if there is
    /// none.
    static func day(inAddress address: String) -> String? {
        let (bytes, tokens) = DateToken.tokens(of: address)
        for index in tokens.indices {
            guard let number = DayPattern.number(tokens, index), number.digits == 4 || number.digits == 8 else {
                continue
            }
            if number.digits == 4, let day = DayPattern.match(tokens, at: index, in: bytes) { return day.iso }
            guard number.digits == 8, (1990...2099).contains(number.value / 10_000) else { continue }
            if let day = isoDay(number.value / 10_000, number.value / 100 % 100, number.value % 100) { return day }
        }
        return nil
    }

    /// "20240117" or "20240117T0508…".
    private static func compact(_ value: String) -> String? {
        let digits = value.utf8.prefix(8)
        guard digits.count == 8, let number = Int(String(decoding: Array(digits), as: UTF8.self)) else { return nil }
        return isoDay(number / 10_000, number / 100 % 100, number % 100)
    }

    /// The date as ISO 8601, or `nil` if there is no such day.
    static func isoDay(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1800...2099).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// The day after "2024-02-29", or `nil` if that is no date.
    static func dayAfter(_ day: Substring) -> String? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return isoDay(parts[0], parts[1], parts[2] + 1) ?? isoDay(parts[0], parts[1] + 1, 1)
            ?? isoDay(parts[0] + 1, 1, 1)
    }

    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
