import NewsModel
import Tokenization

/// Compiles tables into the bytes of an index. The same tables in the same order give the same bytes.
struct IndexBuilder {
    private var strings = StringPool()
    private var entities: [EntityRow] = []
    private var numberOfID: [String: Int] = [:]
    private var offices: [String: [OfficeTable.Row]] = [:]
    private var words = WordBuilder()
    private var stops: Set<String> = []
    private var knowsCommonWords = false
    private var spellings = HashSlots(count: 0, empty: SpellingRecord())
    private var beginsInLowerCase = KeyFilter()
    private var goesOnInLowerCase = KeyFilter()

    /// Adds the entities of a table; a row with an id already there adds its names, and what it says wins.
    mutating func add(_ table: EntityTable) {
        for (_, row) in table.rows {
            if let number = numberOfID[row.id] {
                entities[number].merge(row)
            } else {
                numberOfID[row.id] = entities.count
                entities.append(row)
            }
        }
    }

    mutating func add(_ table: OfficeTable) {
        for (_, row) in table.rows { offices[row.person, default: []].append(row) }
    }

    mutating func add(_ table: StopTable) { stops.formUnion(table.names) }

    mutating func addCommonWords(_ table: WordTable) {
        for row in table.rows { words.note(row.word, lower: row.first, upper: row.second) }
        knowsCommonWords = knowsCommonWords || !table.rows.isEmpty
    }

    mutating func addNameWords(_ table: WordTable) {
        for row in table.rows { words.note(row.word, given: row.first, family: row.second) }
    }

    /// The bytes of the index.
    /// - Throws: `TokenizationError` when ICU has no data.
    mutating func build(contentHash: UInt64) throws(TokenizationError) -> [UInt8] {
        entities.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        let tree = try nameTree()
        var file = IndexWriter(
            contentHash: contentHash, flags: knowsCommonWords ? IndexFormat.Header.knowsCommonWords : 0)
        let (entityRecords, officeRecords) = records()
        file.append(words.slots(), as: .words)
        file.append(tree.edges.slots, as: .edges)
        file.append(beginsInLowerCase.bits + goesOnInLowerCase.bits, as: .lowerWords)
        file.append(tree.names, as: .names)
        file.append(entityRecords, as: .entities)
        file.append(officeRecords, as: .offices)
        file.append(spellings.slots, as: .spellings)
        file.append(strings.bytes, as: .strings)
        return file.finished()
    }

    private mutating func nameTree() throws(TokenizationError) -> NameTree {
        var tree = NameTreeBuilder()
        var spelled: [(key: UInt64, name: Int, text: String)] = []
        let variants = try NameVariants(stops: stops)
        for (number, entity) in entities.enumerated() {
            for variant in variants.names(of: entity, isCommon: words.isCommon) {
                let name = tree.insert(variant.path, variant.record(entity: number))
                noteLowerCase(variant)
                if entity.kind == .person, let spelling = variants.spelling(of: variant) {
                    spelled.append((spelling.key, name, spelling.words.joined(separator: " ")))
                }
            }
        }
        let finished = tree.finished()
        addSpellings(spelled, finished.numbers)
        for (key, place) in finished.roots { words.setNames(place, beginningWith: key) }
        return finished
    }

    private mutating func addSpellings(_ spelled: [(key: UInt64, name: Int, text: String)], _ numbers: [UInt32]) {
        spellings = HashSlots(count: spelled.count, empty: SpellingRecord())
        for (key, name, text) in spelled {
            let record = SpellingRecord(
                key: UInt32(truncatingIfNeeded: key), name: numbers[name], text: strings.add(text))
            spellings.insert(record, hash: key) { $0.name == 0 }
        }
    }

    /// Notes the words that may stand in lower case; only there does matching look at words that have no capital.
    private mutating func noteLowerCase(_ variant: NameVariant) {
        for (number, key) in variant.tokens.enumerated() where variant.capitals & (1 << UInt16(number)) == 0 {
            if number == 0 { beginsInLowerCase.insert(key) } else { goesOnInLowerCase.insert(key) }
        }
    }

    private mutating func records() -> ([EntityRecord], [OfficeRecord]) {
        var entityRecords: [EntityRecord] = []
        var officeRecords: [OfficeRecord] = []
        var numbers: [String: Int] = [:]
        for (number, entity) in entities.enumerated() { numbers[entity.id] = number }
        for entity in entities {
            let held = (offices[entity.id] ?? []).sorted { ($0.from?.number ?? 0) > ($1.from?.number ?? 0) }
            var record = EntityRecord()
            record.id = strings.add(entity.id)
            record.name = strings.add(entity.name)
            record.role = strings.add(entity.role)
            record.firstOffice = UInt32(officeRecords.count)
            record.officeCount = UInt16(min(held.count, Int(UInt16.max)))
            record.from = entity.from?.number ?? 0
            record.until = entity.until?.number ?? 0
            record.weight = UInt16((entity.weight * 100).rounded())
            record.country = CountryCode(entity.country).number
            record.kindNumber = UInt8(Kind.allCases.firstIndex(of: entity.kind) ?? 0)
            entityRecords.append(record)
            for office in held {
                var record = OfficeRecord()
                record.title = strings.add(office.office)
                record.organization = numbers[office.organization].map { UInt32($0 + 1) } ?? 0
                record.from = office.from?.number ?? 0
                record.until = office.until?.number ?? 0
                record.country = CountryCode(office.country).number
                officeRecords.append(record)
            }
        }
        return (entityRecords, officeRecords)
    }
}

extension EntityRow {
    /// Takes over what a later table says of the same entity; its names are added.
    mutating func merge(_ later: EntityRow) {
        if later.name != name { aliases.append(Alias(name: name)) }
        name = later.name
        kind = later.kind
        if !later.role.isEmpty { role = later.role }
        if !later.country.isEmpty { country = later.country }
        from = later.from ?? from
        until = later.until ?? until
        if later.weight != 1 { weight = later.weight }
        aliases += later.aliases
    }
}
