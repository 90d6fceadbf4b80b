/// The time of day that stands beside a date.
enum TimePattern {
    /// "T05:08", with seconds and zone if given, and the number of the last token.
    static func after(_ day: Int, tokens: [DateToken], bytes: [UInt8]) -> (iso: String, last: Int)? {
        var index = day + 1
        // "at", "a las", "um", "T": at most two small words between.
        var words = 0
        while index < tokens.count, words < 2, case .word(let hash) = tokens[index].content, betweenWords.contains(hash)
        {
            index += 1
            words += 1
        }
        guard index < tokens.count, tokens[index].start - tokens[index - 1].end <= 5 else { return nil }
        return time(at: index, tokens: tokens, bytes: bytes)
    }

    /// The same for a time that ends just before token `day`: "5:08 PM EST, Fri December 22, 2023".
    static func before(_ day: Int, tokens: [DateToken], bytes: [UInt8]) -> String? {
        for start in stride(from: day - 2, through: max(0, day - 6), by: -1) where start >= 0 {
            // "08 PM" of "5:08 PM" is no time.
            if start > 0, tokens[start - 1].end + 1 == tokens[start].start, bytes[tokens[start - 1].end] == 0x3A {
                continue
            }
            guard let time = time(at: start, tokens: tokens, bytes: bytes) else { continue }
            let rest = day - 1 - time.last
            // Only a weekday or an unknown zone may stand between.
            guard rest >= 0, rest <= 2 else { continue }
            for index in time.last + 1..<max(day, time.last + 1) {
                if case .word = tokens[index].content { continue }
                return nil
            }
            return time.iso
        }
        return nil
    }

    private static func time(at index: Int, tokens: [DateToken], bytes: [UInt8]) -> (iso: String, last: Int)? {
        guard let first = DayPattern.number(tokens, index), first.digits <= 2 else { return nil }
        var hour = first.value
        var minute = 0
        var last = index
        var hasMinutes = false
        if let next = DayPattern.number(tokens, index + 1), next.digits == 2, next.value < 60,
            tokens[index + 1].start == tokens[index].end + 1, ":.".utf8.contains(bytes[tokens[index].end])
        {
            minute = next.value
            last = index + 1
            hasMinutes = true
        } else if let next = DayPattern.number(tokens, index + 2), isWord(tokens, index + 1, hourMarks),
            next.digits == 2,
            next.value < 60, tokens[index + 2].start - tokens[index].end <= 3
        {
            minute = next.value
            last = index + 2
            hasMinutes = true
        }
        var seconds = ""
        if hasMinutes, let next = DayPattern.number(tokens, last + 1), next.digits == 2, next.value < 60,
            tokens[last + 1].start == tokens[last].end + 1, bytes[tokens[last].end] == 0x3A
        {
            seconds = ":" + DateParser.twoDigits(next.value)
            last += 1
            // Fractions of a second.
            if DayPattern.number(tokens, last + 1) != nil, bytes[tokens[last].end] == 0x2E { last += 1 }
        }
        let half = halfOfDay(tokens, last + 1)
        guard hasMinutes || half != nil else { return nil }
        if let half {
            guard (1...12).contains(hour) || !half.isAfternoon else { return nil }
            if hour <= 12 { hour = hour % 12 + (half.isAfternoon ? 12 : 0) }
            last += half.tokens
        }
        guard hour < 24 else { return nil }
        var iso = "T\(DateParser.twoDigits(hour)):\(DateParser.twoDigits(minute))\(seconds)"
        if let zone = zone(after: last, tokens: tokens, bytes: bytes) {
            iso += zone.iso
            last = zone.last
        }
        return (iso, last)
    }

    /// "am", "p.m.".
    private static func halfOfDay(_ tokens: [DateToken], _ index: Int) -> (isAfternoon: Bool, tokens: Int)? {
        if isWord(tokens, index, [hash("am")]) { return (false, 1) }
        if isWord(tokens, index, [hash("pm")]) { return (true, 1) }
        guard isWord(tokens, index + 1, [hash("m")]), tokens[index + 1].start <= tokens[index].end + 2 else {
            return nil
        }
        if isWord(tokens, index, [hash("a")]) { return (false, 2) }
        if isWord(tokens, index, [hash("p")]) { return (true, 2) }
        return nil
    }

    private static func zone(after last: Int, tokens: [DateToken], bytes: [UInt8]) -> (iso: String, last: Int)? {
        let next = last + 1
        if next < tokens.count, case .word(let hash) = tokens[next].content, tokens[next].start - tokens[last].end <= 3
        {
            return zones[hash].map { ($0, next) }
        }
        let end = tokens[last].end
        guard end < bytes.count, bytes[end] == 0x2B || bytes[end] == 0x2D, next < tokens.count,
            tokens[next].start == end + 1,
            let number = DayPattern.number(tokens, next)
        else { return nil }
        let sign = bytes[end] == 0x2B ? "+" : "-"
        if number.digits == 4 {
            return (
                "\(sign)\(DateParser.twoDigits(number.value / 100)):\(DateParser.twoDigits(number.value % 100))", next
            )
        }
        guard number.digits == 2, let minutes = DayPattern.number(tokens, next + 1), minutes.digits == 2 else {
            return nil
        }
        return ("\(sign)\(DateParser.twoDigits(number.value)):\(DateParser.twoDigits(minutes.value))", next + 1)
    }

    private static func isWord(_ tokens: [DateToken], _ index: Int, _ set: Set<UInt64>) -> Bool {
        if index < tokens.count, case .word(let hash) = tokens[index].content { return set.contains(hash) }
        return false
    }

    private static func hash(_ word: String) -> UInt64 { word.utf8.reduce(WordHash.seed, WordHash.combine) }

    private static let betweenWords: Set<UInt64> = Set(
        ["t", "at", "a", "las", "à", "um", "às", "alle", "kl", "ore"].map(hash))
    private static let hourMarks: Set<UInt64> = Set(["h", "uhr"].map(hash))

    /// Zones that mean one offset; "ET", "IST" and the like mean several and are left out.
    private static let zones: [UInt64: String] = {
        let list = [
            "z": "Z", "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
            "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
            "wat": "+01:00", "cat": "+02:00", "eat": "+03:00", "sast": "+02:00", "eet": "+02:00", "eest": "+03:00",
        ]
        return Dictionary(uniqueKeysWithValues: list.map { (hash($0.key), $0.value) })
    }()
}
