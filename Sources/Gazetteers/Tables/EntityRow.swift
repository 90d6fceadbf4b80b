import NewsModel

/// One line of an entity table: an entity with its names.
public struct EntityRow: Sendable, Equatable {
    /// `Q…` or `gz:…`.
    public var id: String
    public var kind: Kind
    /// The finer kind: "politician", "football club"; may be empty.
    public var role: String
    public var name: String
    /// At most `mostAliases`.
    public var aliases: [Alias]
    /// ISO 3166 alpha-2 code; for a country its own.
    public var country: String
    /// First day of existence, when known.
    public var from: CalendarDate?
    /// Last day of existence, when known.
    public var until: CalendarDate?
    /// Prior from 0 to 10: about the logarithm of how often the news means this entity.
    ///
    /// `nil` where the table leaves it open.
    public var weight: Double?

    /// No entity has more names than that; the ministry with the most in our own tables has 52.
    public static let mostAliases = 1000

    /// Makes a row; what is not given is unknown.
    public init(
        id: String, kind: Kind, role: String = "", name: String, aliases: [Alias] = [], country: String = "",
        from: CalendarDate? = nil, until: CalendarDate? = nil, weight: Double? = nil
    ) {
        self.id = id
        self.kind = kind
        self.role = role
        self.name = name
        self.aliases = aliases
        self.country = country
        self.from = from
        self.until = until
        self.weight = weight
    }
}

/// A name of an entity beside its usual one, with what the table says of it.
public struct Alias: Sendable, Equatable {
    public var name: String
    public var form: MentionForm
    /// The name is also a common word, or more often means something else.
    public var isAmbiguous: Bool

    /// Reads an alias as tables write it: `demonym:Nigerien`, `ambiguous:acronym:PP`, or only a name.
    public init(written: some StringProtocol) {
        var rest = written[...]
        var form = MentionForm.alias
        var isAmbiguous = false
        while let colon = rest.firstIndex(of: ":") {
            switch rest[..<colon] {
            case "acronym": form = .acronym
            case "demonym": form = .demonym
            case "surname": form = .surname
            case "ambiguous": isAmbiguous = true
            default:
                self.init(name: String(rest), form: form, isAmbiguous: isAmbiguous)
                return
            }
            rest = rest[rest.index(after: colon)...]
        }
        self.init(name: String(rest), form: form, isAmbiguous: isAmbiguous)
    }

    /// Makes an alias.
    public init(name: String, form: MentionForm = .alias, isAmbiguous: Bool = false) {
        self.name = name
        self.form = form
        self.isAmbiguous = isAmbiguous
    }
}

/// A day, or a month or year where only that is known, as a number that orders: 20240117, 20240100, 20240000.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Year, month and day as decimal digits; month or day 0 when unknown.
    public var number: Int32

    /// Reads the date at the beginning of an ISO 8601 string: `2024`, `2024-01`, `2024-01-17`, `2024-01-17T05:08`.
    ///
    /// `nil` when there is none, or a month or day that cannot be.
    public init?(_ text: some StringProtocol) {
        let day = text.prefix { $0 != "T" && $0 != " " }
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = day.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "0") < 10 }
        guard isDigits, (1...3).contains(parts.count), parts[0].utf8.count == 4, let year = Int32(parts[0]) else {
            return nil
        }
        var number = year * 10_000
        for (part, (limit, unit)) in zip(parts.dropFirst(), [(Int32(12), Int32(100)), (31, 1)]) {
            guard part.utf8.count == 2, let value = Int32(part), (1...limit).contains(value) else { return nil }
            number += value * unit
        }
        self.number = number
    }

    /// A date from its number.
    public init(number: Int32) { self.number = number }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.number < right.number }
}

extension Alias {
    /// As tables write it: "ambiguous:acronym:PP".
    public var written: String {
        let prefix =
            switch form {
            case .acronym: "acronym:"
            case .demonym: "demonym:"
            case .surname: "surname:"
            case .name, .alias, .guess: ""
            }
        return (isAmbiguous ? "ambiguous:" : "") + prefix + name
    }
}

extension CalendarDate {
    /// ISO 8601, as far as the date is known: "2024", "2024-01", "2024-01-17".
    public var text: String {
        func digits(_ number: Int32, _ count: Int) -> String {
            String(String(number + 10_000).suffix(count))
        }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        return digits(year, 4) + (month > 0 ? "-\(digits(month, 2))" : "") + (day > 0 ? "-\(digits(day, 2))" : "")
    }
}
