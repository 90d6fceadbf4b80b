/// A stretch of the calendar by which articles are counted.
public enum CalendarUnit: String, CaseIterable, Sendable {
    /// A calendar day, as the date of the article names it.
    case day
    /// Of ISO 8601: it begins on a Monday and belongs to the year that has its Thursday.
    case week
    /// A month of the Gregorian calendar.
    case month
    /// A year of the Gregorian calendar.
    case year

    /// The unit that a day such as 20240117 is in, as ISO 8601 writes it: "2024-01-17", "2024-W03", "2024-01", "2024".
    ///
    /// `nil` for 0 and other numbers that are no day.
    func name(ofDay number: Int) -> String? {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        guard (1...9999).contains(year), (1...12).contains(month), day > 0,
            day <= Self.daysBefore(year, month + 1) - Self.daysBefore(year, month)
        else { return nil }
        switch self {
        case .day: return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
        case .week: return Self.week(ofDay: Self.daysBefore(year, month) + day - 1, year: year)
        case .month: return "\(digits(year, 4))-\(digits(month, 2))"
        case .year: return digits(year, 4)
        }
    }

    /// The first and the last day of the unit that a day such as 20240117 is in: "2024-01-01" and "2024-01-31".
    ///
    /// `nil` for 0 and other numbers that are no day.
    func days(ofDay number: Int) -> (first: String, last: String)? {
        guard let name = name(ofDay: number) else { return nil }
        let (year, month) = (number / 10_000, number / 100 % 100)
        switch self {
        case .day: return (name, name)
        case .week:
            let days = Self.daysBefore(year, month) + number % 100 - 1
            return (Self.date(days - days % 7), Self.date(days - days % 7 + 6))
        case .month:
            let length = Self.daysBefore(year, month + 1) - Self.daysBefore(year, month)
            return ("\(name)-01", "\(name)-\(digits(length, 2))")
        case .year: return ("\(name)-01-01", "\(name)-12-31")
        }
    }

    /// The date of a day that is counted from the first of January of the year 1.
    private static func date(_ days: Int) -> String {
        var year = days / 366 + 1
        while daysBefore(year + 1, 1) <= days { year += 1 }
        var month = 1
        while daysBefore(year, month + 1) <= days { month += 1 }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(days - daysBefore(year, month) + 1, 2))"
    }

    /// The week of a day that is counted from the first of January of the year 1, which was a Monday.
    private static func week(ofDay days: Int, year: Int) -> String {
        let thursday = days - days % 7 + 3
        let owner = thursday < daysBefore(year, 1) ? year - 1 : thursday < daysBefore(year + 1, 1) ? year : year + 1
        return "\(digits(owner, 4))-W\(digits((thursday - daysBefore(owner, 1)) / 7 + 1, 2))"
    }

    /// Days from the first of January of the year 1 to the first of a month, in the Gregorian calendar.
    static func daysBefore(_ year: Int, _ month: Int) -> Int {
        let past = year - 1
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365][month - 1]
        return past * 365 + past / 4 - past / 100 + past / 400 + beforeMonth + (isLeap && month > 2 ? 1 : 0)
    }
}

private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
}
