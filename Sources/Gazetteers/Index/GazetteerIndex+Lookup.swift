import CPrefetch
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

/// The tokens of a text that may begin a name, with the first step of the way of each.
public struct NameStarts: Sendable {
    /// Numbers of the tokens, in order.
    public internal(set) var tokens: [Int32] = []
    /// The step to the token behind each.
    var edges: [EdgeRecord] = []
    /// Numbers of the tokens whose words are looked for.
    var asked: [Int32] = []

    /// No tokens; to be filled and used again.
    public init() {}
}

/// A place in the tree of names behind a name and a comma.
public struct RegionalNames: Sendable {
    let node: UInt32
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
            place = nextSlot(place, count: words.count)
        }
        return nil
    }

    /// Replaces the content of `words` by what is known of the word of each token, and that of `starts` by the tokens that
    /// may begin a name.
    ///
    /// Words in lower case that no name begins with are not looked for and stay unknown, since nothing is asked of them.
    /// Slots are asked for before they are looked at, so that the processor waits for many of them at a time: a table is
    /// larger than its caches.
    public func lookUp(_ tokens: [Token], into words: inout [WordRecord], starts: inout NameStarts) {
        starts.asked.removeAll(keepingCapacity: true)
        for (number, token) in tokens.enumerated()
        where token.shape.contains(.capitalized) || mayBegin(inLowerCase: token.key) {
            starts.asked.append(Int32(truncatingIfNeeded: number))
        }
        words.removeAll(keepingCapacity: true)
        words.append(contentsOf: repeatElement(.unknown, count: tokens.count))
        starts.tokens.removeAll(keepingCapacity: true)
        for number in starts.asked {
            prefetch(self.words, slotNumber(hash: tokens[Int(number)].key, count: self.words.count))
        }
        for number in starts.asked {
            guard let word = word(tokens[Int(number)].key) else { continue }
            words[Int(number)] = word
            if word.beginsNames { starts.tokens.append(number) }
        }
        for number in starts.tokens where Int(number) + 1 < tokens.count {
            let step = IndexFormat.step(words[Int(number)].node, tokens[Int(number) + 1].key)
            prefetch(edges, slotNumber(hash: step, count: edges.count))
        }
        starts.edges.removeAll(keepingCapacity: true)
        for number in starts.tokens {
            starts.edges.append(edge(from: words[Int(number)].node, to: Int(number) + 1, in: tokens))
        }
    }

    @inline(__always)
    private func prefetch<Record>(_ table: UnsafeBufferPointer<Record>, _ slot: Int) {
        cprefetch(table.baseAddress.map { $0 + slot })
    }

    /// Appends the names that begin at the token of `starts` with this number, the shortest first; `words` are those of the
    /// tokens.
    @inline(__always)
    public func appendMatches(
        at number: Int, of starts: NameStarts, in tokens: [Token], words: [WordRecord], to matches: inout [NameMatch]
    ) {
        let start = Int(starts.tokens[number])
        append(words[start].names, length: 1, to: &matches)
        appendMatches(from: start, by: starts.edges[number], in: tokens, to: &matches)
    }

    /// Appends the names that begin at token `start`, whose word is `word`, the shortest first.
    public func appendMatches(at start: Int, _ word: WordRecord, in tokens: [Token], to matches: inout [NameMatch]) {
        append(word.names, length: 1, to: &matches)
        appendMatches(from: start, by: edge(from: word.node, to: start + 1, in: tokens), in: tokens, to: &matches)
    }

    @inline(__always)
    private func appendMatches(
        from start: Int, by first: EdgeRecord, in tokens: [Token], to matches: inout [NameMatch]
    ) {
        var edge = first
        var position = start + 1
        while !edge.isEmpty {
            let node = Int(edge.node)
            append(
                node == 0 || node >= nodes.count ? edge.leafNames : nodes[node], length: position - start + 1,
                to: &matches)
            position += 1
            edge = self.edge(from: edge.node, to: position, in: tokens)
        }
    }

    /// The edge from a node over the token at `position`; an empty one where no name goes on.
    @inline(__always)
    private func edge(from node: UInt32, to position: Int, in tokens: [Token]) -> EdgeRecord {
        guard node != 0, position < tokens.count else { return EdgeRecord() }
        let (gap, key) = (tokens[position].gap, tokens[position].key)
        guard tokens[position].shape.contains(.capitalized) || gap == .hyphen || mayGoOn(inLowerCase: key) else {
            return EdgeRecord()
        }
        if gap == .comma {
            let comma = edge(from: node, IndexFormat.comma).node
            return comma == 0 ? EdgeRecord() : edge(from: comma, key)
        }
        return gap.joinsName ? edge(from: node, key) : EdgeRecord()
    }

    /// Appends the names from `first` on to the last of their words; nothing for 0.
    @inline(__always)
    private func append(_ first: UInt32, length: Int, to matches: inout [NameMatch]) {
        if first == 0 { return }
        let range = names(from: first)
        if !range.isEmpty { matches.append(NameMatch(length: length, names: range)) }
    }

    /// The names from `first` on to the last of their words; none where a damaged file has no last.
    @inline(__always)
    private func names(from first: UInt32) -> Range<Int> {
        var end = Int(first)
        while end < names.count, !names[end].flags.contains(.last) { end += 1 }
        return end < names.count ? Int(first)..<end + 1 : 0..<0
    }

    @inline(__always)
    private func edge(from node: UInt32, _ key: UInt64) -> EdgeRecord {
        let step = IndexFormat.step(node, key)
        var place = slotNumber(hash: step, count: edges.count)
        for _ in 0..<edges.count {
            if edges[place].isEmpty { return EdgeRecord() }
            if edges[place].takes(step) { return edges[place] }
            place = nextSlot(place, count: edges.count)
        }
        return EdgeRecord()
    }

    /// What goes on behind a comma after the names of some words ("Decatur, Georgia"); `nil` where nothing does.
    public func regionalNames(of tokens: ArraySlice<Token>) -> RegionalNames? {
        guard let first = tokens.first, var node = word(first.key)?.node else { return nil }
        for token in tokens.dropFirst() where node != 0 { node = edge(from: node, token.key).node }
        if node != 0 { node = edge(from: node, IndexFormat.comma).node }
        return node == 0 ? nil : RegionalNames(node: node)
    }

    /// The numbers of the names that go on with a region, given as the keys of its words.
    public func names(of regional: RegionalNames, in region: [UInt64]) -> Range<Int> {
        var last = EdgeRecord()
        var node = regional.node
        for key in region {
            last = node == 0 ? EdgeRecord() : edge(from: node, key)
            if last.isEmpty { return 0..<0 }
            node = last.node
        }
        let first = node == 0 || Int(node) >= nodes.count ? last.leafNames : nodes[Int(node)]
        return first == 0 ? 0..<0 : names(from: first)
    }

    /// A name by its number.
    public func name(_ number: Int) -> NameRecord { names[number] }

    /// The record of an entity; an empty one for a number that only a damaged file has.
    @inline(__always)
    func record(_ number: Int) -> EntityRecord {
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
        // A switch, as a list of all kinds would be looked up through a lock.
        switch record(number).kindNumber {
        case 0: .person
        case 1: .organization
        case 2: .country
        case 3: .place
        case 4: .event
        case 5: .product
        default: .other
        }
    }

    /// The country of an entity, without reading its strings.
    public func country(ofEntity number: Int) -> CountryCode { CountryCode(number: record(number).country) }

    /// The prior of an entity from 0 to 10, without reading its strings.
    public func weight(ofEntity number: Int) -> Double { Double(record(number).weight) / 100 }

    /// Whether a person holds or held an office, without reading its strings.
    public func hasOffice(_ number: Int) -> Bool { record(number).officeCount > 0 }

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
        appendMatches(at: 0, word(capitals[0].key) ?? .unknown, in: capitals, to: &matches)
        return matches.last { $0.length == tokens.count }?.names ?? 0..<0
    }
}

extension NameRecord {
    /// How the name stands to its entity.
    public var form: MentionForm {
        switch formNumber {
        case 0: .name
        case 2: .acronym
        case 3: .demonym
        case 4: .surname
        case 5: .guess
        default: .alias
        }
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
