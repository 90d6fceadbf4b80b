/// What the stories of a database say about one entity, all its forms together.
public struct EntityProfile: Sendable {
    /// The entity, with the selected stories and their mentions of it.
    public var entity: EntityCount
    /// All selected stories, whether they mention it or not.
    public var selectedStories: Int
    /// Stories that are mainly about it: with a salience of 0.5 or more.
    public var mainStories: Int
    /// Other forms of the name, where they are counted too.
    public var variants: [String]
    /// The earliest and the latest of its stories that have a date.
    public var first: DatedStory?
    public var last: DatedStory?
    /// How many of its stories were read for `names` and `sites`: all, or so many spread evenly over time.
    public var examinedStories: Int
    /// The words that call it so in the stories examined, by mentions.
    public var names: [NamedCount]
    /// The sites of the stories examined.
    public var sites: [NamedCount]
    /// Stories by time.
    public var timeline: Timeline
    /// Entities that are more often in its stories than elsewhere, the surest first.
    public var neighbours: [Neighbour]
    /// Topics and countries that its stories are about, by stories.
    public var topics: [NamedCount]
    public var countries: [NamedCount]

    /// A story with its date.
    public struct DatedStory: Sendable, Equatable {
        public var id: String
        public var published: String
        public var title: String
    }

    /// An entity that appears in the same stories.
    public struct Neighbour: Sendable, Equatable {
        public var id: String
        public var name: String
        public var kind: String
        /// `first` are the stories of the profile, `second` those of the neighbour.
        public var association: Association
    }
}

/// How many stories there are in each of some times that follow one another without a gap.
public struct Timeline: Sendable, Equatable {
    public var unit: CalendarUnit
    /// Times as ISO 8601 writes them, with the number of stories.
    public var counts: [(date: String, stories: Int)]
    /// Stories without a date.
    public var undated: Int

    /// The most times that a timeline has, unless it is of more years.
    static let mostTimes = 120

    /// Counts by week, or by month or year where that would be too many times.
    init(storiesOfDays: [Int: Int]) {
        var dated: [(day: CalendarDay, stories: Int)] = []
        for (number, stories) in storiesOfDays where CalendarUnit.day.name(ofDay: number) != nil {
            dated.append((CalendarDay(nearest: number), stories))
        }
        undated = storiesOfDays.values.reduce(0, +) - dated.reduce(0) { $0 + $1.stories }
        guard let first = dated.map(\.day).min(), let last = dated.map(\.day).max() else {
            (unit, counts) = (.week, [])
            return
        }
        let days = last.ordinal - first.ordinal + 1
        unit = days <= Self.mostTimes * 7 ? .week : days <= Self.mostTimes * 30 ? .month : .year
        counts = []
        var places: [String: Int] = [:]
        for ordinal in first.ordinal...last.ordinal {
            guard let date = unit.name(ofDay: CalendarDay(ordinal: ordinal).number), date != counts.last?.date else {
                continue
            }
            places[date] = counts.count
            counts.append((date, 0))
        }
        for (day, stories) in dated {
            if let place = unit.name(ofDay: day.number).flatMap({ places[$0] }) { counts[place].stories += stories }
        }
    }

    public static func == (left: Timeline, right: Timeline) -> Bool {
        left.unit == right.unit && left.undated == right.undated && left.counts.elementsEqual(right.counts, by: ==)
    }
}
