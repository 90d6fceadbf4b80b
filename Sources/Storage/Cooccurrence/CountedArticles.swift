/// The articles whose pairs are counted, in order of time: by day, the undated last, of one day by key.
struct CountedArticles {
    let keys: [Int]
    /// Stretches of time with the places of their articles; one without a time where time was not asked for.
    let slices: [(time: Cooccurrence.Time?, range: Range<Int>)]
    private let places: KeyNumbers

    /// Puts articles in order and divides them by time.
    init(_ articles: [(key: Int, day: Int)], by unit: CalendarUnit?) {
        let undated = Set(articles.map(\.day)).filter { CalendarUnit.day.name(ofDay: $0) == nil }
        let ordered = articles.map { (key: $0.key, day: undated.contains($0.day) ? 99_999_999 : $0.day) }
            .sorted { ($0.day, $0.key) < ($1.day, $1.key) }
        keys = ordered.map(\.key)
        var places = KeyNumbers()
        for (place, key) in keys.enumerated() { places[key] = UInt32(place) }
        self.places = places
        slices = unit.map { Self.slices(ordered.map(\.day), by: $0) } ?? [(nil, keys.indices)]
    }

    /// The place of an article in the order; `nil` where it is not counted.
    @inline(__always)
    func place(ofKey key: Int) -> UInt32? { places[key] }

    private static func slices(_ days: [Int], by unit: CalendarUnit) -> [(Cooccurrence.Time?, Range<Int>)] {
        var slices: [(time: Cooccurrence.Time?, range: Range<Int>)] = []
        for (place, day) in days.enumerated() {
            if place > 0, day == days[place - 1] {
                slices[slices.count - 1].range = slices[slices.count - 1].range.lowerBound..<place + 1
                continue
            }
            let time =
                unit.name(ofDay: day).map { Cooccurrence.Time(name: $0, days: unit.days(ofDay: day)) } ?? .undated
            let first = slices.last?.time == time ? slices.removeLast().range.lowerBound : place
            slices.append((time, first..<place + 1))
        }
        return slices
    }
}
