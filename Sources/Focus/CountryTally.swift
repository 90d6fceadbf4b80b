import Glibc

/// What a story says of one country, counted mention by mention.
struct CountryTally {
    /// The number of the country's entity.
    let country: Int
    /// Whether the story was filed from there.
    var isInDateline = false
    private var counts = [Double](repeating: 0, count: FocusSource.allCases.count)
    private var isInTitle = (country: false, other: false)
    private var isInLead = (country: false, other: false)
    private var fifths: UInt8 = 0
    /// What its mentions weigh together.
    private(set) var weight = 0.0

    init(country: Int) { self.country = country }

    /// Counts a mention in the title.
    mutating func addInTitle(_ source: FocusSource) {
        add(source, weight: 2)
        if source.isCountry { isInTitle.country = true } else { isInTitle.other = true }
    }

    /// Counts a mention in the text, at a place from 0 (its beginning) to 1.
    mutating func addInText(_ source: FocusSource, at place: Double, isLead: Bool) {
        add(source, weight: 1)
        if isLead {
            if source.isCountry { isInLead.country = true } else { isInLead.other = true }
        }
        fifths |= 1 << UInt8(min(4, max(0, place * 5)))
    }

    private mutating func add(_ source: FocusSource, weight: Double) {
        counts[source.rawValue] += 1
        self.weight += weight * source.weight
    }

    /// A feature, given the most that a country of the story weighs, and how many there are.
    func value(of feature: FocusFeature, mostWeight: Double, countries: Int) -> Double {
        switch feature {
        case .dateline: flag(isInDateline)
        case .titleCountry: flag(isInTitle.country)
        case .titleOther: flag(isInTitle.other)
        case .leadCountry: flag(isInLead.country)
        case .leadOther: flag(isInLead.other)
        case .countryName: logCount(.countryName)
        case .demonym: logCount(.demonym)
        case .place: logCount(.place)
        case .officeHolder: logCount(.officeHolder)
        case .person: logCount(.person)
        case .organization: logCount(.organization)
        case .most: flag(weight > 0 && weight == mostWeight)
        case .only: flag(countries == 1)
        case .spread: Double(fifths.nonzeroBitCount) / 5
        }
    }

    private func flag(_ isSo: Bool) -> Double { isSo ? 1 : 0 }

    private func logCount(_ source: FocusSource) -> Double { Logarithm.ofOnePlus(Int(counts[source.rawValue])) }
}

/// By what a mention speaks for a country.
enum FocusSource: Int, CaseIterable {
    case countryName
    case demonym
    case place
    case officeHolder
    case person
    case organization

    /// Whether the country itself or its people are named, not only something of theirs.
    var isCountry: Bool { self == .countryName || self == .demonym }

    /// What a mention weighs beside the name of a country.
    var weight: Double {
        switch self {
        case .countryName, .demonym: 1
        case .place: 0.8
        case .officeHolder, .organization: 0.6
        case .person: 0.4
        }
    }
}

/// ln(1 + n), looked up for the counts that stories have.
enum Logarithm {
    private static let table: [Double] = (0..<64).map { log1p(Double($0)) }

    static func ofOnePlus(_ count: Int) -> Double {
        count < table.count ? table[max(0, count)] : log1p(Double(count))
    }
}
