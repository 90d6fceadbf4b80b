import FileAccess
import Gazetteers
import NewsModel

/// Which country entity a two-letter code stands for, also in the time of states that are gone.
///
///     let countries = Countries(index: index, formerStates: try FormerStates(table: bytes))
///
/// Of several entities with one code (the United Kingdom, England) the weightiest that still exists has it.
public struct Countries: Sendable {
    private let index: GazetteerIndex
    private var lasting: [CountryCode: Int] = [:]
    private var former: [CountryCode: [FormerState]] = [:]

    private struct FormerState: Sendable {
        var entity: Int
        var from: CalendarDate
        var until: CalendarDate
    }

    /// Reads the countries out of an index: one walk over its entities.
    public init(index: GazetteerIndex, formerStates: FormerStates) {
        self.index = index
        for entity in 0..<index.entityCount where index.kind(ofEntity: entity) == .country {
            let code = index.country(ofEntity: entity)
            let (from, until) = index.existence(ofEntity: entity)
            if let until {
                let state = FormerState(entity: entity, from: from ?? CalendarDate(number: 0), until: until)
                var codes = formerStates.codes(of: index.entity(entity).id)
                if code != .none, !codes.contains(code) { codes.append(code) }
                for code in codes { former[code, default: []].append(state) }
            } else if code != .none {
                if let other = lasting[code], index.weight(ofEntity: other) >= index.weight(ofEntity: entity) {
                    continue
                }
                lasting[code] = entity
            }
        }
    }

    /// The country that a mention of a country entity speaks for: itself, or the state that it is a part of.
    public func standing(forCountry entity: Int) -> Int {
        index.existence(ofEntity: entity).until == nil
            ? lasting[index.country(ofEntity: entity)] ?? entity : entity
    }

    /// The country that has a code on a day; today where no day is given.
    ///
    /// A former state has it that covers the day, if it is the only one, or the only one that the story names.
    func standing(for code: CountryCode, on day: CalendarDate?, named: [Int]) -> Int? {
        guard let day, let states = former[code] else { return lasting[code] }
        let covering = states.filter { $0.from <= day && day < $0.until }
        if covering.count == 1 { return covering[0].entity }
        let inStory = covering.filter { named.contains($0.entity) }
        return inStory.count == 1 ? inStory[0].entity : lasting[code]
    }
}
