/// Dates as mail and RSS write them (RFC 5322): "Wed, 17 Jan 2024 10:05:00 +0100".
enum MailDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static let zones = [
        "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
        "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00",
    ]

    /// The date in ISO 8601 with its time zone, "2024-01-17T10:05:00+01:00"; a text in another form as it is.
    static func iso(_ text: String) -> String {
        var words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" }[...]
        if words.first?.first?.isLetter == true { words = words.dropFirst() }
        guard words.count >= 3, let day = number(words.popFirst(), 1...31),
            let month = words.popFirst().flatMap({ months.firstIndex(of: $0.lowercased().prefix(3).description) }),
            let year = number(words.popFirst(), 0...9999)
        else { return text }
        let date =
            "\(padded(year < 50 ? year + 2000 : year < 100 ? year + 1900 : year, 4))-\(padded(month + 1))-\(padded(day))"
        guard let time = time(words.popFirst()) else { return date }
        return "\(date)T\(time)\(zone(words.popFirst()))"
    }

    private static func time(_ word: Substring?) -> String? {
        let parts = word?.split(separator: ":") ?? []
        guard parts.count == 2 || parts.count == 3, let hour = number(parts[0], 0...23),
            let minute = number(parts[1], 0...59)
        else { return nil }
        let second = parts.count == 3 ? number(parts[2], 0...60) ?? 0 : 0
        return "\(padded(hour)):\(padded(minute)):\(padded(second))"
    }

    private static func zone(_ word: Substring?) -> String {
        guard let word else { return "" }
        if let zone = zones[word.lowercased()] { return zone }
        let digits = word.dropFirst().filter { $0 != ":" }
        guard word.first == "+" || word.first == "-", digits.count == 4, number(digits[...], 0...2359) != nil else {
            return ""
        }
        return "\(word.prefix(1))\(digits.prefix(2)):\(digits.suffix(2))"
    }

    private static func number(_ word: Substring?, _ range: ClosedRange<Int>) -> Int? {
        guard let word, word.count <= 4, let number = Int(word), range.contains(number) else { return nil }
        return number
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
