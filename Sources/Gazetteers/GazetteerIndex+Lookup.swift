import NewsModel
import Tokenization

/// An entity of the index, read out of its record.
public struct Entity: Sendable, Equatable {
    public var id: String
    public var name: String
    public var kind: Kind
    public var role: String
    public var country: CountryCode
    /// Prior from 0 to 10.
    public var weight: Double
    public var from: CalendarDate?
    public var until: CalendarDate?
}

/// An office that a person held or holds.
public struct Office: Sendable, Equatable {
    public var title: String
    /// Number of the organization's entity, when it has one.
    public var organization: Int?
    public var country: CountryCode
    public var from: CalendarDate?
    public var until: CalendarDate?
}

/// A stretch of tokens that some gazetteer name fits, letter case not yet looked at.
public struct NameMatch: Sendable {
    /// Number of tokens.
    public var length: Int
    /// Numbers of the names, for `name(_:)`.
    public var names: Range<Int>
}

extension GazetteerIndex {
    /// What is known of a word, by the hash of its key.
    @inline(__always)
    public func word(_ key: UInt64) -> WordRecord? {
        var place = slotNumber(hash: key, count: words.count)
        // A table has empty slots; where a damaged one has none, the look-up ends all the same.
        for _ in 0..<words.count {
            if words[place].key == 0 { return nil }
            if words[place].key == key { return words[place] }
            place = (place + 1) & (words.count - 1)
        }
        return nil
    }

    /// Appends the names that begin at token `start`, the shortest first; `words` are those of the tokens.
    @inline(__always)
    public func appendMatches(
        at start: Int, in tokens: [Token], words: [WordRecord], to matches: inout [NameMatch]
    ) {
        let first = words[start]
        if first.names != 0 { append(first.names, length: 1, to: &matches) }
        var node = first.node
        var position = start + 1
        while node != 0, position < tokens.count {
            let (gap, key) = (tokens[position].gap, tokens[position].key)
            guard tokens[position].shape.contains(.capitalized) || gap == .hyphen || mayGoOn(inLowerCase: key) else {
                return
            }
            if gap == .comma {
                node = edge(from: node, IndexFormat.comma).node
            } else if !gap.joinsName {
                return
            }
            let edge = edge(from: node, key)
            if edge.names != 0 { append(edge.names, length: position - start + 1, to: &matches) }
            node = edge.node
            position += 1
        }
    }

    private func append(_ first: UInt32, length: Int, to matches: inout [NameMatch]) {
        var end = Int(first)
        while end < names.count, !names[end].flags.contains(.last) { end += 1 }
        guard first > 0, end < names.count else { return }
        matches.append(NameMatch(length: length, names: Int(first)..<end + 1))
    }

    @inline(__always)
    private func edge(from node: UInt32, _ key: UInt64) -> EdgeRecord {
        let step = IndexFormat.step(node, key)
        var place = slotNumber(hash: step, count: edges.count)
        for _ in 0..<edges.count {
            if edges[place].step == 0 { return EdgeRecord() }
            if edges[place].step == step { return edges[place] }
            place = (place + 1) & (edges.count - 1)
        }
        return EdgeRecord()
    }

    /// A name by its number.
    public func name(_ number: Int) -> NameRecord { names[number] }

    /// The record of an entity; an empty one for a number that only a damaged file has.
    @inline(__always)
    private func record(_ number: Int) -> EntityRecord {
        number < entities.count ? entities[number] : EntityRecord()
    }

    /// An entity by its number.
    public func entity(_ number: Int) -> Entity {
        let record = record(number)
        return Entity(
            id: string(record.id), name: string(record.name), kind: kind(ofEntity: number), role: string(record.role),
            country: CountryCode(number: record.country), weight: Double(record.weight) / 100,
            from: record.from == 0 ? nil : CalendarDate(number: record.from),
            until: record.until == 0 ? nil : CalendarDate(number: record.until))
    }

    /// The kind of an entity, without reading its strings.
    public func kind(ofEntity number: Int) -> Kind {
        let place = Int(record(number).kindNumber)
        return place < Kind.allCases.count ? Kind.allCases[place] : .other
    }

    /// The country of an entity, without reading its strings.
    public func country(ofEntity number: Int) -> CountryCode { CountryCode(number: record(number).country) }

    /// The prior of an entity from 0 to 10, without reading its strings.
    public func weight(ofEntity number: Int) -> Double { Double(record(number).weight) / 100 }

    /// First and last day of an entity's existence, without reading its strings.
    public func existence(ofEntity number: Int) -> (from: CalendarDate?, until: CalendarDate?) {
        let record = record(number)
        return (
            record.from == 0 ? nil : CalendarDate(number: record.from),
            record.until == 0 ? nil : CalendarDate(number: record.until)
        )
    }

    /// The number of the entity with this id.
    public func entityNumber(ofID id: String) -> Int? {
        var (low, high) = (0, entities.count)
        while low < high {
            let middle = (low + high) / 2
            if string(entities[middle].id).utf8.lexicographicallyPrecedes(id.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < entities.count && string(entities[low].id) == id ? low : nil
    }

    /// The offices of a person, the latest first.
    public func offices(ofEntity number: Int) -> [Office] {
        let record = record(number)
        let start = Int(record.firstOffice)
        guard start + Int(record.officeCount) <= offices.count else { return [] }
        return offices[start..<start + Int(record.officeCount)].map { office in
            Office(
                title: string(office.title),
                organization: office.organization == 0 ? nil : Int(office.organization) - 1,
                country: CountryCode(number: office.country),
                from: office.from == 0 ? nil : CalendarDate(number: office.from),
                until: office.until == 0 ? nil : CalendarDate(number: office.until))
        }
    }

    /// The numbers of the names that are exactly the given tokens, letter case not looked at.
    public func names(equalTo tokens: [Token]) -> Range<Int> {
        guard !tokens.isEmpty else { return 0..<0 }
        // Words in lower case are looked for too.
        let capitals = tokens.map { token in
            var capital = token
            capital.shape.insert(.capitalized)
            return capital
        }
        var matches: [NameMatch] = []
        appendMatches(at: 0, in: capitals, words: capitals.map { word($0.key) ?? .unknown }, to: &matches)
        return matches.last { $0.length == tokens.count }?.names ?? 0..<0
    }
}

extension NameRecord {
    /// How the name stands to its entity.
    public var form: MentionForm {
        Int(formNumber) < MentionForm.allCases.count ? MentionForm.allCases[Int(formNumber)] : .alias
    }

    /// Whether the name asks for capitals throughout in some token, as acronyms do.
    public var needsUpperCase: Bool { uppers != 0 }

    /// Whether tokens are written as the name asks; after a hyphen a capital may be missing ("Yunus-bek").
    public func fits(_ tokens: ArraySlice<Token>) -> Bool {
        var bit: UInt16 = 1
        for token in tokens {
            if capitals & bit != 0, !token.shape.contains(.capitalized), bit == 1 || token.gap != .hyphen {
                return false
            }
            if uppers & bit != 0, !token.shape.contains(.upper) { return false }
            bit <<= 1
        }
        return true
    }
}
