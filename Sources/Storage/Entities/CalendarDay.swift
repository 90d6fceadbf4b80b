/// A day of the Gregorian calendar as a count of days, so that one can go from day to day.
struct CalendarDay: Comparable, Hashable {
    /// Days from the first of January of the year 1.
    let ordinal: Int

    init(ordinal: Int) { self.ordinal = ordinal }

    /// The day of a number such as 20240117; of one beyond a month or year, such as 20240199, the last day of it, and of
    /// one before, such as 20240100, the first.
    init(nearest number: Int) {
        let year = max(1, min(9999, number / 10_000))
        let month = max(1, min(12, number / 100 % 100))
        let length = CalendarUnit.daysBefore(year, month + 1) - CalendarUnit.daysBefore(year, month)
        let isWholeYear = number / 100 % 100 > 12
        let day = isWholeYear ? length : max(1, min(length, number % 100))
        ordinal = CalendarUnit.daysBefore(year, month) + day - 1
    }

    /// Such as 20240117; 0 for days before the year 1.
    var number: Int {
        guard ordinal >= 0 else { return 0 }
        // The estimate is never later than the year itself.
        var year = ordinal / 366 + 1
        while CalendarUnit.daysBefore(year + 1, 1) <= ordinal { year += 1 }
        var month = 1
        while month < 12, CalendarUnit.daysBefore(year, month + 1) <= ordinal { month += 1 }
        return year * 10_000 + month * 100 + ordinal - CalendarUnit.daysBefore(year, month) + 1
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.ordinal < right.ordinal }
}

extension Period {
    /// The days before this period, as many as it has; none where these would be before the year 1.
    public var before: Period {
        let (first, last) = (CalendarDay(nearest: self.first), CalendarDay(nearest: self.last))
        let length = last.ordinal - first.ordinal + 1
        let earlier = CalendarDay(ordinal: first.ordinal - length)
        guard length > 0, earlier.ordinal >= 0 else { return Period(first: 1, last: 0) }
        return Period(first: earlier.number, last: CalendarDay(ordinal: first.ordinal - 1).number)
    }
}
